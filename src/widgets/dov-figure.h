/* dov-figure.h - a number that opens the records it counts */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_FIGURE (dov_figure_get_type ())
G_DECLARE_FINAL_TYPE (DovFigure, dov_figure, DOV, FIGURE, GtkButton)

GtkWidget *dov_figure_new (const char *value,
                           const char *caption);
void       dov_figure_set (DovFigure  *self,
                           const char *value,
                           const char *caption);

G_END_DECLS
