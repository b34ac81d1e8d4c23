/* dov-related-table.h - the rows that belong to a record, or to none, as a table that is declared */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-view.h"

G_BEGIN_DECLS

/**
 * DovRelatedTable:
 * @title: what it is called for who cannot see it, marked with N_()
 * @type: (nullable): the records it shows; %NULL: @rows gives something else
 * @columns: to one without a name
 * @where: (nullable): SQL over the columns of the records; ?1 is the subject
 * @order: (nullable): a column, as long as no heading was pressed
 * @descending: its order
 * @rows: (nullable): gives the rows instead, in the order that is asked for
 * @open: (nullable): what Enter, a double click and a cell that opens lead to; %NULL: the record of the row
 */
typedef struct
{
  const char           *title;
  GType               (*type) (void);
  const DovTableColumn *columns;
  const char           *where;
  const char           *order;
  gboolean              descending;
  GListModel         *(*rows) (gpointer user_data, const char *order, gboolean descending, GError **error);
  void                (*open) (gpointer user_data, gpointer row);
} DovRelatedTable;

GtkWidget *dov_related_table_new  (DovStore              *store,
                                   const DovRelatedTable *declared,
                                   gpointer               user_data);
guint      dov_related_table_fill (GtkWidget             *table,
                                   gint64                 subject);

/* The table; while it is empty, what will be there and the button that begins it. */
GtkWidget *dov_related_table_or   (GtkWidget             *table,
                                   const char            *icon,
                                   const char            *title,
                                   const char            *words,
                                   GtkWidget             *begin);

G_END_DECLS
