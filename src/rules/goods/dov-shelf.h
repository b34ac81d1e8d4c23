/* dov-shelf.h - what there is of each thing: received, handed out, in stock, kept back, free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_SHELF (dov_shelf_get_type ())
G_DECLARE_FINAL_TYPE (DovShelf, dov_shelf, DOV, SHELF, GObject)

/**
 * DovShelf:
 * @free: what may be handed out to anybody
 * @elsewhere: what other lounges have of it
 * @expires: (nullable): of the batch that goes first
 *
 * One thing in a drive, or in the whole stock of a lounge. A row of a table; it only is read.
 */
struct _DovShelf
{
  GObject   parent_instance;

  gint64    item;
  gint64    category;
  char     *name;
  char     *unit;
  gint64    received;
  gint64    issued;
  gint64    balance;
  gint64    reserved;
  gint64    free;
  gint64    elsewhere;
  GDate    *expires;
};

/**
 * DovShelfWish:
 * @drive: 0: the general stock, or %DOV_STOCK_ALL
 * @lounge: 0: of all lounges
 * @category: 0: of all categories
 * @words: (nullable): every word occurs in the name of the thing
 * @order: (nullable): "name", or one of the figures
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

/* How the use-by date stands of what is there. */
typedef enum
{
  DOV_EXPIRY_FAR,
  DOV_EXPIRY_SOON,
  DOV_EXPIRY_OVER,
} DovExpiry;

GListModel *dov_shelf_list        (DovStore           *store,
                                   const DovShelfWish *wish,
                                   GError            **error) G_GNUC_WARN_UNUSED_RESULT;
gint64      dov_shelf_get_figure  (DovShelf           *self,
                                   const char         *name);
DovExpiry   dov_shelf_judge       (DovShelf           *self);
char       *dov_shelf_dup_mark    (DovShelf           *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
