/* dov-restore.c - a copy put back, and what that would lose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-restore.h"

#include "dov-lock.h"
#include "dov-schema.h"
#include "dov-store.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* How many of the operations that would be lost are named one by one. */
#define N_NAMED 20

/* Operations that the copy does not have. After an older copy was put back the
 * same numbers are given again, so the moment is compared too. */
#define LOST "FROM main.operation o WHERE NOT EXISTS" \
             " (SELECT 1 FROM copy.operation c WHERE c.id = o.id AND c.at = o.at)"

static gboolean
attach_copy (DovDatabase  *database,
             const char   *copy_path,
             GError      **error)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (database, "ATTACH ?1 AS copy", error);

  if (statement == NULL)
    return FALSE;
  dov_statement_bind_text (statement, 1, copy_path);

  return dov_statement_run (statement, error);
}

static char *
describe_operation (DovStore     *store,
                    DovStatement *row)
{
  g_autofree char *words = dov_store_describe_operation (store, dov_statement_column_integer (row, 0));
  const char *moment = dov_statement_column_text (row, 1);
  const char *who = dov_statement_column_text (row, 2);
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *shown = NULL;

  if (dov_moment_from_iso (moment, &at) && at != NULL)
    shown = dov_moment_to_shown (at);

  return g_strdup_printf ("%s, %s: %s", shown != NULL ? shown : moment, who, words);
}

static gboolean
list_lost (DovStore   *store,
           GPtrArray  *losses,
           GError    **error)
{
  DovDatabase *database = dov_store_get_database (store);
  g_autoptr (DovStatement) statement = NULL;
  g_autoptr (GError) own_error = NULL;
  gint64 n_records;

  n_records = dov_database_count (database, "SELECT count(DISTINCT id) FROM main.audit WHERE operation IN "
                                  "(SELECT o.id " LOST ")", error);
  if (n_records < 0)
    return FALSE;
  statement = dov_database_prepare (database,
                                    "SELECT o.id, o.at, o.who " LOST " ORDER BY o.id DESC LIMIT " G_STRINGIFY (N_NAMED),
                                    error);
  if (statement == NULL)
    return FALSE;

  while (dov_statement_step (statement, &own_error))
    {
      g_autofree char *operation = describe_operation (store, statement);

      if (losses->len == 0)
        g_ptr_array_add (losses, g_strdup_printf (ngettext ("%d record, the last one — %s",
                                                            "%d records, the last one — %s", (gulong) n_records),
                                                  (int) n_records, operation));
      g_ptr_array_add (losses, g_steal_pointer (&operation));
    }
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return own_error == NULL;
}

/* Opens what is there now. When it cannot be read, that itself is the answer. */
static DovStore *
open_present (const char  *store_path,
              GPtrArray   *losses)
{
  g_autoptr (GError) error = NULL;
  DovStore *store = NULL;

  if (!g_file_test (store_path, G_FILE_TEST_EXISTS))
    return NULL;
  store = dov_store_open (store_path, DOV_STORE_READ_ONLY, &error);
  if (store == NULL)
    /* Translators: a sentence that says why the file cannot be read */
    g_ptr_array_add (losses, g_strdup_printf (_("%s It is not known what would be lost; "
                                                "the file will be kept as it is."), error->message));

  return store;
}

/**
 * dov_restore_list_losses:
 *
 * What was made or changed since a copy, which putting it back would take away.
 *
 * Returns: (transfer full) (element-type utf8): first a line such as “12
 *   records, the last one — …”, then the last operations one by one; empty
 *   when nothing would be lost. One line that says so when what is there now
 *   cannot be read. %NULL when the copy cannot be used
 */
GPtrArray *
dov_restore_list_losses (const char  *store_path,
                         const char  *copy_path,
                         GError     **error)
{
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (DovDatabase) copy = NULL;
  g_autoptr (DovStore) store = NULL;

  copy = dov_database_open (copy_path, DOV_DATABASE_READ_ONLY, error);
  if (copy == NULL || !dov_schema_check (copy, error))
    return NULL;
  store = open_present (store_path, losses);
  if (store != NULL
      && (!attach_copy (dov_store_get_database (store), copy_path, error) || !list_lost (store, losses, error)))
    return NULL;

  return g_steal_pointer (&losses);
}

/* Restoring. */

static gboolean
copy_raw (const char  *from,
          const char  *to,
          GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autofree char *part = g_strconcat (to, ".part", NULL);
  g_autoptr (GFile) half = g_file_new_for_path (part);

  if (!g_file_copy (source, half, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error))
    {
      (void) g_unlink (part);
      return FALSE;
    }
  (void) g_chmod (part, 0600);

  return dov_backup_settle (part, to, error);
}

/* A file that SQLite cannot read is kept byte for byte, with its log. */
static char *
keep_damaged (const char  *store_path,
              GError     **error)
{
  g_autofree char *folder = dov_backup_get_folder (store_path);
  g_autofree char *path = NULL;
  g_autofree char *log = g_strconcat (store_path, "-wal", NULL);
  GStatBuf status;

  if (!dov_backup_ensure_folder (folder, error))
    return NULL;
  path = dov_backup_find_free_path (folder, C_("file", "damaged"));
  if (!copy_raw (store_path, path, error))
    return NULL;
  if (g_stat (log, &status) == 0 && status.st_size > 0)
    {
      g_autofree char *kept_log = g_strconcat (path, "-wal", NULL);

      if (!copy_raw (log, kept_log, error))
        return NULL;
    }

  return g_steal_pointer (&path);
}

static gboolean
keep_what_is_there (const char  *store_path,
                    char       **kept,
                    GError     **error)
{
  g_autoptr (GError) own_error = NULL;

  *kept = NULL;
  if (!g_file_test (store_path, G_FILE_TEST_EXISTS))
    return TRUE;

  *kept = dov_backup_make_marked (store_path, _("before restoring"), &own_error);
  if (g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED)
      || g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_FOREIGN)
      || g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER))
    {
      g_clear_error (&own_error);
      *kept = keep_damaged (store_path, &own_error);
    }
  if (*kept == NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return *kept != NULL;
}

/* Nothing of the old file's log may meet the new file. */
static void
close_log (const char *store_path)
{
  g_autofree char *log = g_strconcat (store_path, "-wal", NULL);
  g_autofree char *index = g_strconcat (store_path, "-shm", NULL);
  g_autoptr (DovDatabase) database = dov_database_open (store_path, 0, NULL);

  if (database != NULL)
    (void) dov_database_execute (database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
  g_clear_object (&database);
  (void) g_unlink (log);
  (void) g_unlink (index);
}

static gboolean
put_in_place (const char  *copy_path,
              const char  *store_path,
              GError     **error)
{
  g_autofree char *part = g_strconcat (store_path, ".part", NULL);
  g_autoptr (DovDatabase) copy = dov_database_open (copy_path, DOV_DATABASE_READ_ONLY, error);

  if (copy == NULL)
    return FALSE;
  (void) g_unlink (part);
  if (!dov_database_copy (copy, part, NULL, NULL, NULL, error))
    return FALSE;

  close_log (store_path);
  if (dov_backup_settle (part, store_path, error))
    return TRUE;
  (void) g_unlink (part);

  return FALSE;
}

/**
 * dov_restore_copy:
 * @store_path: a file that nobody has open
 * @kept: (out) (optional) (nullable): where what was there now lies
 *
 * Puts a copy in the place of the file. What is there is copied first; when
 * anything fails it stays.
 */
gboolean
dov_restore_copy (const char  *store_path,
                  const char  *copy_path,
                  char       **kept,
                  GError     **error)
{
  g_autoptr (DovLock) lock = NULL;
  g_autofree char *own_kept = NULL;

  if (!dov_backup_check (copy_path, NULL, error))
    return FALSE;
  lock = dov_lock_take (store_path, error);
  if (lock == NULL
      || !keep_what_is_there (store_path, &own_kept, error)
      || !put_in_place (copy_path, store_path, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&own_kept);

  return TRUE;
}
