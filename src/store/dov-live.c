/* dov-live.c - the records that do not lie in «Корзина», a view a kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-live.h"

#include "dov-registry.h"

/* SQLite makes one question of a view this plain and what is asked of it, so
 * that the indexes of the table serve it. */
static void
append_view (GString        *sql,
             DovRecordClass *klass,
             const char     *schema,
             const char     *prefix)
{
  g_string_append_printf (sql, "CREATE TEMP VIEW \"%s%s\" AS SELECT ", prefix, klass->table);
  if (*prefix != '\0')
    g_string_append_c (sql, '*');
  else
    {
      g_string_append (sql, "id");
      for (guint i = 0; i < klass->n_fields; i++)
        g_string_append_printf (sql, ", \"%s\"", klass->fields[i].name);
    }
  g_string_append_printf (sql, " FROM %s.\"%s\" WHERE removed IS NULL;", schema, klass->table);
}

/**
 * dov_live_create:
 * @schema: what the file is called on this connection
 * @prefix: %DOV_LIVE for views that stand beside the tables; "" for views
 *   that stand before them, where only a definition reads: those have no
 *   search key, for it holds folded names
 *
 * Makes the views on this connection. They are temporary: the file has none,
 * so that nothing must be migrated when they change.
 */
gboolean
dov_live_create (DovDatabase  *database,
                 const char   *schema,
                 const char   *prefix,
                 GError      **error)
{
  g_autoptr (GString) sql = g_string_new ("BEGIN;");
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    append_view (sql, dov_registry_class (types[i]), schema, prefix);
  g_string_append (sql, "COMMIT");

  return dov_database_execute (database, sql->str, error);
}
