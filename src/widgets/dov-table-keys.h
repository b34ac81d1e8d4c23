/* dov-table-keys.h - rows put in order by the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dov_table_keys_add (GtkColumnView *view);

G_END_DECLS
