/* dov-table-private.h - what the files of the table share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-cell.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

typedef struct
{
  DovTableColumn       spec;
  const DovField      *field;
  GtkColumnViewColumn *column;
  char                *title;
  int                  pixels;
  int                  least;    /* where there is no room */
  gboolean             leaves;   /* for want of room */
  gboolean             is_away;  /* is not in the view now */
  DovTableView        *table;
} DovColumnState;

struct _DovTableView
{
  AdwBin             parent_instance;

  DovStore          *store;
  GtkColumnView     *view;
  GtkWidget         *popover;
  GtkSelectionModel *selection;
  DovCells          *cells;
  GPtrArray         *columns;
  gboolean           is_single;
  guint              fit_source;
  guint              settle_source;
  gboolean           is_putting;    /* columns come and go; nobody sorts */
  int                fitted_width;

  DovColumnState    *sorted;
  gboolean           descending;
  DovColumnState    *asked;
};

GtkWidget *dov_table_get_rows        (DovTableView         *self);
void       dov_table_add_menu_keys   (DovTableView         *self);

G_END_DECLS
