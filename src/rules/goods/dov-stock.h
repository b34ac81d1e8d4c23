/* dov-stock.h - the stock of drives and lounges: what there is, and everything that moves it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-drive.h"
#include "dov-inventory-count.h"
#include "dov-kit-build.h"
#include "dov-need.h"
#include "dov-person.h"
#include "dov-stock-move.h"
#include "dov-stock-transfer.h"
#include "dov-store.h"
#include "dov-write-off.h"

G_BEGIN_DECLS

/* In place of a drive or a lounge: of all together. A drive of 0 is the general stock. */
#define DOV_STOCK_ALL G_GINT64_CONSTANT (-1)

/* Quantities are thousandths throughout, as in the records. */

/**
 * DovStockFigure:
 * @expires_on: (nullable): of one batch, when batches were asked for
 * @balance: what lies there: the sum of all movements
 * @reserved: what is kept back for families
 * @free: the rest, which may be handed out, moved or built into kits
 * @received: what came in: donations, less what was taken back
 * @issued: what families got, less what they brought back
 */
typedef struct
{
  gint64  item_id;
  gint64  lounge_id;
  gint64  drive_id;
  GDate  *expires_on;
  gint64  balance;
  gint64  reserved;
  gint64  free;
  gint64  received;
  gint64  issued;
} DovStockFigure;

typedef enum
{
  DOV_FIGURES_BATCHES = 1 << 0,  /* a row for every batch; these have no reserved */
  DOV_FIGURES_EMPTY   = 1 << 1,  /* also what once was there and is all gone */
} DovFiguresFlags;

/**
 * DovReceived:
 *
 * Something that a family got: one line of a handout.
 */
typedef struct
{
  gint64  distribution_id;
  gint64  line_id;
  GDate  *date;
  gint64  drive_id;
  gint64  item_id;
  gint64  child_id;
  gint64  qty;
} DovReceived;

/**
 * DovObstacle:
 * @type: the record that stands in the way, %G_TYPE_INVALID for none
 * @words: what it is and what to do
 */
typedef struct
{
  GType   type;
  gint64  id;
  gint64  item_id;
  gint64  lounge_id;
  gint64  qty;
  char   *words;
} DovObstacle;

/* Figures (dov-stock-figures.c). */
void       dov_stock_get_figure        (DovStore        *store,
                                        gint64           item_id,
                                        gint64           lounge_id,
                                        gint64           drive_id,
                                        DovStockFigure  *figure);
GPtrArray *dov_stock_list_figures      (DovStore        *store,
                                        gint64           lounge_id,
                                        gint64           drive_id,
                                        DovFiguresFlags  flags,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_stock_list_item_figures (DovStore        *store,
                                        gint64           item_id,
                                        DovFiguresFlags  flags,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_stock_list_received     (DovStore        *store,
                                        gint64           family_id,
                                        gint64           drive_id,
                                        const GDate     *since,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gint64     dov_stock_get_kept          (DovStore        *store,
                                        gint64           item_id,
                                        gint64           family_id,
                                        GDate          **until);
char      *dov_stock_dup_free          (DovStore        *store,
                                        const DovStockFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_stock_dup_shortage      (DovStore        *store,
                                        gint64           item_id,
                                        gint64           lounge_id,
                                        gint64           drive_id,
                                        gint64           have,
                                        gint64           wanted) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_stock_dup_quantity      (DovStore        *store,
                                        gint64           item_id,
                                        gint64           qty) G_GNUC_WARN_UNUSED_RESULT;
gint64     dov_stock_get_usual_value   (DovStore        *store,
                                        gint64           item_id);

/* What the law asks for (dov-stock-rules.c). */
gint64     dov_stock_get_threshold     (DovStore        *store);

/* Numbers of documents (dov-stock-number.c). */
char      *dov_stock_propose_number    (DovStore        *store,
                                        GType            type,
                                        gint64           lounge_id,
                                        const GDate     *on) G_GNUC_WARN_UNUSED_RESULT;

/* What moved goods (dov-stock-papers.c). */
gint64     dov_stock_find_paper        (DovStore        *store,
                                        DovStockMove    *move,
                                        GType           *type);

/* What a child has got already (dov-stock-recipient.c). */
char      *dov_stock_find_repeated     (DovStore        *store,
                                        DovDistribution *distribution,
                                        gint64           item_id,
                                        gint64           child_id) G_GNUC_WARN_UNUSED_RESULT;

/* What is done with goods beyond saving a paper (dov-stock-steps.c). Each is one
 * operation, and done twice it is done once. */
gboolean   dov_stock_sort              (DovStore            *store,
                                        DovDonationLine     *line,
                                        gint64               good,
                                        GError             **error);
gboolean   dov_stock_prepare_issue     (DovStore            *store,
                                        DovDistribution     *distribution,
                                        GPtrArray           *lines,
                                        GError             **error);
gboolean   dov_stock_issue_prepared    (DovStore            *store,
                                        gint64               distribution_id,
                                        gboolean             is_signed,
                                        GError             **error);
gboolean   dov_stock_return            (DovStore            *store,
                                        gint64               distribution_id,
                                        const GDate         *on,
                                        const char          *reason,
                                        GError             **error);
gint64     dov_stock_count_kits        (DovStore            *store,
                                        gint64               kit_id,
                                        gint64               lounge_id,
                                        gint64               drive_id,
                                        gint64              *scarce_id);
gboolean   dov_stock_cancel            (DovStore            *store,
                                        DovRecord           *paper,
                                        const char          *reason,
                                        GError             **error);

/* Needs and what is kept back for them (dov-stock-needs.c). */
gboolean   dov_stock_reserve           (DovStore        *store,
                                        gint64           need_id,
                                        const GDate     *until,
                                        GError         **error);

/* Stock counts (dov-stock-count.c). */
GPtrArray *dov_stock_list_book         (DovStore           *store,
                                        gint64              lounge_id,
                                        gint64              drive_id,
                                        const GDate        *on) G_GNUC_WARN_UNUSED_RESULT;

/* The end of a drive (dov-stock-closing.c). */
GPtrArray *dov_stock_list_obstacles    (DovStore        *store,
                                        gint64           drive_id,
                                        GError         **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_stock_move_leftover     (DovStore        *store,
                                        gint64           drive_id,
                                        gint64           lounge_id,
                                        gint64           item_id,
                                        const GDate     *on,
                                        gint64           staff_id,
                                        GError         **error);
gboolean   dov_stock_close_drive       (DovStore        *store,
                                        gint64           drive_id,
                                        const GDate     *on,
                                        GError         **error);

void       dov_stock_figure_free       (DovStockFigure  *figure);
void       dov_received_free           (DovReceived     *received);
void       dov_obstacle_free           (DovObstacle     *obstacle);

G_END_DECLS
