/* bench-cases.c - case work of ten years: a page of a family, lines of «Сегодня», the report of a district, against bare SQL */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-next.h"
#include "dov-case-path.h"
#include "dov-case-programme.h"
#include "dov-case-timeline.h"
#include "dov-case-waiting.h"
#include "dov-consent-table.h"
#include "dov-document.h"
#include "dov-family.h"
#include "dov-generate.h"
#include "dov-reminders.h"
#include "dov-rules.h"
#include "dov-silence.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

/* A child each; 2,000 of the families are on support, the others were, or are only found. */
#define N_FAMILIES 5000

/* As many as the page shows before somebody asks for more. */
#define N_SHOWN    100

typedef struct
{
  DovStore   *store;
  sqlite3    *bare;
  gint64      family;
  guint       n;
} Bench;

typedef void (*Work) (Bench *bench);

/* The best of several, in milliseconds. */
static double
measure (Bench *bench,
         Work   work,
         guint  n_times)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < n_times; i++)
    {
      gint64 start = g_get_monotonic_time ();

      bench->n = i;
      work (bench);
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000);
    }

  return best;
}

/* ---- ten years ---- */

#define EACH(n) "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < " n ") "
#define FAMILY  "JOIN family f ON f.id = (7 << 32) + 1000000 + "
#define ID(n)   "(7 << 32) + " n " + "

/* Each family: a visit and a call a quarter, a review a half-year, a programme a year with six steps, a signal a year. */
static const char *const history[] = {
  "UPDATE family SET curator_id = (SELECT min (id) FROM staff),"
  " case_status = iif (id < (7 << 32) + 1000000 + 2000, 'active', iif (id % 8 = 0, 'identified', 'closed')),"
  " opened_on = '2017-01-10',"
  " closed_on = iif (id < (7 << 32) + 1000000 + 2000, NULL, date ('2018-01-01', (id % 3000) || ' days'))",
  "UPDATE support_period SET since = '2017-01-10', until = (SELECT closed_on FROM family WHERE family.id ="
  " family_id), end_kind ="
  " iif ((SELECT closed_on FROM family WHERE family.id = family_id) IS NULL, NULL, 'closed')",
  EACH ("200000")
  "INSERT INTO home_visit (id, family_id, visited_at, kind, staff_id, goal, was_home, findings, next_visit_on, key)"
  " SELECT " ID ("300000000") "i, f.id, date ('2017-01-15', (i / 5000 * 91 + i % 80) || ' days')"
  " || 'T11:00', 'planned',"
  " f.curator_id, 'Узнать, как дела', i % 7 > 0, 'Тепло', NULL, '' FROM n " FAMILY "i % 5000",
  EACH ("200000")
  "INSERT INTO contact_record (id, family_id, contacted_at, form, reached, gist, key) SELECT " ID ("400000000") "i, f.id,"
  " date ('2017-02-15', (i / 5000 * 91 + i % 80) || ' days')"
  " || 'T12:00', 'call', i % 5 > 0, 'Придут', '' FROM n " FAMILY "i % 5000",
  EACH ("100000")
  "INSERT INTO case_review (id, family_id, date, reviewer_id, dynamics, key) SELECT " ID ("500000000") "i, f.id,"
  " date ('2017-03-15', (i / 5000 * 182 + i % 80) || ' days'), f.curator_id,"
  " CASE i % 3 WHEN 0 THEN 'better' WHEN 1 THEN 'same' ELSE 'worse' END, '' FROM n " FAMILY "i % 5000",
  EACH ("50000")
  "INSERT INTO case_plan (id, family_id, kind, no, since, until, goal, status, approved_on, ended_on, outcome, key)"
  " SELECT " ID ("600000000") "i, f.id, 'family_children', i, date ('2017-01-15', (i / 5000) || ' years'),"
  " date ('2017-12-31', (i / 5000) || ' years'), 'Дети заняты', iif (i < 45000, 'completed', 'in_progress'),"
  " date ('2017-01-16', (i / 5000) || ' years'), iif (i < 45000, date ('2017-12-20', (i / 5000) || ' years'), NULL),"
  " iif (i < 45000, 'achieved', NULL), '' FROM n " FAMILY "i % 5000",
  EACH ("300000")
  "INSERT INTO plan_action (id, plan_id, title, due_to, done_on, status, staff_id, key) SELECT " ID ("700000000") "i,"
  " p.id, 'Кружок', date (p.since, (i / 50000 * 40)"
  " || ' days'), iif (i % 4 > 0, date (p.since, (i / 50000 * 40 - 3) || ' days'), NULL),"
  " iif (i % 4 > 0, 'done', 'planned'), (SELECT min (id) FROM staff), ''"
  " FROM n JOIN case_plan p ON p.id = (7 << 32) + 600000000 + i % 50000",
  EACH ("50000")
  "INSERT INTO signal (id, no, received_at, lounge_id, source, family_id, summary, urgency, decision, decided_on, key)"
  " SELECT " ID ("800000000") "i, i, date ('2017-01-05', (i / 5000 * 365 + i % 300) || ' days')"
  " || 'T09:00', f.lounge_id, 'school', f.id,"
  " 'Не ходит в школу', 'planned', 'joined', date ('2017-01-05', (i / 5000 * 365 + i % 300 + i % 9)"
  " || ' days'), '' FROM n " FAMILY "i % 5000",
  EACH ("10000")
  "INSERT INTO consent (id, no, lounge_id, subject_id, kind, signer_id, signer_capacity, signed_on, purpose,"
  " data_list, actions,"
  " until_event, withdrawal_way, key) SELECT " ID ("900000000") "i, i, f.lounge_id, (7 << 32) + 20000000 + i, 'processing',"
  " (7 << 32) + 20000000 + i / 2 * 2, iif (i % 2, 'parent', 'self'), '2017-01-10', 'case', 'name', 'store',"
  " 'до снятия', 'письмом', ''"
  " FROM n " FAMILY "i / 2",
  /* The family that is opened. */
  EACH ("250")
  "INSERT INTO home_visit (id, family_id, visited_at, kind, staff_id, goal, was_home, findings, key)"
  " SELECT " ID ("310000000") "i, f.id,"
  " date ('2017-01-15', (i * 14) || ' days')"
  " || 'T15:00', 'planned', f.curator_id, 'Узнать', 1, 'Тепло', '' FROM n " FAMILY "7",
  EACH ("250")
  "INSERT INTO contact_record (id, family_id, contacted_at, form, reached, gist, key) SELECT " ID ("410000000") "i, f.id,"
  " date ('2017-01-18', (i * 14) || ' days') || 'T15:00', 'call', 1, 'Придут', '' FROM n " FAMILY "7",
};

static void
fill (DovStore *store)
{
  g_autoptr (GError) error = NULL;
  DovDatabase *database = dov_store_get_database (store);

  g_assert_true (dov_database_begin (database, &error));
  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    if (!dov_database_execute (database, history[i], &error))
      g_error ("%u: %s", i, error->message);
  g_assert_true (dov_database_commit (database, &error));
}

/* ---- what is measured ---- */

/* What the page asks before anything of it is drawn. */
static void
open_family (Bench *bench)
{
  g_autoptr (DovFamily) family = dov_store_look_up (bench->store, DOV_TYPE_FAMILY, bench->family);
  g_autoptr (GPtrArray) steps = dov_case_path_list_steps (bench->store, family);
  g_autoptr (GPtrArray) doors = dov_case_path_list_doors (bench->store, family);
  g_autoptr (GPtrArray) timeline = dov_case_timeline_list (bench->store, bench->family, N_SHOWN);
  g_autoptr (GPtrArray) consents = dov_consent_table_list_rows (bench->store, bench->family);
  g_autoptr (GArray) clocks = dov_consent_table_list_clocks (bench->store, bench->family);
  g_auto (DovCaseProgramme) programme = { 0 };
  DovCaseNext next;
  DovCaseContact contact;

  g_assert_true (dov_case_next_find (bench->store, family, &next));
  g_assert_true (dov_case_contact_find (bench->store, family, &contact));
  g_assert_true (dov_case_programme_find (bench->store, bench->family, &programme));
  g_assert_cmpuint (timeline->len, ==, N_SHOWN);
  g_assert_cmpuint (consents->len, ==, 2);
}

/* All that the family has, as SQLite gives it. */
static void
open_family_bare (Bench *bench)
{
  static const char *const tables[] = { "home_visit", "contact_record", "case_review", "case_plan", "signal",
      "family_member" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE family_id = %" G_GINT64_FORMAT,
      tables[i], bench->family);
      sqlite3_stmt *statement = NULL;

      g_assert_cmpint (sqlite3_prepare_v2 (bench->bare, sql, -1, &statement, NULL), ==, SQLITE_OK);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int c = 0; c < sqlite3_column_count (statement); c++)
          (void) sqlite3_column_text (statement, c);
      sqlite3_finalize (statement);
    }
}

static DovCaseWaiting waiting;

static void
list_waiting (Bench *bench)
{
  g_array_unref (dov_case_waiting_list (bench->store, waiting, 0));
}

static void
list_silent (Bench *bench)
{
  GDate today = dov_today ();

  g_array_unref (dov_silence_list (bench->store, DOV_SILENCE_DAYS, &today));
}

static void
list_reminders (Bench *bench)
{
  g_ptr_array_unref (dov_reminders_list (bench->store, 0));
}

static void
count_bare (Bench *bench)
{
  g_assert_cmpint (sqlite3_exec (bench->bare,
      "SELECT count(*) FROM family f WHERE f.case_status = 'active' AND coalesce ("
                                 "(SELECT max (visited_at) FROM home_visit v WHERE v.family_id = f.id AND"
                                 " v.was_home), '') < '2027'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
report_district (Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovDocument) document = dov_document_find (bench->store, "D-46", &error);
  GDate today = dov_today ();
  DovPeriod year = dov_period_around (DOV_PERIOD_YEAR, &today);
  g_autoptr (DovResult) result = dov_document_run (document, bench->store, &year, 0, 0, &error);

  g_assert_no_error (error);
}

/* The same facts, each counted where it lies, with nothing said of where a family lived then. */
static void
report_bare (Bench *bench)
{
  static const char *const counts[] = {
    "SELECT lounge_id, count(DISTINCT family_id) FROM support_period WHERE since <= '2027-12-31' AND (until"
    " IS NULL OR until > '2027-12-31') GROUP BY 1",
    "SELECT s.lounge_id, count(DISTINCT p.id) FROM support_period s JOIN family_member m ON m.family_id ="
    " s.family_id JOIN person p"
    " ON p.id = m.person_id WHERE s.until IS NULL AND p.birth_date > '2009-12-31' GROUP BY 1",
    "SELECT lounge_id, count(*) FROM support_period WHERE since BETWEEN '2027-01-01' AND '2027-12-31' GROUP BY 1",
    "SELECT lounge_id, count(*) FROM support_period WHERE until BETWEEN '2027-01-01' AND '2027-12-31' GROUP BY 1",
    "SELECT lounge_id, count(*), avg (julianday (decided_on) - julianday (received_at)) FROM signal WHERE"
    " received_at BETWEEN '2027' AND '2028' GROUP BY 1",
    "SELECT f.lounge_id, count(*) FROM case_plan p JOIN family f ON f.id = p.family_id WHERE p.since <="
    " '2027-12-31' AND p.ended_on IS NULL GROUP BY 1",
    "SELECT f.lounge_id, count(*), count(a.done_on) FROM plan_action a JOIN case_plan p ON p.id = a.plan_id"
    " JOIN family f ON f.id = p.family_id"
    " WHERE a.due_to BETWEEN '2027-01-01' AND '2027-12-31' GROUP BY 1",
    "SELECT f.lounge_id, v.was_home, count(*), count(DISTINCT f.id) FROM home_visit v JOIN family f ON f.id = v.family_id"
    " WHERE v.visited_at BETWEEN '2027' AND '2028' GROUP BY 1, 2",
    "SELECT f.lounge_id, r.dynamics, count(DISTINCT f.id) FROM case_review r JOIN family f ON f.id = r.family_id"
    " WHERE r.date BETWEEN '2027-01-01' AND '2027-12-31' GROUP BY 1, 2",
    "SELECT e.lounge_id, count(*), sum (h.b0_6 + h.b7_13), sum (h.b14_17), sum (h.b18_35) FROM event e JOIN"
    " event_headcount h ON h.event_id = e.id"
    " WHERE e.starts_at BETWEEN '2027' AND '2028' AND e.status = 'held' GROUP BY 1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (sqlite3_exec (bench->bare, counts[i], NULL, NULL, NULL), ==, SQLITE_OK);
}

static void
tell (const char *what,
      double      ours,
      double      floor,
      const char *budget)
{
  printf ("%s%*s%9.2f ms %9.2f ms  × %-6.2f %s\n", what, MAX (46 - (int) g_utf8_strlen (what, -1), 1), "",
      ours, floor, ours / floor,
          budget);
  fflush (stdout);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "cases.doverie", NULL);
  g_autoptr (GDateTime) now = g_date_time_new_local (2027, 3, 5, 9, 0, 0);
  g_autoptr (GError) error = NULL;
  DovGenerated generated;
  Bench bench = { .family = DOV_GENERATED_FAMILY + 7 };
  double floor;

  dov_clock_set (now);
  g_assert_true (dov_generate (path, N_FAMILIES, N_FAMILIES * 20, &generated, &error));
  bench.store = dov_store_open (path, 0, &error);
  g_assert_no_error (error);
  dov_rules_install (bench.store);
  fill (bench.store);
  g_assert_cmpint (sqlite3_open_v2 (path, &bench.bare, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);

  tell ("page of a family with ten years of history", measure (&bench, open_family, 20), measure (&bench,
      open_family_bare, 20),
        "(≤ 100 ms)");
  floor = measure (&bench, count_bare, 10);
  for (waiting = 0; waiting < DOV_N_CASE_WAITINGS; waiting++)
    {
      g_autofree char *words = g_strconcat ("today: ", dov_case_waiting_get_words (waiting), NULL);

      tell (words, measure (&bench, list_waiting, 10), floor, "(≤ 50 ms)");
    }
  tell ("today: no contact", measure (&bench, list_silent, 10), floor, "(≤ 50 ms)");
  tell ("today: all that is due", measure (&bench, list_reminders, 5), floor, "(≤ 50 ms a line)");
  tell ("report of the district, a year", measure (&bench, report_district, 5), measure (&bench, report_bare, 5), "");
  sqlite3_close (bench.bare);
  g_clear_object (&bench.store);
  (void) g_unlink (path);
  (void) g_rmdir (folder);

  return 0;
}
