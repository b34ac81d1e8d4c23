/* dov-columns.h - two columns side by side, one under the other where there is no room for both */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Children that expand share what the others leave. Properties: "spacing" between columns,
 * "row-spacing" between them when stacked, "narrow" (the width, at ordinary text size, below which
 * they are stacked; larger text needs more), "stacked" (readable: whether they are now). */
#define DOV_TYPE_COLUMNS (dov_columns_get_type ())
G_DECLARE_FINAL_TYPE (DovColumns, dov_columns, DOV, COLUMNS, GtkWidget)

GtkWidget *dov_columns_new           (int         narrow);
void       dov_columns_append        (DovColumns *self,
                                      GtkWidget  *child);
gboolean   dov_columns_is_stacked    (DovColumns *self);

/* How much larger than usual the text of a widget is: 1.0 at 11 points and 96 dots an inch. */
double     dov_columns_text_scale    (GtkWidget  *widget);

G_END_DECLS
