/* dov-stock-private.h - what the files of the stock share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-inventory-line.h"
#include "dov-stock.h"

G_BEGIN_DECLS

/* Where goods lie: movements of one key are summed. Of the batches one is
 * without a day: expires_on is NULL. */
typedef struct
{
  gint64      item_id;
  gint64      lounge_id;
  gint64      drive_id;
  const char *expires_on;  /* ISO, or NULL */
} DovStockKey;

/* The batch as ?1 to ?4 of a question: what SQL says, the letters, the values. */
#define DOV_STOCK_IS_KEY "item_id = ?1 AND lounge_id = ?2 AND drive_id IS ?3 AND expires_on IS ?4"
#define DOV_STOCK_KEY "xxls"
#define DOV_STOCK_OF(key) (key)->item_id, (key)->lounge_id, (key)->drive_id, (key)->expires_on

/* dov-stock-papers.c: the papers that move goods, each with its lines. */
typedef struct
{
  GType      (*type) (void);
  GType      (*line) (void);     /* NULL: the paper moves goods by itself */
  const char  *paper_table;
  const char  *line_table;
  const char  *link;             /* of the line to its paper */
  int          rank;             /* within a day what comes in goes first */
  const char  *expected;         /* what the paper ?1 says was moved */
  const char  *cause;            /* the link of a movement to its line */
  const char  *actual;           /* the movements of the paper ?1 */
  const char  *fixed;            /* fields that stay once it is posted, by spaces */
} DovStockPaper;

#define DOV_N_STOCK_PAPERS 7
extern const DovStockPaper dov_stock_papers[DOV_N_STOCK_PAPERS];

const DovStockPaper *dov_stock_paper_of      (GType         type);
const DovStockPaper *dov_stock_paper_of_line (GType         type);
gboolean             dov_stock_is_posted     (DovRecord    *paper);
gboolean             dov_stock_is_newly_posted
                                             (DovRecord    *before,
                                              DovRecord    *after);

/* dov-stock-recipient.c */
gboolean      dov_stock_is_member (DovStore            *store,
                                   gint64               person_id,
                                   gint64               family_id,
                                   const GDate         *on);

/* dov-stock-warnings.c */

/* dov-stock-needs.c */
gboolean      dov_stock_settle_needs (DovStore         *store,
                                   DovDistribution     *distribution,
                                   gboolean             has_issued,
                                   GError             **error);

/* dov-stock-figures.c */
gint64        dov_stock_get_least (DovStore            *store,
                                   const DovStockKey   *key,
                                   const char          *since);
gint64        dov_stock_get_issuable (DovStore         *store,
                                   const DovStockKey   *key,
                                   const char          *since,
                                   gboolean             with_expired);
gint64        dov_stock_get_reserved (DovStore         *store,
                                   gint64               item_id,
                                   gint64               lounge_id,
                                   gint64               drive_id,
                                   gint64               but_need_id);
gint64        dov_stock_get_book  (DovStore            *store,
                                   DovInventoryCount   *count,
                                   DovInventoryLine    *line);
char         *dov_stock_describe_item (DovStore        *store,
                                   gint64               item_id);

/* dov-stock-allot.c */
gboolean      dov_stock_allot     (DovStore            *store,
                                   const DovStockPaper *paper,
                                   DovRecord           *record,
                                   GError             **error);

/* dov-stock-posting.c */
gboolean      dov_stock_post      (DovStore            *store,
                                   GError             **error);

G_END_DECLS
