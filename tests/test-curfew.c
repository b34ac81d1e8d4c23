/* test-curfew.c - T3, T4: the night of a date, by the rules of the region; the vectors of the law */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-curfew.h"
#include "dov-rules.h"
#include "dov-settings.h"
#include "verdict.h"

static void
open_club (Club *club)
{
  club_open (club);
  dov_rules_install (club->store);
}

static GDateTime *
moment_of (const char *text)
{
  GDateTime *moment = NULL;

  g_assert_true (dov_moment_from_iso (text, &moment));

  return moment;
}

static GDate
date_of (const char *text)
{
  g_autoptr (GDate) date = NULL;

  g_assert_true (dov_date_from_iso (text, &date));

  return *date;
}

/* Domain, part 9, and what stands around it. */
static void
test_vectors (void)
{
  static const struct
  {
    const char *moment;
    gint64      age;
    gboolean    is_night;
    gboolean    applies;
  } cases[] = {
    { "2027-04-30T22:15", 15, TRUE, TRUE },
    { "2027-04-30T21:59", 15, FALSE, FALSE },
    { "2027-04-30T22:00", 15, TRUE, TRUE },
    { "2027-05-01T22:30", 15, FALSE, FALSE },
    { "2027-05-01T23:00", 15, TRUE, TRUE },
    { "2027-05-01T22:59", 15, FALSE, FALSE },
    { "2027-09-30T22:30", 15, FALSE, FALSE },
    { "2027-09-30T23:00", 15, TRUE, TRUE },
    { "2027-10-01T22:00", 15, TRUE, TRUE },
    { "2027-10-01T21:59", 15, FALSE, FALSE },
    { "2027-07-01T00:30", 15, TRUE, TRUE },
    { "2027-07-01T05:59", 15, TRUE, TRUE },
    { "2027-07-01T06:00", 15, FALSE, FALSE },
    { "2027-05-01T00:30", 15, TRUE, TRUE },
    { "2027-10-01T00:30", 15, TRUE, TRUE },
    { "2027-12-31T23:59", 15, TRUE, TRUE },
    { "2028-01-01T00:00", 15, TRUE, TRUE },
    { "2028-02-29T22:00", 15, TRUE, TRUE },
    { "2027-04-30T22:15", 16, TRUE, FALSE },
    { "2027-04-30T22:15", 0, TRUE, TRUE },
    { "2027-04-30T22:15", 40, TRUE, FALSE },
    { "2027-04-30T22:15", DOV_UNKNOWN, TRUE, FALSE },
    { "2009-11-08T23:30", 15, FALSE, FALSE },
    { "2009-11-09T23:30", 15, TRUE, TRUE },
  };
  Club club;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) moment = moment_of (cases[i].moment);

      g_test_message ("%s, %d", cases[i].moment, (int) cases[i].age);
      g_assert_true (dov_curfew_is_night (club.store, moment) == cases[i].is_night);
      g_assert_true (dov_curfew_applies (club.store, moment, cases[i].age) == cases[i].applies);
    }
  club_close (&club);
}

static void
test_start (void)
{
  static const struct
  {
    const char *date;
    DovTime     start;
  } cases[] = {
    { "2027-03-05", 22 * 60 }, { "2027-04-30", 22 * 60 }, { "2027-05-01", 23 * 60 }, { "2027-09-30", 23 * 60 },
    { "2027-10-01", 22 * 60 }, { "2027-12-31", 22 * 60 }, { "2008-01-01", DOV_NO_TIME },
  };
  static const char *const changes[][2] = {
    { "2027-03-05", "2027-05-01" }, { "2027-04-30", "2027-05-01" }, { "2027-05-01", "2027-10-01" },
    { "2027-09-30", "2027-10-01" }, { "2027-10-01", "2028-05-01" },
  };
  Club club;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date = date_of (cases[i].date);

      g_assert_cmpint (dov_curfew_get_night_start (club.store, &date), ==, cases[i].start);
      g_assert_true (dov_curfew_get_age_limit (club.store, &date) == (cases[i].start == DOV_NO_TIME ? DOV_UNKNOWN : 16));
    }
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      GDate after = date_of (changes[i][0]), expected = date_of (changes[i][1]), change;

      g_assert_true (dov_curfew_find_next_change (club.store, &after, &change));
      g_assert_cmpint (g_date_compare (&change, &expected), ==, 0);
    }
  club_close (&club);
}

/* Another region has other rows; a new law has its own days, and the old days keep the old one. */
static void
test_rows (void)
{
  Club club;
  GDate june = date_of ("2027-06-10"), before = date_of ("2027-03-31"), after = date_of ("2027-04-01");
  gint64 rule = 0;

  open_club (&club);
  rule = club_add (&club, DOV_TYPE_CURFEW_RULE, "region", "Кировская область", "age_limit", "14",
                   "season_since", "1.3", "season_until", "30.04", "night_start", "21:00", "night_end", "05:00",
                   "since", "2027-04-01", NULL);
  g_assert_cmpint (dov_curfew_get_night_start (club.store, &before), ==, 22 * 60);
  g_assert_cmpint (dov_curfew_get_night_start (club.store, &after), ==, 21 * 60);
  g_assert_cmpint (dov_curfew_get_age_limit (club.store, &after), ==, 14);
  club_change (&club, DOV_TYPE_CURFEW_RULE, rule, "until", "2027-04-01");
  g_date_add_days (&after, 1);
  g_assert_cmpint (dov_curfew_get_night_start (club.store, &after), ==, 22 * 60);

  club_change (&club, DOV_TYPE_SETTINGS, 1, "region", "кировская  область");
  g_assert_cmpint (dov_curfew_get_night_start (club.store, &june), ==, 23 * 60);
  club_change (&club, DOV_TYPE_SETTINGS, 1, "region", "Удмуртская Республика");
  g_assert_cmpint (dov_curfew_get_night_start (club.store, &june), ==, DOV_NO_TIME);
  g_assert_false (dov_curfew_find_next_change (club.store, &june, &after));
  club_close (&club);
}

static void
test_bad_rows (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *expected;
  } cases[] = {
    { "season_since", "31.02", "T4" }, { "season_since", "2027-10-01", "T4" }, { "season_until", "зима", "T4" },
    { "season_until", "30.13", "T4" }, { "season_since", "", "-" }, { "age_limit", "0", "T4" },
    { "age_limit", "19", "T4" }, { "night_end", "23:00", "T4" }, { "night_start", "05:00", "T4" },
    { "until", "2009-01-01", "V5" }, { "season_since", "1.10", NULL }, { "season_until", "29.02", NULL },
  };
  Club club;
  g_autofree char *day = NULL;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s = %s", cases[i].field, cases[i].text);
      verdict_change (&club, DOV_TYPE_CURFEW_RULE, 31, cases[i].field, cases[i].text, cases[i].expected);
    }
  day = club_read (&club, DOV_TYPE_CURFEW_RULE, 31, "season_since");
  g_assert_cmpstr (day, ==, "01.10");
  club_close (&club);
}

/* T3: what is offered for a finding, and whether the child may be said to have left alone. */
static void
test_offered (void)
{
  static const struct
  {
    const char *found_at;
    const char *born;        /* of the card, NULL: no card */
    const char *age_known;
    const char *age_apparent;
    gint64      age;
    gboolean    is_apparent;
    gboolean    is_offered;
    gboolean    allows_left_self;
  } cases[] = {
    { "2027-03-04T22:30", "2012-03-04", "", "", 15, FALSE, TRUE, FALSE },
    { "2027-03-04T22:30", "2011-03-05", "", "", 15, FALSE, TRUE, FALSE },
    { "2027-03-04T22:30", "2011-03-04", "", "", 16, FALSE, FALSE, TRUE },
    { "2027-03-04T22:30", "2011-03-04", "12", "11", 16, FALSE, FALSE, TRUE },
    { "2027-03-04T22:30", NULL, "15", "17", 15, FALSE, TRUE, FALSE },
    { "2027-03-04T22:30", NULL, "16", "13", 16, FALSE, FALSE, TRUE },
    { "2027-03-04T22:30", NULL, "", "13", 13, TRUE, TRUE, FALSE },
    { "2027-03-04T22:30", NULL, "", "17", 17, TRUE, FALSE, TRUE },
    { "2027-03-04T22:30", NULL, "", "", DOV_UNKNOWN, TRUE, FALSE, FALSE },
    { "2027-03-04T19:30", NULL, "", "", DOV_UNKNOWN, TRUE, FALSE, TRUE },
    { "2027-03-04T19:30", NULL, "", "9", 9, TRUE, FALSE, TRUE },
  };
  Club club;

  open_club (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_PATROL_FINDING, 0);
      DovPatrolFinding *finding = DOV_PATROL_FINDING (record);
      gboolean is_apparent = FALSE;
      g_autofree char *person = NULL;

      g_test_message ("case %u", i);
      if (cases[i].born != NULL)
        {
          g_autofree char *name = g_strdup_printf ("Ева%.*s", (int) i * 2, "ааааааааааааа");

          person = g_strdup_printf ("%" G_GINT64_FORMAT,
                                    club_add (&club, DOV_TYPE_PERSON, "last_name", "Пробная", "first_name", name,
                                              "no_patronymic", "1", "birth_date", cases[i].born, NULL));
        }
      club_fill (record, "found_at", cases[i].found_at, "kind_id", "706", "age_known", cases[i].age_known,
                 "age_apparent", cases[i].age_apparent, "person_id", person != NULL ? person : "", NULL);
      g_assert_true (dov_curfew_get_finding_age (club.store, finding, &is_apparent) == cases[i].age);
      g_assert_true (is_apparent == cases[i].is_apparent);
      g_assert_true (dov_curfew_is_offered (club.store, finding) == cases[i].is_offered);
      g_assert_true (dov_curfew_allows_left_self (club.store, finding) == cases[i].allows_left_self);
    }
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/T4/vectors", test_vectors);
  g_test_add_func ("/rules/T4/start", test_start);
  g_test_add_func ("/rules/T4/rows", test_rows);
  g_test_add_func ("/rules/T4/bad-rows", test_bad_rows);
  g_test_add_func ("/rules/T3/offered", test_offered);

  return g_test_run ();
}
