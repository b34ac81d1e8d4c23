/* dov-table-menu.h - what the Menu key and the right button offer for the rows of a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *dov_table_menu_new (GtkWidget  *table,
                               GMenuModel *menu);

G_END_DECLS
