/* dov-spoken.h - words for somebody who hears the window, told by what has the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dov_describe (gpointer    widget,
                   const char *words);
void dov_tell     (gpointer    around,
                   const char *words);

G_END_DECLS
