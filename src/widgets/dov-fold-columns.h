/* dov-fold-columns.h - columns side by side where there is room, one under the other where there is not */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_FOLD_COLUMNS (dov_fold_columns_get_type ())
G_DECLARE_FINAL_TYPE (DovFoldColumns, dov_fold_columns, DOV, FOLD_COLUMNS, GtkWidget)

/* Properties: "spacing" (24, between columns), "row-spacing" (16, when folded),
 * "side-width" (380: the first column takes what the others leave; 0: all alike),
 * "fold-width" (890: folds when narrower than this × the size of text),
 * "folded" (read only). Children are added in templates or with append. */
GtkWidget *dov_fold_columns_new       (void);
void       dov_fold_columns_append    (DovFoldColumns *self,
                                       GtkWidget      *child);
gboolean   dov_fold_columns_is_folded (DovFoldColumns *self);

double     dov_text_scale             (void);

G_END_DECLS
