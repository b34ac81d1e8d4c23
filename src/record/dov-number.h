/* dov-number.h - numbers, quantities and money: what people type and read, what files hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* People: 12 345 · 1,5 · 1 500,50 (groups by U+00A0, minus U+2212). Files: 12345 · 1.5 · 1500.50. */
char      *dov_number_to_shown      (gint64        number) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_number_from_typed    (const char   *text,
                                     gint64       *number,
                                     GError      **error);
char      *dov_quantity_to_shown    (gint64        thousandths) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_quantity_from_typed  (const char   *text,
                                     gint64       *thousandths,
                                     GError      **error);
char      *dov_quantity_to_iso      (gint64        thousandths) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_quantity_from_iso    (const char   *text,
                                     gint64       *thousandths);
char      *dov_money_to_shown       (gint64        kopecks) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_money_from_typed     (const char   *text,
                                     gint64       *kopecks,
                                     GError      **error);
char      *dov_money_to_iso         (gint64        kopecks) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_money_from_iso       (const char   *text,
                                     gint64       *kopecks);
char      *dov_decimal_to_shown     (double        value,
                                     int           decimals) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_percent_to_shown     (double        share) G_GNUC_WARN_UNUSED_RESULT;

/* Russian word after a number, for official papers: 1 семья, 2 семьи, 5 семей. */
const char *dov_plural              (gint64        number,
                                     const char   *one,
                                     const char   *few,
                                     const char   *many);

G_END_DECLS
