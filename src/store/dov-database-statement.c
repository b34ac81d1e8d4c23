/* dov-database-statement.c - statements prepared once, their parameters and the values of their rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-database-private.h"

#include "dov-calendar.h"

#include <glib/gi18n.h>

/* How many statements are kept prepared before those that rest are dropped. */
#define STATEMENTS_KEPT 512

void
dov_statement_free (DovStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static gboolean
is_resting (gpointer key,
            gpointer value,
            gpointer user_data)
{
  return ((DovStatement *) value)->database == NULL;
}

static gboolean
has_more (DovDatabase *self,
          const char  *tail)
{
  sqlite3_stmt *next = NULL;
  gboolean more = FALSE;

  while (!more && *tail != '\0')
    {
      more = sqlite3_prepare_v2 (self->handle, tail, -1, &next, &tail) != SQLITE_OK || next != NULL;
      sqlite3_finalize (next);
    }

  return more;
}

static DovStatement *
new_statement (DovDatabase  *self,
               const char   *sql,
               GError      **error)
{
  DovStatement *statement = NULL;
  sqlite3_stmt *handle = NULL;
  const char *tail = NULL;

  self->error_offset = -1;
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, &tail) != SQLITE_OK)
    {
      self->error_offset = sqlite3_error_offset (self->handle);
      dov_database_fail_question (self, error);
      return NULL;
    }
  if (handle == NULL || has_more (self, tail))
    {
      self->error_offset = handle == NULL ? 0 : (int) (tail - sql);
      sqlite3_finalize (handle);
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, _("Exactly one statement is expected"));
      return NULL;
    }

  statement = g_new0 (DovStatement, 1);
  statement->handle = handle;

  return statement;
}

/**
 * dov_database_prepare:
 * @sql: one statement
 *
 * A statement is compiled once and kept for the next caller of the same text.
 * A second one is made while the first is in use, and for everything that is
 * prepared under a guard, since the guard is asked while compiling.
 *
 * Returns: (transfer full): a statement for dov_statement_release(), or %NULL
 */
DovStatement *
dov_database_prepare (DovDatabase  *self,
                      const char   *sql,
                      GError      **error)
{
  DovStatement *statement = NULL;

  if (dov_database_is_broken (self, error))
    return NULL;
  if (self->guard == NULL)
    statement = g_hash_table_lookup (self->statements, sql);
  if (statement == NULL || statement->database != NULL)
    {
      gboolean is_kept = statement == NULL && self->guard == NULL;

      statement = new_statement (self, sql, error);
      if (statement == NULL)
        return NULL;

      if (is_kept)
        {
          if (g_hash_table_size (self->statements) >= STATEMENTS_KEPT)
            g_hash_table_foreach_remove (self->statements, is_resting, NULL);
          statement->is_kept = TRUE;
          g_hash_table_insert (self->statements, g_strdup (sql), statement);
        }
    }
  statement->database = g_object_ref (self);

  return statement;
}

/**
 * dov_statement_release:
 *
 * Gives a statement back to its database, reset and without bindings.
 */
void
dov_statement_release (DovStatement *self)
{
  g_autoptr (DovDatabase) database = NULL;

  if (self == NULL)
    return;

  database = g_steal_pointer (&self->database);
  if (self->is_kept)
    {
      sqlite3_reset (self->handle);
      sqlite3_clear_bindings (self->handle);
    }
  else
    dov_statement_free (self);
}

/**
 * dov_database_get_error_offset:
 *
 * Returns: the byte of the SQL at which the last dov_database_prepare()
 *   stumbled, or -1 when that is not known
 */
int
dov_database_get_error_offset (DovDatabase *self)
{
  return self->error_offset;
}

/**
 * dov_database_count:
 * @sql: a SELECT without parameters
 *
 * Returns: the first column of its first row, 0 without a row, -1 on error
 */
gint64
dov_database_count (DovDatabase  *self,
                    const char   *sql,
                    GError      **error)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (self, sql, error);
  g_autoptr (GError) own_error = NULL;

  if (statement == NULL)
    return -1;
  if (dov_statement_step (statement, &own_error))
    return dov_statement_column_integer (statement, 0);
  if (own_error == NULL)
    return 0;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return -1;
}

/* Values. */

void
dov_statement_bind_null (DovStatement *self,
                         int           index)
{
  sqlite3_bind_null (self->handle, index);
}

void
dov_statement_bind_integer (DovStatement *self,
                            int           index,
                            gint64        value)
{
  sqlite3_bind_int64 (self->handle, index, value);
}

void
dov_statement_bind_real (DovStatement *self,
                         int           index,
                         double        value)
{
  sqlite3_bind_double (self->handle, index, value);
}

/**
 * dov_statement_bind_text:
 * @value: (nullable): copied
 */
void
dov_statement_bind_text (DovStatement *self,
                         int           index,
                         const char   *value)
{
  sqlite3_bind_text (self->handle, index, value, -1, SQLITE_TRANSIENT);
}

/**
 * dov_statement_bind_bytes:
 * @value: not copied: held by the caller until the statement is released
 */
void
dov_statement_bind_bytes (DovStatement *self,
                          int           index,
                          GBytes       *value)
{
  gsize length = 0;
  const void *start = g_bytes_get_data (value, &length);

  sqlite3_bind_blob64 (self->handle, index, start, length, SQLITE_STATIC);
}

/**
 * dov_statement_bind_variant:
 * @tuple: (nullable): a tuple of x, i, b, s, d, bound to ?1…; sunk
 */
void
dov_statement_bind_variant (DovStatement *self,
                            GVariant     *tuple)
{
  g_autoptr (GVariant) values = NULL;

  if (tuple == NULL)
    return;

  values = g_variant_ref_sink (tuple);
  for (gsize i = 0; i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) value = g_variant_get_child_value (values, i);
      int index = (int) i + 1;

      switch (g_variant_get_type_string (value)[0])
        {
        case 'x':
          sqlite3_bind_int64 (self->handle, index, g_variant_get_int64 (value));
          break;
        case 'i':
          sqlite3_bind_int64 (self->handle, index, g_variant_get_int32 (value));
          break;
        case 'b':
          sqlite3_bind_int64 (self->handle, index, g_variant_get_boolean (value));
          break;
        case 'd':
          sqlite3_bind_double (self->handle, index, g_variant_get_double (value));
          break;
        case 's':
          dov_statement_bind_text (self, index, g_variant_get_string (value, NULL));
          break;
        default:
          g_critical ("No parameter can be of type %s", g_variant_get_type_string (value));
          break;
        }
    }
}

/**
 * dov_statement_find_parameter:
 * @name: with its sign, such as ":since"
 *
 * Returns: its index, or 0 when the statement has none of that name
 */
int
dov_statement_find_parameter (DovStatement *self,
                              const char   *name)
{
  return sqlite3_bind_parameter_index (self->handle, name);
}

/**
 * dov_statement_step:
 *
 * Returns: whether there is a row; %FALSE with @error unset at the end
 */
gboolean
dov_statement_step (DovStatement  *self,
                    GError       **error)
{
  int code;

  if (dov_database_is_lost (self->database))
    return dov_database_fail_lost (error);
  if (dov_database_is_broken (self->database, error))
    return FALSE;

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE && sqlite3_stmt_readonly (self->handle))
    dov_database_fail_question (self->database, error);
  else if (code != SQLITE_DONE)
    dov_database_fail (self->database, error);
  sqlite3_reset (self->handle);

  return FALSE;
}

/**
 * dov_statement_next:
 * @self: (nullable): the answer to a question, see dov_store_ask()
 *
 * Returns: whether there is a row; %FALSE at the end, and when the question
 *   failed, which its operation will not survive
 */
gboolean
dov_statement_next (DovStatement *self)
{
  return self != NULL && dov_statement_step (self, NULL);
}

/**
 * dov_statement_run:
 *
 * Runs a statement to its end; it can then be bound and run again.
 */
gboolean
dov_statement_run (DovStatement  *self,
                   GError       **error)
{
  g_autoptr (GError) own_error = NULL;

  while (dov_statement_step (self, &own_error))
    continue;
  if (own_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

int
dov_statement_count_columns (DovStatement *self)
{
  return sqlite3_column_count (self->handle);
}

const char *
dov_statement_column_name (DovStatement *self,
                           int           column)
{
  return sqlite3_column_name (self->handle, column);
}

/**
 * dov_statement_column:
 *
 * Returns: a value whose text is the statement's until its next step
 */
DovValue
dov_statement_column (DovStatement *self,
                      int           column)
{
  DovValue value = { .type = DOV_VALUE_NULL };

  switch (sqlite3_column_type (self->handle, column))
    {
    case SQLITE_INTEGER:
      value.type = DOV_VALUE_INTEGER;
      value.integer = sqlite3_column_int64 (self->handle, column);
      break;
    case SQLITE_FLOAT:
      value.type = DOV_VALUE_REAL;
      value.real = sqlite3_column_double (self->handle, column);
      break;
    case SQLITE_TEXT:
      value.type = DOV_VALUE_TEXT;
      value.text = (const char *) sqlite3_column_text (self->handle, column);
      break;
    default:
      break;
    }

  return value;
}

gboolean
dov_statement_column_is_null (DovStatement *self,
                              int           column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
dov_statement_column_integer (DovStatement *self,
                              int           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

double
dov_statement_column_real (DovStatement *self,
                           int           column)
{
  return sqlite3_column_double (self->handle, column);
}

/**
 * dov_statement_column_text:
 *
 * Returns: (nullable): the text, until the next step
 */
const char *
dov_statement_column_text (DovStatement *self,
                           int           column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * dov_statement_dup_bytes:
 *
 * Returns: (transfer full): what stands there, as bytes
 */
GBytes *
dov_statement_dup_bytes (DovStatement *self,
                         int           column)
{
  /* In this order: asked for as it is, its length is that of the same. */
  const void *start = sqlite3_column_blob (self->handle, column);

  return g_bytes_new (start, (gsize) sqlite3_column_bytes (self->handle, column));
}

/**
 * dov_statement_dup_date:
 *
 * Returns: (transfer full) (nullable): the day that the column holds, %NULL for none
 */
GDate *
dov_statement_dup_date (DovStatement *self,
                        int           column)
{
  const char *text = dov_statement_column_text (self, column);
  GDate *day = NULL;

  return text != NULL && dov_date_from_iso (text, &day) ? day : NULL;
}

/**
 * dov_value_clear:
 *
 * Frees a text that the value owns and makes the value null.
 */
void
dov_value_clear (DovValue *value)
{
  g_clear_pointer (&value->owned, g_free);
  *value = (DovValue) { .type = DOV_VALUE_NULL };
}
