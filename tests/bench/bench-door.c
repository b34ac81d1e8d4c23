/* bench-door.c - a mark at the door among 10,000 people, against bare SQLite writing the same rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door.h"
#include "dov-rules.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#define N_PEOPLE 10000
#define N_MARKS 200
#define BUDGET_MILLISECONDS 16

static int
compare (const void *a,
         const void *b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return left < right ? -1 : left > right;
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static void
execute (DovStore   *store,
         const char *sql)
{
  g_autoptr (GError) error = NULL;

  if (!dov_database_execute (dov_store_get_database (store), sql, &error))
    g_error ("%s", error->message);
}

/* People past the forms: every one has a name of their own, a year and a village. */
static void
add_people (DovStore *store)
{
  g_autofree char *sql = g_strdup_printf (
    "INSERT INTO person (id, last_name, first_name, patronymic, birth_year, live_address, key) "
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
    "SELECT 900000000 + i, 'Фамильев' || char(1072 + i %% 30) || char(1072 + i / 30 %% 30) || char(1072 + i / 900 %% 30),"
    " 'Имяслав', 'Отчествович', 1950 + i %% 70, 'с. Слудка',"
    " 'фамильев' || char(1072 + i %% 30) || char(1072 + i / 30 %% 30) || char(1072 + i / 900 %% 30) || ' имяслав' FROM n",
    N_PEOPLE);

  execute (store, sql);
}

/* Five years in which each of five lounges handed in twenty papers a month. */
static void
hand_in_reports (DovStore *store)
{
  execute (store, "INSERT INTO report_instance (id, code, since, until, lounge_id, status, sent_on, key)"
                  " WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 5999)"
                  " SELECT 600000000 + i, 'D-' || (21 + i % 20), date ('2022-03-01', '+' || (i / 100) || ' months'),"
                  " date ('2022-03-01', '+' || (i / 100 + 1) || ' months', '-1 day'), NULL, 'sent',"
                  " date ('2022-03-01', '+' || (i / 100 + 1) || ' months', '+3 days'), '' FROM n");
}

static gint64
add_event (DovStore *store)
{
  execute (store, "INSERT INTO event (id, title, starts_at, ends_at, stat_kind, audience, age_mark, status, key)"
                  " VALUES (800000000, 'Праздник', '2027-03-17T12:00', '2027-03-17T20:00', 'leisure', 'all', '0+', 'planned',"
                  " 'праздник')");

  return 800000000;
}

/* What the file must take in any case: an attendance, a headcount, an operation and its log, on the disk. */
static double
write_bare (sqlite3 *bare,
            int      i)
{
  g_autofree char *sql = g_strdup_printf (
    "BEGIN IMMEDIATE;"
    "INSERT INTO operation (id, at, who, words) VALUES (%d, '2027-03-17T12:00:00', 'x', 'Отмечено');"
    "INSERT INTO attendance (id, event_id, person_id, status, role, check_in_at, key)"
    " VALUES (%d, 800000000, %d, 'checked_in', 'guest', '2027-03-17T12:00', '');"
    "INSERT INTO audit (operation, record, id, what) VALUES (%d, 'attendance', %d, 'made');"
    "UPDATE event_headcount SET b18_35 = b18_35 + 1;"
    "INSERT INTO audit (operation, record, id, field, what, was, became)"
    " VALUES (%d, 'event_headcount', 1, 'b18_35', 'changed', '1', '2');"
    "COMMIT", 1000000 + i, 700000000 + i, 900000000 + N_PEOPLE - i, 1000000 + i, 700000000 + i, 1000000 + i);
  gint64 start = g_get_monotonic_time ();

  if (sqlite3_exec (bare, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare));

  return milliseconds_since (start);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "door.doverie", NULL);
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_CREATE, &error);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 3, 17, 12, 30, 0);
  g_autoptr (DovRecord) event = NULL;
  g_autoptr (DovDoor) door = NULL;
  double finds[N_MARKS], marks[N_MARKS], bare_marks[N_MARKS];
  gint64 start;
  double opening;
  sqlite3 *bare = NULL;
  double mark, floor;

  g_assert_no_error (error);
  dov_clock_set (now);
  dov_rules_install (store);
  add_people (store);
  hand_in_reports (store);
  event = dov_store_find (store, DOV_TYPE_EVENT, add_event (store), &error);
  g_assert_no_error (error);

  start = g_get_monotonic_time ();
  door = dov_door_new (store, DOV_EVENT (event), &error);
  opening = milliseconds_since (start);
  g_assert_no_error (error);

  for (int i = 0; i < N_MARKS; i++)
    {
      g_autoptr (DovDoorFound) found = NULL;
      const DovNameEntry *entry = dov_name_book_get (dov_door_get_book (door), 900000001 + i * 37);
      g_autofree char *letters = g_utf8_substring (entry->name, 6, 11);

      start = g_get_monotonic_time ();
      found = dov_door_find (door, letters, 12);
      finds[i] = milliseconds_since (start);
      g_assert_cmpuint (found->n_people, >, 0);
      start = g_get_monotonic_time ();
      if (!dov_door_mark (door, entry->person_id, &error))
        g_error ("%s", error->message);
      marks[i] = milliseconds_since (start);
    }
  g_assert_cmpint (dov_door_get_sum (door).named, ==, N_MARKS);

  g_clear_object (&door);
  g_clear_object (&event);
  dov_store_close (store, NULL);
  if (sqlite3_open (path, &bare) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bare));
  sqlite3_exec (bare, "PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL", NULL, NULL, NULL);
  for (int i = 0; i < N_MARKS; i++)
    bare_marks[i] = write_bare (bare, i);
  sqlite3_close (bare);

  qsort (finds, N_MARKS, sizeof *finds, compare);
  qsort (marks, N_MARKS, sizeof *marks, compare);
  qsort (bare_marks, N_MARKS, sizeof *bare_marks, compare);
  mark = marks[N_MARKS / 2];
  floor = bare_marks[N_MARKS / 2];
  printf ("the door of %d people opens in                    %9.3f ms\n", N_PEOPLE, opening);
  printf ("letters → people, median, worst of %d            %9.3f ms %9.3f ms\n", N_MARKS, finds[N_MARKS / 2],
          finds[N_MARKS - 1]);
  printf ("a mark, median, bare SQLite                       %9.3f ms %9.3f ms  × %-6.2f budget %d ms%s\n", mark, floor,
          mark / floor, BUDGET_MILLISECONDS, mark > BUDGET_MILLISECONDS ? "  OVER" : "");
  printf ("a mark, 95 of 100, bare SQLite                    %9.3f ms %9.3f ms\n", marks[N_MARKS * 95 / 100],
          bare_marks[N_MARKS * 95 / 100]);

  for (const char *const *suffix = (const char *const[]) { "", "-wal", "-shm", NULL }; *suffix != NULL; suffix++)
    {
      g_autofree char *file = g_strconcat (path, *suffix, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);

  return mark > BUDGET_MILLISECONDS;
}
