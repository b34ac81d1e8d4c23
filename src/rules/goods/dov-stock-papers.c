/* dov-stock-papers.c - the papers that move goods, their numbers (V8), and what each says was moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include <string.h>

#include "dov-inventory-line.h"
#include "dov-kit-build-line.h"
#include "dov-rental-loan.h"
#include "dov-stock-status.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

/* What a paper says was moved follows from the paper alone, so it can be
 * worked out at any time and compared with the movements that were written:
 * cause, day, item, lounge, drive, batch, quantity, kind. Goods move on the
 * day of the paper; the time of day is not told. */

#define GOODS "l.item_id, p.lounge_id, p.drive_id, l.expires_on"
#define OF_LINES(lines, papers, link) " FROM " lines " l JOIN " papers " p ON p.id = l." link \
  " WHERE p.id = ?1 AND p.removed IS NULL AND l.removed IS NULL"
#define MOVES(lines, cause, link) "FROM stock_move m JOIN " lines " l ON l.id = m." cause " WHERE l." link " = ?1"

const DovStockPaper dov_stock_papers[DOV_N_STOCK_PAPERS] = {
  {
    dov_donation_receipt_get_type, dov_donation_line_get_type, "donation_receipt", "donation_line", "receipt_id", 0,
    "SELECT l.id AS cause, p.date AS day, " GOODS ", l.qty AS qty, 'receipt' AS kind"
    OF_LINES ("donation_line", "donation_receipt", "receipt_id")
    " AND p.status = 'posted' AND l.condition IN ('new', 'good')",
    "donation_line_id", MOVES ("donation_line", "donation_line_id", "receipt_id"),
    "no date lounge_id drive_id donor_id legal_form agreement_no",
  },
  {
    dov_stock_transfer_get_type, dov_stock_transfer_line_get_type, "stock_transfer", "stock_transfer_line",
    "transfer_id", 1,
    "SELECT l.id AS cause, p.date AS day, " GOODS ", -l.qty AS qty, 'transfer_out' AS kind"
    OF_LINES ("stock_transfer_line", "stock_transfer", "transfer_id") " AND p.status = 'posted'"
    " UNION ALL SELECT l.id, p.date, l.item_id, p.to_lounge_id, p.to_drive_id, l.expires_on, l.qty, 'transfer_in'"
    OF_LINES ("stock_transfer_line", "stock_transfer", "transfer_id") " AND p.status = 'posted'",
    "transfer_line_id", MOVES ("stock_transfer_line", "transfer_line_id", "transfer_id"),
    "no date lounge_id drive_id to_lounge_id to_drive_id",
  },
  {
    dov_kit_build_get_type, dov_kit_build_line_get_type, "kit_build", "kit_build_line", "build_id", 2,
    "SELECT l.id AS cause, p.date AS day, " GOODS ", CASE WHEN p.is_unbuild THEN l.qty ELSE -l.qty END AS qty,"
    " 'kit_part' AS kind" OF_LINES ("kit_build_line", "kit_build", "build_id") " AND p.status = 'posted'",
    "kit_build_line_id", MOVES ("kit_build_line", "kit_build_line_id", "build_id"),
    "no date lounge_id drive_id kit_id qty is_unbuild expires_on",
  },
  {
    dov_kit_build_get_type, NULL, "kit_build", NULL, NULL, 2,
    "SELECT p.id AS cause, p.date AS day, p.kit_id AS item_id, p.lounge_id AS lounge_id, p.drive_id AS drive_id,"
    " p.expires_on AS expires_on, CASE WHEN p.is_unbuild THEN -p.qty ELSE p.qty END AS qty, 'kit_build' AS kind"
    " FROM live_kit_build p WHERE p.id = ?1 AND p.status = 'posted'",
    "kit_build_id", "FROM stock_move m WHERE m.kit_build_id = ?1",
    "",
  },
  {
    dov_distribution_get_type, dov_distribution_line_get_type, "distribution", "distribution_line",
    "distribution_id", 3,
    "SELECT l.id AS cause, p.date AS day, " GOODS ", -l.qty AS qty, 'issue' AS kind"
    OF_LINES ("distribution_line", "distribution", "distribution_id") " AND p.status IN ('issued', 'returned')"
    " UNION ALL SELECT l.id, p.returned_on, " GOODS ", l.qty, 'return'"
    OF_LINES ("distribution_line", "distribution", "distribution_id") " AND p.status = 'returned'",
    "distribution_line_id", MOVES ("distribution_line", "distribution_line_id", "distribution_id"),
    "no date lounge_id drive_id family_id person_id proxy",
  },
  {
    dov_write_off_get_type, dov_write_off_line_get_type, "write_off", "write_off_line", "write_off_id", 4,
    "SELECT l.id AS cause, p.date AS day, " GOODS ", -l.qty AS qty, 'writeoff' AS kind"
    OF_LINES ("write_off_line", "write_off", "write_off_id") " AND p.status = 'posted'",
    "write_off_line_id", MOVES ("write_off_line", "write_off_line_id", "write_off_id"),
    "no date lounge_id drive_id reason",
  },
  {
    dov_inventory_count_get_type, dov_inventory_line_get_type, "inventory_count", "inventory_line", "count_id", 5,
    "SELECT l.id AS cause, p.date AS day, l.item_id, p.lounge_id, l.drive_id, l.expires_on,"
    " l.actual_qty - l.book_qty AS qty,"
    " CASE WHEN l.actual_qty > l.book_qty THEN 'adjust_plus' ELSE 'adjust_minus' END AS kind"
    OF_LINES ("inventory_line", "inventory_count", "count_id")
    " AND p.status = 'posted' AND l.actual_qty <> l.book_qty",
    "inventory_line_id", MOVES ("inventory_line", "inventory_line_id", "count_id"),
    "no date lounge_id",
  },
};

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

/* The paper of a type, or NULL: the first row, the one that has its lines. */
const DovStockPaper *
dov_stock_paper_of (GType type)
{
  for (guint i = 0; i < DOV_N_STOCK_PAPERS; i++)
    if (dov_stock_papers[i].type () == type)
      return &dov_stock_papers[i];

  return NULL;
}

/* The paper whose lines are of a type, or NULL. */
const DovStockPaper *
dov_stock_paper_of_line (GType type)
{
  for (guint i = 0; i < DOV_N_STOCK_PAPERS; i++)
    if (dov_stock_papers[i].line != NULL && dov_stock_papers[i].line () == type)
      return &dov_stock_papers[i];

  return NULL;
}

/* Whether the paper has moved goods: by its status, wherever it lies. */
gboolean
dov_stock_is_posted (DovRecord *paper)
{
  const DovField *field = dov_record_find_field (paper, "status");
  g_autofree char *status = dov_record_dup_text (paper, field);

  return g_str_equal (status, "posted") || g_str_equal (status, "issued") || g_str_equal (status, "returned");
}

/* Whether it is only now that the paper moves them. */
gboolean
dov_stock_is_newly_posted (DovRecord *before,
                           DovRecord *after)
{
  return after != NULL && dov_stock_is_posted (after) && (before == NULL || !dov_stock_is_posted (before));
}

/**
 * dov_stock_find_paper:
 * @type: (out): its kind
 *
 * Returns: the paper that a movement follows from, 0 when there is none
 */
gint64
dov_stock_find_paper (DovStore     *store,
                      DovStockMove *move,
                      GType        *type)
{
  for (guint i = 0; i < DOV_N_STOCK_PAPERS; i++)
    {
      const DovStockPaper *paper = &dov_stock_papers[i];
      gint64 cause = dov_record_get_number (DOV_RECORD (move), paper->cause);
      g_autofree char *sql = NULL;

      if (cause == 0)
        continue;
      *type = paper->type ();
      if (paper->line == NULL)
        return cause;
      sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", paper->link, paper->line_table);
      return dov_store_see_number (store, sql, "(x)", cause);
    }

  return 0;
}
