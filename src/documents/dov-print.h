/* dov-print.h - a result laid out on pages of A4, for the screen, the printer and PDF alike */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Belongs to one thread at a time: the one that made it may hand it on. */
#define DOV_TYPE_PRINT (dov_print_get_type ())
G_DECLARE_FINAL_TYPE (DovPrint, dov_print, DOV, PRINT, GObject)

DovPrint  *dov_print_new           (DovResult     *result,
                                    GCancellable  *cancellable,
                                    GError       **error) G_GNUC_WARN_UNUSED_RESULT;
DovResult *dov_print_get_result    (DovPrint      *self);
guint      dov_print_count_pages   (DovPrint      *self);
void       dov_print_get_size      (DovPrint      *self,
                                    double        *width,
                                    double        *height);
void       dov_print_draw_page     (DovPrint      *self,
                                    cairo_t       *cr,
                                    guint          page);
char      *dov_print_dup_file_name (DovResult     *result) G_GNUC_WARN_UNUSED_RESULT;

/* No record, no store: safe in another thread. */
gboolean   dov_print_write_pdf     (DovResult     *result,
                                    const char    *path,
                                    gboolean       replace,
                                    DovProgress    progress,
                                    gpointer       user_data,
                                    GCancellable  *cancellable,
                                    GError       **error);

G_END_DECLS
