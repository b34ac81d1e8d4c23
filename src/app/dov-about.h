/* dov-about.h - what the program is, its version and licence */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void dov_about_present (GtkWindow *parent);

G_END_DECLS
