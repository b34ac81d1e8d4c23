/* dov-table.h - a column view over records or other rows: sorted in SQL, lazy, as wide as its font asks */
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
/* A class of the style sheet for the cell: "sum", "lnk", "dim-label"; NULL: none. */
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
 * @wraps: long text goes on in the next line
 * @leaves: 1 goes first where it is narrow, then 2…; 0: stays
 * @order: (nullable): what DovQuery.order is to be; default: the field, if it can be put in order by itself; "": none
 * @words: (nullable): default: the field as people read it
 * @sign: (nullable): makes the cells badges
 * @look: (nullable): a class for each cell
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
  int           leaves;
  const char   *order;
  DovCellWords  words;
  DovCellSign   sign;
  DovCellLook   look;
  guint         index;
};

/* Signals: "opened" (guint position): Enter or a double click; "selection-changed";
 * "order-changed": a heading was pressed, ask dov_table_get_order(). */
#define DOV_TYPE_TABLE (dov_table_get_type ())
G_DECLARE_FINAL_TYPE (DovTable, dov_table, DOV, TABLE, AdwBin)

GtkWidget   *dov_table_new            (DovStore             *store,
                                       const char           *label);
void         dov_table_set_columns    (DovTable             *self,
                                       GType                 record,
                                       const DovTableColumn *columns,
                                       guint                 n_columns);
void         dov_table_set_model      (DovTable             *self,
                                       GListModel           *model);
GListModel  *dov_table_get_model      (DovTable             *self);
void         dov_table_set_menu       (DovTable             *self,
                                       GMenuModel           *menu);
void         dov_table_set_many       (DovTable             *self,
                                       gboolean              many);

GtkBitset   *dov_table_dup_selected   (DovTable             *self) G_GNUC_WARN_UNUSED_RESULT;
void         dov_table_select         (DovTable             *self,
                                       guint                 position,
                                       gboolean              alone);
void         dov_table_unselect_all   (DovTable             *self);
void         dov_table_show_row       (DovTable             *self,
                                       guint                 position);
gboolean     dov_table_focus_rows     (DovTable             *self);
void         dov_table_refresh        (DovTable             *self);

const char  *dov_table_get_order      (DovTable             *self,
                                       gboolean             *descending);
void         dov_table_set_order      (DovTable             *self,
                                       const char           *name,
                                       gboolean              descending);
guint        dov_table_list_shown     (DovTable             *self,
                                       const DovTableColumn **columns,
                                       guint                 at_most);

G_END_DECLS
