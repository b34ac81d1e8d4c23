/* dov-one-stop.h - a list that Tab passes in one step, while the arrows walk in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dov_one_stop_add (GtkListBox *list);

G_END_DECLS
