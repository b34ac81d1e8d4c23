/* dov-schema.c - whose file it is, of which version, and the steps from one version to the next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-schema.h"

#include "dov-version.h"

#include <glib/gi18n.h>

/* "Dovr", by which file(1) and we know the file. */
#define APPLICATION 0x446f7672

/* Single facts about the file itself. */
#define META "CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID"

/* Append only: the version of a file is one more than the migrations it has had. */
static const DovMigration known[] = {
  { NULL },
};
#define N_KNOWN (G_N_ELEMENTS (known) - 1)

static gboolean
set_version (DovDatabase  *database,
             guint         version,
             GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %u", version);

  return dov_database_execute (database, sql, error);
}

static gboolean
stamp (DovDatabase  *database,
       GError      **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d", APPLICATION);

  if (!dov_database_begin (database, error))
    return FALSE;
  if (dov_database_execute (database, sql, error)
      && dov_database_execute (database, META, error)
      && set_version (database, N_KNOWN + 1, error)
      && dov_database_commit (database, error))
    return TRUE;
  dov_database_roll_back (database);

  return FALSE;
}

/* Whether the file holds nothing at all, not even whose it is. */
static gboolean
is_blank (DovDatabase *database)
{
  return dov_database_count (database, "SELECT count(*) FROM sqlite_schema", NULL) == 0
         && dov_database_count (database, "PRAGMA application_id", NULL) == 0
         && dov_database_count (database, "PRAGMA user_version", NULL) == 0;
}

/**
 * dov_schema_refuse_newer:
 *
 * Says %DOV_STORE_ERROR_NEWER of a file in which there is what this program does not know.
 */
void
dov_schema_refuse_newer (DovDatabase  *database,
                         GError      **error)
{
  g_autoptr (DovStatement) row =
    dov_database_prepare (database, "SELECT value FROM meta WHERE name = 'version'", NULL);
  const char *version = row != NULL && dov_statement_step (row, NULL) ? dov_statement_column_text (row, 0) : NULL;

  if (version != NULL)
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER,
                 _("“%s” was written by a newer version of the program, %s; this is %s. Install that version to open it."),
                 dov_database_get_path (database), version, dov_version ());
  else
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER,
                 _("“%s” was written by a newer version of the program. Install that version to open it."),
                 dov_database_get_path (database));
}

static gboolean
check_version (DovDatabase  *database,
               guint         n_migrations,
               GError      **error)
{
  g_autoptr (GError) own_error = NULL;
  gint64 application = dov_database_count (database, "PRAGMA application_id", &own_error);
  gint64 version = own_error == NULL ? dov_database_count (database, "PRAGMA user_version", &own_error) : 0;

  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }
  if (application != APPLICATION || version < 1)
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FOREIGN,
                   _("“%s” is not a file of this program."), dov_database_get_path (database));
      return FALSE;
    }
  if (version > (gint64) n_migrations + 1)
    {
      dov_schema_refuse_newer (database, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_schema_check:
 *
 * Returns: whether the open file is one of this program and not newer than it
 */
gboolean
dov_schema_check (DovDatabase  *database,
                  GError      **error)
{
  return check_version (database, N_KNOWN, error);
}

/**
 * dov_schema_knows:
 *
 * Returns: whether a file of this program lies at @path, be it a newer one
 */
gboolean
dov_schema_knows (const char *path)
{
  g_autoptr (DovDatabase) database = dov_database_open (path, DOV_DATABASE_READ_ONLY, NULL);
  g_autoptr (GError) error = NULL;

  return database != NULL && (dov_schema_check (database, &error)
                              || g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER));
}

static gboolean
check_links (DovDatabase  *database,
             GError      **error)
{
  gint64 n_broken = dov_database_count (database, "SELECT count(*) FROM pragma_foreign_key_check", error);

  if (n_broken > 0)
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
                 _("“%s” could not be brought to this version of the program. It was left as it was."),
                 dov_database_get_path (database));

  return n_broken == 0;
}

static gboolean
run_migrations (DovDatabase         *database,
                gint64               version,
                const DovMigration  *migrations,
                guint                n_migrations,
                GError             **error)
{
  if (!dov_database_begin (database, error))
    return FALSE;

  for (guint i = (guint) version - 1; i < n_migrations; i++)
    if (!dov_database_execute (database, migrations[i].sql, error))
      {
        dov_database_roll_back (database);
        return FALSE;
      }

  if (check_links (database, error)
      && set_version (database, n_migrations + 1, error)
      && dov_database_commit (database, error))
    return TRUE;
  dov_database_roll_back (database);

  return FALSE;
}

/**
 * dov_schema_migrate:
 * @migrations: all there are, in order
 * @keep: makes the copy
 *
 * Brings an older file to the version of @migrations: all steps or none, after
 * a copy was made.
 */
gboolean
dov_schema_migrate (DovDatabase         *database,
                    const DovMigration  *migrations,
                    guint                n_migrations,
                    DovSchemaKeep        keep,
                    GError             **error)
{
  gint64 version;
  gboolean migrated;

  if (!check_version (database, n_migrations, error))
    return FALSE;
  version = dov_database_count (database, "PRAGMA user_version", error);
  if (version < 0 || version == (gint64) n_migrations + 1)
    return version > 0;

  if (dov_database_is_read_only (database))
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY,
                   _("“%s” was written by an older version of the program. Open it for writing once, "
                     "so that it is brought to this version."), dov_database_get_path (database));
      return FALSE;
    }
  if (!keep (database, error))
    return FALSE;

  /* A step may rebuild a table to which others point. Links are checked at the end. */
  if (!dov_database_execute (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  migrated = run_migrations (database, version, migrations, n_migrations, error);

  return dov_database_execute (database, "PRAGMA foreign_keys = ON", migrated ? error : NULL) && migrated;
}

/* A file that is not ours is not even touched: opening for writing would give
 * it a log and another mode. What else may be wrong is found out by opening. */
static gboolean
check_before_writing (const char  *path,
                      GError     **error)
{
  g_autoptr (DovDatabase) database = dov_database_open (path, DOV_DATABASE_READ_ONLY, NULL);
  g_autoptr (GError) own_error = NULL;

  if (database == NULL || dov_schema_check (database, &own_error) || is_blank (database)
      || own_error->domain != DOV_STORE_ERROR
      || (own_error->code != DOV_STORE_ERROR_FOREIGN && own_error->code != DOV_STORE_ERROR_NEWER))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * dov_schema_open:
 * @keep: copies an older file before it is changed
 *
 * Opens a file of this program, brought to its version.
 *
 * Returns: (transfer full): the open file, or %NULL
 */
DovDatabase *
dov_schema_open (const char        *path,
                 DovDatabaseFlags   flags,
                 DovSchemaKeep      keep,
                 GError           **error)
{
  g_autoptr (DovDatabase) database = NULL;

  if (!(flags & DOV_DATABASE_READ_ONLY) && !check_before_writing (path, error))
    return NULL;
  database = dov_database_open (path, flags, error);
  if (database == NULL)
    return NULL;

  /* The making of a new file may have been cut short right after its first page. */
  if ((flags & DOV_DATABASE_CREATE) && !dov_database_is_read_only (database) && is_blank (database)
      && !stamp (database, error))
    return NULL;
  if (!dov_schema_migrate (database, known, N_KNOWN, keep, error))
    return NULL;

  return g_steal_pointer (&database);
}
