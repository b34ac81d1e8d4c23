/* dov-goods-page.h - a paper about goods that is being written: its number, its lines, one operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"
#include "dov-lines.h"

G_BEGIN_DECLS

#define DOV_TYPE_GOODS_PAGE (dov_goods_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (DovGoodsPage, dov_goods_page, DOV, GOODS_PAGE, DovFormPage)

/**
 * DovGoodsPageClass:
 * @prepare: fills in what is known before the paper is saved; inside the operation
 * @save_more: saves what belongs to the paper beside its lines
 * @dup_words: what the operation is called
 * @status: of a paper that is done, by its code; %NULL: papers have none
 */
struct _DovGoodsPageClass
{
  DovFormPageClass parent_class;

  gboolean   (*prepare)   (DovGoodsPage *self,
                           GError      **error);
  gboolean   (*save_more) (DovGoodsPage *self,
                           gint64        paper,
                           GError      **error);
  char      *(*dup_words) (DovGoodsPage *self);
  const char *status;
};

void       dov_goods_page_begin      (DovGoodsPage *self,
                                      DovStore     *store,
                                      DovRecord    *draft,
                                      gint64        kept);
void       dov_goods_page_set_lines  (DovGoodsPage *self,
                                      DovLines     *lines);
void       dov_goods_page_finish     (DovGoodsPage *self);
DovRecord *dov_goods_page_get_draft  (DovGoodsPage *self);
DovLines  *dov_goods_page_get_lines  (DovGoodsPage *self);
gint64     dov_goods_page_get_number (DovGoodsPage *self,
                                      const char   *field);
void       dov_goods_page_print_next (DovGoodsPage *self,
                                      const char   *document);
gint64     dov_goods_page_find_free  (DovGoodsPage *self,
                                      gint64        item,
                                      char        **words);
char      *dov_goods_page_dup_shortage (DovGoodsPage *self,
                                      gint64        item,
                                      gint64        have,
                                      gint64        wanted) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
