/* dov-store-once.c - what may be there only once, by table; the hardest rules a second time, in the file itself */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define IS_IN_TIME (DOV_ONCE_BY_DAYS | DOV_ONCE_BY_MEETING_DAYS | DOV_ONCE_WHILE_OPEN)

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

/**
 * dov_store_add_once:
 * @rows: static; each says of one record by what it is told from the others
 *
 * Rules that are nothing but “this is there already”. A row whose fields are
 * not all given forbids nothing.
 */
void
dov_store_add_once (DovStore      *self,
                    const DovOnce *rows,
                    guint          n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (self->once, (gpointer) &rows[i]);
}

static const DovField *
find_field (DovRecord  *record,
            const char *name)
{
  const DovField *field = dov_record_find_field (record, name);

  if (field == NULL)
    g_error ("%s has no field “%s”", DOV_RECORD_GET_CLASS (record)->table, name);

  return field;
}

static gboolean
has_changed (DovRecord  *before,
             DovRecord  *after,
             const char *name)
{
  const DovField *field = find_field (after, name);

  return dov_record_diff (before, after) >> (field - DOV_RECORD_GET_CLASS (after)->fields) & 1;
}

/* Whether the change is one that could bring a second one about. */
static gboolean
is_concerned (const DovOnce *once,
              char         **names,
              DovRecord     *before,
              DovRecord     *after)
{
  gboolean has_moved = before == NULL;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (dov_record_is_empty (after, find_field (after, names[i])))
        return FALSE;
      has_moved = has_moved || has_changed (before, after, names[i]);
    }
  if ((once->flags & DOV_ONCE_WHILE_OPEN) && !dov_record_is_empty (after, find_field (after, "until")))
    return FALSE;
  if (!has_moved && (once->flags & IS_IN_TIME))
    has_moved = has_changed (before, after, "since") || has_changed (before, after, "until");

  return has_moved;
}

/* ?1 is the record itself, then come its fields, then since and until. */
static char *
describe_question (const DovOnce *once,
                   DovRecord     *record,
                   char         **names)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  guint n = 2 + g_strv_length (names);

  g_string_printf (sql, "SELECT %s FROM %s WHERE id <> ?1", once->says != NULL ? once->says : "NULL",
                   DOV_RECORD_GET_CLASS (record)->table);
  if (once->flags & DOV_ONCE_EITHER_WAY)
    g_string_append_printf (sql, " AND ((%1$s = ?2 AND %2$s = ?3) OR (%1$s = ?3 AND %2$s = ?2))", names[0], names[1]);
  else
    for (guint i = 0; names[i] != NULL; i++)
      g_string_append_printf (sql, " AND %s = ?%u", names[i], i + 2);

  if (!(once->flags & DOV_ONCE_EVEN_IN_BIN))
    g_string_append (sql, " AND removed IS NULL");
  if (once->flags & DOV_ONCE_WHILE_OPEN)
    g_string_append (sql, " AND until IS NULL");
  if (once->flags & (DOV_ONCE_BY_DAYS | DOV_ONCE_BY_MEETING_DAYS))
    {
      const char *equal = once->flags & DOV_ONCE_BY_DAYS ? "=" : "";

      g_string_append_printf (sql, " AND (?%2$u IS NULL OR since IS NULL OR since <%3$s ?%2$u)"
                              " AND (?%1$u IS NULL OR until IS NULL OR until >%3$s ?%1$u)", n, n + 1, equal);
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
bind_question (const DovOnce *once,
               DovStatement  *rows,
               DovRecord     *record,
               char         **names)
{
  int index = 1;

  dov_statement_bind_integer (rows, index++, dov_record_get_id (record));
  for (guint i = 0; names[i] != NULL; i++)
    dov_store_bind_field (rows, index++, record, find_field (record, names[i]));
  if (once->flags & (DOV_ONCE_BY_DAYS | DOV_ONCE_BY_MEETING_DAYS))
    {
      dov_store_bind_field (rows, index++, record, find_field (record, "since"));
      dov_store_bind_field (rows, index, record, find_field (record, "until"));
    }
}

static void
tell (const DovOnce *once,
      DovRecord     *record,
      const char    *says,
      GPtrArray     *problems)
{
  g_auto (GStrv) parts = g_strsplit (_(once->message), "%s", 2);
  g_autofree char *words = g_strjoinv (says != NULL ? says : "", parts);

  if (once->flags & DOV_ONCE_OR_SAY_WHY)
    dov_problems_warn (problems, record, once->field, once->rule, "%s", words);
  else
    dov_problems_add (problems, record, once->field, once->rule, "%s", words);
}

static void
check (DovStore      *self,
       const DovOnce *once,
       DovRecord     *before,
       DovRecord     *after,
       GPtrArray     *problems)
{
  g_auto (GStrv) names = g_strsplit (once->fields, " ", -1);
  g_autofree char *sql = NULL;
  g_autoptr (DovStatement) rows = NULL;

  if (!is_concerned (once, names, before, after))
    return;

  sql = describe_question (once, after, names);
  rows = dov_store_ask (self, sql, NULL);
  if (rows == NULL)
    return;
  bind_question (once, rows, after, names);
  if (dov_statement_next (rows))
    tell (once, after, dov_statement_column_text (rows, 0), problems);
}

/* Whether the row is looked at now: at the save, for a form to tell at once,
 * or at the end of the operation, when all of it is written. */
static gboolean
is_due (const DovOnce *once,
        GType          type,
        gboolean       at_commit)
{
  return once->type () == type && ((once->flags & DOV_ONCE_AT_SAVE) == 0) == at_commit;
}

void
dov_store_ask_once (DovStore  *self,
                    gboolean   at_commit,
                    DovRecord *before,
                    DovRecord *after,
                    GPtrArray *problems)
{
  for (guint i = 0; i < self->once->len; i++)
    if (is_due (g_ptr_array_index (self->once, i), G_OBJECT_TYPE (after), at_commit))
      check (self, g_ptr_array_index (self->once, i), before, after, problems);
}

gboolean
dov_store_has_late_once (DovStore *self,
                         GType     type)
{
  for (guint i = 0; i < self->once->len; i++)
    if (is_due (g_ptr_array_index (self->once, i), type, TRUE))
      return TRUE;

  return FALSE;
}
