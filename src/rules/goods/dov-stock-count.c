/* dov-stock-count.c - stock counts: what the books say (S6) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-inventory-line.h"

static DovRecord *
line_new (DovStore     *store,
          DovStatement *row)
{
  DovRecord *record = dov_record_new (DOV_TYPE_INVENTORY_LINE, 0);
  DovInventoryLine *line = DOV_INVENTORY_LINE (record);
  g_autoptr (GDate) day = dov_statement_dup_date (row, 2);

  dov_set (line, item_id, dov_statement_column_integer (row, 0));
  dov_set (line, drive_id, dov_statement_column_integer (row, 1));
  dov_set (line, expires_on, day);
  dov_set (line, book_qty, dov_statement_column_integer (row, 3));
  dov_set (line, unit_value, dov_stock_get_usual_value (store, line->item_id));

  return record;
}

/**
 * dov_stock_list_book:
 * @drive_id: a drive, 0 for the general stock, or %DOV_STOCK_ALL
 * @on: at the end of this day
 *
 * Returns: (transfer full) (element-type DovInventoryLine): drafts of the lines of a count:
 *   everything that the books have there
 */
GPtrArray *
dov_stock_list_book (DovStore    *store,
                     gint64       lounge_id,
                     gint64       drive_id,
                     const GDate *on)
{
  g_autofree char *day = dov_date_to_iso (on);
  g_autofree char *end = g_strconcat (day, "T24", NULL);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT m.item_id, ifnull (m.drive_id, 0), m.expires_on, sum (m.qty) FROM stock_move m"
                   " JOIN item i ON i.id = m.item_id WHERE m.lounge_id = ?1 AND m.at < ?2"
                   " AND (?3 = -1 OR m.drive_id IS nullif (?3, 0))"
                   " GROUP BY m.item_id, m.drive_id, m.expires_on HAVING sum (m.qty) <> 0"
                   " ORDER BY i.key, m.item_id, m.drive_id, m.expires_on",
                   "(xsx)", lounge_id, end, drive_id);

  while (dov_statement_next (rows))
    g_ptr_array_add (lines, line_new (store, rows));

  return lines;
}
