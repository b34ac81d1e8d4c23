/* dov-store-undo.c - taking an operation back, and taking that back, by the log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-registry.h"

#include <glib/gi18n.h>

/* What changed more records than this was no deed of a person but a load, a table that was pasted or an example. */
#define MOST_OF_A_DEED 50

/* One record that the operation changed, on its way back. */
typedef struct
{
  DovRecord *draft;
  gboolean   is_removed;   /* where it is to end */
  gboolean   is_unmade;    /* the operation made it: its fields stay as they are */
} Return;

static void
free_return (Return *back)
{
  g_clear_object (&back->draft);
  g_free (back);
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list words;

  va_start (words, format);
  if (error != NULL)
    *error = g_error_new_valist (DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, format, words);
  va_end (words);

  return FALSE;
}

/* Who gave the field its present value, for the one who cannot undo. */
static gboolean
refuse_changed (DovStore        *self,
                DovRecord       *record,
                const DovField  *field,
                GError         **error)
{
  g_autofree char *words = dov_store_describe (self, record);
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database,
                          "SELECT o.who, strftime ('%d.%m.%Y %H:%M', o.at) FROM audit a"
                          " JOIN operation o ON o.id = a.operation"
                          " WHERE a.id = ?1 AND a.field = ?2 ORDER BY a.number DESC LIMIT 1", error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, dov_record_get_id (record));
  dov_statement_bind_text (row, 2, field->name);
  if (!dov_statement_step (row, error))
    return FALSE;

  g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED,
               /* Translators: a record, a field of it, when, who. */
               _("This cannot be undone: in “%s” the field “%s” was changed later, on %s by %s. "
                 "Undo that first."),
               words, _(field->label),
               dov_statement_column_text (row, 1), dov_statement_column_text (row, 0));

  return FALSE;
}

static Return *
find_return (DovStore    *self,
             GHashTable  *returns,
             DovChange   *change,
             GError     **error)
{
  Return *back = g_hash_table_lookup (returns, &change->id);
  GType type = dov_registry_find (change->table);
  g_autoptr (DovRecord) record = NULL;

  if (back != NULL)
    return back;
  if (type == G_TYPE_INVALID)
    {
      refuse (error, _("This was made by another version of the program and cannot be undone: %s"),
              change->table);
      return NULL;
    }
  record = dov_store_find (self, type, change->id, error);
  if (record == NULL)
    return NULL;

  back = g_new0 (Return, 1);
  back->draft = dov_record_dup (record);
  back->is_removed = dov_record_is_removed (record);
  g_hash_table_insert (returns, g_memdup2 (&change->id, sizeof change->id), back);

  return back;
}

static gboolean
return_field (DovStore   *self,
              Return     *back,
              DovChange  *change,
              GError    **error)
{
  const DovField *field = dov_record_find_field (back->draft, change->field);
  g_autofree char *now = NULL;

  if (field == NULL)
    return refuse (error, _("This was made by another version of the program and cannot be undone: %s"),
                   change->field);
  if (back->is_removed)
    {
      g_autofree char *words = dov_store_describe (self, back->draft);

      return refuse (error, _("This cannot be undone: “%s” was moved to the bin later."), words);
    }
  if (g_strcmp0 (change->was, DOV_STORE_BLOTTED) == 0)
    return refuse (error, _("This cannot be undone: what “%s” said was taken out for good."), _(field->label));
  now = dov_record_dup_text (back->draft, field);
  if (g_strcmp0 (now, change->became) != 0)
    return refuse_changed (self, back->draft, field, error);

  return dov_record_set_text (back->draft, field, change->was != NULL ? change->was : "", error);
}

/* Movements stay; what follows from the undoing writes others against them. */
static gboolean
is_ledger (const char *table)
{
  GType type = dov_registry_find (table);

  return type != G_TYPE_INVALID && dov_registry_class (type)->is_ledger;
}

/* Walks one line of the log backwards. */
static gboolean
return_line (DovStore    *self,
             GHashTable  *returns,
             DovChange   *change,
             GError     **error)
{
  Return *back;
  gboolean was_removal = g_str_equal (change->what, "removed");
  g_autofree char *words = NULL;

  if (is_ledger (change->table))
    return TRUE;
  back = find_return (self, returns, change, error);
  if (back == NULL)
    return FALSE;
  if (g_str_equal (change->what, "accepted"))
    return TRUE;
  if (g_str_equal (change->what, "changed"))
    return return_field (self, back, change, error);

  if (back->is_removed != was_removal)
    {
      words = dov_store_describe (self, back->draft);
      return was_removal
             ? refuse (error, _("This cannot be undone: “%s” was restored from the bin later."), words)
             : refuse (error, _("This cannot be undone: “%s” was moved to the bin later."), words);
    }
  back->is_removed = !was_removal;
  back->is_unmade = g_str_equal (change->what, "made");

  return TRUE;
}

static gboolean
write_return (DovStore  *self,
              Return    *back,
              GError   **error)
{
  gboolean is_removed = dov_record_is_removed (back->draft);

  if (back->is_unmade)
    return dov_store_remove (self, back->draft, error);
  if (is_removed && !back->is_removed && !dov_store_restore (self, back->draft, error))
    return FALSE;
  if (!dov_store_save (self, back->draft, error))
    return FALSE;

  return !back->is_removed || dov_store_remove (self, back->draft, error);
}

/* In the order of the lines, so that what was made last goes first. */
static gboolean
undo (DovStore    *self,
      GHashTable  *returns,
      GPtrArray   *lines,
      GError     **error)
{
  for (guint i = 0; i < lines->len; i++)
    {
      DovChange *change = g_ptr_array_index (lines, i);
      Return *back = g_hash_table_lookup (returns, &change->id);

      if (back != NULL && !write_return (self, back, error))
        return FALSE;
      g_hash_table_remove (returns, &change->id);
    }

  return TRUE;
}

/* Whether what the operation did still stands: nothing took it back, or what
 * took it back was itself taken back. */
static gboolean
is_standing (DovStore *self,
             gint64    operation)
{
  g_autoptr (DovStatement) rows =
    dov_database_prepare (self->database, "SELECT id FROM operation WHERE undoes = ?1", NULL);

  if (rows == NULL)
    return TRUE;
  dov_statement_bind_integer (rows, 1, operation);
  while (dov_statement_step (rows, NULL))
    if (is_standing (self, dov_statement_column_integer (rows, 0)))
      return FALSE;

  return TRUE;
}

/**
 * dov_store_undo:
 *
 * Takes an operation back, as a new operation; taking that one back again is
 * redo. What was made goes into the bin. The rules are asked as for every
 * save; what was confirmed once is not asked again. Refused when a later
 * operation changed the same fields.
 *
 * Inside an operation in which nothing was done yet it becomes that one, so
 * that its dov_store_commit() tells by what number it can be taken back.
 */
gboolean
dov_store_undo (DovStore  *self,
                gint64     operation,
                GError   **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GHashTable) returns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          (GDestroyNotify) free_return);

  g_return_val_if_fail (self->operation == NULL || self->operation->number == 0, FALSE);

  if (self->operation == NULL)
    dov_database_forget_failure (self->database);
  lines = dov_store_list_lines (self, operation, error);
  if (lines == NULL)
    return FALSE;
  if (lines->len == 0)
    {
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND, _("There is nothing to undo."));
      return FALSE;
    }
  if (!is_standing (self, operation))
    return refuse (error, "%s", _("This is undone already."));
  for (guint i = 0; i < lines->len; i++)
    if (!return_line (self, returns, g_ptr_array_index (lines, i), error))
      return FALSE;
  if (!dov_database_check_questions (self->database, error) || !dov_store_begin (self, NULL, error))
    return FALSE;

  self->operation->undoes = operation;
  dov_store_accept_all (self, NULL);
  if (undo (self, returns, lines, error) && dov_store_commit (self, NULL, error))
    return TRUE;

  g_prefix_error (error, _("This cannot be undone: "));
  dov_store_abandon (self);

  return FALSE;
}

/* An undoing of an undoing is a doing again. */
static gboolean
is_an_undoing (DovStore *self,
               gint64    operation)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database, "SELECT undoes FROM operation WHERE id = ?1", NULL);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_integer (row, 1, operation);
  if (!dov_statement_step (row, NULL) || dov_statement_column_is_null (row, 0))
    return FALSE;

  return !is_an_undoing (self, dov_statement_column_integer (row, 0));
}

/* Walks the operations of this sitting from the last to the first, and returns the first that
 * stands and is an undoing, or is none. Redo ends where something new was done. */
static gint64
find_standing (DovStore *self,
               gboolean  is_undoing)
{
  g_autoptr (DovStatement) rows =
    dov_database_prepare (self->database, "SELECT id, undoes FROM operation WHERE id > ?1 ORDER BY id DESC", NULL);
  g_autoptr (GHashTable) undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (rows == NULL)
    return 0;

  dov_statement_bind_integer (rows, 1, self->sitting);
  while (dov_statement_step (rows, NULL))
    {
      gint64 operation = dov_statement_column_integer (rows, 0);
      gint64 undoes = dov_statement_column_integer (rows, 1);
      gboolean stands = !g_hash_table_contains (undone, &operation);

      if (stands && undoes != 0)
        g_hash_table_add (undone, g_memdup2 (&undoes, sizeof undoes));
      if (stands && is_an_undoing (self, operation) == is_undoing)
        return operation;
      if (is_undoing && undoes == 0)
        return 0;
    }

  return 0;
}

/**
 * dov_store_find_undoable:
 *
 * Returns: the operation that “Undo” takes back next, 0 when nothing that was
 *   done since the file was opened stands; what is older is found in the
 *   journal, where one sees what it is
 */
gint64
dov_store_find_undoable (DovStore *self)
{
  return find_standing (self, FALSE);
}

/**
 * dov_store_find_redoable:
 *
 * Returns: the undoing that “Redo” takes back next, for dov_store_undo(); 0
 *   when nothing was undone, or something new was done since
 */
gint64
dov_store_find_redoable (DovStore *self)
{
  return find_standing (self, TRUE);
}

/**
 * dov_store_is_at_hand:
 * @operation: which is to be taken back
 * @n_records: (out) (optional): how many records it changed
 *
 * Returns: whether that needs no question: it was done since the file was
 *   opened, and is no larger than a deed is
 */
gboolean
dov_store_is_at_hand (DovStore *self,
                      gint64    operation,
                      gint64   *n_records)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (self->database, "SELECT count(DISTINCT id) FROM audit WHERE operation = ?1", NULL);
  gint64 n = 0;

  if (row != NULL)
    {
      dov_statement_bind_integer (row, 1, operation);
      n = dov_statement_step (row, NULL) ? dov_statement_column_integer (row, 0) : 0;
    }
  if (n_records != NULL)
    *n_records = n;

  return row != NULL && operation > self->sitting && n <= MOST_OF_A_DEED;
}
