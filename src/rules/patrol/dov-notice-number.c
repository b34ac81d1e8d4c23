/* dov-notice-number.c - the number of an outgoing notice (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-notice-number.h"

#include <string.h>

/* “17” and “17/3” are both the seventeenth. */
static gint64
read_number (const char *notice_no)
{
  return strspn (notice_no, "0123456789") <= 9 ? g_ascii_strtoll (notice_no, NULL, 10) : 0;
}

/**
 * dov_notice_number_propose:
 * @on: a day of the year that the number is for
 *
 * Returns: (transfer full): the next free number of that lounge and year, one
 *   above the highest that was ever given, those in the bin included
 */
char *
dov_notice_number_propose (DovStore    *store,
                           gint64       lounge_id,
                           const GDate *on)
{
  g_autofree char *year = g_strdup_printf ("%04d", g_date_get_year (on));
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT notice_no FROM outgoing_notice WHERE +lounge_id = ?1 AND substr (date, 1, 4) = ?2",
                   "(xs)", lounge_id, year);
  gint64 highest = 0;

  while (dov_statement_next (rows))
    highest = MAX (highest, read_number (dov_statement_column_text (rows, 0)));

  return g_strdup_printf ("%" G_GINT64_FORMAT, highest + 1);
}
