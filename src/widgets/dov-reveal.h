/* dov-reveal.h - scrolls so far that a thing is seen whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dov_reveal     (GtkWidget *first,
                     GtkWidget *last);
void dov_reveal_new (GtkWidget *first,
                     GtkWidget *last);

G_END_DECLS
