/* dov-glyphs.h - how wide and how high a text is on paper, without a display */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double   points;
  gboolean is_bold;
  gboolean is_arial;  /* else Times New Roman */
} DovFont;

double  dov_text_measure       (const DovFont *font,
                                const char    *text);
double  dov_text_measure_piece (const DovFont *font,
                                const char    *text);
guint   dov_text_count_lines   (const DovFont *font,
                                const char    *text,
                                double         pixels);
double  dov_text_height        (const DovFont *font,
                                guint          lines);
char   *dov_text_cut           (const char    *text,
                                gsize          most) G_GNUC_WARN_UNUSED_RESULT;
char   *dov_text_cut_to_lines  (const DovFont *font,
                                const char    *text,
                                double         pixels,
                                guint          most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
