/* dov-reader.c - a connection of its own on which definitions read: guarded, without «Корзина», read-only */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reader.h"

#include "dov-registry.h"

#include <string.h>

struct _DovReader
{
  GObject      parent_instance;

  DovDatabase *database;
  DovPrivacy   privacy;
  char        *refused;   /* what the guard said no to last */
};

G_DEFINE_FINAL_TYPE (DovReader, dov_reader, G_TYPE_OBJECT)

static gboolean
refuse (DovReader  *self,
        const char *table,
        const char *name)
{
  g_free (self->refused);
  self->refused = table ? g_strdup_printf ("%s.%s", table, name) : g_strdup_printf ("%s()", name);

  return FALSE;
}

static gboolean
is_allowed_field (DovReader  *self,
                  const char *table,
                  const char *name)
{
  GType type = dov_registry_find (table);
  const DovField *field = type != G_TYPE_INVALID ? dov_record_class_find_field (dov_registry_class (type), name) : NULL;

  if (field == NULL)
    return TRUE;
  if (self->privacy == DOV_PRIVACY_NONE)
    return (field->flags & (DOV_PERSONAL | DOV_SPECIAL)) == 0;

  return self->privacy == DOV_PRIVACY_SPECIAL || (field->flags & DOV_SPECIAL) == 0;
}

/* A definition reads temporary views: those that hide the bin and the figures
 * of the program. What these read inside is tables of the file itself, whose
 * schema no definition can name. So the schema alone tells who reads; the name
 * of the view, which SQLite gives too, can be that of a subquery or of a WITH,
 * and so of anybody's choosing. */
static gboolean
guard_cb (const char *table,
          const char *name,
          const char *schema,
          const char *view,
          gpointer    user_data)
{
  DovReader *self = user_data;

  if (table == NULL)
    {
      if (!dov_reader_is_function (name) || (self->privacy == DOV_PRIVACY_NONE && g_str_equal (name, "person")))
        return refuse (self, NULL, name);
      return TRUE;
    }
  /* Rows are counted and no column is read, perhaps those of a WITH. */
  if (*name == '\0')
    return TRUE;
  if (!dov_views_is_record (table) && !dov_views_is_figure (table))
    return refuse (self, table, name);
  if (g_strcmp0 (schema, "main") == 0)
    return TRUE;
  if (g_strcmp0 (schema, "temp") != 0 || !is_allowed_field (self, table, name))
    return refuse (self, table, name);

  return TRUE;
}

/* Whether the SELECT names the schema of the file, in any of SQL's quotes. */
static gboolean
names_main (const char *sql)
{
  while (*sql != '\0')
    {
      gsize length = 1;

      if (*sql == '\'' || *sql == '"' || *sql == '`' || *sql == '[')
        {
          const char *end = strchr (sql + 1, *sql == '[' ? ']' : *sql);

          if (end == NULL)
            return FALSE;
          length = (gsize) (end - sql) + 1;
          if (*sql != '\'' && length == 6 && g_ascii_strncasecmp (sql + 1, "main", 4) == 0)
            return TRUE;
        }
      else if (g_str_has_prefix (sql, "--"))
        length = strcspn (sql, "\n");
      else if (g_str_has_prefix (sql, "/*"))
        {
          const char *end = strstr (sql + 2, "*/");

          length = end ? (gsize) (end - sql) + 2 : strlen (sql);
        }
      else if (g_ascii_isalpha (*sql) || *sql == '_' || (guchar) *sql >= 0x80)
        {
          while (g_ascii_isalnum (sql[length]) || sql[length] == '_' || sql[length] == '$' || (guchar) sql[length] >= 0x80)
            length++;
          if (length == 4 && g_ascii_strncasecmp (sql, "main", 4) == 0)
            return TRUE;
        }
      sql += length;
    }

  return FALSE;
}

/**
 * dov_reader_new:
 * @path: of the store's file, which another connection may be writing
 */
DovReader *
dov_reader_new (const char  *path,
                GError     **error)
{
  g_autoptr (DovReader) self = g_object_new (DOV_TYPE_READER, NULL);

  self->database = dov_database_open (path, DOV_DATABASE_READ_ONLY, error);
  if (self->database == NULL)
    return NULL;
  dov_reader_add_functions (self->database);
  if (!dov_views_create (self->database, error))
    return NULL;

  return g_steal_pointer (&self);
}

DovDatabase *
dov_reader_get_database (DovReader *self)
{
  return self->database;
}

/**
 * dov_reader_prepare:
 * @privacy: what the definition says about itself
 *
 * Prepares a SELECT of a definition, asking the guard about everything in it.
 */
DovStatement *
dov_reader_prepare (DovReader   *self,
                    const char  *sql,
                    DovPrivacy   privacy,
                    GError     **error)
{
  DovStatement *statement;

  g_clear_pointer (&self->refused, g_free);
  if (names_main (sql))
    {
      self->refused = g_strdup ("main");
      g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_DEFINITION, "main");
      return NULL;
    }
  self->privacy = privacy;
  dov_database_set_guard (self->database, guard_cb, self);
  statement = dov_database_prepare (self->database, sql, error);
  dov_database_set_guard (self->database, NULL, NULL);

  return statement;
}

/**
 * dov_reader_dup_refused:
 *
 * Returns: (transfer full) (nullable): the column or function that the last
 *   statement was refused for
 */
char *
dov_reader_dup_refused (DovReader *self)
{
  return g_strdup (self->refused);
}

/**
 * dov_reader_read_text:
 * @sql: with one parameter at most, ?1
 *
 * Returns: (transfer full): the first column of the first row as text, empty
 *   when there is none
 */
char *
dov_reader_read_text (DovReader  *self,
                      const char *sql,
                      gint64      id)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (self->database, sql, NULL);
  const char *text = NULL;

  g_return_val_if_fail (statement != NULL, g_strdup (""));

  dov_statement_bind_integer (statement, 1, id);
  if (dov_statement_step (statement, NULL))
    text = dov_statement_column_text (statement, 0);

  return g_strdup (text ? text : "");
}

static void
dov_reader_finalize (GObject *object)
{
  DovReader *self = DOV_READER (object);

  g_clear_object (&self->database);
  g_clear_pointer (&self->refused, g_free);

  G_OBJECT_CLASS (dov_reader_parent_class)->finalize (object);
}

static void
dov_reader_class_init (DovReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_reader_finalize;
}

static void
dov_reader_init (DovReader *self)
{
}
