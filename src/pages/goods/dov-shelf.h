/* dov-shelf.h - what there is of each thing: received, handed out, in stock, kept back, free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-view.h"

G_BEGIN_DECLS

/* One thing in a drive, or in the whole stock of a lounge. */
#define DOV_TYPE_SHELF (dov_shelf_get_type ())
G_DECLARE_FINAL_TYPE (DovShelf, dov_shelf, DOV, SHELF, GObject)

/**
 * DovShelfWish:
 * @drive: 0: the general stock, or %DOV_STOCK_ALL
 * @lounge: 0: of all lounges
 * @category: 0: of all categories
 * @words: (nullable): every word occurs in the name of the thing
 * @order: (nullable): a column of the table
 * @all: also what is all gone
 * @soon: only what goes off soon, or did
 */
typedef struct
{
  gint64      drive;
  gint64      lounge;
  gint64      category;
  const char *words;
  const char *order;
  gboolean    descending;
  gboolean    all;
  gboolean    soon;
} DovShelfWish;

GListModel *dov_shelf_list         (DovStore           *store,
                                    const DovShelfWish *wish,
                                    GError            **error) G_GNUC_WARN_UNUSED_RESULT;
DovShelf   *dov_shelf_find         (DovStore           *store,
                                    gint64              item,
                                    gint64              lounge,
                                    gint64              drive) G_GNUC_WARN_UNUSED_RESULT;
gint64      dov_shelf_get_item     (DovShelf           *self);
const char *dov_shelf_get_name     (DovShelf           *self);
gint64      dov_shelf_get_figure   (DovShelf           *self,
                                    const char         *column);
char       *dov_shelf_dup_mark     (DovShelf           *self) G_GNUC_WARN_UNUSED_RESULT;
gint64      dov_shelf_get_balance  (DovShelf           *self);
gint64      dov_shelf_get_reserved (DovShelf           *self);
gint64      dov_shelf_get_free     (DovShelf           *self);
gint64      dov_shelf_get_category (DovShelf           *self);
const char *dov_shelf_get_unit     (DovShelf           *self);
gboolean    dov_shelf_goes_off     (DovShelf           *self);

/* The columns of its table; the opening figures have the index of their kind. */
enum
{
  DOV_SHELF_NAME,
  DOV_SHELF_RECEIVED,
  DOV_SHELF_ISSUED,
  DOV_SHELF_BALANCE,
  DOV_SHELF_RESERVED,
  DOV_SHELF_FREE,
  DOV_SHELF_ELSEWHERE,
};

const DovTableColumn *dov_shelf_columns_of_drive (guint *n_columns);
const DovTableColumn *dov_shelf_columns_of_stock (guint *n_columns);

/* “36 kg”, with a space that does not break. */
char       *dov_shelf_amount_words (gint64              amount,
                                    const char         *unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
