/* test-backup.c - copies: made, checked, listed, rotated, and put back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-family.h"
#include "dov-restore.h"
#include "dov-scratch.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
set_clock (const char *moment)
{
  g_autoptr (GDateTime) now = NULL;

  if (moment != NULL)
    g_assert_true (dov_moment_from_iso (moment, &now));
  dov_clock_set (now);
}

static char *
make (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *copy = dov_backup_make (path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return copy;
}

static GPtrArray *
list (const char *path)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *copies = dov_backup_list (path, &error);

  g_assert_no_error (error);

  return copies;
}

/* Names hold no figures. */
static char *
dup_family_name (guint number)
{
  GString *name = g_string_new ("Ивановы-");

  for (; number > 0; number /= 32)
    g_string_append_unichar (name, 0x430 + number % 32);

  return g_string_free (g_string_append (name, "вы"), FALSE);
}

static void
assert_name (const char *path,
             const char *name)
{
  g_autofree char *found = g_path_get_basename (path);

  g_assert_cmpstr (found, ==, name);
}

static void
test_make (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *part = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  const DovCopy *copy;
  gint64 n_before, n_after;
  Club club;

  set_clock ("2027-03-05T09:05");
  club_open (&club);
  g_assert_true (dov_backup_check (club.path, &n_before, &error));
  club_add_family (&club, "Ивановы");
  g_assert_true (dov_backup_is_due (club.path));

  first = make (club.path);
  assert_name (first, "2027-03-05 090500.doverie");
  g_assert_false (dov_backup_is_due (club.path));
  second = make (club.path);
  assert_name (second, "2027-03-05 090500 2.doverie");

  /* A killed program leaves a half; the next copy clears it away. */
  part = g_strconcat (club.path, ".copies/2027-03-04 000000.doverie.part", NULL);
  g_assert_true (g_file_set_contents (part, "half", -1, NULL));
  club_add_family (&club, "Петровы");
  g_assert_true (dov_backup_is_due (club.path));
  third = make (club.path);
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));

  copies = list (club.path);
  g_assert_cmpuint (copies->len, ==, 3);
  copy = copies->pdata[0];
  g_assert_cmpstr (copy->path, ==, third);
  g_assert_true (copy->is_sound);
  g_assert_cmpint (copy->number, ==, 3);
  g_assert_cmpint (copy->n_records, ==, n_before + 2);
  g_assert_true (dov_backup_check (copy->path, &n_after, &error));
  g_assert_cmpint (n_after, ==, n_before + 2);
  copy = copies->pdata[2];
  g_assert_cmpstr (copy->path, ==, first);
  g_assert_cmpint (copy->n_records, ==, n_before + 1);

  club_close (&club);
  set_clock (NULL);
}

/* A clock that was set back neither hides the last copy nor lets it be deleted. */
static void
test_clock_set_back (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (GError) error = NULL;
  Club club;

  set_clock ("2027-03-05T09:05");
  club_open (&club);
  club_add_family (&club, "Ивановы");
  first = make (club.path);
  set_clock ("2012-01-01T00:00");
  club_add_family (&club, "Петровы");
  g_assert_true (dov_backup_is_due (club.path));
  second = make (club.path);
  assert_name (second, "2012-01-01 000000.doverie");
  set_clock ("2027-03-05T09:05");
  third = make (club.path);
  assert_name (third, "2027-03-05 090500 2.doverie");
  g_assert_true (dov_backup_rotate (club.path, &error));

  copies = list (club.path);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpstr (((DovCopy *) copies->pdata[0])->path, ==, third);
  g_assert_cmpstr (((DovCopy *) copies->pdata[1])->path, ==, second);

  /* History and undo go by number too. */
  operations = dov_store_list_operations (club.store, 2, &error);
  g_assert_cmpuint (operations->len, ==, 2);
  g_assert_cmpint (((DovChange *) operations->pdata[0])->operation, >, ((DovChange *) operations->pdata[1])->operation);
  dov_store_undo (club.store, dov_store_find_undoable (club.store), &error);
  g_assert_no_error (error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);

  club_close (&club);
  set_clock (NULL);
}

static guint
count_copies (const char *path,
              const char *day)
{
  g_autoptr (GPtrArray) copies = list (path);
  guint n = 0;

  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *name = g_path_get_basename (((DovCopy *) copies->pdata[i])->path);

      n += g_str_has_prefix (name, day);
    }

  return n;
}

static void
make_and_rotate (const char *path,
                 const char *moment)
{
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;

  set_clock (moment);
  copy = make (path);
  g_assert_true (dov_backup_rotate (path, &error));
}

/* With a flat battery every day is the first of January 1970: the copies push out neither one another nor the good
 * ones, and do not grow without end. */
static void
test_dead_clock (void)
{
  static const char *const dead[] = { "1970-01-01", "2020-01-01", "2027-02-01" };

  for (guint d = 0; d < G_N_ELEMENTS (dead); d++)
    {
      g_autoptr (GPtrArray) copies = NULL;
      Club club;

      club_open (&club);
      for (guint day = 1; day <= 4; day++)
        {
          g_autofree char *moment = g_strdup_printf ("2027-03-%02uT20:00", day);

          make_and_rotate (club.path, moment);
        }
      for (guint day = 0; day < 26; day++)
        {
          g_autofree char *moment = g_strdup_printf ("%sT0%u:%02u", dead[d], day % 4, day);

          make_and_rotate (club.path, moment);
        }
      g_test_message ("%s: %u and %u", dead[d], count_copies (club.path, dead[d]), count_copies (club.path, "2027-03"));
      g_assert_cmpuint (count_copies (club.path, "2027-03"), ==, 4);
      g_assert_cmpuint (count_copies (club.path, dead[d]), >=, 7 + 3);
      g_assert_cmpuint (count_copies (club.path, dead[d]), <=, 7 + 5 + 12);

      /* The last seven are all there. */
      copies = list (club.path);
      for (guint i = 0; i < 7; i++)
        g_assert_cmpint (((DovCopy *) copies->pdata[i])->number, ==, 30 - i);

      /* A new battery: days are days again. */
      make_and_rotate (club.path, "2027-03-08T08:00");
      make_and_rotate (club.path, "2027-03-08T18:00");
      g_assert_cmpuint (count_copies (club.path, "2027-03-08"), ==, 1);
      g_assert_cmpuint (count_copies (club.path, "2027-03"), ==, 5);
      club_close (&club);
      set_clock (NULL);
    }
}

/* The drive was not plugged in: no copy lies where nobody looks for it. */
static void
test_missing_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *stick = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *beside = NULL;
  Club club;

  club_open (&club);
  stick = g_build_filename (club.folder, "stick", NULL);
  g_assert_null (dov_backup_make (club.path, stick, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, stick));
  g_assert_false (g_file_test (stick, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  /* Nor onto the file itself. */
  g_assert_null (dov_backup_make (club.path, club.path, NULL, NULL, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (dov_backup_check (club.path, NULL, &error));

  /* Where one may write on the drive but not beside it, as drives are mounted. */
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  beside = g_strconcat (stick, ".lock", NULL);
  g_assert_cmpint (g_mkdir (beside, 0700), ==, 0);
  copy = dov_backup_make (club.path, stick, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (dov_backup_check (copy, NULL, &error));
  club_close (&club);
}

static void
assert_mode (const char *path,
             guint       mode)
{
  GStatBuf status;

  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, mode);
}

/* Copies are as much nobody's business as the file, also those of a version that left them open. */
static void
test_open_folder (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *outside = NULL;
  g_autofree char *link = NULL;
  Club club;

  club_open (&club);
  copy = make (club.path);
  folder = g_path_get_dirname (copy);
  outside = g_build_filename (club.folder, "outside", NULL);
  link = g_build_filename (folder, "link.doverie", NULL);
  g_assert_true (g_file_set_contents (outside, "of somebody else", -1, NULL));
  g_assert_cmpint (g_chmod (outside, 0644), ==, 0);
  g_assert_cmpint (symlink (outside, link), ==, 0);
  for (guint round = 0; round < 2; round++)
    {
      g_assert_cmpint (g_chmod (copy, 0666), ==, 0);
      g_assert_cmpint (g_chmod (folder, 0777), ==, 0);
      if (round == 0)
        {
          g_autofree char *again = make (club.path);
        }
      else
        club_reopen (&club);
      assert_mode (folder, 0700);
      assert_mode (copy, 0600);
      assert_mode (outside, 0644);
    }
  club_close (&club);
}

/* By whatever link the file is opened: it has one lock and one folder of copies, and is put back where it lies. */
static void
test_link (void)
{
  g_autofree char *link = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *link_lock = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *link_folder = NULL;
  g_autoptr (DovStore) second = NULL;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  Club club;

  club_open (&club);
  link = g_build_filename (club.folder, "desk.doverie", NULL);
  link_lock = g_strconcat (link, ".lock", NULL);
  g_assert_cmpint (symlink ("club.doverie", link), ==, 0);
  club_add_family (&club, "Ивановы");
  copy = make (link);
  folder = dov_backup_get_folder (club.path);
  link_folder = dov_backup_get_folder (link);
  g_assert_cmpstr (folder, ==, link_folder);
  g_assert_true (g_str_has_prefix (copy, folder));

  second = dov_store_open (link, 0, &error);
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);
  g_assert_false (dov_restore_copy (link, copy, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  club_add_family (&club, "Петровы");
  g_clear_object (&club.store);
  losses = dov_restore_list_losses (link, copy, &error);
  g_assert_cmpuint (losses->len, ==, 2);
  dov_restore_copy (link, copy, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (club.path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_str_has_prefix (kept, folder));
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  g_assert_false (g_file_test (link_lock, G_FILE_TEST_EXISTS));
  g_clear_object (&club.store);

  /* The file itself is no copy of it, by whatever name. */
  g_assert_false (dov_restore_copy (club.path, link, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  club_close (&club);
}

/* What stands in another club's file is not put in the place of ours without a word. */
static void
test_whose (void)
{
  g_autofree char *copy = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *others = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_others = TRUE;
  Club club, other;

  set_clock ("2027-03-05T09:05");
  club_open (&club);
  set_clock ("2027-03-06T11:11");
  club_add_family (&club, "Ивановы");
  copy = make (club.path);
  whose = dov_restore_describe (club.path, copy, &is_others, &error);
  g_assert_no_error (error);
  g_test_message ("%s", whose);
  g_assert_false (is_others);
  g_assert_nonnull (strstr (whose, "Доверие"));
  g_assert_nonnull (strstr (whose, "Дом культуры"));
  g_assert_nonnull (strstr (whose, "06.03.2027 11:11"));

  club_open (&other);
  others = dov_restore_describe (other.path, copy, &is_others, &error);
  g_assert_no_error (error);
  g_assert_true (is_others);
  g_assert_cmpstr (others, ==, whose);

  /* Where nothing lies yet, whatever comes is welcome. */
  first = g_build_filename (other.folder, "new.doverie", NULL);
  g_free (others);
  others = dov_restore_describe (first, copy, &is_others, &error);
  g_assert_no_error (error);
  g_assert_false (is_others);
  club_close (&club);
  club_close (&other);
  set_clock (NULL);
}

/* Which of many dates stay, the copy made last first. */
static void
test_choose (void)
{
  enum { N_YEARS_OF_DAYS = 800 };
  g_autofree GDate *dates = g_new0 (GDate, N_YEARS_OF_DAYS);
  g_autofree gboolean *kept = g_new0 (gboolean, N_YEARS_OF_DAYS);
  g_autoptr (GString) stays = g_string_new (NULL);

  /* One a day, from Wednesday 2027-03-10 back. */
  for (guint i = 0; i < N_YEARS_OF_DAYS; i++)
    {
      g_date_set_dmy (&dates[i], 10, G_DATE_MARCH, 2027);
      g_date_subtract_days (&dates[i], i);
    }
  dov_backup_choose_kept (dates, N_YEARS_OF_DAYS, kept);
  for (guint i = 0; i < N_YEARS_OF_DAYS; i++)
    if (kept[i])
      g_string_append_printf (stays, "%d-%02d-%02d ", g_date_get_year (&dates[i]), g_date_get_month (&dates[i]),
                              g_date_get_day (&dates[i]));
  g_assert_cmpstr (stays->str, ==,
                   "2027-03-10 2027-03-09 2027-03-08 2027-03-07 2027-03-06 2027-03-05 2027-03-04 "
                   "2027-02-28 2027-02-21 2027-02-14 "
                   "2027-01-31 2026-12-31 2026-11-30 2026-10-31 2026-09-30 2026-08-31 2026-07-31 2026-06-30 "
                   "2026-05-31 2026-04-30 ");
}

static void
test_choose_cases (void)
{
  static const struct
  {
    const char *dates;  /* the copy made last first */
    const char *kept;
  } cases[] = {
    { "", "" },
    { "2027-03-10", "y" },
    { "2027-03-10 2027-03-10 2027-03-10", "y.." },
    { "2027-03-10 2027-03-10 2027-03-09 2027-03-09", "y.y." },
    /* A week goes on over the new year: 2026-12-31 was a Thursday. */
    { "2027-01-10 2027-01-09 2027-01-08 2027-01-07 2027-01-06 2027-01-05 2027-01-04 2027-01-01 2026-12-28",
      "yyyyyyyyy" },
    { "2027-01-10 2027-01-09 2027-01-08 2027-01-07 2027-01-06 2027-01-05 2027-01-04 2027-01-02 2027-01-01",
      "yyyyyyyy." },
    /* The clock was set back: the copy made last stays, whatever it is called. */
    { "2012-01-01 2027-03-10 2027-03-10", "yy." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) texts = g_strsplit (cases[i].dates, " ", -1);
      guint n = *cases[i].dates != '\0' ? g_strv_length (texts) : 0;
      g_autofree GDate *dates = g_new0 (GDate, n + 1);
      g_autofree gboolean *kept = g_new0 (gboolean, n + 1);

      g_test_message ("%s", cases[i].dates);
      for (guint d = 0; d < n; d++)
        {
          g_autoptr (GDate) date = NULL;

          g_assert_true (dov_date_from_iso (texts[d], &date));
          dates[d] = *date;
        }
      dov_backup_choose_kept (dates, n, kept);
      for (guint d = 0; d < n; d++)
        g_assert_cmpint (kept[d], ==, cases[i].kept[d] == 'y');
    }
}

/* Rotation deletes only what the program named itself and found sound. */
static void
test_rotate (void)
{
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *broken = NULL;
  Club club;

  club_open (&club);
  for (guint day = 10; day < 30; day++)
    {
      g_autofree char *moment = g_strdup_printf ("2027-03-%uT20:00", day);
      g_autofree char *copy = NULL;

      set_clock (moment);
      copy = make (club.path);
    }
  set_clock ("2027-03-10T20:00");
  marked = dov_backup_make_marked (club.path, "до восстановления", &error);
  g_assert_no_error (error);
  assert_name (marked, "2027-03-10 200000 до восстановления.doverie");
  {
    g_autofree char *copy = make (club.path);

    renamed = g_strconcat (club.path, ".copies/Хорошая.doverie", NULL);
    g_assert_cmpint (g_rename (copy, renamed), ==, 0);
  }
  broken = g_strconcat (club.path, ".copies/2027-03-09 200000.doverie", NULL);
  g_assert_true (g_file_set_contents (broken, "SQLite format 3", 16, NULL));

  set_clock ("2027-03-29T20:00");
  g_assert_true (dov_backup_rotate (club.path, &error));
  copies = list (club.path);
  g_assert_true (g_file_test (marked, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (renamed, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (broken, G_FILE_TEST_EXISTS));
  g_assert_false (((DovCopy *) copies->pdata[copies->len - 1])->is_sound);
  /* Seven days, the Sundays 14 and 21 of the weeks before, and these three. */
  g_assert_cmpuint (copies->len, ==, 7 + 2 + 3);

  club_close (&club);
  set_clock (NULL);
}

static void
test_losses_and_restore (void)
{
  g_autofree char *copy = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_again = NULL;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  gint64 family;
  Club club;

  set_clock ("2027-03-05T09:05");
  club_open (&club);
  family = club_add_family (&club, "Ивановы");
  copy = make (club.path);
  losses = dov_restore_list_losses (club.path, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (losses->len, ==, 0);
  g_clear_pointer (&losses, g_ptr_array_unref);

  set_clock ("2027-03-06T10:10");
  dov_store_set_user (club.store, "Мария Степановна");
  club_add_family (&club, "Петровы");
  club_change (&club, DOV_TYPE_FAMILY, family, "family_name", "Ивановы-Кузины");
  set_clock ("2027-03-06T11:11");
  club_change (&club, DOV_TYPE_FAMILY, family, "family_name", "Кузины");
  losses = dov_restore_list_losses (club.path, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (losses->len, ==, 1 + 3);
  g_test_message ("%s", (char *) losses->pdata[0]);
  g_assert_true (g_str_has_prefix (losses->pdata[0], "2 "));
  g_assert_nonnull (strstr (losses->pdata[1], "06.03.2027 11:11"));
  g_assert_nonnull (strstr (losses->pdata[1], "Мария Степановна"));
  g_assert_nonnull (strstr (losses->pdata[3], "06.03.2027 10:10"));
  g_clear_pointer (&losses, g_ptr_array_unref);

  /* Not while somebody writes the file. */
  g_assert_false (dov_restore_copy (club.path, copy, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  g_clear_object (&club.store);
  dov_restore_copy (club.path, copy, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (kept, G_FILE_TEST_EXISTS));
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  {
    g_autofree char *name = club_read (&club, DOV_TYPE_FAMILY, family, "family_name");

    g_assert_cmpstr (name, ==, "Ивановы");
  }

  /* What is done now has numbers that the kept file has too, and is told apart from it. */
  set_clock ("2027-03-07T12:12");
  club_add_family (&club, "Сидоровы");
  losses = dov_restore_list_losses (club.path, kept, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (losses->len, ==, 1 + 1);
  g_assert_true (dov_backup_is_due (club.path));

  /* And back to where we were. */
  g_clear_object (&club.store);
  dov_restore_copy (club.path, kept, &kept_again, &error);
  g_assert_no_error (error);
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 2);

  club_close (&club);
  set_clock (NULL);
}

/* A copy of a newer program is listed, cannot be used, and is left alone; its
 * number is not given again. */
static void
test_newer (void)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  Club club;

  set_clock ("2027-03-05T09:05");
  club_open (&club);
  first = make (club.path);
  {
    g_autoptr (DovDatabase) copy = dov_database_open (first, DOV_DATABASE_NO_LOG, &error);

    g_assert_true (dov_database_execute (copy, "PRAGMA user_version = 1000", &error));
  }
  second = make (club.path);
  g_assert_true (dov_backup_rotate (club.path, &error));
  copies = list (club.path);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpstr (((DovCopy *) copies->pdata[0])->path, ==, second);
  g_assert_cmpint (((DovCopy *) copies->pdata[0])->number, ==, 2);
  g_assert_false (((DovCopy *) copies->pdata[1])->is_sound);

  g_clear_object (&club.store);
  g_assert_false (dov_restore_copy (club.path, first, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER);
  club_close (&club);
  set_clock (NULL);
}

/* A file that SQLite cannot read is kept as it is before a copy takes its place. */
static void
test_restore_damaged (void)
{
  g_autofree char *copy = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;
  Club club;

  club_open (&club);
  club_add_family (&club, "Ивановы");
  copy = make (club.path);
  g_clear_object (&club.store);
  dov_scratch_cut (club.path, 30000);
  log = g_strconcat (club.path, "-wal", NULL);
  g_assert_true (g_file_set_contents (log, "what was left of a log", -1, NULL));
  g_assert_true (g_file_get_contents (club.path, &before, &n_before, NULL));

  losses = dov_restore_list_losses (club.path, copy, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (losses->len, ==, 1);
  g_assert_nonnull (strstr (losses->pdata[0], club.path));
  dov_restore_copy (club.path, copy, &kept, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (kept, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));

  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  club_close (&club);
}

/* Nothing is put in place of a file unless it is sound; without a file a copy
 * just becomes it. */
static void
test_restore_from (void)
{
  g_autofree char *copy = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  Club club;

  club_open (&club);
  club_add_family (&club, "Ивановы");
  copy = make (club.path);
  g_clear_object (&club.store);

  broken = g_strconcat (club.path, ".copies/broken.doverie", NULL);
  g_assert_true (g_file_set_contents (broken, "SQLite format 3", 16, NULL));
  g_assert_null (dov_restore_list_losses (club.path, broken, &error));
  g_clear_error (&error);
  g_assert_false (dov_restore_copy (club.path, broken, &kept, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (kept);
  g_assert_false (dov_restore_copy (club.path, "nowhere.doverie", NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  g_clear_object (&club.store);

  g_assert_cmpint (g_unlink (club.path), ==, 0);
  dov_restore_copy (club.path, copy, &kept, &error);
  g_assert_no_error (error);
  g_assert_null (kept);
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, 1);
  club_close (&club);
}

/* A byte turned over in the middle of a copy is found. */
static void
test_check (void)
{
  g_autofree char *copy = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_bytes;
  Club club;

  club_open (&club);
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = dup_family_name (i);

      club_add_family (&club, name);
    }
  copy = make (club.path);
  g_assert_true (dov_backup_check (copy, NULL, &error));
  g_assert_true (g_file_get_contents (copy, &bytes, &n_bytes, NULL));
  memset (bytes + n_bytes / 2 / 4096 * 4096, 0xa5, 64);
  g_assert_true (g_file_set_contents (copy, bytes, n_bytes, NULL));
  g_assert_false (dov_backup_check (copy, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED);

  club_close (&club);
}

static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  char *copy = dov_backup_make (path, NULL, NULL, NULL, cancellable, &error);

  if (copy != NULL)
    g_task_return_pointer (task, copy, g_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
keep_task_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(GTask **) user_data = G_TASK (g_object_ref (result));
}

/* Work goes on while a copy is made in a thread of its own. */
static void
test_thread (void)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GTask) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;
  guint n_saved = 0;
  Club club;

  club_open (&club);
  task = g_task_new (NULL, NULL, keep_task_cb, &done);
  g_task_set_task_data (task, club.path, NULL);
  g_task_run_in_thread (task, (GTaskThreadFunc) make_in_thread);
  while (done == NULL)
    {
      g_autofree char *name = dup_family_name (n_saved++);

      club_add_family (&club, name);
      g_main_context_iteration (NULL, FALSE);
    }
  copy = g_task_propagate_pointer (done, &error);
  g_assert_no_error (error);
  g_assert_true (dov_backup_check (copy, NULL, &error));
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, NULL, NULL), ==, n_saved);

  club_close (&club);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;
  Club club;

  club_open (&club);
  g_cancellable_cancel (cancellable);
  g_assert_null (dov_backup_make (club.path, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  copies = list (club.path);
  g_assert_cmpuint (copies->len, ==, 0);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/make", test_make);
  g_test_add_func ("/backup/clock-set-back", test_clock_set_back);
  g_test_add_func ("/backup/dead-clock", test_dead_clock);
  g_test_add_func ("/backup/missing-folder", test_missing_folder);
  g_test_add_func ("/backup/open-folder", test_open_folder);
  g_test_add_func ("/backup/link", test_link);
  g_test_add_func ("/backup/whose", test_whose);
  g_test_add_func ("/backup/choose", test_choose);
  g_test_add_func ("/backup/choose-cases", test_choose_cases);
  g_test_add_func ("/backup/rotate", test_rotate);
  g_test_add_func ("/backup/losses-and-restore", test_losses_and_restore);
  g_test_add_func ("/backup/restore-damaged", test_restore_damaged);
  g_test_add_func ("/backup/restore-from", test_restore_from);
  g_test_add_func ("/backup/newer", test_newer);
  g_test_add_func ("/backup/check", test_check);
  g_test_add_func ("/backup/thread", test_thread);
  g_test_add_func ("/backup/cancel", test_cancel);

  return g_test_run ();
}
