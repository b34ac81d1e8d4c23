/* dov-store-guards.c - what the file itself refuses, whoever writes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

/* The hardest rules stand here a second time, below all code: numbers of
 * documents are not used twice (V8), a lent thing is not lent (N17), what moved
 * stays written and no stock is below zero (S1, N1). And the indexes by which
 * the next number and a balance are found at once. */
static const struct
{
  const char *table;
  const char *sql;
} guards[] = {
  { "donation_receipt", "CREATE UNIQUE INDEX donation_receipt_no ON donation_receipt"
                        " (lounge_id, no, substr (date, 1, 4))" },
  { "distribution", "CREATE UNIQUE INDEX distribution_no ON distribution (lounge_id, no, substr (date, 1, 4))" },
  { "write_off", "CREATE UNIQUE INDEX write_off_no ON write_off (lounge_id, no, substr (date, 1, 4))" },
  { "stock_transfer", "CREATE UNIQUE INDEX stock_transfer_no ON stock_transfer"
                      " (lounge_id, no, substr (date, 1, 4))" },
  { "inventory_count", "CREATE UNIQUE INDEX inventory_count_no ON inventory_count"
                       " (lounge_id, no, substr (date, 1, 4))" },
  { "kit_build", "CREATE UNIQUE INDEX kit_build_no ON kit_build (lounge_id, no, substr (date, 1, 4))" },
  { "rental_loan", "CREATE UNIQUE INDEX rental_loan_no ON rental_loan"
                   " (lounge_id, agreement_no, substr (issued_on, 1, 4))" },
  { "donation_receipt", "CREATE INDEX donation_receipt_numbers ON donation_receipt"
                        " (lounge_id, substr (date, 1, 4), CAST (no AS INTEGER))" },
  { "distribution", "CREATE INDEX distribution_numbers ON distribution"
                    " (lounge_id, substr (date, 1, 4), CAST (no AS INTEGER))" },
  { "write_off", "CREATE INDEX write_off_numbers ON write_off"
                 " (lounge_id, substr (date, 1, 4), CAST (no AS INTEGER))" },
  { "stock_transfer", "CREATE INDEX stock_transfer_numbers ON stock_transfer"
                      " (lounge_id, substr (date, 1, 4), CAST (no AS INTEGER))" },
  { "inventory_count", "CREATE INDEX inventory_count_numbers ON inventory_count"
                       " (lounge_id, substr (date, 1, 4), CAST (no AS INTEGER))" },
  { "kit_build", "CREATE INDEX kit_build_numbers ON kit_build"
                 " (lounge_id, substr (date, 1, 4), CAST (no AS INTEGER))" },
  { "rental_loan", "CREATE INDEX rental_loan_numbers ON rental_loan"
                   " (lounge_id, substr (issued_on, 1, 4), CAST (agreement_no AS INTEGER))" },
  { "rental_loan", "CREATE UNIQUE INDEX rental_loan_open ON rental_loan (item_id)"
                   " WHERE returned_on IS NULL AND removed IS NULL" },
  { "rental_item", "CREATE UNIQUE INDEX rental_item_no ON rental_item (inventory_no)" },
  { "stock_move", "CREATE INDEX stock_move_key ON stock_move (item_id, lounge_id, drive_id, expires_on, at, qty)" },
  { "stock_move", "CREATE TRIGGER stock_move_stays BEFORE UPDATE OF item_id, at, lounge_id, drive_id, expires_on,"
                  " qty, kind, removed ON stock_move BEGIN"
                  " SELECT RAISE (ABORT, 'A movement of goods is never changed'); END" },
  { "stock_move", "CREATE TRIGGER stock_move_remains BEFORE DELETE ON stock_move BEGIN"
                  " SELECT RAISE (ABORT, 'A movement of goods is never deleted'); END" },
  { "stock_move", "CREATE TRIGGER stock_move_enough AFTER INSERT ON stock_move WHEN NEW.qty < 0 BEGIN"
                  " SELECT RAISE (ABORT, 'There would be less than nothing in the stock')"
                  " WHERE (SELECT sum (qty) FROM stock_move WHERE item_id = NEW.item_id"
                  " AND lounge_id = NEW.lounge_id AND drive_id IS NEW.drive_id"
                  " AND expires_on IS NEW.expires_on) < 0; END" },
};

/* The statements that make what guards this table, of the given kind: “INDEX” or “TRIGGER”. */
GPtrArray *
dov_table_list_guards (DovTable   *table,
                       const char *kind)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *plain = g_strdup_printf ("CREATE %s ", kind);
  g_autofree char *unique = g_strdup_printf ("CREATE UNIQUE %s ", kind);

  for (guint i = 0; i < G_N_ELEMENTS (guards); i++)
    if (g_str_equal (guards[i].table, table->klass->table)
        && (g_str_has_prefix (guards[i].sql, plain) || g_str_has_prefix (guards[i].sql, unique)))
      g_ptr_array_add (found, g_strdup (guards[i].sql));

  return found;
}
