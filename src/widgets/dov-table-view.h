/* dov-table-view.h - a column view over records or other rows: sorted in SQL, lazy, as wide as its font asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-badge.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef struct _DovTableColumn DovTableColumn;

/* What a cell says of a row. */
typedef char *(*DovCellWords) (DovStore             *store,
                               gpointer              row,
                               const DovTableColumn *column);
/* The sign before the words; NULL: plain words, no badge. */
typedef const DovSign *(*DovCellSign) (gpointer              row,
                                       const DovTableColumn *column);
/* A class of the style sheet for the cell: "sum", "opens"; NULL: none. */
typedef const char *(*DovCellLook) (gpointer              row,
                                    const DovTableColumn *column);

/**
 * DovTableColumn:
 * @name: a field of the record, or a word of its own for what is computed
 * @title: (nullable): the heading, marked with N_(); default: the label of the field
 * @width: in digits of the font; 0: by the kind of the field
 * @expands: takes what the others leave
 * @is_bold: the one that tells a row from the others
 * @is_number: stands right; fields of numbers do anyway
 * @wraps: long text goes on in the next line, so the column may be narrower where there is no room
 * @heading_wraps: so does the heading
 * @leaves: 1 goes first where it is narrow, then 2…; 0: stays
 * @order: (nullable): what DovQuery.order is to be; default: the field, if it can be put in order by itself; "": none
 * @words: (nullable): default: the field as people read it
 * @sign: (nullable): makes the cells badges
 * @badge: (nullable): a badge behind the words, while it says anything; @sign is how it looks
 * @look: (nullable): a class for each cell; a look that ends in "opens" can be pressed
 * @index: for whoever computes the words
 *
 * The strings and functions stay the caller's and live as long as the table.
 */
struct _DovTableColumn
{
  const char   *name;
  const char   *title;
  int           width;
  gboolean      expands;
  gboolean      is_bold;
  gboolean      is_number;
  gboolean      wraps;
  gboolean      heading_wraps;
  int           leaves;
  const char   *order;
  DovCellWords  words;
  DovCellWords  badge;
  DovCellSign   sign;
  DovCellLook   look;
  guint         index;
};

/* Signals: "opened" (guint position): Enter or a double click; "pressed" (guint position, guint index): a cell
 * whose look ends in "opens" was pressed, index is that of its column; "selection-changed";
 * "order-changed": a heading was pressed, ask dov_table_view_get_order(). */
#define DOV_TYPE_TABLE_VIEW (dov_table_view_get_type ())
G_DECLARE_FINAL_TYPE (DovTableView, dov_table_view, DOV, TABLE_VIEW, AdwBin)

GtkWidget   *dov_table_view_new            (DovStore             *store,
                                       const char           *label);
void         dov_table_view_set_columns    (DovTableView             *self,
                                       GType                 record,
                                       const DovTableColumn *columns,
                                       guint                 n_columns);
void         dov_table_view_set_model      (DovTableView             *self,
                                       GListModel           *model);
GListModel  *dov_table_view_get_model      (DovTableView             *self);
void         dov_table_view_set_menu       (DovTableView             *self,
                                       GMenuModel           *menu);
void         dov_table_view_set_many       (DovTableView             *self,
                                       gboolean              many);

void         dov_table_view_set_whole       (DovTableView             *self);

GtkBitset   *dov_table_view_dup_selected   (DovTableView             *self) G_GNUC_WARN_UNUSED_RESULT;
void         dov_table_view_select         (DovTableView             *self,
                                       guint                 position,
                                       gboolean              alone);
void         dov_table_view_unselect_all   (DovTableView             *self);
void         dov_table_view_show_row       (DovTableView             *self,
                                       guint                 position);
gboolean     dov_table_view_focus_rows     (DovTableView             *self);
void         dov_table_view_refresh        (DovTableView             *self);

const char  *dov_table_view_get_order      (DovTableView             *self,
                                       gboolean             *descending);
void         dov_table_view_set_order      (DovTableView             *self,
                                       const char           *name,
                                       gboolean              descending);
guint        dov_table_view_list_shown     (DovTableView             *self,
                                       const DovTableColumn **columns,
                                       guint                 at_most);

G_END_DECLS
