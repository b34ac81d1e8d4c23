/* dov-widgets.h - what all widgets of the program stand on: templates, style, the size of their text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_RESOURCES "/io/github/doverie/Doverie"

void dov_widgets_init       (void);
void dov_widgets_scale_text (guint percent);

G_END_DECLS
