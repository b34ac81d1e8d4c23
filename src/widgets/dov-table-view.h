/* dov-table-view.h - a column view over records or other rows: sorted in SQL, lazy, as wide as its font asks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-table-cell.h"

G_BEGIN_DECLS

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
