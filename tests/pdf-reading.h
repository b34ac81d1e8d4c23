/* pdf-reading.h - a PDF as another program reads it, and pages as ink on paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-print.h"

G_BEGIN_DECLS

/* Where there is ink, in points from the corner of the page. */
typedef struct
{
  double left, top, right, bottom;
} Ink;

char     *pdf_read_page   (const char *path,
                           guint       page) G_GNUC_WARN_UNUSED_RESULT;
char     *pdf_read_tight  (const char *path,
                           guint       page) G_GNUC_WARN_UNUSED_RESULT;
char     *pdf_squeeze     (const char *text) G_GNUC_WARN_UNUSED_RESULT;
guint     pdf_count       (const char *text,
                           const char *piece);
guint     pdf_count_pages (const char *path);
char     *pdf_list_fonts  (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The ink of a page between two heights. */
gboolean  print_find_ink  (DovPrint   *print,
                           guint       page,
                           double      from,
                           double      to,
                           Ink        *ink);
void      print_assert_margins (DovPrint *print);

G_END_DECLS
