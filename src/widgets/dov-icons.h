/* dov-icons.h - the icons of the program, kept in memory */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dov_icons_keep (GdkDisplay *display,
                     int         scale);

G_END_DECLS
