/* dov-widgets.h - what must be ready before the first widget of the program is made */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_RESOURCES "/io/github/doverie/Doverie"

void dov_widgets_init (void);

G_END_DECLS
