/* dov-reader.c - a connection of its own on which definitions read: guarded, without «Корзина», read-only */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reader.h"

#include "dov-registry.h"

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

/* What a view of the program reads inside bears that view's name, what the
 * definition reads itself bears none. So a definition may read the views that
 * hide the bin and the program's figures, and of these no flagged column; the
 * tables behind them it may not name at all. */
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
  if (view != NULL)
    return TRUE;
  if (!dov_views_is_record (table) && !dov_views_is_figure (table))
    return refuse (self, table, name);
  if (*name == '\0')
    return TRUE;
  if (g_strcmp0 (schema, "temp") != 0 || !is_allowed_field (self, table, name))
    return refuse (self, table, name);

  return TRUE;
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
