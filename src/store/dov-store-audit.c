/* dov-store-audit.c - who did what and when: written with every save, read as history, blotted where it must be forgotten */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include <glib/gi18n.h>

#include "dov-registry.h"

/**
 * dov_store_scrub:
 * @record: saved in the open operation without what is to be forgotten
 * @fields: (array zero-terminated=1): the fields that lost it
 *
 * Makes the log forget the values of @fields, and drops unfinished forms of
 * @record. The lines stay: who changed what and when is still told, only the
 * words are blotted out; so nothing of it can be undone. It belongs to the
 * open operation and is taken back with it when that fails. What older
 * backups hold is not touched.
 */
gboolean
dov_store_scrub (DovStore           *self,
                 DovRecord          *record,
                 const char *const  *fields,
                 GError            **error)
{
  const char *table = DOV_RECORD_GET_CLASS (record)->table;
  g_autoptr (DovStatement) drafts = NULL;

  g_return_val_if_fail (self->operation != NULL, FALSE);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autoptr (DovStatement) lines =
        dov_database_prepare (self->database,
                              "UPDATE audit SET was = ?4, became = ?4 WHERE id = ?1 AND record = ?2 AND field = ?3"
                              " AND what = 'changed'", error);

      if (lines == NULL)
        return FALSE;
      dov_statement_bind_integer (lines, 1, dov_record_get_id (record));
      dov_statement_bind_text (lines, 2, table);
      dov_statement_bind_text (lines, 3, fields[i]);
      dov_statement_bind_text (lines, 4, DOV_STORE_BLOTTED);
      if (!dov_statement_run (lines, error))
        return FALSE;
    }

  drafts = dov_database_prepare (self->database, "DELETE FROM draft WHERE id = ?1 AND record = ?2", error);
  if (drafts == NULL)
    return FALSE;
  dov_statement_bind_integer (drafts, 1, dov_record_get_id (record));
  dov_statement_bind_text (drafts, 2, table);

  return dov_statement_run (drafts, error);
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
}

/* Makes the row of the open operation, under which its lines stand. */
gboolean
dov_store_number_operation (DovStore  *self,
                            GError   **error)
{
  g_autoptr (DovStatement) row = NULL;
  g_autofree char *now = dup_now ();

  if (self->operation->number != 0)
    return TRUE;

  row = dov_database_prepare (self->database,
                              "INSERT INTO operation (id, at, who, words, undoes, user)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, nullif (?6, 0))", error);
  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, self->last_operation + 1);
  dov_statement_bind_text (row, 2, now);
  dov_statement_bind_text (row, 3, self->user);
  dov_statement_bind_text (row, 4, self->operation->words);
  if (self->operation->undoes != 0)
    dov_statement_bind_integer (row, 5, self->operation->undoes);
  dov_statement_bind_integer (row, 6, self->user_id);
  if (!dov_statement_run (row, error))
    return FALSE;
  self->operation->number = self->last_operation + 1;

  return TRUE;
}

/* Writes one line of the log under the open operation. */
gboolean
dov_store_write_line (DovStore    *self,
                      const char  *table,
                      gint64       id,
                      const char  *field,
                      const char  *what,
                      const char  *was,
                      const char  *became,
                      GError     **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database,
                          "INSERT INTO audit (operation, record, id, field, what, was, became)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, self->operation->number);
  dov_statement_bind_text (row, 2, table);
  dov_statement_bind_integer (row, 3, id);
  dov_statement_bind_text (row, 4, field);
  dov_statement_bind_text (row, 5, what);
  dov_statement_bind_text (row, 6, was);
  dov_statement_bind_text (row, 7, became);

  return dov_statement_run (row, error);
}

/* A new record is one line; a changed one, a line a field. */
gboolean
dov_store_write_changes (DovStore   *self,
                         DovRecord  *before,
                         DovRecord  *after,
                         GError    **error)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (after);
  gint64 id = dov_record_get_id (after);
  guint64 changed;

  if (before == NULL)
    return dov_store_write_line (self, klass->table, id, NULL, "made", NULL, NULL, error);

  changed = dov_record_diff (before, after);
  for (guint i = 0; i < klass->n_fields; i++)
    if (changed >> i & 1)
      {
        g_autofree char *was = dov_record_dup_text (before, &klass->fields[i]);
        g_autofree char *became = dov_record_dup_text (after, &klass->fields[i]);

        if (!dov_store_write_line (self, klass->table, id, klass->fields[i].name, "changed", was, became,
                                   error))
          return FALSE;
      }

  return TRUE;
}

/* Reading. */

static void
dov_change_free (DovChange *change)
{
  g_clear_pointer (&change->at, g_date_time_unref);
  g_free (change->who);
  g_free (change->words);
  g_free (change->table);
  g_free (change->field);
  g_free (change->what);
  g_free (change->was);
  g_free (change->became);
  g_free (change);
}

/* The log keeps seconds, which the texts of moments do not. */
static GDateTime *
read_moment (const char *text)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();

  return g_date_time_new_from_iso8601 (text, zone);
}

/* @row: operation, at, who, record, id, field, what, was, became */
static DovChange *
read_change (DovStatement *row)
{
  DovChange *change = g_new0 (DovChange, 1);

  change->operation = dov_statement_column_integer (row, 0);
  change->at = read_moment (dov_statement_column_text (row, 1));
  change->who = g_strdup (dov_statement_column_text (row, 2));
  change->table = g_strdup (dov_statement_column_text (row, 3));
  change->id = dov_statement_column_integer (row, 4);
  change->field = g_strdup (dov_statement_column_text (row, 5));
  change->what = g_strdup (dov_statement_column_text (row, 6));
  change->was = g_strdup (dov_statement_column_text (row, 7));
  change->became = g_strdup (dov_statement_column_text (row, 8));

  return change;
}

static GPtrArray *
list_changes (DovStore    *self,
              const char  *sql,
              gint64       number,
              GError     **error)
{
  g_autoptr (DovStatement) rows = dov_database_prepare (self->database, sql, error);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_change_free);
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;
  dov_statement_bind_integer (rows, 1, number);
  while (dov_statement_step (rows, &own_error))
    g_ptr_array_add (changes, read_change (rows));
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&changes);
}

#define CHANGE "SELECT a.operation, o.at, o.who, a.record, a.id, a.field, a.what, a.was, a.became" \
               " FROM audit a JOIN operation o ON o.id = a.operation"

/* The lines of one operation, the last first, as undo walks them. */
GPtrArray *
dov_store_list_lines (DovStore  *self,
                      gint64     operation,
                      GError   **error)
{
  return list_changes (self, CHANGE " WHERE a.operation = ?1 ORDER BY a.number DESC", operation, error);
}

/**
 * dov_store_list_history:
 *
 * Returns: (transfer full) (element-type DovChange): all that was ever done
 *   with the record, the last first. The order is that of the doing, even
 *   when the clock went back in between. For “accepted”, @was is the number
 *   of the rule and @became the reason
 */
GPtrArray *
dov_store_list_history (DovStore  *self,
                        GType      type,
                        gint64     id,
                        GError   **error)
{
  GPtrArray *changes = list_changes (self, CHANGE " WHERE a.id = ?1 ORDER BY a.number DESC", id, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      DovChange *change = g_ptr_array_index (changes, i);

      if (i > 0 && ((DovChange *) g_ptr_array_index (changes, i - 1))->operation == change->operation)
        change->words = g_strdup (((DovChange *) g_ptr_array_index (changes, i - 1))->words);
      else
        change->words = dov_store_describe_operation (self, change->operation);
    }

  return changes;
}

/**
 * dov_store_list_operations:
 *
 * Returns: (transfer full) (element-type DovChange): the last operations,
 *   the last first, each with its first line
 */
GPtrArray *
dov_store_list_operations (DovStore  *self,
                           guint      at_most,
                           GError   **error)
{
  GPtrArray *changes =
    list_changes (self,
                  "SELECT o.id, o.at, o.who, a.record, a.id, a.field, a.what, a.was, a.became"
                  " FROM operation o"
                  " JOIN audit a ON a.number = (SELECT min (number) FROM audit WHERE operation = o.id)"
                  " ORDER BY o.id DESC LIMIT ?1", at_most, error);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      DovChange *change = g_ptr_array_index (changes, i);

      change->words = dov_store_describe_operation (self, change->operation);
    }

  return changes;
}

static char *
describe_line (const char *what,
               const char *label,
               const char *words)
{
  if (g_strcmp0 (what, "made") == 0)
    /* Translators: a line of history: “Family “Ivanovs”: added”. */
    return g_strdup_printf (_("%s “%s”: added"), label, words);
  if (g_strcmp0 (what, "removed") == 0)
    return g_strdup_printf (_("%s “%s”: moved to the bin"), label, words);
  if (g_strcmp0 (what, "restored") == 0)
    return g_strdup_printf (_("%s “%s”: restored"), label, words);

  return g_strdup_printf (_("%s “%s”: changed"), label, words);
}

/* Works the words out from the first line and the record as it is now, so
 * that no name is kept twice. */
static char *
describe_lines (DovStore *self,
                gint64    operation)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database,
                          "SELECT record, id, what,"
                          " (SELECT count (DISTINCT id) FROM audit WHERE operation = ?1)"
                          " FROM audit WHERE operation = ?1 ORDER BY number LIMIT 1", NULL);
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;
  gint64 n_more;
  GType type;

  if (row == NULL)
    return g_strdup ("");
  dov_statement_bind_integer (row, 1, operation);
  if (!dov_statement_step (row, NULL))
    return g_strdup ("");

  type = dov_registry_find (dov_statement_column_text (row, 0));
  if (type == G_TYPE_INVALID)
    return g_strdup (dov_statement_column_text (row, 0));

  words = dov_store_describe_id (self, type, dov_statement_column_integer (row, 1));
  line = describe_line (dov_statement_column_text (row, 2), _(dov_registry_class (type)->label), words);
  n_more = dov_statement_column_integer (row, 3) - 1;
  if (n_more > 0)
    return g_strdup_printf (ngettext ("%s, and %d more record", "%s, and %d more records", n_more),
                            line, (int) n_more);

  return g_steal_pointer (&line);
}

/**
 * dov_store_describe_deed:
 * @operation: perhaps an undoing, or a doing again
 * @n_turns: (out): 0: it is the deed itself; odd: it has taken the deed back; even: has done it again
 *
 * Returns: (transfer full): what was done in the first place, for people: the
 *   words it was begun with, or what it did first; empty when there is none
 */
char *
dov_store_describe_deed (DovStore *self,
                         gint64    operation,
                         guint    *n_turns)
{
  g_autofree char *words = NULL;

  for (*n_turns = 0;; (*n_turns)++)
    {
      g_autoptr (DovStatement) row =
        dov_database_prepare (self->database, "SELECT undoes, words FROM operation WHERE id = ?1", NULL);

      if (row == NULL)
        return g_strdup ("");
      dov_statement_bind_integer (row, 1, operation);
      if (!dov_statement_step (row, NULL))
        return g_strdup ("");
      if (dov_statement_column_is_null (row, 0))
        {
          words = g_strdup (dov_statement_column_text (row, 1));
          break;
        }
      operation = dov_statement_column_integer (row, 0);
    }

  return words != NULL ? g_steal_pointer (&words) : describe_lines (self, operation);
}

/**
 * dov_store_describe_operation:
 *
 * Returns: (transfer full): what the operation was, for people, be it an
 *   undoing or a doing again; empty when there is none
 */
char *
dov_store_describe_operation (DovStore *self,
                              gint64    operation)
{
  guint n_turns = 0;
  g_autofree char *words = dov_store_describe_deed (self, operation, &n_turns);

  if (n_turns == 0)
    return g_steal_pointer (&words);

  /* Translators: what was undone or done again, such as “Family “Ivanovs”: added”. */
  return g_strdup_printf (n_turns % 2 == 1 ? _("Undone: %s") : _("Done again: %s"), words);
}
