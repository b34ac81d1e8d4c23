/* dov-stock-number.c - numbers of papers: unique per kind, lounge and year (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-rental-loan.h"

/* Whatever was ever given counts, in the bin too: a number is not used again. */
static gint64
find_highest (DovStore   *store,
              const char *table,
              const char *number,
              const char *day,
              gint64      lounge_id,
              int         year)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT CAST (%s AS INTEGER) FROM %s WHERE lounge_id = ?1 AND substr (%s, 1, 4) = ?2"
                     " ORDER BY CAST (%s AS INTEGER) DESC LIMIT 1", number, table, day, number);
  g_autofree char *text = g_strdup_printf ("%04d", year);
  g_autoptr (DovStatement) rows = dov_store_ask (store, sql, "(xs)", lounge_id, text);

  return dov_statement_next (rows) ? dov_statement_column_integer (rows, 0) : 0;
}

/**
 * dov_stock_propose_number:
 * @type: a paper that moves goods, or a loan, whose number is that of its agreement
 * @on: a day of the year that the number is for
 *
 * Returns: (transfer full): the next number of that kind, lounge and year
 */
char *
dov_stock_propose_number (DovStore    *store,
                          GType        type,
                          gint64       lounge_id,
                          const GDate *on)
{
  gboolean is_loan = type == DOV_TYPE_RENTAL_LOAN;
  const DovStockPaper *paper = dov_stock_paper_of (type);

  g_return_val_if_fail (is_loan || paper != NULL, NULL);

  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          find_highest (store, is_loan ? "rental_loan" : paper->paper_table,
                                        is_loan ? "agreement_no" : "no", is_loan ? "issued_on" : "date",
                                        lounge_id, g_date_get_year (on)) + 1);
}
