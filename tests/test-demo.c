/* test-demo.c - the demo data is sound in any month it is looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-demo.h"
#include "dov-event.h"
#include "dov-event-headcount.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-period.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-scratch.h"

#include <string.h>

typedef struct
{
  Club      club;
  DovPeriod month;  /* the last full one */
} Demo;

static GDateTime *
read_moment (const char *text)
{
  GDateTime *moment = NULL;

  g_assert_true (dov_moment_from_iso (text, &moment));

  return moment;
}

/* Neither a refusal nor a warning of any rule. */
static void
open_demo (Demo       *demo,
           const char *now)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) moment = read_moment (now);
  g_autoptr (GError) error = NULL;
  GDate today;
  DovPeriod this_month;

  *demo = (Demo) { 0 };
  dov_clock_set (moment);
  today = dov_today ();
  this_month = dov_period_around (DOV_PERIOD_MONTH, &today);
  demo->month = dov_period_step (&this_month, -1);

  demo->club.folder = g_dir_make_tmp ("doverie-XXXXXX", &error);
  g_assert_no_error (error);
  demo->club.path = g_build_filename (demo->club.folder, "demo.doverie", NULL);
  demo->club.store = dov_store_open (demo->club.path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_rules_install (demo->club.store);
  dov_demo_load (demo->club.store, NULL, NULL, NULL, told, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < told->len; i++)
    g_test_message ("%s", (char *) g_ptr_array_index (told, i));
  g_assert_cmpuint (told->len, ==, 0);
}

static gint64
ask (Demo       *demo,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = dov_database_count (dov_store_get_database (demo->club.store), sql, &error);

  g_assert_no_error (error);

  return answer;
}

/* How many of what @sql counts lie within the last full month, %s and %s in it. */
static gint64
ask_month (Demo       *demo,
           const char *sql,
           int         steps)
{
  DovPeriod month = dov_period_step (&demo->month, steps);
  g_autofree char *from = dov_date_to_iso (&month.from);
  g_autofree char *to = dov_date_to_iso (&month.to);
  g_auto (GStrv) parts = g_strsplit (sql, "MONTH", -1);
  g_autofree char *between = g_strdup_printf ("date (starts_at) BETWEEN '%s' AND '%s'", from, to);
  g_autofree char *whole = g_strjoinv (between, parts);

  return ask (demo, whole);
}

/* Five patrols walk every week, hand no child to nobody, and are on the roster ahead. */
static void
check_patrols (Demo *demo)
{
  g_assert_cmpint (ask (demo, "SELECT count(DISTINCT settlement_id) FROM patrol"), ==, 5);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM patrol_shift WHERE status = 'done'"), >=, 140);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM patrol_shift WHERE status = 'cancelled'"), >=, 1);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM patrol_shift WHERE status = 'planned'"), >=, 5);
  g_assert_cmpint (ask (demo, "SELECT count(DISTINCT kind_id) FROM patrol_finding"), >=, 5);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM patrol_finding WHERE outcome IS NULL OR (outcome IN ('home', 'police')"
                              " AND handover_id IS NULL)"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM handover"), >=, 20);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM outgoing_notice"), >=, 8);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM shift_member WHERE came = 'no_show'"), >=, 1);
}

static void
check_families (Demo *demo)
{
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM lounge"), ==, 5);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM family"), ==, 80);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM family_member WHERE kinship IN ('child', 'ward')"), ==, 160);
  g_assert_cmpint (ask (demo, "SELECT count(DISTINCT family_id) FROM family_category"), >=, 75);
  g_assert_cmpint (ask (demo, "SELECT count(DISTINCT category_id) FROM family_category"), >=, 8);
  g_assert_cmpint (ask (demo, "SELECT count(DISTINCT case_no) FROM family"), ==, 80);

  /* Brothers and sisters are not born within months of each other. */
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM family_member a JOIN person p ON p.id = a.person_id"
                              " JOIN family_member b ON b.family_id = a.family_id AND b.id <> a.id"
                              " JOIN person q ON q.id = b.person_id"
                              " WHERE a.kinship IN ('child', 'ward') AND b.kinship IN ('child', 'ward')"
                              " AND abs (julianday (p.birth_date) - julianday (q.birth_date)) < 300"), ==, 0);

  /* Whoever is told to be a child is under age, whoever is not is not. */
  {
    g_autofree char *last = dov_date_to_iso (&demo->month.to);
    g_autofree char *grown = g_strdup_printf (
      "SELECT count(*) FROM family_member m JOIN person p ON p.id = m.person_id"
      " WHERE (m.kinship IN ('child', 'ward')) = (date (p.birth_date, '+18 years') <= '%s')", last);

    g_assert_cmpint (ask (demo, grown), ==, 0);
  }
}

/* Whatever day it is: a few things are late, more are due soon, and nothing waits for months. */
static void
check_terms (Demo *demo)
{
  GDate now = dov_today ();
  g_autofree char *today = dov_date_to_iso (&now);
  const struct
  {
    const char *from;   /* and what is narrowed */
    const char *day;
    gint64      n_late; /* before today */
    gint64      n_soon; /* at least, within five weeks, today too: what is done tomorrow is not done yet */
  } terms[] = {
    { "signal WHERE decision IS NULL", "received_at", 3, 0 },
    { "plan_action WHERE status = 'planned'", "due_to", 2, 23 },
    { "task WHERE done_on IS NULL", "due_on", 1, 5 },
    { "incoming_paper WHERE done_on IS NULL", "due_on", 1, 1 },
    { "register_entry WHERE off_date IS NULL", "review_due", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    {
      g_autofree char *late = g_strdup_printf ("SELECT count(*) FROM %s AND date (%s) < '%s'", terms[i].from, terms[i].day,
                                               today);
      g_autofree char *soon = g_strdup_printf ("SELECT count(*) FROM %s AND date (%s) BETWEEN '%s' AND date ('%s', '+35 days')",
                                               terms[i].from, terms[i].day, today, today);

      g_test_message ("%s", terms[i].from);
      g_assert_cmpint (ask (demo, late), ==, terms[i].n_late);
      g_assert_cmpint (ask (demo, soon), >=, terms[i].n_soon);
    }
}

static void
check_events (Demo *demo)
{
  g_autofree char *today = NULL;
  g_autofree char *early = NULL;
  g_autofree char *late = NULL;
  DovPeriod first = dov_period_step (&demo->month, -5);
  GDate now = dov_today ();

  /* Six months, each with its events in each lounge; the last is all told. */
  for (int i = 0; i > -6; i--)
    {
      g_assert_cmpint (ask_month (demo, "SELECT count(DISTINCT lounge_id) FROM event WHERE status = 'held' AND MONTH", i),
                       ==, 5);
      g_assert_cmpint (ask_month (demo, "SELECT count(*) FROM event WHERE status = 'held' AND MONTH", i), >=, 35);
      g_assert_cmpint (ask_month (demo, "SELECT count(*) FROM event"
                                         " WHERE status IN ('draft', 'planned', 'approved') AND MONTH", i),
                       ==, 0);
      g_assert_cmpint (ask_month (demo, "SELECT count(DISTINCT direction) FROM event WHERE MONTH", i), >=, 5);
    }
  early = dov_date_to_iso (&first.from);
  late = g_strdup_printf ("SELECT count(*) FROM event WHERE date (starts_at) < '%s'", early);
  g_assert_cmpint (ask (demo, late), ==, 0);

  /* What is to come is planned, and nothing else is. */
  today = dov_date_to_iso (&now);
  {
    g_autofree char *held = g_strdup_printf (
      "SELECT count(*) FROM event WHERE status = 'held' AND date (starts_at) > '%s'", today);
    g_autofree char *ahead = g_strdup_printf (
      "SELECT count(DISTINCT lounge_id) FROM event WHERE status IN ('planned', 'approved') AND date (starts_at) >= '%s'", today);

    g_assert_cmpint (ask (demo, held), ==, 0);
    g_assert_cmpint (ask (demo, ahead), ==, 5);
  }

  g_assert_cmpint (ask (demo, "SELECT count(*) FROM event WHERE status = 'cancelled'"), >=, 2);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM event WHERE status = 'moved' AND moved_to_id IS NOT NULL"), >=, 2);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM event WHERE status IN ('cancelled', 'moved') AND status_reason IS NULL"),
                   ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM event a JOIN event b ON a.lounge_id = b.lounge_id AND a.id < b.id"
                              " AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at"), ==, 0);
}

/* Every week one in every lounge, always on its weekday. */
static void
check_film_shows (Demo *demo)
{
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM (SELECT julianday (date (starts_at)) - lag (julianday (date (starts_at)))"
                              " OVER (PARTITION BY series_id ORDER BY starts_at) AS gap FROM event"
                              " JOIN ref_item i ON i.id = form_id AND i.code = 'film') WHERE gap <> 7"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM event e JOIN event_series s ON s.id = e.series_id"
                              " WHERE s.weekday IS NOT NULL"
                              " AND (strftime ('%w', e.starts_at) + 0, strftime ('%H:%M', e.starts_at)) <>"
                              " (instr ('sun mon tue wed thu fri sat ', s.weekday || ' ') / 4, s.time)"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT min (n) FROM (SELECT count(*) AS n FROM event"
                              " JOIN ref_item i ON i.id = form_id AND i.code = 'film'"
                              " GROUP BY series_id)"), >=, 26);
}

/* Bands hold all whose names are known (E8); who came is of the age that the lists say. */
static void
check_people (Demo *demo)
{
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM event e WHERE status = 'held' AND coalesce ("
                              "(SELECT b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 FROM event_headcount"
                              " WHERE event_id = e.id), 0) < max (1, (SELECT count(*) FROM attendance"
                              " WHERE event_id = e.id AND status IN ('checked_in', 'walk_in')))"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM attendance a JOIN event e ON e.id = a.event_id"
                              " WHERE e.status NOT IN ('held', 'planned', 'approved')"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM attendance a JOIN event e ON e.id = a.event_id"
                              " WHERE (a.status = 'registered') = (e.status = 'held')"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM attendance a JOIN event e ON e.id = a.event_id"
                              " WHERE a.check_in_at NOT BETWEEN datetime (e.starts_at, '-1 hour') AND e.ends_at || 'Z'"
                              " AND date (a.check_in_at) <> date (e.starts_at)"), ==, 0);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM attendance WHERE status IN ('checked_in', 'walk_in')"), >=, 1500);
  g_assert_cmpint (ask (demo, "SELECT count(*) FROM person WHERE phone IS NOT NULL AND phone NOT LIKE '+7900000____'"),
                   ==, 0);
}

static void
test_month (gconstpointer data)
{
  Demo demo;

  open_demo (&demo, data);
  check_patrols (&demo);
  check_families (&demo);
  check_terms (&demo);
  check_events (&demo);
  check_film_shows (&demo);
  check_people (&demo);
  club_close (&demo.club);
}

/* The holidays of a month are its own. */
static void
test_seasons (void)
{
  Demo demo;

  open_demo (&demo, "2027-01-11T10:00");
  g_assert_cmpint (ask_month (&demo, "SELECT count(*) FROM event WHERE title = 'Новогодняя ёлка' AND MONTH", 0), ==, 5);
  g_assert_cmpint (ask_month (&demo, "SELECT count(*) FROM event WHERE title LIKE '%День матери%' AND MONTH", -1),
                   >=, 4);
  club_close (&demo.club);

  open_demo (&demo, "2031-09-02T10:00");
  g_assert_cmpint (ask_month (&demo, "SELECT count(*) FROM event WHERE title LIKE '%Скоро в школу%' AND MONTH", 0),
                   >=, 4);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM event WHERE title LIKE '%овогодн%'"), ==, 0);
  club_close (&demo.club);
}

/* Nothing in braces is left over, and numbers of cases have the year of their opening. */
static void
test_words (void)
{
  Demo demo;

  open_demo (&demo, "2028-05-03T10:00");
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM family WHERE case_no NOT LIKE '_-' || strftime ('%Y', opened_on) || '/___'"),
                   ==, 0);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM family_category WHERE basis_doc LIKE '%{%'"), ==, 0);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM event WHERE note LIKE '%{%'"), ==, 0);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM event a JOIN event b ON a.moved_to_id = b.id"
                               " WHERE b.note <> 'перенесено с ' || strftime ('%d.%m', a.starts_at)"), ==, 0);
  club_close (&demo.club);
}

/* What is told of a family is true of it, and who approves a plan is not who draws it up. */
static void
test_truth (void)
{
  Demo demo;

  open_demo (&demo, "2027-03-05T10:00");
  g_assert_true (dov_store_is_demo (demo.club.store));
  g_assert_cmpint (dov_store_get_last_operation (demo.club.store), ==, 1);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM family WHERE strengths LIKE 'Отец%' OR strengths LIKE 'Дедушка%'"),
                   >=, 2);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM family f WHERE strengths LIKE 'Отец%' AND NOT EXISTS ("
                               "SELECT 1 FROM family_member m WHERE m.family_id = f.id AND m.kinship = 'father')"), ==, 0);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM family f WHERE strengths LIKE 'Мать%' AND NOT EXISTS ("
                               "SELECT 1 FROM family_member m WHERE m.family_id = f.id AND m.kinship = 'mother')"), ==, 0);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM family f WHERE strengths LIKE 'Дедушка%' AND NOT EXISTS ("
                               "SELECT 1 FROM family_member m WHERE m.family_id = f.id AND m.kinship = 'grandfather')"),
                   ==, 0);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM settings WHERE head_position = 'директор' AND head_name <> ''"), ==, 1);
  g_assert_cmpint (ask (&demo, "SELECT count(*) FROM settings x JOIN person p ON x.head_name LIKE '%' || p.last_name"),
                   ==, 0);
  club_close (&demo.club);
}

static void
refuse (const char *first,
        const char *words)
{
  Club club = { 0 };
  g_autoptr (DovScratch) scratch = dov_scratch_new ();
  g_autofree char *folder = dov_scratch_path (scratch, "");
  g_autoptr (GError) error = NULL;

  if (first != NULL)
    dov_scratch_write (scratch, "1-places.jsonl", first, -1);
  club_open (&club);
  g_assert_false (dov_demo_load (club.store, folder, NULL, NULL, NULL, NULL, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  club_close (&club);
}

static void
test_bad_files (void)
{
  refuse (NULL, "demo");
  refuse ("", "1-places.jsonl, line 1");
  refuse ("{\"record\":\"settlement\"}\n", "1-places.jsonl, line 1");
  refuse ("{\"demo\":\"март\"}\n", "1-places.jsonl, line 1");
  refuse ("{\"demo\":\"2027\"}\n{\"record\":\"settlement\",\"name\":\"Ключи\",\"type\":\"д\"}\n{\"record\":\"hamlet\"}\n",
          "1-places.jsonl, line 3");
}

int
main (int    argc,
      char **argv)
{
  static const char *const moments[] = {
    "2028-02-29T12:00", "2026-11-22T14:00", "2027-01-01T00:01", "2027-01-31T23:59", "2028-03-01T09:30",
    "2026-12-31T23:59", "2032-08-15T10:00",
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < (g_test_slow () ? G_N_ELEMENTS (moments) : 1); i++)
    {
      g_autofree char *path = g_strdup_printf ("/demo/at/%.10s", moments[i]);

      g_test_add_data_func (path, moments[i], test_month);
    }
  g_test_add_func ("/demo/seasons", test_seasons);
  g_test_add_func ("/demo/words", test_words);
  g_test_add_func ("/demo/truth", test_truth);
  g_test_add_func ("/demo/bad-files", test_bad_files);

  return g_test_run ();
}
