/* goods.h - a club with a drive, things and families, for tests of the stock */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "club.h"
#include "dov-inventory-count.h"
#include "dov-stock.h"

G_BEGIN_DECLS

typedef struct
{
  Club   club;
  gint64 far;          /* another lounge, in Новый Бурец */
  gint64 family;
  gint64 mother;
  gint64 child;
  gint64 other_family;
  gint64 other_mother;
  gint64 stranger;
  gint64 drive;
  gint64 targeted;     /* a drive for other_family */
  gint64 donor;
  gint64 farm;         /* a donor that is an organisation */
  gint64 bag;          /* pieces */
  gint64 copybook;     /* pieces */
  gint64 apples;       /* kilograms, perishable */
  gint64 sweets;       /* kilograms, perishable */
  gint64 kit;          /* 2 copybooks and 0,5 kg of sweets */
} Goods;

void    goods_open       (Goods      *goods);
void    goods_fill       (Goods      *goods);
void    goods_close      (Goods      *goods);

/* What refused it: "S1", "S4?" for a warning, "-" for no numbered rule; NULL: it passed. */
void    goods_judge      (Goods      *goods,
                          gboolean    done,
                          GError     *error,
                          const char *expected);

/* Saves a paper with its lines and its commission, posted, in one operation, as its page does. */
gboolean goods_post        (DovStore           *store,
                            DovRecord          *paper,
                            GPtrArray          *lines,
                            GPtrArray          *commission,
                            GError            **error);

/* A count that is first saved with what the books say, and posted later. */
gboolean goods_begin_count (DovStore           *store,
                            DovInventoryCount  *count,
                            GError            **error);
gboolean goods_refresh_count (DovStore         *store,
                            gint64              count_id,
                            GError            **error);
gboolean goods_post_count  (DovStore           *store,
                            gint64              count_id,
                            GError            **error);

/* Each returns the paper's id; quantities are thousandths. */
gint64  goods_receive    (Goods      *goods,
                          gint64      item,
                          gint64      qty,
                          const char *date,
                          const char *expires_on,
                          const char *expected);
gint64  goods_issue      (Goods      *goods,
                          gint64      item,
                          gint64      qty,
                          const char *date,
                          const char *expected);
gint64  goods_transfer   (Goods      *goods,
                          gint64      item,
                          gint64      qty,
                          const char *date,
                          gint64      to_lounge,
                          gint64      to_drive,
                          const char *expected);
gint64  goods_write_off  (Goods      *goods,
                          gint64      item,
                          gint64      qty,
                          const char *date,
                          guint       n_members,
                          const char *expected);
gint64  goods_build      (Goods      *goods,
                          gint64      kits,
                          gboolean    is_unbuild,
                          const char *date,
                          const char *expected);
void    goods_cancel     (Goods      *goods,
                          GType       type,
                          gint64      id,
                          const char *reason,
                          const char *expected);
gint64  goods_balance    (Goods      *goods,
                          gint64      item);
GDate   goods_day        (const char *date);
DovRecord *goods_dup     (Goods      *goods,
                          GType       type,
                          gint64      id);
void    goods_check_sums (Goods      *goods);

G_END_DECLS
