/* dov-paste-columns.h - what stands in each column of a pasted table: found by its heading, or asked */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-pasted.h"

G_BEGIN_DECLS

/* Signals: "changed" (): something else was chosen. */
#define DOV_TYPE_PASTE_COLUMNS (dov_paste_columns_get_type ())
G_DECLARE_FINAL_TYPE (DovPasteColumns, dov_paste_columns, DOV, PASTE_COLUMNS, AdwBin)

GtkWidget      *dov_paste_columns_new           (GType              type,
                                                 GPtrArray         *table,
                                                 const char *const *only);
GPtrArray      *dov_paste_columns_get_table     (DovPasteColumns *self);
guint           dov_paste_columns_get_n         (DovPasteColumns *self);
guint           dov_paste_columns_get_first_row (DovPasteColumns *self);
const char     *dov_paste_columns_get_title     (DovPasteColumns *self,
                                                 guint            column);
const DovField *dov_paste_columns_get_field     (DovPasteColumns *self,
                                                 guint            column);
gboolean        dov_paste_columns_is_decided    (DovPasteColumns *self,
                                                 guint            column);
DovDateOrder    dov_paste_columns_get_order     (DovPasteColumns *self,
                                                 guint            column);
char           *dov_paste_columns_check         (DovPasteColumns *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
