/* bench-store.c - what the store costs on 100,000 families, against bare SQLite doing the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-generate.h"

#include "dov-attendance.h"
#include "dov-backup.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-record-list.h"
#include "dov-rules.h"

#include <glib/gstdio.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Rows that are on the screen at once. */
#define SHOWN 50

/* Kinds of saves that are measured. */
#define N_SAVES 6

typedef struct
{
  DovStore      *store;
  DovRecordList *list;
  sqlite3       *bare;
  const char    *path;
  const char    *words;
  const char    *order;
  guint          n;      /* a different one each time */
  double         saves[N_SAVES];
} Bench;

typedef void (*Work) (Bench *bench);

/* The best of several, in milliseconds: what the machine can, not what disturbed it. */
static double
measure (Bench *bench,
         Work   work,
         guint  n_times)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_times; i++)
    {
      gint64 start = g_get_monotonic_time ();

      work (bench);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }

  return best;
}

static void
print_name (const char *what)
{
  printf ("%s%*s", what, MAX (62 - (int) g_utf8_strlen (what, -1), 1), "");
}

static void
report (const char *what,
        double      ours,
        double      floor,
        const char *budget)
{
  print_name (what);
  printf ("%9.3f ms %9.3f ms  × %-6.2f %s\n", ours, floor, ours / floor, budget);
  fflush (stdout);
}

static gint64
count_kilobytes (void)
{
  g_autofree char *text = NULL;
  gint64 pages = 0;

  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    (void) sscanf (text, "%*d %" G_GINT64_FORMAT, &pages);

  return pages * sysconf (_SC_PAGESIZE) / 1024;
}

/* Bare SQLite. */

static void
check (Bench *bench,
       int    code)
{
  if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (bench->bare));
}

static void
execute_bare (Bench      *bench,
              const char *sql)
{
  check (bench, sqlite3_exec (bench->bare, sql, NULL, NULL, NULL));
}

/* Reads all ids of an order and then as many rows as are shown. */
static void
list_bare (Bench      *bench,
           const char *condition,
           const char *order)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM family WHERE removed IS NULL%s ORDER BY %s", condition, order);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = NULL, *row = NULL;

  check (bench, sqlite3_prepare_v2 (bench->bare, sql, -1, &statement, NULL));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      g_array_append_val (ids, id);
    }
  sqlite3_finalize (statement);

  check (bench, sqlite3_prepare_v2 (bench->bare, "SELECT * FROM family WHERE id = ?1", -1, &row, NULL));
  for (guint i = 0; i < MIN (SHOWN, ids->len); i++)
    {
      sqlite3_bind_int64 (row, 1, g_array_index (ids, gint64, i));
      if (sqlite3_step (row) == SQLITE_ROW)
        for (int column = 0; column < sqlite3_column_count (row); column++)
          (void) sqlite3_column_text (row, column);
      sqlite3_reset (row);
    }
  sqlite3_finalize (row);
}

static void
open_list_bare (Bench *bench)
{
  list_bare (bench, "", bench->order != NULL ? bench->order : "key, family_name, id");
}

static void
search_bare (Bench *bench)
{
  g_autofree char *condition = g_strdup_printf (" AND instr (key, '%s') > 0", bench->words);

  list_bare (bench, condition, "key, family_name, id");
}

/* One row in a transaction of its own, on the disk when it returns. */
static void
save_bare (Bench *bench)
{
  execute_bare (bench, "INSERT INTO bare (name, address, key) VALUES ('Ивановы', 'ул. Мира, 5', 'ивановы ул мира 5')");
}

static void
open_bare (Bench *bench)
{
  sqlite3 *handle = NULL;

  check (bench, sqlite3_open_v2 (bench->path, &handle, SQLITE_OPEN_READONLY, NULL));
  check (bench, sqlite3_exec (handle, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL));
  sqlite3_close (handle);
}

/* Ours. */

static void
show (Bench    *bench,
      DovQuery *query)
{
  g_autoptr (GError) error = NULL;

  dov_record_list_set_query (bench->list, query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < SHOWN; i++)
    {
      g_autoptr (DovRecord) record = g_list_model_get_item (G_LIST_MODEL (bench->list), i);
    }
}

static void
open_list (Bench *bench)
{
  DovQuery query = { .order = bench->order };

  g_clear_object (&bench->list);
  bench->list = dov_record_list_new (bench->store, DOV_TYPE_FAMILY);
  show (bench, &query);
}

static void
search (Bench *bench)
{
  DovQuery query = { .words = bench->words };

  show (bench, &query);
}

static void
show_all (Bench *bench)
{
  DovQuery query = { 0 };

  show (bench, &query);
}

static void
save (Bench *bench)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (DovRecord) other = NULL;
  g_autofree char *number = g_strdup_printf ("9-2027/%u", ++bench->n);
  g_autoptr (GError) error = NULL;

  other = dov_store_find (bench->store, DOV_TYPE_FAMILY, DOV_GENERATED_FAMILY, &error);
  g_assert_no_error (error);
  dov_record_assign (draft, other);
  dov_record_set_string (draft, "case_no", number);
  dov_store_save (bench->store, draft, &error);
  g_assert_no_error (error);
}

static void
change (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (bench->store, DOV_TYPE_FAMILY, DOV_GENERATED_FAMILY + 7, &error);
  g_autoptr (DovRecord) draft = NULL;
  g_autofree char *address = g_strdup_printf ("ул. Дальняя, д. %u", ++bench->n);

  g_assert_no_error (error);
  draft = dov_record_dup (record);
  dov_record_set_string (draft, "address", address);
  dov_store_save (bench->store, draft, &error);
  g_assert_no_error (error);
}

static void
undo (Bench *bench)
{
  g_autoptr (GError) error = NULL;

  dov_store_undo (bench->store, dov_store_get_last_operation (bench->store), &error);
  g_assert_no_error (error);
}

static void
mark (Bench *bench)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_ATTENDANCE, 0);
  g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, DOV_GENERATED_EVENT);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, DOV_GENERATED_PERSON + 500 + ++bench->n);
  g_autoptr (GError) error = NULL;
  const char *pairs[][2] = { { "event_id", event }, { "person_id", person }, { "status", "walk_in" }, { "role", "guest" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (dov_record_set_text (draft, dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), pairs[i][0]),
                                        pairs[i][1], NULL));
  dov_store_save (bench->store, draft, &error);
  g_assert_no_error (error);
}

/* A number with a right check sum, a different one each time. */
static char *
dup_snils (guint n)
{
  g_autofree char *digits = g_strdup_printf ("%09u", 200000000 + n);
  guint sum = 0;

  for (guint i = 0; i < 9; i++)
    sum += (guint) (digits[i] - '0') * (9 - i);

  return g_strdup_printf ("%s%02u", digits, sum % 101 % 100);
}

/* Who is new is first compared with everybody who may be the same (V9). */
static void
meet (Bench *bench)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autofree char *year = g_strdup_printf ("%u-05-06", 1930 + ++bench->n % 20);
  g_autofree char *snils = dup_snils (bench->n);
  g_autoptr (GError) error = NULL;
  const char *pairs[][2] = { { "last_name", "Берёзанова" }, { "first_name", "Мария" }, { "patronymic", "Сергеевна" },
                             { "birth_date", year }, { "sex", "f" }, { "snils", snils } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    g_assert_true (dov_record_set_text (draft, dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), pairs[i][0]),
                                        pairs[i][1], NULL));
  dov_store_accept_all (bench->store, NULL);
  dov_store_save (bench->store, draft, &error);
  g_assert_no_error (error);
}

static void
open_store (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = dov_store_open (bench->path, DOV_STORE_READ_ONLY, &error);

  g_assert_no_error (error);
}

static void
make_copy (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = dov_backup_make (bench->path, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (copy), ==, 0);
}

static void
copy_bare (Bench *bench)
{
  g_autofree char *command = g_strdup_printf ("cp '%s' '%s.bare' && sync '%s.bare' && rm '%s.bare'",
                                              bench->path, bench->path, bench->path, bench->path);

  g_assert_cmpint (system (command), ==, 0);
}

/* Rows. */

static void
bench_lists (Bench *bench,
             guint  n_families)
{
  static const struct
  {
    const char *words;
    const char *folded;
  } texts[] = { { "я", "я" }, { "Березан", "березан" }, { "д 117 кв", "д 117 кв" }, { "нетакого", "нетакого" } };
  static const struct
  {
    const char *order;
    const char *bare;
  } orders[] = {
    { "opened_on", "opened_on, id" },
    { "case_no", "case_no, id" },
    { "case_status", "case_status, id" },
    { "lounge_id", "lounge_id, id" },
  };
  double floor;

  floor = measure (bench, open_list_bare, 7);
  report ("families: open the list", measure (bench, open_list, 7), floor, "≤ 50 ms");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *what = g_strdup_printf ("families: in the order of %s", orders[i].order);

      bench->order = orders[i].bare;
      floor = measure (bench, open_list_bare, 3);
      bench->order = orders[i].order;
      report (what, measure (bench, open_list, 3), floor, "≤ 50 ms");
    }
  bench->order = NULL;

  open_list (bench);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *what = g_strdup_printf ("families: the search text becomes “%s”", texts[i].words);

      bench->words = texts[i].folded;
      floor = measure (bench, search_bare, 7);
      bench->words = texts[i].words;
      show_all (bench);
      report (what, measure (bench, search, 7), floor, "≤ 16 ms");
    }
  floor = measure (bench, open_list_bare, 7);
  report ("families: the search text is taken away", measure (bench, show_all, 7), floor, "≤ 50 ms");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (bench->list)), >=, n_families);
}

/* Saves, and what each costs against one in a file of a tenth of the data. */
static void
bench_saves (Bench        *bench,
             const Bench  *tenth)
{
  static const struct
  {
    const char *what;
    Work        work;
    const char *budget;
  } rows[N_SAVES] = {
    { "a new family", save, "≤ 15 ms" },
    { "a changed family", change, "≤ 15 ms" },
    { "undo and redo", undo, "≤ 15 ms" },
    { "a mark at the door", mark, "≤ 16 ms" },
    { "a new person", meet, "≤ 15 ms" },
    { "a changed family while the list is open", change, "≤ 50 ms" },
  };
  double floor;

  g_clear_object (&bench->list);
  floor = measure (bench, save_bare, 60);
  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autofree char *what = g_strconcat (rows[i].what, tenth != NULL ? ", all" : ", a tenth", NULL);

      if (i == N_SAVES - 1)
        open_list (bench);
      bench->saves[i] = measure (bench, rows[i].work, 60);
      report (what, bench->saves[i], floor, rows[i].budget);
    }
  for (guint i = 0; tenth != NULL && i < N_SAVES; i++)
    {
      print_name (rows[i].what);
      printf ("among ten times as many   × %-6.2f ≤ 1.5\n", bench->saves[i] / tenth->saves[i]);
    }
  g_clear_object (&bench->list);
}

static void
bench_memory (Bench *bench)
{
  gint64 before, after;
  DovQuery query = { 0 };

  g_clear_object (&bench->list);
  bench->list = dov_record_list_new (bench->store, DOV_TYPE_FAMILY);
  query.where = "0";
  show (bench, &query);
  malloc_trim (0);
  before = count_kilobytes ();
  show_all (bench);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (bench->list)); i += 10)
    {
      g_autoptr (DovRecord) record = g_list_model_get_item (G_LIST_MODEL (bench->list), i);
    }
  after = count_kilobytes ();
  print_name ("memory of the list, scrolled through once");
  printf ("%9.1f MB over a list of none         ≤ 40 MB\n", (double) (after - before) / 1024);
}

static void
set_up (Bench        *bench,
        const char   *folder,
        const char   *name,
        guint         n_families,
        guint         n_attendances,
        DovGenerated *generated)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  bench->path = g_build_filename (folder, name, NULL);
  if (!dov_generate (bench->path, n_families, n_attendances, generated, &error))
    g_error ("%s", error->message);
  printf ("%u families, %u people, %u events, %u attendances generated in %.1f s\n", generated->n_families,
          generated->n_persons, generated->n_events, generated->n_attendances,
          (double) (g_get_monotonic_time () - start) / 1e6);

  check (bench, sqlite3_open (bench->path, &bench->bare));
  execute_bare (bench, "PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8192");
}

static void
open_both (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other = g_strconcat (bench->path, ".floor", NULL);

  bench->store = dov_store_open (bench->path, 0, &error);
  g_assert_no_error (error);
  dov_rules_install (bench->store);
  /* Saves are compared with those into a file that has nothing else in it. */
  sqlite3_close (bench->bare);
  check (bench, sqlite3_open (other, &bench->bare));
  execute_bare (bench, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                "CREATE TABLE bare (id INTEGER PRIMARY KEY, name TEXT, address TEXT, key TEXT);"
                "CREATE INDEX bare_key ON bare (key)");
}

static void
tear_down (Bench *bench)
{
  sqlite3_close (bench->bare);
  g_clear_object (&bench->list);
  g_clear_object (&bench->store);
  g_free ((char *) bench->path);
}

int
main (int    argc,
      char **argv)
{
  guint n_families = argc > 1 ? (guint) atoi (argv[1]) : 100000;
  guint n_attendances = argc > 2 ? (guint) atoi (argv[2]) : 1000000;
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", NULL);
  g_autofree char *clear = g_strdup_printf ("rm -r '%s'", folder);
  DovGenerated generated;
  Bench small = { 0 }, big = { 0 };

  print_name ("");
  printf ("%12s %12s  %-8s %s\n", "ours", "bare SQLite", "ratio", "budget");
  set_up (&small, folder, "small.doverie", n_families / 10, n_attendances / 10, &generated);
  open_both (&small);
  bench_saves (&small, NULL);
  tear_down (&small);

  set_up (&big, folder, "big.doverie", n_families, n_attendances, &generated);
  report ("open the file", measure (&big, open_store, 7), measure (&big, open_bare, 7), "");
  big.store = dov_store_open (big.path, 0, NULL);
  bench_memory (&big);
  bench_lists (&big, n_families);
  g_clear_object (&big.list);
  g_clear_object (&big.store);
  open_both (&big);
  bench_saves (&big, &small);
  report ("a copy, checked", measure (&big, make_copy, 1), measure (&big, copy_bare, 1), "(floor: cp and sync)");
  tear_down (&big);

  return system (clear) == 0 ? 0 : 1;
}
