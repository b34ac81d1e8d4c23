/* test-opening.c - files that are cut, foreign, empty, newer, locked or may not be written */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-aside.h"
#include "dov-backup.h"
#include "dov-calendar.h"
#include "dov-family.h"
#include "dov-lock.h"
#include "dov-schema.h"
#include "dov-scratch.h"
#include "dov-version.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Makes a small file of ours with a little in it. */
static void
make_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDatabase) database = dov_schema_open (path, DOV_DATABASE_CREATE, dov_backup_keep, &error);

  g_assert_no_error (error);
  dov_database_execute (database,
                        "CREATE TABLE street (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
                        "INSERT INTO street (name) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                        " WHERE i < 500) SELECT hex (zeroblob (i % 90)) FROM n", &error);
  g_assert_no_error (error);
}

/* That a file cannot be opened, for writing as for reading, is said in words
 * that name it; and the file stays as it was. */
static void
assert_refused (const char    *path,
                DovStoreError  code)
{
  static const DovDatabaseFlags ways[] = { 0, DOV_DATABASE_READ_ONLY, DOV_DATABASE_CREATE };
  g_autofree char *before = NULL;
  gsize n_before = 0;

  (void) g_file_get_contents (path, &before, &n_before, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DovDatabase) database = NULL;
      g_autofree char *after = NULL;
      gsize n_after = 0;

      if ((ways[i] & DOV_DATABASE_CREATE) && (code == DOV_STORE_ERROR_NOT_FOUND || n_before == 0))
        continue;
      database = dov_schema_open (path, ways[i], dov_backup_keep, &error);
      g_assert_null (database);
      g_assert_error (error, DOV_STORE_ERROR, (int) code);
      g_assert_nonnull (strstr (error->message, path));
      g_test_message ("%s", error->message);

      (void) g_file_get_contents (path, &after, &n_after, NULL);
      g_assert_cmpmem (before, n_before, after, n_after);
    }
}

static void
test_cut (void)
{
  /* How many bytes are left, of 4096 a page. */
  static const struct
  {
    gsize         n_bytes;
    DovStoreError code;
  } cases[] = {
    { 40, DOV_STORE_ERROR_DAMAGED },
    { 100, DOV_STORE_ERROR_DAMAGED },
    { 511, DOV_STORE_ERROR_DAMAGED },
    { 4096, DOV_STORE_ERROR_DAMAGED },
    { 4097, DOV_STORE_ERROR_DAMAGED },
    { 8192, DOV_STORE_ERROR_DAMAGED },
    { 10000, DOV_STORE_ERROR_DAMAGED },
  };
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "cut.doverie");
  GStatBuf status;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      (void) g_unlink (path);
      make_file (path);
      dov_scratch_cut (path, cases[i].n_bytes);
      g_test_message ("%" G_GSIZE_FORMAT " bytes", cases[i].n_bytes);
      assert_refused (path, cases[i].code);
    }

  /* One byte less than all of it. */
  (void) g_unlink (path);
  make_file (path);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  dov_scratch_cut (path, status.st_size - 1);
  assert_refused (path, DOV_STORE_ERROR_DAMAGED);
}

static void
test_foreign (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *text = dov_scratch_path (scratch, "text.doverie");
  g_autofree char *longer = dov_scratch_path (scratch, "workbook.doverie");
  g_autofree char *other = dov_scratch_path (scratch, "other program.doverie");
  g_autofree char *folder = dov_scratch_path (scratch, "");
  g_autofree char *long_text = g_strnfill (20000, 'x');
  GStatBuf status;

  dov_scratch_write (scratch, "text.doverie", "Список семей\n", -1);
  assert_refused (text, DOV_STORE_ERROR_FOREIGN);
  dov_scratch_write (scratch, "workbook.doverie", long_text, -1);
  assert_refused (longer, DOV_STORE_ERROR_FOREIGN);
  assert_refused (folder, DOV_STORE_ERROR_FOREIGN);
  {
    g_autoptr (DovDatabase) database = NULL;

    database = dov_database_open (other, DOV_DATABASE_CREATE | DOV_DATABASE_NO_LOG, NULL);
    g_assert_true (dov_database_execute (database, "CREATE TABLE contact (name TEXT); PRAGMA application_id = -5", NULL));
  }
  g_assert_cmpint (g_chmod (other, 0644), ==, 0);
  assert_refused (other, DOV_STORE_ERROR_FOREIGN);
  g_assert_cmpint (g_stat (other, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0644);
}

static void
make_club (const char *path)
{
  g_autoptr (GError) error = NULL;

  dov_store_make (path, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
test_empty (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "empty.doverie");
  g_autofree char *folder = dov_backup_get_folder (path);
  g_autoptr (GError) error = NULL;

  dov_scratch_write (scratch, "empty.doverie", "", 0);
  assert_refused (path, DOV_STORE_ERROR_DAMAGED);

  /* Making a file may have been cut short, but one that has copies was once full. */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_null (dov_store_open (path, DOV_STORE_CREATE, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  make_file (path);
  g_assert_true (dov_backup_check (path, NULL, &error));
}

/* A file of a lounge that has entered nothing goes by mail and onto any stick. */
#define LARGEST_EMPTY 1900000

static void
test_small (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "small.doverie");
  GStatBuf status;

  make_club (path);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, LARGEST_EMPTY);
}

static DovStore *
open_well (const char *path)
{
  g_autoptr (GError) error = NULL;
  DovStore *store = dov_store_open (path, 0, &error);

  g_assert_no_error (error);

  return store;
}

/* Nobody else chooses what the lock writes over. */
static void
test_planted_lock (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "club.doverie");
  g_autofree char *lock = dov_scratch_path (scratch, "club.doverie.lock");
  g_autofree char *letter = dov_scratch_path (scratch, "letter.txt");
  g_autofree char *none = dov_scratch_path (scratch, "none.txt");
  g_autofree char *text = NULL;

  make_club (path);
  dov_scratch_write (scratch, "letter.txt", "Дорогая редакция!", -1);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_cmpint (symlink (letter, lock), ==, 0);
      else if (i == 1)
        g_assert_cmpint (symlink (none, lock), ==, 0);
      else if (i == 2)
        g_assert_cmpint (link (letter, lock), ==, 0);
      else
        g_assert_cmpint (mkfifo (lock, 0600), ==, 0);
      g_assert_null (dov_store_open (path, 0, &error));
      g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, lock));
      g_assert_cmpint (g_unlink (lock), ==, 0);
      g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
    }
  g_assert_true (g_file_get_contents (letter, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Дорогая редакция!");
  g_object_unref (open_well (path));
}

/* A link that leads nowhere yet: the file is made where it points, and locked there. */
static void
test_link_to_nothing (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *folder = dov_scratch_path (scratch, "disk");
  g_autofree char *path = dov_scratch_path (scratch, "disk/club.doverie");
  g_autofree char *link = dov_scratch_path (scratch, "club.doverie");
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("disk/club.doverie", link), ==, 0);
  make_club (link);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  store = open_well (link);
  g_assert_cmpstr (dov_store_get_path (store), ==, path);
  g_assert_null (dov_store_open (path, 0, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ".part"), ==, 0);
}

/* The same by its name alone, from the folder it lies in; the link tells the way from there, or the whole way. */
static void
test_link_by_name (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *was_in = g_get_current_dir ();
  g_autofree char *folder = dov_scratch_path (scratch, "disk");
  g_autofree char *here = dov_scratch_path (scratch, "");
  g_autofree char *path = dov_scratch_path (scratch, "disk/club.doverie");
  g_autofree char *near = NULL, *far = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_chdir (here), ==, 0);
  g_assert_cmpint (symlink ("disk/club.doverie", "near.doverie"), ==, 0);
  g_assert_cmpint (symlink (path, "far.doverie"), ==, 0);
  near = dov_database_dup_real_path ("near.doverie");
  far = dov_database_dup_real_path ("far.doverie");
  g_assert_cmpint (g_chdir (was_in), ==, 0);
  g_assert_cmpstr (near, ==, path);
  g_assert_cmpstr (far, ==, path);
}

static gboolean
fill_badly (DovStore  *store,
            gpointer   data,
            GError   **error)
{
  g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, "Нет");

  return FALSE;
}

/* A new file is there when it is whole, or not at all; and it takes nothing's place. */
static void
test_make_whole (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "club.doverie");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (dov_store_make (path, fill_badly, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Нет");
  g_assert_cmpuint (dov_scratch_count_files (scratch, ""), ==, 0);
  g_clear_error (&error);

  dov_scratch_write (scratch, "club.doverie", "моё", -1);
  g_assert_false (dov_store_make (path, NULL, NULL, &error));
  g_assert_nonnull (strstr (error->message, path));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "моё");
}

/* The last work of a file that went away still stands in its log: the new file of that name is not written into, and the
 * log is not lost. */
static void
test_log_of_another (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *folder = dov_scratch_path (scratch, "club");
  g_autofree char *log = NULL, *kept = NULL, *bytes = NULL, *read = NULL;
  gsize n_bytes = 0, n_read = 0;
  g_autoptr (GError) error = NULL;
  Club club;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  club_open_in (&club, folder);
  club_add_family (&club, "Потеряевы");
  log = g_strconcat (club.path, "-wal", NULL);
  kept = g_strconcat (log, "-old-1", NULL);
  g_assert_true (g_file_get_contents (log, &bytes, &n_bytes, NULL));
  g_assert_cmpuint (n_bytes, >, 0);
  g_clear_object (&club.store);
  g_assert_cmpint (g_unlink (club.path), ==, 0);
  g_assert_true (g_file_set_contents (log, bytes, (gssize) n_bytes, NULL));

  g_assert_true (dov_store_make (club.path, NULL, NULL, &error));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  dov_backup_check (club.path, NULL, &error);
  g_assert_no_error (error);
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 0);
  g_assert_true (g_file_get_contents (kept, &read, &n_read, NULL));
  g_assert_cmpmem (bytes, n_bytes, read, n_read);
  club_close (&club);
}

/* What a killed program left half made goes, what another is making stays. */
static void
test_sweep (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "club.doverie");
  g_autofree char *wanted = dov_scratch_path (scratch, "report.xlsx");
  g_autofree char *theirs = dov_scratch_path (scratch, "film.mkv.part");
  int number = 0;
  g_autoptr (DovAside) aside = NULL;

  make_club (path);
  dov_scratch_write (scratch, ".doverie-0123456789abcdef.part", "half", -1);
  dov_scratch_write (scratch, ".doverie-0123456789abcdef.part-wal", "half", -1);
  dov_scratch_write (scratch, ".doverie-ffff456789abcdef.part-journal", "half", -1);
  dov_scratch_write (scratch, "film.mkv.part", "half", -1);
  aside = dov_aside_begin (wanted, 0600, &number);
  g_assert_nonnull (aside);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ""), ==, 3);
  g_object_unref (open_well (path));
  g_assert_true (g_file_test (theirs, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (dov_aside_get_part (aside), G_FILE_TEST_EXISTS));
  g_assert_cmpint (dov_aside_settle (aside, FALSE), ==, 0);
  g_assert_true (g_file_test (wanted, G_FILE_TEST_EXISTS));
}

static void
test_missing (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "none.doverie");
  g_autofree char *far = dov_scratch_path (scratch, "no folder/none.doverie");
  g_autofree char *folder = g_path_get_dirname (far);
  g_autoptr (GError) error = NULL;

  assert_refused (path, DOV_STORE_ERROR_NOT_FOUND);
  g_assert_null (dov_schema_open (far, DOV_DATABASE_CREATE, dov_backup_keep, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, folder));
  g_clear_error (&error);
  g_assert_null (dov_lock_take (far, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ""), ==, 0);
}

static void
test_newer (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "newer.doverie");

  make_file (path);
  {
    g_autoptr (DovDatabase) database = dov_schema_open (path, 0, dov_backup_keep, NULL);

    g_assert_true (dov_database_execute (database, "PRAGMA user_version = 1000", NULL));
  }
  assert_refused (path, DOV_STORE_ERROR_NEWER);
}

/* A file of a later version: it says which that is, and a refused opening leaves no copy behind. */
static void
test_newer_store (void)
{
  static const char *const later[] = { "CREATE TABLE sauna (id INTEGER)", "ALTER TABLE family ADD COLUMN sauna TEXT" };

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    {
      g_autoptr (GPtrArray) copies = NULL;
      g_autoptr (GError) error = NULL;
      Club club;

      club_open (&club);
      club_add_family (&club, "Ивановы");
      g_clear_object (&club.store);
      {
        g_autoptr (DovDatabase) database = dov_database_open (club.path, 0, NULL);

        g_assert_true (dov_database_execute (database, later[i], NULL));
        g_assert_true (dov_database_execute (database, "UPDATE meta SET value = 'x' WHERE name = 'schema';"
                                             "UPDATE meta SET value = '7.8.9' WHERE name = 'version'", NULL));
      }
      g_assert_null (dov_store_open (club.path, 0, &error));
      g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER);
      g_assert_nonnull (strstr (error->message, "7.8.9"));
      g_assert_nonnull (strstr (error->message, dov_version ()));
      copies = dov_backup_list (club.path, NULL);
      g_assert_cmpuint (copies != NULL ? copies->len : 0, ==, 0);
      club_close (&club);
    }
}

/* An update that fails again and again has one copy of what it began with, and another when more was done. */
static void
test_update_copies (void)
{
  Club club;

  club_open (&club);
  for (guint done = 1; done <= 2; done++)
    {
      const char *name = done == 1 ? "Ивановы" : "Петровы";

      club_add_family (&club, name);
      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (GPtrArray) copies = NULL;

          g_clear_object (&club.store);
          {
            g_autoptr (DovDatabase) database = dov_database_open (club.path, 0, NULL);

            g_assert_true (dov_database_execute (database, "UPDATE meta SET value = 'x' WHERE name = 'schema'", NULL));
          }
          club_reopen (&club);
          copies = dov_backup_list (club.path, NULL);
          g_assert_cmpuint (copies->len, ==, done);
        }
    }
  club_close (&club);
}

/* Who only reads leaves nothing beside the file that was not there, and what a writer needs to him. */
static void
test_nothing_left (void)
{
  g_autofree char *log = NULL, *shared = NULL;
  Club club;

  club_open (&club);
  club_add_family (&club, "Ивановы");
  log = g_strconcat (club.path, "-wal", NULL);
  shared = g_strconcat (club.path, "-shm", NULL);
  {
    g_autoptr (DovStore) reader = dov_store_open (club.path, DOV_STORE_READ_ONLY, NULL);

    g_assert_nonnull (reader);
  }
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_object (&club.store);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (DovStore) reader = dov_store_open (club.path, DOV_STORE_READ_ONLY, NULL);
      g_autoptr (DovStore) other = dov_store_open (club.path, DOV_STORE_READ_ONLY, NULL);

      g_assert_nonnull (reader);
      g_clear_object (&reader);
      g_assert_cmpint (dov_store_count (other, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
      g_clear_object (&other);
      g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
      g_assert_false (g_file_test (shared, G_FILE_TEST_EXISTS));
    }
  club_reopen (&club);
  club_close (&club);
}

static void
test_migration (void)
{
  static const DovMigration good[] = {
    { "ALTER TABLE street ADD COLUMN old_name TEXT" },
    { "UPDATE street SET old_name = name" },
  };
  static const DovMigration bad[] = {
    { "SELECT 1" },
    { "SELECT 1" },
    { "DELETE FROM street" },
    { "ALTER TABLE nowhere ADD COLUMN x" },
  };
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "older.doverie");
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  make_file (path);
  {
    g_autoptr (DovDatabase) reader = dov_schema_open (path, DOV_DATABASE_READ_ONLY, dov_backup_keep, NULL);

    g_assert_false (dov_schema_migrate (reader, good, 2, dov_backup_keep, &error));
    g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
    g_clear_error (&error);
  }
  {
    g_autoptr (DovDatabase) database = dov_schema_open (path, 0, dov_backup_keep, NULL);

    dov_schema_migrate (database, good, 2, dov_backup_keep, &error);
    g_assert_no_error (error);
    g_assert_cmpint (dov_database_count (database, "PRAGMA user_version", NULL), ==, 3);
    g_assert_cmpint (dov_database_count (database, "SELECT count(*) FROM street WHERE old_name = name", NULL), ==, 500);
    g_assert_cmpint (dov_database_count (database, "PRAGMA foreign_keys", NULL), ==, 1);

    /* All steps or none. */
    g_assert_false (dov_schema_migrate (database, bad, 4, dov_backup_keep, &error));
    g_assert_nonnull (error);
    g_clear_error (&error);
    g_assert_cmpint (dov_database_count (database, "PRAGMA user_version", NULL), ==, 3);
    g_assert_cmpint (dov_database_count (database, "SELECT count(*) FROM street", NULL), ==, 500);
    g_assert_cmpint (dov_database_count (database, "PRAGMA foreign_keys", NULL), ==, 1);
  }

  copies = dov_backup_list (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 1);
  g_assert_true (((DovCopy *) copies->pdata[0])->is_sound);
}

static void
test_read_only (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "a.doverie");
  g_autoptr (DovDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_scratch_mount (scratch, 4 << 20))
    {
      g_test_skip ("only root can mount a disk that may not be written");
      return;
    }
  make_file (path);
  dov_scratch_make_read_only (scratch);

  g_assert_null (dov_lock_take (path, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (dov_schema_open (path, 0, dov_backup_keep, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  database = dov_schema_open (path, DOV_DATABASE_READ_ONLY, dov_backup_keep, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_database_count (database, "SELECT count(*) FROM street", &error), ==, 500);
  g_assert_null (dov_backup_make (path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
}

static void
test_lock (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "a.doverie");
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 3, 5, 18, 30, 0);
  g_autoptr (GError) error = NULL;
  DovLock *lock, *second;

  make_file (path);
  dov_clock_set (now);
  lock = dov_lock_take (path, &error);
  g_assert_no_error (error);
  second = dov_lock_take (path, &error);
  g_assert_null (second);
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_assert_nonnull (strstr (error->message, "05.03.2027 18:30"));
  g_clear_error (&error);
  dov_scratch_assert_private (scratch);

  dov_lock_release (lock);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ".lock"), ==, 0);
  second = dov_lock_take (path, &error);
  g_assert_no_error (error);
  dov_lock_release (second);
  dov_clock_set (NULL);
}

/* Another program is killed while it has the lock. */
static void
test_stale_lock (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "a.doverie");
  g_autoptr (DovLock) lock = NULL;
  g_autoptr (GError) error = NULL;
  int pipes[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      DovLock *held = dov_lock_take (path, NULL);

      if (held == NULL || write (pipes[1], "x", 1) != 1)
        _exit (1);
      pause ();
      _exit (1);
    }
  g_assert_cmpint (read (pipes[0], &byte, 1), ==, 1);
  g_assert_null (dov_lock_take (path, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ".lock"), ==, 1);
  lock = dov_lock_take (path, &error);
  g_assert_no_error (error);
  close (pipes[0]);
  close (pipes[1]);
}

/* Many start at once, and again and again: never do two hold the lock. */
static void
test_starts_at_once (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "a.doverie");
  g_autofree char *proof = dov_scratch_path (scratch, "only one");
  pid_t children[4];

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      children[i] = fork ();
      if (children[i] == 0)
        {
          for (guint n = 0; n < 200;)
            {
              DovLock *lock = dov_lock_take (path, NULL);

              if (lock == NULL)
                continue;
              /* Making a folder fails when it is there. */
              if (g_mkdir (proof, 0700) != 0 || g_rmdir (proof) != 0)
                _exit (2);
              dov_lock_release (lock);
              n++;
            }
          _exit (0);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int status;

      g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
    }
}

/* The whole store where nothing may be written: it opens to be looked at. */
static void
test_read_only_store (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *folder = dov_scratch_path (scratch, "");
  g_autoptr (DovStore) store = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  Club club;

  if (!dov_scratch_mount (scratch, 8 << 20))
    {
      g_test_skip ("only root can mount a disk that may not be written");
      return;
    }
  club_open_in (&club, folder);
  club_add_family (&club, "Ивановы");
  g_clear_object (&club.store);
  path = g_strdup (club.path);
  dov_scratch_make_read_only (scratch);

  g_assert_null (dov_store_open (path, 0, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  store = dov_store_open (path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  draft = dov_store_find_first (store, DOV_TYPE_FAMILY, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (dov_store_save (store, draft, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  club_close (&club);
}

/* Who only looks needs no lock and sees what is saved. */
static void
test_second_user (void)
{
  g_autoptr (DovStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  Club club;

  club_open (&club);
  g_assert_null (dov_store_open (club.path, 0, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  reader = dov_store_open (club.path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (reader, DOV_TYPE_FAMILY, NULL, NULL), ==, 0);
  club_add_family (&club, "Ивановы");
  g_assert_cmpint (dov_store_count (reader, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);

  /* Who writes may go while the other still looks. */
  club_reopen (&club);
  club_add_family (&club, "Петровы");
  g_assert_cmpint (dov_store_count (reader, DOV_TYPE_FAMILY, NULL, NULL), ==, 2);
  g_assert_true (dov_store_close (reader, &error));
  club_close (&club);
}

/* Several programs make the same new file at once: one of them has it, the
 * others are told who. */
static void
test_first_starts_at_once (void)
{
  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (DovScratch) scratch = dov_scratch_new ();
      g_autofree char *path = dov_scratch_path (scratch, "new.doverie");
      g_autoptr (GError) error = NULL;
      pid_t children[4];
      int opened[2], leave[2];
      guint n_opened = 0;
      char byte;

      g_assert_cmpint (pipe (opened), ==, 0);
      g_assert_cmpint (pipe (leave), ==, 0);
      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          children[i] = fork ();
          if (children[i] == 0)
            {
              g_autoptr (GError) own_error = NULL;
              DovStore *store = dov_store_open (path, DOV_STORE_CREATE, &own_error);

              if (store == NULL && !g_error_matches (own_error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE))
                _exit (2);
              if (write (opened[1], store != NULL ? "y" : "n", 1) != 1 || read (leave[0], &byte, 1) != 1)
                _exit (3);
              _exit (0);
            }
        }
      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          g_assert_cmpint (read (opened[0], &byte, 1), ==, 1);
          n_opened += byte == 'y';
        }
      g_assert_cmpuint (n_opened, ==, 1);
      g_assert_cmpint (write (leave[1], "....", 4), ==, 4);
      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          int status;

          g_assert_cmpint (waitpid (children[i], &status, 0), ==, children[i]);
          g_assert_true (WIFEXITED (status));
          g_assert_cmpint (WEXITSTATUS (status), ==, 0);
        }
      dov_backup_check (path, NULL, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < 2; i++)
        {
          close (opened[i]);
          close (leave[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/opening/cut", test_cut);
  g_test_add_func ("/opening/foreign", test_foreign);
  g_test_add_func ("/opening/empty", test_empty);
  g_test_add_func ("/opening/small", test_small);
  g_test_add_func ("/opening/planted-lock", test_planted_lock);
  g_test_add_func ("/opening/link-to-nothing", test_link_to_nothing);
  g_test_add_func ("/opening/link-by-name", test_link_by_name);
  g_test_add_func ("/opening/make-whole", test_make_whole);
  g_test_add_func ("/opening/log-of-another", test_log_of_another);
  g_test_add_func ("/opening/sweep", test_sweep);
  g_test_add_func ("/opening/missing", test_missing);
  g_test_add_func ("/opening/newer", test_newer);
  g_test_add_func ("/opening/newer-store", test_newer_store);
  g_test_add_func ("/opening/update-copies", test_update_copies);
  g_test_add_func ("/opening/nothing-left", test_nothing_left);
  g_test_add_func ("/opening/migration", test_migration);
  g_test_add_func ("/opening/lock", test_lock);
  g_test_add_func ("/opening/stale-lock", test_stale_lock);
  g_test_add_func ("/opening/starts-at-once", test_starts_at_once);
  g_test_add_func ("/opening/first-starts-at-once", test_first_starts_at_once);
  g_test_add_func ("/opening/second-user", test_second_user);
  g_test_add_func ("/opening/read-only", test_read_only);
  g_test_add_func ("/opening/read-only-store", test_read_only_store);

  return g_test_run ();
}
