/* test-crash.c - kill -9 and full disks: what was acknowledged is there, and the file opens */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-family.h"
#include "dov-restore.h"
#include "dov-scratch.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a child does until it is killed. It writes a number into the pipe for
 * everything that it was told is safe. */
typedef void (*Work) (Club *club,
                      int   acknowledge);

/* So many of @n kills: under the sanitizers each of them costs seconds. */
static guint
count_rounds (guint n)
{
  return g_test_slow () ? n : (n + 3) / 4;
}

static void
say (int    acknowledge,
     gint64 number)
{
  if (write (acknowledge, &number, sizeof number) != sizeof number)
    _exit (3);
}

/* Runs @work in a child for a random while and kills it.
 * Returns: (element-type gint64): what it acknowledged */
static GArray *
run_and_kill (Club  *club,
              Work   work,
              guint  at_least,
              guint  at_most)
{
  g_autoptr (GArray) acknowledged = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 number;
  int pipes[2], status;
  pid_t child;

  g_assert_null (club->store);
  g_assert_cmpint (pipe (pipes), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (pipes[0]);
      work (club, pipes[1]);
      _exit (4);
    }
  close (pipes[1]);
  g_assert_cmpint (child, >, 0);

  /* The while begins with the first sign of life. */
  if (read (pipes[0], &number, sizeof number) == sizeof number)
    g_usleep (g_test_rand_int_range ((gint32) at_least, (gint32) at_most));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
  while (read (pipes[0], &number, sizeof number) == sizeof number)
    g_array_append_val (acknowledged, number);
  close (pipes[0]);

  return g_steal_pointer (&acknowledged);
}

static void
assert_sound (Club *club)
{
  g_autoptr (GError) error = NULL;

  dov_backup_check (club->path, NULL, &error);
  g_assert_no_error (error);
}

static gint64
count (Club  *club,
       GType  type)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_store_count (club->store, type, NULL, &error);

  g_assert_no_error (error);

  return n;
}

/* Every family has a number of its own, whichever child adds it. */
static DovRecord *
new_family (Club       *club,
            const char *name)
{
  static guint n;
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, club->lounge);
  g_autofree char *case_no = g_strdup_printf ("1-2027/%d%05u", (int) getpid (), ++n);
  DovRecord *draft = dov_record_new (DOV_TYPE_FAMILY, 0);

  club_fill (draft, "family_name", name, "case_no", case_no, "lounge_id", lounge,
             "address", "с. Слудка, ул. Мира, 5", "structure", "full", "case_status", "identified", NULL);

  return draft;
}

static gint64
add_family (Club       *club,
            const char *name)
{
  g_autoptr (DovRecord) draft = new_family (club, name);

  return club_save (club, draft);
}

/* Saves. */

static void
save_families (Club *club,
               int   acknowledge)
{
  club_reopen (club);
  say (acknowledge, 0);
  for (;;)
    say (acknowledge, add_family (club, "Ивановы"));
}

static void
test_kill_save (void)
{
  gint64 n_before = 0;
  guint n_acknowledged = 0, at_most = 40000;
  Club club;

  club_open (&club);
  /* Where a save takes longer than the while, under sanitizers on a busy machine, the while grows until one is done. */
  for (guint round = 0; round < count_rounds (30) || n_acknowledged == 0; round++)
    {
      g_autoptr (GArray) acknowledged = NULL;
      gint64 n_after;

      g_clear_object (&club.store);
      acknowledged = run_and_kill (&club, save_families, 0, at_most);
      club_reopen (&club);
      for (guint i = 0; i < acknowledged->len; i++)
        {
          g_autofree char *name = club_read (&club, DOV_TYPE_FAMILY, g_array_index (acknowledged, gint64, i),
                                             "family_name");

          g_assert_cmpstr (name, ==, "Ивановы");
        }
      n_after = count (&club, DOV_TYPE_FAMILY);
      g_assert_cmpint (n_after, >=, n_before + acknowledged->len);
      g_assert_cmpint (n_after, <=, n_before + acknowledged->len + 1);
      n_before = n_after;
      n_acknowledged += acknowledged->len;
      at_most = acknowledged->len > 0 ? at_most : MIN (2 * at_most, G_USEC_PER_SEC);
      assert_sound (&club);
    }
  g_test_message ("%u saves were acknowledged", n_acknowledged);
  club_close (&club);
}

/* A big import is one operation: all of it or nothing. */

#define IMPORTED 400

static void
import_families (Club *club,
                 int   acknowledge)
{
  club_reopen (club);
  say (acknowledge, 0);
  for (;;)
    {
      g_assert_true (dov_store_begin (club->store, "Загрузка", NULL));
      for (guint i = 0; i < IMPORTED; i++)
        add_family (club, "Петровы");
      g_assert_true (dov_store_commit (club->store, NULL, NULL));
      say (acknowledge, 1);
    }
}

static void
test_kill_import (void)
{
  gint64 n_before = 0;
  Club club;

  club_open (&club);
  for (guint round = 0; round < count_rounds (12); round++)
    {
      g_autoptr (GArray) acknowledged = NULL;
      gint64 n_after;

      g_clear_object (&club.store);
      acknowledged = run_and_kill (&club, import_families, 1000, 250000);
      club_reopen (&club);
      n_after = count (&club, DOV_TYPE_FAMILY);
      g_test_message ("%u imports were acknowledged, %" G_GINT64_FORMAT " families are there",
                      acknowledged->len, n_after - n_before);
      g_assert_cmpint ((n_after - n_before) % IMPORTED, ==, 0);
      g_assert_cmpint (n_after, >=, n_before + acknowledged->len * IMPORTED);
      g_assert_cmpint (n_after, <=, n_before + (acknowledged->len + 1) * IMPORTED);
      n_before = n_after;
      assert_sound (&club);
    }
  club_close (&club);
}

/* Drafts of unfinished forms. */

static void
keep_drafts (Club *club,
             int   acknowledge)
{
  club_reopen (club);
  say (acknowledge, 0);
  for (;;)
    {
      g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
      gint64 number = 0;

      club_fill (draft, "family_name", "Недописанные", NULL);
      g_assert_true (dov_store_keep_draft (club->store, draft, "Новая семья", &number, NULL));
      say (acknowledge, number);
    }
}

static void
test_kill_draft (void)
{
  Club club;

  club_open (&club);
  for (guint round = 0; round < count_rounds (8); round++)
    {
      g_autoptr (GArray) acknowledged = NULL;

      g_clear_object (&club.store);
      acknowledged = run_and_kill (&club, keep_drafts, 5000, 20000);
      club_reopen (&club);
      for (guint i = 0; i < acknowledged->len; i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (DovRecord) draft = NULL;

          draft = dov_store_read_draft (club.store, g_array_index (acknowledged, gint64, i), &error);
          g_assert_no_error (error);
          g_assert_cmpstr (DOV_FAMILY (draft)->family_name, ==, "Недописанные");
        }
      assert_sound (&club);
    }
  club_close (&club);
}

/* Copies. */

static void
make_copies (Club *club,
             int   acknowledge)
{
  say (acknowledge, 0);
  for (;;)
    {
      g_autofree char *copy = dov_backup_make (club->path, NULL, NULL, NULL, NULL, NULL);

      g_assert_nonnull (copy);
      say (acknowledge, 1);
    }
}

static void
test_kill_backup (void)
{
  Club club;

  club_open (&club);
  g_assert_true (dov_store_begin (club.store, "Загрузка", NULL));
  for (guint i = 0; i < 600; i++)
    add_family (&club, "Сидоровы");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));

  for (guint round = 0; round < count_rounds (15); round++)
    {
      g_autoptr (GArray) acknowledged = NULL;
      g_autoptr (GPtrArray) copies = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *copy = NULL;

      g_clear_object (&club.store);
      acknowledged = run_and_kill (&club, make_copies, 0, 40000);
      copies = dov_backup_list (club.path, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (copies->len, >=, acknowledged->len);
      for (guint i = 0; i < copies->len; i++)
        {
          dov_backup_check (((DovCopy *) copies->pdata[i])->path, NULL, &error);
          g_assert_no_error (error);
        }
      for (guint i = 2; i < copies->len; i++)
        g_assert_cmpint (g_unlink (((DovCopy *) copies->pdata[i])->path), ==, 0);

      copy = dov_backup_make (club.path, NULL, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      club_reopen (&club);
      g_assert_cmpint (count (&club, DOV_TYPE_FAMILY), ==, 600);
    }
  club_close (&club);
}

/* Putting back: what is there afterwards is the old file or the copy. */

static void
restore_copies (Club *club,
                int   acknowledge)
{
  g_autoptr (GPtrArray) copies = dov_backup_list (club->path, NULL);

  say (acknowledge, 0);
  for (guint i = 0;; i++)
    {
      DovCopy *copy = copies->pdata[i % 2];

      g_assert_true (dov_restore_copy (club->path, copy->path, NULL, NULL));
      say (acknowledge, 1);
    }
}

static void
test_kill_restore (void)
{
  g_autofree char *small = NULL;
  g_autofree char *big = NULL;
  Club club;

  club_open (&club);
  add_family (&club, "Ивановы");
  small = dov_backup_make (club.path, NULL, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < 200; i++)
    add_family (&club, "Сидоровы");
  big = dov_backup_make (club.path, NULL, NULL, NULL, NULL, NULL);
  g_assert_true (small != NULL && big != NULL);

  for (guint round = 0; round < count_rounds (12); round++)
    {
      g_autoptr (GArray) acknowledged = NULL;
      g_autoptr (GPtrArray) copies = NULL;
      gint64 n;

      g_clear_object (&club.store);
      acknowledged = run_and_kill (&club, restore_copies, 0, 60000);
      club_reopen (&club);
      n = count (&club, DOV_TYPE_FAMILY);
      g_assert_true (n == 1 || n == 201);
      assert_sound (&club);

      copies = dov_backup_list (club.path, NULL);
      for (guint i = 0; i < copies->len; i++)
        {
          const char *path = ((DovCopy *) copies->pdata[i])->path;

          if (!g_str_equal (path, small) && !g_str_equal (path, big))
            g_assert_cmpint (g_unlink (path), ==, 0);
        }
    }
  club_close (&club);
}

/* The file alone, as somebody copies it while the program runs, or as a power cut leaves it. */

/* Copied by another program: closing it here would drop the locks that the store has on it. -1: it was copied in the
 * very moment in which it was written, or before all of a new file was. */
static gint64
try_copy (Club *club)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *path = dov_scratch_path (scratch, "alone.doverie");
  const char *const words[] = { "cp", club->path, path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = NULL;
  gint64 n;
  int status = 0;

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  if (!dov_backup_check (path, NULL, NULL))
    return -1;
  store = dov_store_open (path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  n = dov_store_count (store, DOV_TYPE_FAMILY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dov_store_close (store, &error));

  return n;
}

static gint64
count_in_copy (Club *club)
{
  for (guint i = 0; i < 20; i++)
    {
      gint64 n = try_copy (club);

      if (n >= 0)
        return n;
      g_usleep (50000);
    }

  g_assert_not_reached ();
}

static void
run_for (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* How long it takes until all families are in the file itself; seconds. */
static double
wait_for (Club   *club,
          gint64  n)
{
  gint64 since = g_get_monotonic_time ();

  while (try_copy (club) < n && g_get_monotonic_time () - since < 60 * G_TIME_SPAN_SECOND)
    run_for (100);
  g_assert_cmpint (count_in_copy (club), ==, n);

  return (double) (g_get_monotonic_time () - since) / G_TIME_SPAN_SECOND;
}

/* While work goes on, and while others have the file open to read: the store's own second connection, the thread that
 * seeks, a page that is in the middle of reading. */
static void
test_file_alone (void)
{
  g_autoptr (DovStore) seeker = NULL;
  g_autoptr (DovDatabase) reader = NULL;
  g_autoptr (GError) error = NULL;
  double seconds;
  Club club;

  club_open (&club);
  add_family (&club, "Ивановы");
  seconds = wait_for (&club, 1);
  g_test_message ("after %.1f s", seconds);
  g_assert_cmpfloat (seconds, <, 5);

  g_assert_cmpint (dov_store_see_number (club.store, "SELECT count(*) FROM family", NULL), ==, 1);
  seeker = dov_store_open (club.path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (seeker, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  add_family (&club, "Петровы");
  g_assert_cmpint (dov_store_see_number (club.store, "SELECT count(*) FROM family", NULL), ==, 2);
  seconds = wait_for (&club, 2);
  g_test_message ("with readers after %.1f s", seconds);
  g_assert_cmpfloat (seconds, <, 5);

  /* Saves that follow one another closely do not put it off. */
  for (guint i = 0; i < 30; i++)
    {
      add_family (&club, "Сидоровы");
      run_for (100);
    }
  g_assert_cmpint (count_in_copy (&club), >=, 2 + 10);
  wait_for (&club, 32);

  /* Somebody reads what the file was before: it is tried again until he has done. */
  reader = dov_database_open (club.path, DOV_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (dov_database_begin (reader, &error));
  g_assert_cmpint (dov_database_count (reader, "SELECT count(*) FROM family", &error), ==, 32);
  add_family (&club, "Поздние");
  run_for (2500);
  g_assert_cmpint (count_in_copy (&club), ==, 32);
  dov_database_roll_back (reader);
  seconds = wait_for (&club, 33);
  g_test_message ("after the reader has done: %.1f s", seconds);
  g_assert_cmpfloat (seconds, <, 5);
  g_clear_object (&reader);
  g_clear_object (&seeker);
  club_close (&club);
}

/* A form that is half typed stands in the file as soon; and what a killed program left in the log as soon as the file
 * is opened again. */
static void
save_and_wait (Club *club,
               int   acknowledge)
{
  club_reopen (club);
  add_family (club, "Ивановы");
  say (acknowledge, 0);
  for (;;)
    g_usleep (G_USEC_PER_SEC);
}

static void
test_file_after_kill (void)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (GArray) acknowledged = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number = 0;
  GStatBuf before, after;
  Club club;

  club_open (&club);
  g_clear_object (&club.store);
  acknowledged = run_and_kill (&club, save_and_wait, 0, 1000);
  club_reopen (&club);
  wait_for (&club, 1);

  run_for (2500);
  g_assert_cmpint (g_stat (club.path, &before), ==, 0);
  dov_record_set_string (draft, "strengths", "Недописанное");
  dov_store_keep_draft (club.store, draft, "Новая семья", &number, &error);
  g_assert_no_error (error);
  run_for (3000);
  g_assert_cmpint (g_stat (club.path, &after), ==, 0);
  g_assert_true (before.st_mtim.tv_sec != after.st_mtim.tv_sec || before.st_mtim.tv_nsec != after.st_mtim.tv_nsec);
  club_close (&club);
}

/* The very first start. */

static void
create_files (Club *club,
              int   acknowledge)
{
  say (acknowledge, 0);
  for (;;)
    {
      g_autoptr (DovStore) store = dov_store_open (club->path, DOV_STORE_CREATE, NULL);

      g_assert_nonnull (store);
      say (acknowledge, 1);
      g_assert_true (dov_store_close (store, NULL));
      g_assert_cmpint (g_unlink (club->path), ==, 0);
    }
}

static void
test_kill_create (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  Club club = { .path = dov_scratch_path (scratch, "new.doverie") };

  for (guint round = 0; round < count_rounds (25); round++)
    {
      g_autoptr (GArray) acknowledged = run_and_kill (&club, create_files, 0, 40000);
      g_autoptr (GError) error = NULL;

      club.store = dov_store_open (club.path, DOV_STORE_CREATE, &error);
      g_assert_no_error (error);
      assert_sound (&club);
      g_clear_object (&club.store);
    }
  g_free (club.path);
}

/* Disks that fill up. */

/* Saves until there is no room; everything saved before is there, nothing of
 * what failed is, and the store goes on. Returns how many were saved. */
static guint
fill_up (Club *club)
{
  g_autoptr (GArray) saved = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *note = g_strnfill (20000, 'x');
  g_autoptr (GError) error = NULL;

  while (error == NULL)
    {
      g_autoptr (DovRecord) draft = new_family (club, "Ивановы");
      gint64 id;

      dov_record_set_string (draft, "strengths", note);
      dov_record_set_string (draft, "relations_note", note);
      if (!dov_store_save (club->store, draft, &error))
        break;
      id = dov_record_get_id (draft);
      g_array_append_val (saved, id);
      g_assert_cmpuint (saved->len, <, 2000);
    }
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, club->path));
  g_test_message ("%u families fitted: %s", saved->len, error->message);

  g_assert_cmpint (count (club, DOV_TYPE_FAMILY), ==, saved->len);
  for (guint i = 0; i < saved->len; i++)
    {
      g_autofree char *found = club_read (club, DOV_TYPE_FAMILY, g_array_index (saved, gint64, i), "strengths");

      g_assert_cmpuint (strlen (found), ==, 20000);
    }

  return saved->len;
}

static void
test_full_disk (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *ballast = dov_scratch_path (scratch, "ballast");
  g_autofree char *folder = dov_scratch_path (scratch, "club");
  g_autofree char *big = g_strnfill (1 << 20, 'b');
  g_autoptr (GError) error = NULL;
  guint n_saved;
  Club club;

  if (!dov_scratch_mount (scratch, 9 << 19))
    {
      g_test_skip ("only root can mount a small disk");
      return;
    }
  dov_scratch_write (scratch, "ballast", big, 1 << 20);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  club_open_in (&club, folder);
  n_saved = fill_up (&club);

  /* No room for a copy either; nothing half made stays. */
  g_assert_null (dov_backup_make (club.path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpuint (dov_scratch_count_files (scratch, ".part"), ==, 0);

  /* Closing and opening while the disk is full loses nothing. */
  g_clear_object (&club.store);
  club.store = dov_store_open (club.path, 0, &error);
  if (club.store == NULL)
    {
      g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL);
      g_clear_error (&error);
      club.store = dov_store_open (club.path, DOV_STORE_READ_ONLY, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpint (count (&club, DOV_TYPE_FAMILY), ==, n_saved);
  g_clear_object (&club.store);

  g_assert_cmpint (g_unlink (ballast), ==, 0);
  club_reopen (&club);
  g_assert_cmpint (count (&club, DOV_TYPE_FAMILY), ==, n_saved);
  add_family (&club, "Петровы");
  assert_sound (&club);
  dov_scratch_assert_private (scratch);
  club_close (&club);
}

static void
test_full_while_open (void)
{
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *ballast = dov_scratch_path (scratch, "ballast");
  g_autofree char *folder = dov_scratch_path (scratch, "club");
  g_autofree char *big = g_strnfill (3 << 20, 'b');
  guint n_saved;
  Club club;

  if (!dov_scratch_mount (scratch, 13 << 19))
    {
      g_test_skip ("only root can mount a small disk");
      return;
    }
  dov_scratch_write (scratch, "ballast", big, 3 << 20);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  club_open_in (&club, folder);
  n_saved = fill_up (&club);

  /* The same program goes on as soon as there is room. */
  g_assert_cmpint (g_unlink (ballast), ==, 0);
  add_family (&club, "Петровы");
  g_assert_cmpint (count (&club, DOV_TYPE_FAMILY), ==, n_saved + 1);
  club_reopen (&club);
  g_assert_cmpint (count (&club, DOV_TYPE_FAMILY), ==, n_saved + 1);
  assert_sound (&club);
  club_close (&club);
}

/* For those who are not root: no file may grow beyond a limit. */
static void
test_limit (void)
{
  struct rlimit before, limit;
  g_autoptr (GError) error = NULL;
  guint n_saved;
  Club club;

  club_open (&club);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 2 << 20;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  n_saved = fill_up (&club);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  add_family (&club, "Петровы");
  club_reopen (&club);
  g_assert_cmpint (count (&club, DOV_TYPE_FAMILY), ==, n_saved + 1);
  assert_sound (&club);

  limit.rlim_cur = 1 << 20;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (dov_backup_make (club.path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  assert_sound (&club);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/crash/kill/save", test_kill_save);
  g_test_add_func ("/crash/kill/import", test_kill_import);
  g_test_add_func ("/crash/kill/draft", test_kill_draft);
  g_test_add_func ("/crash/kill/backup", test_kill_backup);
  g_test_add_func ("/crash/kill/restore", test_kill_restore);
  g_test_add_func ("/crash/kill/create", test_kill_create);
  g_test_add_func ("/crash/file-alone", test_file_alone);
  g_test_add_func ("/crash/file-after-kill", test_file_after_kill);
  g_test_add_func ("/crash/limit", test_limit);
  g_test_add_func ("/crash/full-disk", test_full_disk);
  g_test_add_func ("/crash/full-while-open", test_full_while_open);

  return g_test_run ();
}
