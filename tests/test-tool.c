/* test-tool.c - doverie-tool: each command, called well and badly */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "dov-store.h"
#include "dov-scratch.h"
#include "ground.h"
#include "tool.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  DovScratch *scratch;
  Tool        tool;
  char       *path;
} Trial;

static void
set_up (Trial         *trial,
        gconstpointer  data)
{
  trial->scratch = dov_scratch_new ();
  trial->path = dov_scratch_path (trial->scratch, "club.doverie");
}

static void
tear_down (Trial         *trial,
           gconstpointer  data)
{
  tool_clear (&trial->tool);
  g_free (trial->path);
  dov_scratch_free (trial->scratch);
}

static void
create (Trial *trial)
{
  tool_run (&trial->tool, NULL, "create", trial->path, NULL);
  tool_expect (&trial->tool, 0, "", "");
}

static void
test_usage (Trial         *trial,
            gconstpointer  data)
{
  static const char *const commands[] = {
    "create", "demo", "load", "dump", "reports", "report", "check", "update", "backup", "restore", "close-door"
  };

  tool_run (&trial->tool, NULL, NULL);
  tool_expect (&trial->tool, 2, "", "--help");
  tool_run (&trial->tool, NULL, "paint", NULL);
  tool_expect (&trial->tool, 2, "", "paint");
  tool_run (&trial->tool, NULL, "--version", NULL);
  tool_expect (&trial->tool, 0, "doverie-tool ", "");
  tool_run (&trial->tool, NULL, "--help", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    tool_expect (&trial->tool, 0, commands[i], "");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      tool_run (&trial->tool, NULL, commands[i], "--help", NULL);
      tool_expect (&trial->tool, 0, commands[i], "");
      tool_run (&trial->tool, NULL, commands[i], "--paint", NULL);
      tool_expect (&trial->tool, 2, "", "--paint");
      tool_run (&trial->tool, NULL, commands[i], "a", "b", "c", "d", NULL);
      tool_expect (&trial->tool, 2, "", commands[i]);
      if (g_str_equal (commands[i], "reports"))
        continue;
      tool_run (&trial->tool, NULL, commands[i], NULL);
      tool_expect (&trial->tool, 2, "", commands[i]);
    }
}

/* Russian where Russian is asked for, and where nobody asks. */
static void
test_language (Trial         *trial,
               gconstpointer  data)
{
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "There is no file");
  trial->tool.language = "ru";
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "Нет файла");
  trial->tool.language = "";
  tool_run (&trial->tool, NULL, "--help", NULL);
  tool_expect (&trial->tool, 0, "Вызов: doverie-tool", "");
  trial->tool.language = NULL;
}

/* What was chosen in the preferences. */
static void
choose_language (Trial      *trial,
                 const char *language)
{
  g_autofree char *folder = dov_scratch_path (trial->scratch, "doverie");
  g_autofree char *path = g_build_filename (folder, "settings.ini", NULL);
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *settings = g_strdup_printf ("[interface]\nlanguage=%s\n", language);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, settings, -1, NULL));
  g_setenv ("XDG_CONFIG_HOME", parent, TRUE);
}

/* A locale that no system has, one that was named and never generated, and one that was: the language is the one
 * chosen, else the one asked for, else Russian. */
static void
test_no_locale (Trial         *trial,
                gconstpointer  data)
{
  static const char russian[] = "Вызов: doverie-tool", english[] = "Usage: doverie-tool";
  static const struct {
    const char *locale, *language, *chosen, *words;
  } cases[] = {
    { "C", "", "", russian }, { "C", "ru", "", russian }, { "C", "en", "", english },
    { "C", "", "en", english }, { "C", "en", "ru", russian },
    { "POSIX", "", "", russian }, { "POSIX", "en", "ru", russian }, { "POSIX", "ru", "en", english },
    { "C.UTF-8", "", "", russian }, { "C.UTF-8", "ru", "", russian }, { "C.UTF-8", "en", "", english },
    { "C.UTF-8", "en_GB:en", "ru", russian }, { "C.UTF-8", "", "en", english },
    { "ru_RU.UTF-8", "", "", russian }, { "ru_RU.UTF-8", "", "ru", russian }, { "ru_RU.UTF-8", "", "en", english },
    { "ru_RU.UTF-8", "en", "", english },
    { "tt_RU.UTF-8", "", "", russian }, { "en_GB.UTF-8", "", "", english }, { "en_GB.UTF-8", "", "ru", russian },
  };
  g_autofree char *config = g_strdup (g_getenv ("XDG_CONFIG_HOME"));
  g_autofree char *generated = dov_scratch_path (trial->scratch, "ru_RU.UTF-8");
  g_autofree char *folder = g_path_get_dirname (generated);
  const char *const command[] = { "localedef", "-i", "ru_RU", "-f", "UTF-8", generated, NULL };

  for (guint with_generated = 0; with_generated < 2; with_generated++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          if (with_generated && !g_str_equal (cases[i].locale, "ru_RU.UTF-8"))
            continue;
          g_test_message ("LC_ALL=%s LANGUAGE=%s, chosen: %s", cases[i].locale, cases[i].language, cases[i].chosen);
          choose_language (trial, cases[i].chosen);
          trial->tool.locale = cases[i].locale;
          trial->tool.language = cases[i].language;
          tool_run (&trial->tool, NULL, "--help", NULL);
          tool_expect (&trial->tool, 0, cases[i].words, "");
        }
      if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL |
                         G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, NULL)
          || !g_file_test (generated, G_FILE_TEST_IS_DIR))
        break;
      g_setenv ("LOCPATH", folder, TRUE);
    }
  g_unsetenv ("LOCPATH");
  trial->tool.locale = trial->tool.language = NULL;
  if (config != NULL)
    g_setenv ("XDG_CONFIG_HOME", config, TRUE);
  else
    g_unsetenv ("XDG_CONFIG_HOME");
}

static void
test_create (Trial         *trial,
             gconstpointer  data)
{
  GStatBuf before, after;
  g_autofree char *nowhere = dov_scratch_path (trial->scratch, "no/such/folder/club.doverie");

  create (trial);
  dov_scratch_assert_private (trial->scratch);
  g_assert_cmpint (g_stat (trial->path, &before), ==, 0);
  tool_run (&trial->tool, NULL, "create", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "club.doverie");
  g_assert_cmpint (g_stat (trial->path, &after), ==, 0);
  g_assert_cmpint (before.st_size, ==, after.st_size);

  tool_run (&trial->tool, NULL, "demo", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "club.doverie");
  tool_run (&trial->tool, NULL, "create", nowhere, NULL);
  g_assert_cmpint (trial->tool.status, ==, 1);
}

static void
test_load_and_dump (Trial         *trial,
                    gconstpointer  data)
{
  g_autofree char *other = dov_scratch_path (trial->scratch, "other.doverie");
  g_autofree char *lines = dov_scratch_path (trial->scratch, "lines.jsonl");
  g_autofree char *kept = NULL;

  create (trial);
  tool_run (&trial->tool, GROUND, "load", trial->path, NULL);
  tool_expect (&trial->tool, 0, "6 records", "");
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  tool_expect (&trial->tool, 0, "\"case_no\":\"3-2026/014\"", "");
  kept = g_strdup (trial->tool.out);

  tool_run (&trial->tool, NULL, "dump", trial->path, "-o", lines, NULL);
  tool_expect (&trial->tool, 0, "", "");
  tool_run (&trial->tool, NULL, "dump", trial->path, "-o", lines, NULL);
  tool_expect (&trial->tool, 1, "", "lines.jsonl");

  tool_run (&trial->tool, NULL, "create", other, NULL);
  tool_run (&trial->tool, NULL, "load", other, lines, NULL);
  tool_expect (&trial->tool, 0, "records", "");
  tool_run (&trial->tool, NULL, "dump", other, NULL);
  tool_expect (&trial->tool, 0, NULL, "");
  g_assert_cmpstr (trial->tool.out, ==, kept);
}

static void
test_load_refused (Trial         *trial,
                   gconstpointer  data)
{
  g_autofree char *kept = NULL;

  create (trial);
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  kept = g_strdup (trial->tool.out);

  tool_run (&trial->tool, GROUND "{\"record\":\"person\",\"last_name\":\"Шихова\",\"age\":9}\n", "load", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "Line 7: ");
  tool_expect (&trial->tool, 1, "", "age");
  tool_expect (&trial->tool, 1, "", "Nothing was loaded");
  tool_run (&trial->tool, GROUND EVENT ("e", "2099-03-06", "held", ""), "load", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "Line 7: ");
  tool_run (&trial->tool, NULL, "load", trial->path, "/no/such/lines.jsonl", NULL);
  tool_expect (&trial->tool, 1, "", "There is no file “/no/such/lines.jsonl”");
  tool_run (&trial->tool, NULL, "load", trial->path, "/", NULL);
  tool_expect (&trial->tool, 1, "", "is a folder");
  tool_run (&trial->tool, NULL, "load", "/no/such/club.doverie", NULL);
  tool_expect (&trial->tool, 1, "", "no/such");

  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  g_assert_cmpstr (trial->tool.out, ==, kept);
}

/* A possible duplicate is loaded and told. */
static void
test_load_warned (Trial         *trial,
                  gconstpointer  data)
{
  create (trial);
  tool_run (&trial->tool, GROUND, "load", trial->path, NULL);
  tool_run (&trial->tool,
            "{\"record\":\"person\",\"last_name\":\"Черемисинова\",\"first_name\":\"Полина\","
            "\"patronymic\":\"Артёмовна\",\"birth_date\":\"2017-08-02\"}\n", "load", trial->path, NULL);
  tool_expect (&trial->tool, 0, "1 record", "Line 1: ");
}

static void
spoil (Trial      *trial,
       const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDatabase) database = dov_database_open (trial->path, 0, &error);

  g_assert_no_error (error);
  dov_database_execute (database, "PRAGMA foreign_keys = OFF", &error);
  dov_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
test_check (Trial         *trial,
            gconstpointer  data)
{
  g_autofree char *foreign = dov_scratch_path (trial->scratch, "letter.doverie");

  create (trial);
  tool_run (&trial->tool, GROUND, "load", trial->path, NULL);
  tool_run (&trial->tool, NULL, "check", trial->path, NULL);
  tool_expect (&trial->tool, 0, "Families: 1\n", "");
  tool_expect (&trial->tool, 0, "People: 2\n", "");
  tool_expect (&trial->tool, 0, "Every record keeps the rules", "");

  /* What no form and no load would let in, put there by another program. */
  spoil (trial, "UPDATE family SET case_status = 'active', curator_id = NULL");
  tool_run (&trial->tool, NULL, "check", trial->path, NULL);
  tool_expect (&trial->tool, 1, "2 places break a rule", "Черемисиновы");
  tool_expect (&trial->tool, 1, NULL, "(F2)");
  spoil (trial, "UPDATE family SET case_status = 'identified', curator_id = 4711");
  tool_run (&trial->tool, NULL, "check", trial->path, NULL);
  g_assert_cmpint (trial->tool.status, ==, 1);

  dov_scratch_write (trial->scratch, "letter.doverie", "Дорогая редакция!", -1);
  tool_run (&trial->tool, NULL, "check", foreign, NULL);
  tool_expect (&trial->tool, 1, "", "letter.doverie");
  dov_scratch_cut (trial->path, 20000);
  tool_run (&trial->tool, NULL, "check", trial->path, NULL);
  g_assert_cmpint (trial->tool.status, ==, 1);
}

/* Whoever has the computer gets on without the PIN of the door. */
static void
test_close_door (Trial         *trial,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = NULL;

  tool_run (&trial->tool, NULL, "create", trial->path, NULL);
  tool_run (&trial->tool, NULL, "close-door", trial->path, NULL);
  g_assert_cmpint (trial->tool.status, ==, 0);
  g_assert_nonnull (strstr (trial->tool.out, "No door stands open"));

  store = dov_store_open (trial->path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (dov_store_write_setting (store, "door-event", "4711", &error));
  g_assert_true (dov_store_write_setting (store, "door-pin", "a hash", &error));
  g_assert_true (dov_store_close (store, &error));
  g_clear_object (&store);
  tool_run (&trial->tool, NULL, "close-door", trial->path, NULL);
  g_assert_cmpint (trial->tool.status, ==, 0);
  g_assert_nonnull (strstr (trial->tool.out, "The door is closed"));

  store = dov_store_open (trial->path, DOV_STORE_READ_ONLY, &error);
  {
    g_autofree char *event = dov_store_dup_setting (store, "door-event");
    g_autofree char *pin = dov_store_dup_setting (store, "door-pin");

    g_assert_cmpstr (event, ==, "0");
    g_assert_cmpstr (pin, ==, "");
  }
}

/* A file of an older version: what only reads says which command brings it to this one, and that does. */
static void
test_update (Trial         *trial,
             gconstpointer  data)
{
  static const char *const readers[] = { "dump", "check", "reports" };

  create (trial);
  {
    g_autoptr (DovStore) store = dov_store_open (trial->path, 0, NULL);

    g_assert_true (dov_store_write_setting (store, "schema", "of an older version", NULL));
  }
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      tool_run (&trial->tool, NULL, readers[i], trial->path, NULL);
      tool_expect (&trial->tool, 1, NULL, "doverie-tool update");
    }
  tool_run (&trial->tool, NULL, "update", trial->path, NULL);
  tool_expect (&trial->tool, 0, "", "");
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      tool_run (&trial->tool, NULL, readers[i], trial->path, NULL);
      tool_expect (&trial->tool, 0, NULL, "");
    }
  g_assert_cmpuint (dov_scratch_count_files (trial->scratch, "-shm"), ==, 0);
  tool_run (&trial->tool, NULL, "backup", "--list", trial->path, NULL);
  tool_expect (&trial->tool, 0, "before the new version", "");
}

static void
test_backup_and_restore (Trial         *trial,
                         gconstpointer  data)
{
  g_autofree char *kept = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = dov_scratch_path (trial->scratch, "stick");

  create (trial);
  tool_run (&trial->tool, GROUND, "load", trial->path, NULL);
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  kept = g_strdup (trial->tool.out);
  tool_run (&trial->tool, NULL, "backup", trial->path, NULL);
  tool_expect (&trial->tool, 0, "club.doverie.copies/", "");
  copy = g_strdup (g_strchomp (trial->tool.out));
  name = g_path_get_basename (copy);
  tool_run (&trial->tool, NULL, "backup", "--list", trial->path, NULL);
  tool_expect (&trial->tool, 0, name, "");

  /* A folder that is not there is not made: the drive may not be plugged in. */
  tool_run (&trial->tool, NULL, "backup", trial->path, folder, NULL);
  tool_expect (&trial->tool, 1, "", "stick");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  tool_run (&trial->tool, NULL, "backup", trial->path, trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "club.doverie");
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  tool_run (&trial->tool, NULL, "backup", trial->path, folder, NULL);
  tool_expect (&trial->tool, 0, "stick/", "");

  tool_run (&trial->tool, "{\"record\":\"person\",\"last_name\":\"Шихова\",\"first_name\":\"Марина\",\"no_patronymic\":true,"
                          "\"birth_date\":\"1991-10-11\"}\n", "load", trial->path, NULL);
  tool_expect (&trial->tool, 0, "1 record", "");

  /* First what would be lost, and nothing is touched. */
  tool_run (&trial->tool, NULL, "restore", trial->path, name, NULL);
  tool_expect (&trial->tool, 1, "lost", "--yes");
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  tool_expect (&trial->tool, 0, "Шихова", "");

  tool_run (&trial->tool, NULL, "restore", "--yes", trial->path, name, NULL);
  tool_expect (&trial->tool, 0, "put back", "");
  tool_expect (&trial->tool, 0, "Every record keeps the rules", "");
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  g_assert_cmpstr (trial->tool.out, ==, kept);

  /* No rule is asked when a copy is put back; how much of it breaks one is said. */
  spoil (trial, "UPDATE family SET case_status = 'active', curator_id = NULL");
  tool_run (&trial->tool, NULL, "backup", trial->path, NULL);
  g_free (name);
  name = g_path_get_basename (g_strchomp (trial->tool.out));
  tool_run (&trial->tool, NULL, "restore", "--yes", trial->path, name, NULL);
  tool_expect (&trial->tool, 0, "2 places in it break a rule", "");

  tool_run (&trial->tool, NULL, "restore", "--yes", trial->path, "no such copy", NULL);
  tool_expect (&trial->tool, 1, "", "no such copy");
  tool_run (&trial->tool, NULL, "backup", "/no/such/club.doverie", NULL);
  tool_expect (&trial->tool, 1, "", "no/such");
}

/* Whose it is, is said first; another lounge's file needs a word of its own. */
static void
test_restore_of_another (Trial         *trial,
                         gconstpointer  data)
{
  g_autofree char *other = dov_scratch_path (trial->scratch, "other.doverie");
  g_autofree char *kept = NULL;
  g_autofree char *theirs = NULL;

  create (trial);
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  kept = g_strdup (trial->tool.out);
  tool_run (&trial->tool, NULL, "create", other, NULL);
  tool_run (&trial->tool, GROUND, "load", other, NULL);
  g_assert_cmpint (trial->tool.status, ==, 0);
  tool_run (&trial->tool, NULL, "dump", other, NULL);
  theirs = g_strdup (trial->tool.out);

  tool_run (&trial->tool, NULL, "restore", trial->path, other, NULL);
  tool_expect (&trial->tool, 1, "Слудка", "--another");
  tool_expect (&trial->tool, 1, "05.03.2027", NULL);
  tool_run (&trial->tool, NULL, "restore", "--yes", trial->path, other, NULL);
  tool_expect (&trial->tool, 1, "Слудка", "--another");
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  g_assert_cmpstr (trial->tool.out, ==, kept);
  tool_run (&trial->tool, NULL, "restore", "--yes", "--another", trial->path, other, NULL);
  tool_expect (&trial->tool, 0, "put back", "");
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  g_assert_cmpstr (trial->tool.out, ==, theirs);
}

/* Nothing is written over the records, by whatever name they are called. */
static void
test_onto_records (Trial         *trial,
                   gconstpointer  data)
{
  static const char *const names[] = { "club.doverie", "link.xlsx", "plain.xlsx", "club.doverie-wal", "old.doverie" };
  g_autofree char *link = dov_scratch_path (trial->scratch, "link.xlsx");
  g_autofree char *second = dov_scratch_path (trial->scratch, "second.doverie");
  g_autofree char *plain = dov_scratch_path (trial->scratch, "plain.xlsx");
  g_autofree char *folder = dov_scratch_path (trial->scratch, "");
  g_autofree char *kept = NULL;

  create (trial);
  tool_run (&trial->tool, GROUND, "load", trial->path, NULL);
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  kept = g_strdup (trial->tool.out);
  tool_run (&trial->tool, NULL, "create", second, NULL);
  g_assert_cmpint (g_rename (second, plain), ==, 0);
  g_assert_cmpint (symlink ("club.doverie", link), ==, 0);
  dov_scratch_write (trial->scratch, "club.doverie-wal", "not empty", -1);
  dov_scratch_write (trial->scratch, "old.doverie", "cut off", -1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      GStatBuf before, after;

      g_assert_cmpint (g_stat (path, &before), ==, 0);
      tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:2027-03", "--replace", "-o", path,
                NULL);
      tool_expect (&trial->tool, 1, "", names[i]);
      tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--blank", "--pdf", "--replace", "-o", path, NULL);
      tool_expect (&trial->tool, 1, "", names[i]);
      tool_run (&trial->tool, NULL, "dump", trial->path, "-o", path, NULL);
      tool_expect (&trial->tool, 1, "", names[i]);
      if (i != 3)
        {
          g_assert_cmpint (g_stat (path, &after), ==, 0);
          g_assert_cmpint (before.st_ino, ==, after.st_ino);
          g_assert_cmpint (before.st_size, ==, after.st_size);
        }
    }
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  tool_expect (&trial->tool, 0, NULL, "");
  g_assert_cmpstr (trial->tool.out, ==, kept);
}

/* Starts a command and kills it after a while; TRUE: it had not come to its end. */
static gboolean
kill_command (const char *const *words,
              guint              microseconds)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  process = g_subprocess_newv (words, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error);
  g_assert_no_error (error);
  g_usleep (microseconds);
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);

  return g_subprocess_get_if_signaled (process);
}

/* A disk without room: said in plain words, and nothing is left there, neither half nor whole. */
static void
test_full_disk (Trial         *trial,
                gconstpointer  data)
{
  g_autoptr (DovScratch) small = dov_scratch_new ();
  g_autofree char *club = dov_scratch_path (small, "new.doverie");
  g_autofree char *lines = dov_scratch_path (small, "lines.jsonl");
  g_autofree char *paper = dov_scratch_path (small, "paper.pdf");
  g_autofree char *folder = dov_scratch_path (small, "");
  g_autoptr (GDir) files = NULL;
  const char *const cases[][6] = {
    { "create", club }, { "demo", club }, { "dump", trial->path, "-o", lines },
    { "report", trial->path, "D-22", "--blank", "-o", paper }, { "backup", trial->path, folder },
  };

  create (trial);
  if (!dov_scratch_mount (small, 4096))
    {
      g_test_skip ("no small disk can be made here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tool_run (&trial->tool, NULL, cases[i][0], cases[i][1], cases[i][2], cases[i][3], cases[i][4], cases[i][5], NULL);
      g_test_message ("%s: %s", cases[i][0], trial->tool.err);
      g_assert_cmpint (trial->tool.status, ==, 1);
      g_assert_nonnull (strstr (trial->tool.err, "There is no room left"));
    }
  files = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (files)) != NULL;)
    g_assert_cmpstr (name, ==, ".copies.lock");
}

/* Whenever it is killed, under the name that was asked for lies the whole of it or nothing; the next command sweeps. */
static void
test_killed (Trial         *trial,
             gconstpointer  data)
{
  g_autofree char *folder = dov_scratch_path (trial->scratch, "out");
  g_autofree char *club = g_build_filename (folder, "new.doverie", NULL);
  g_autofree char *lines = g_build_filename (folder, "lines.jsonl", NULL);
  g_autofree char *paper = g_build_filename (folder, "paper.pdf", NULL);
  g_autofree char *book = g_build_filename (folder, "book.xlsx", NULL);
  g_autofree char *whole = NULL;
  g_autoptr (GDir) files = NULL;
  const char *tool = g_getenv ("DOVERIE_TOOL");
  const struct
  {
    const char *path;
    const char *words[8];
    guint       longest;   /* milliseconds */
  } cases[] = {
    { club, { tool, "create", club }, 150 },
    { club, { tool, "demo", club }, 1500 },
    { lines, { tool, "dump", trial->path, "-o", lines }, 150 },
    { paper, { tool, "report", trial->path, "D-22", "--blank", "-o", paper }, 200 },
    { book, { tool, "report", trial->path, "D-22", "--blank", "-o", book }, 200 },
  };
  guint n_rounds = g_test_slow () ? 8 : 2, n_killed = 0;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  create (trial);
  tool_run (&trial->tool, GROUND, "load", trial->path, NULL);
  tool_run (&trial->tool, NULL, "dump", trial->path, NULL);
  whole = g_strdup (trial->tool.out);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint round = 0; round < n_rounds; round++)
      {
        n_killed += kill_command (cases[i].words, cases[i].longest * 1000 * (round + 1) / n_rounds);
        if (!g_file_test (cases[i].path, G_FILE_TEST_EXISTS))
          continue;

        if (cases[i].path == club)
          {
            tool_run (&trial->tool, NULL, "check", club, NULL);
            g_assert_cmpint (trial->tool.status, ==, 0);
          }
        else if (cases[i].path == lines)
          {
            g_autofree char *text = NULL;

            g_assert_true (g_file_get_contents (lines, &text, NULL, NULL));
            g_assert_cmpstr (text, ==, whole);
          }
        else
          {
            g_autofree char *bytes = NULL;
            gsize n_bytes = 0;

            g_assert_true (g_file_get_contents (cases[i].path, &bytes, &n_bytes, NULL));
            g_assert_nonnull (memmem (bytes + n_bytes - MIN (n_bytes, 32), MIN (n_bytes, 32),
                                      cases[i].path == paper ? "%%EOF" : "PK\005\006",
                                      cases[i].path == paper ? 5 : 4));
          }
        g_assert_cmpint (g_unlink (cases[i].path), ==, 0);
      }
  g_test_message ("%u were killed", n_killed);
  g_assert_cmpuint (n_killed, >, G_N_ELEMENTS (cases) * n_rounds / 4);
  tool_run (&trial->tool, NULL, "create", club, NULL);
  tool_expect (&trial->tool, 0, "", "");
  files = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (files), ==, "new.doverie");
  g_assert_null (g_dir_read_name (files));
}

static void
test_reports (Trial         *trial,
              gconstpointer  data)
{
  static const char *const codes[] = { "D-15\t", "D-21\t", "D-22\t", "D-23\t", "D-29\t" };

  create (trial);
  tool_run (&trial->tool, NULL, "reports", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    tool_expect (&trial->tool, 0, codes[i], "");
  tool_expect (&trial->tool, 0, "--event", "");
  tool_run (&trial->tool, NULL, "reports", trial->path, NULL);
  tool_expect (&trial->tool, 0, "D-22\t", "");
}

/* What is listed as an option is one: a record that is not there is refused, not the word. */
static void
test_subjects (Trial         *trial,
               gconstpointer  data)
{
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  create (trial);
  tool_run (&trial->tool, NULL, "reports", NULL);
  lines = g_strsplit (trial->tool.out, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *option = strstr (lines[i], "--");
      g_autofree char *code = g_strndup (lines[i], strcspn (lines[i], "\t"));

      if (option == NULL)
        continue;
      n++;
      tool_run (&trial->tool, NULL, "report", trial->path, code, option, "4711", "--period",
                strstr (lines[i], "\tday --") != NULL ? "day:2027-03-31" : "month:2027-03", NULL);
      g_assert_cmpint (trial->tool.status, ==, 1);
      tool_run (&trial->tool, NULL, "report", trial->path, code, g_str_equal (option, "--drive") ? "--item" : "--drive",
                "4711", NULL);
      tool_expect (&trial->tool, 2, "", option);
    }
  g_assert_cmpuint (n, >=, 12);
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--drive", "4711", "--period", "month:2027-03", NULL);
  tool_expect (&trial->tool, 2, "", "--drive");
}

static void
test_report (Trial         *trial,
             gconstpointer  data)
{
  g_autofree char *folder = dov_scratch_path (trial->scratch, "papers");
  g_autofree char *first = NULL;
  g_autofree char *named = dov_scratch_path (trial->scratch, "plan.xlsx");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  create (trial);
  tool_run (&trial->tool, GROUND EVENT ("e", "2027-03-02", "held", "")
                          "{\"record\":\"event_headcount\",\"event_id\":\"@e\",\"b7_13\":11,\"b36_59\":4}\n",
            "load", trial->path, NULL);
  tool_expect (&trial->tool, 0, "8 records", "");

  /* By the name of the document, into a folder; not twice, unless it is said. */
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:2027-03", "--lounge", "слудка",
            "-o", folder, NULL);
  tool_expect (&trial->tool, 0, "2027-03.xlsx", "");
  tool_expect (&trial->tool, 0, "papers/Журнал", "");
  first = g_strdup (g_strchomp (trial->tool.out));
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_REGULAR));
  tool_run (&trial->tool, NULL, "report", trial->path, "d-22", "--from", "2027-03-01", "--to", "31.03.2027",
            "--lounge", "слудка", "-o", first, NULL);
  tool_expect (&trial->tool, 1, "", ".xlsx");
  /* The only lounge of a file needs no name. */
  g_assert_cmpint (g_remove (first), ==, 0);
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:2027-03", "-o", folder, NULL);
  tool_expect (&trial->tool, 0, first, "");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "quarter:2027-1", "-o", first, "--replace", NULL);
  tool_expect (&trial->tool, 0, first, "");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-21", "--period", "month:2027-03", "-o", named, NULL);
  tool_expect (&trial->tool, 0, "plan.xlsx", "");
}

/* Pages to print: by the ending of the name, or because it is said; full and empty. */
static void
test_report_pages (Trial         *trial,
                   gconstpointer  data)
{
  g_autofree char *folder = dov_scratch_path (trial->scratch, "papers");
  g_autofree char *named = dov_scratch_path (trial->scratch, "plan.PDF");
  g_autofree char *contents = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  create (trial);
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--blank", "-o", named, NULL);
  tool_expect (&trial->tool, 0, "plan.PDF", "");
  g_assert_true (g_file_get_contents (named, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--blank", "-o", named, NULL);
  tool_expect (&trial->tool, 1, "", "plan.PDF");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--blank", "--replace", "-o", named, NULL);
  tool_expect (&trial->tool, 0, "plan.PDF", "");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-29", "--period", "month:2027-03", "--pdf", "-o", folder, NULL);
  tool_expect (&trial->tool, 0, "2027-03.pdf", "");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-29", "--period", "month:2027-03", "--pdf", "-o",
            "/no/such/folder/x.pdf", NULL);
  tool_expect (&trial->tool, 1, "", "/no/such/folder");
}

static void
test_report_misused (Trial         *trial,
                     gconstpointer  data)
{
  static const char *const wrong[][3] = {
    { "--period", "march", "march" },
    { "--period", "month:2027-13", "month:2027-13" },
    { "--period", "month:2027", "month:2027" },
    { "--period", "quarter:2027-5", "quarter:2027-5" },
    { "--period", "year:2027-1", "year:2027-1" },
    { "--period", "day:2027-02-31", "day:2027-02-31" },
    { "--from", "2027-03-01", "--to" },
    { "--event", "Шихова", "Шихова" },
  };

  create (trial);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      tool_run (&trial->tool, NULL, "report", trial->path, "D-22", wrong[i][0], wrong[i][1], NULL);
      tool_expect (&trial->tool, 2, "", wrong[i][2]);
    }
  /* The file of the measures is a definition, too, and gives no document. */
  tool_run (&trial->tool, NULL, "report", trial->path, "measures", "--blank", NULL);
  tool_expect (&trial->tool, 1, "", "There is no document “measures”");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--from", "2027-03-31", "--to", "2027-03-01", NULL);
  tool_expect (&trial->tool, 2, "", "--from");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:2027-03", "--from", "2027-03-01", NULL);
  tool_expect (&trial->tool, 2, "", "Either --period");
  g_assert_null (strstr (trial->tool.err, "is no period"));
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--from", "31.02.2027", "--to", "2027-03-01", NULL);
  g_assert_cmpint (trial->tool.status, ==, 2);

  tool_run (&trial->tool, NULL, "report", trial->path, "D-99", "--period", "month:2027-03", NULL);
  tool_expect (&trial->tool, 1, "", "D-99");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", NULL);
  g_assert_cmpint (trial->tool.status, ==, 1);
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:2027-03", "--lounge", "Москва", NULL);
  tool_expect (&trial->tool, 1, "", "Москва");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-23", "--event", "4711", NULL);
  g_assert_cmpint (trial->tool.status, ==, 1);
}

static void
test_demo (Trial         *trial,
           gconstpointer  data)
{
  g_autofree char *folder = dov_scratch_path (trial->scratch, "papers");

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  tool_run (&trial->tool, NULL, "demo", trial->path, NULL);
  tool_expect (&trial->tool, 0, "records", "");
  tool_run (&trial->tool, NULL, "check", trial->path, NULL);
  tool_expect (&trial->tool, 0, "Families: 80\n", "");
  tool_expect (&trial->tool, 0, "Every record keeps the rules", "");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:last", "-o", folder, NULL);
  tool_expect (&trial->tool, 0, "Журнал мероприятий, район", "");
  tool_run (&trial->tool, NULL, "report", trial->path, "D-22", "--period", "month:last",
            "--lounge", "бурец", "-o", trial->path, NULL);
  tool_expect (&trial->tool, 1, "", "club.doverie");
}

#define ADD(path, function) g_test_add ("/tool/" path, Trial, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("usage", test_usage);
  ADD ("language", test_language);
  ADD ("no-locale", test_no_locale);
  ADD ("create", test_create);
  ADD ("load-and-dump", test_load_and_dump);
  ADD ("load-refused", test_load_refused);
  ADD ("load-warned", test_load_warned);
  ADD ("check", test_check);
  ADD ("update", test_update);
  ADD ("backup-and-restore", test_backup_and_restore);
  ADD ("restore-of-another", test_restore_of_another);
  ADD ("onto-records", test_onto_records);
  ADD ("full-disk", test_full_disk);
  ADD ("killed", test_killed);
  ADD ("close-door", test_close_door);
  ADD ("reports", test_reports);
  ADD ("subjects", test_subjects);
  ADD ("report", test_report);
  ADD ("report-pages", test_report_pages);
  ADD ("report-misused", test_report_misused);
  ADD ("demo", test_demo);

  return g_test_run ();
}
