/* dov-shortcuts.h - every key of the program in one window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dov_shortcuts_present (GtkWindow *parent);

G_END_DECLS
