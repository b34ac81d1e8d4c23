/* dov-restore.c - a copy put back, and what that would lose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-restore.h"

#include "dov-aside.h"
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

/* That of its computer, or the only one it has. */
#define LOUNGE "coalesce ((SELECT lounge_id FROM settings), (SELECT min (id) FROM lounge WHERE removed IS NULL))"

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
        g_ptr_array_add (losses, g_strdup_printf (ngettext ("%d record; what was done last:",
                                                            "%d records; what was done last:", (gulong) n_records),
                                                  (int) n_records));
      g_ptr_array_add (losses, g_steal_pointer (&operation));
    }
  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));

  return own_error == NULL;
}

/* Whose. */

static char *
read_text (DovDatabase *database,
           const char  *sql)
{
  g_autoptr (DovStatement) row = dov_database_prepare (database, sql, NULL);

  return row != NULL && dov_statement_step (row, NULL) ? g_strdup (dov_statement_column_text (row, 0)) : NULL;
}

/* Ids made in a file have its tag, so that a file and its copies share it and no two clubs do. */
static char *
read_tag (const char *path)
{
  g_autoptr (DovDatabase) database = dov_database_open (path, DOV_DATABASE_READ_ONLY, NULL);

  return database != NULL ? read_text (database, "SELECT value FROM meta WHERE name = 'tag'") : NULL;
}

static char *
describe_last (DovDatabase *copy)
{
  g_autofree char *moment = read_text (copy, "SELECT at FROM operation ORDER BY id DESC LIMIT 1");
  g_autoptr (GDateTime) at = NULL;
  g_autofree char *shown = NULL;

  if (moment == NULL)
    return g_strdup (_("nothing was entered yet"));
  if (dov_moment_from_iso (moment, &at) && at != NULL)
    shown = dov_moment_to_shown (at);

  /* Translators: %s is a date and time */
  return g_strdup_printf (_("last entry %s"), shown != NULL ? shown : moment);
}

/**
 * dov_restore_describe:
 * @is_others: (out): whether it is no copy of the file that lies at @store_path
 *
 * Returns: (transfer full): whose the copy is and how far it goes: the lounge,
 *   its club, the day of the last entry; %NULL when it cannot be used
 */
char *
dov_restore_describe (const char  *store_path,
                      const char  *copy_path,
                      gboolean    *is_others,
                      GError     **error)
{
  g_autoptr (DovDatabase) copy = dov_database_open (copy_path, DOV_DATABASE_READ_ONLY, error);
  g_autofree char *lounge = NULL;
  g_autofree char *club = NULL;
  g_autofree char *last = NULL;
  g_autofree char *present_tag = NULL;
  g_autofree char *tag = NULL;

  if (copy == NULL || !dov_schema_check (copy, error))
    return NULL;

  lounge = read_text (copy, "SELECT name FROM lounge WHERE id = " LOUNGE);
  club = read_text (copy, "SELECT o.short_name FROM lounge l JOIN organisation o ON o.id = l.host_institution_id"
                          " WHERE l.id = " LOUNGE);
  last = describe_last (copy);
  tag = read_tag (copy_path);
  present_tag = g_file_test (store_path, G_FILE_TEST_EXISTS) ? read_tag (store_path) : NULL;
  *is_others = present_tag != NULL && g_strcmp0 (tag, present_tag) != 0;

  return g_strdup_printf ("%s%s%s; %s", lounge != NULL ? lounge : _("a lounge that has no name yet"),
                          club != NULL ? ", " : "", club != NULL ? club : "", last);
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
 *   records; what was done last:”, then the last operations one by one; empty
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
  int number = 0;
  g_autoptr (DovAside) aside = dov_aside_begin (to, 0600, &number);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFileInputStream) input = NULL;
  g_autoptr (GFileOutputStream) output = NULL;

  if (aside != NULL)
    {
      g_autoptr (GFile) part = g_file_new_for_path (dov_aside_get_part (aside));

      input = g_file_read (source, NULL, error);
      output = input != NULL ? g_file_append_to (part, G_FILE_CREATE_PRIVATE, NULL, error) : NULL;
      if (output == NULL || g_output_stream_splice (G_OUTPUT_STREAM (output), G_INPUT_STREAM (input),
                                                    G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
        return FALSE;
      number = dov_aside_settle (aside, FALSE);
    }
  if (number != 0)
    dov_store_error_from_number (error, to, number);

  return number == 0;
}

/* A file that SQLite cannot read is kept byte for byte, its log first: so it is never there without one. */
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
  if (g_stat (log, &status) == 0 && status.st_size > 0)
    {
      g_autofree char *kept_log = g_strconcat (path, "-wal", NULL);

      if (!copy_raw (log, kept_log, error))
        return NULL;
    }

  return copy_raw (store_path, path, error) ? g_steal_pointer (&path) : NULL;
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
  g_autoptr (DovDatabase) copy = dov_database_open (copy_path, DOV_DATABASE_READ_ONLY, error);
  int number = 0;
  g_autoptr (DovAside) aside = copy != NULL ? dov_aside_begin (store_path, 0600, &number) : NULL;

  if (copy == NULL || (aside != NULL && !dov_database_copy (copy, dov_aside_get_part (aside), NULL, NULL, NULL, error)))
    return FALSE;

  if (aside != NULL)
    {
      close_log (store_path);
      number = dov_aside_settle (aside, TRUE);
    }
  if (number != 0)
    dov_store_error_from_number (error, store_path, number);

  return number == 0;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0
         && first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/**
 * dov_restore_copy:
 * @store_path: a file that nobody has open, or a link to it
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
  g_autofree char *real = dov_database_dup_real_path (store_path);
  g_autoptr (DovLock) lock = NULL;
  g_autofree char *own_kept = NULL;

  if (is_same_file (real, copy_path))
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                   _("“%s” is the file itself and not a copy of it. Choose one of its copies."), copy_path);
      return FALSE;
    }
  if (!dov_backup_check (copy_path, NULL, error))
    return FALSE;
  lock = dov_lock_take (real, error);
  if (lock == NULL
      || !keep_what_is_there (real, &own_kept, error)
      || !put_in_place (copy_path, real, error))
    return FALSE;
  if (kept != NULL)
    *kept = g_steal_pointer (&own_kept);

  return TRUE;
}
