/* test-calendar.c - dates, times and moments: typed, shown and kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"

#include <locale.h>
#include <string.h>

/* Today is Friday, 5 March 2027, 10:15. */
static void
set_today (const char *moment)
{
  g_autoptr (GDateTime) now = NULL;

  g_assert_true (dov_moment_from_iso (moment, &now));
  dov_clock_set (now);
}

static void
test_typed_good (void)
{
  static const struct
  {
    const char *typed;
    const char *iso;
  } cases[] = {
    { "1.9", "2027-09-01" },
    { "1.09.2026", "2026-09-01" },
    { "010926", "2026-09-01" },
    { "01022026", "2026-02-01" },
    { "1.2.26", "2026-02-01" },
    { "0109", "2027-09-01" },
    { "15/3/2013", "2013-03-15" },
    { "15-3-2013", "2013-03-15" },
    { "15 3 2013", "2013-03-15" },
    { "15,3,2013", "2013-03-15" },
    { " 7.03.2027 ", "2027-03-07" },
    { "05.03.2027г.", "2027-03-05" },
    { "5 февраля 2027 г.", "2027-02-05" },
    { "5 февраля 2027 года", "2027-02-05" },
    { "5 фев 2027", "2027-02-05" },
    { "5 ФЕВРАЛЯ", "2027-02-05" },
    { "12 авг", "2027-08-12" },
    { "9 мая 26", "2026-05-09" },
    { "3 мар. 2025", "2025-03-03" },
    { "2027-03-06", "2027-03-06" },
    { "сегодня", "2027-03-05" },
    { "Сегодня", "2027-03-05" },
    { "вчера", "2027-03-04" },
    { "позавчера", "2027-03-03" },
    { "завтра", "2027-03-06" },
    { "послезавтра", "2027-03-07" },
    { "+7", "2027-03-12" },
    { "-3", "2027-03-02" },
    { "−5", "2027-02-28" },
    { "+0", "2027-03-05" },
    { "31.12", "2026-12-31" },
    { "1.1", "2027-01-01" },
    { "29.02.2028", "2028-02-29" },
    { "29.2.12", "2012-02-29" },
    { "10.03.37", "2037-03-10" },
    { "10.03.38", "1938-03-10" },
    { "5.6.85", "1985-06-05" },
    { "1.1.00", "2000-01-01" },
    { "31.12.1999", "1999-12-31" },
  };

  set_today ("2027-03-05T10:15");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDate) date = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      gboolean understood = dov_date_from_typed (cases[i].typed, &date, &error);

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_true (understood);
      iso = dov_date_to_iso (date);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_typed_bad (void)
{
  static const struct
  {
    const char *typed;
    const char *told;
  } cases[] = {
    { "31.02.2027", "In February 2027 there are 28 days" },
    { "29.02.2015", "In February 2015 there were 28 days" },
    { "30.02.2024", "In February 2024 there were 29 days" },
    { "29.02", "In February 2027 there are 28 days" },
    { "31.4", "In April 2027 there are 30 days" },
    { "310626", "In June 2026 there were 30 days" },
    { "32.1.2027", "no day 32" },
    { "0.1", "no day 0" },
    { "2027.1", "day is missing" },
    { "02.1990", "such as 05.02.1990" },
    { "1990-02", "such as 05.02.1990" },
    { "03/1991", "such as 05.03.1991" },
    { "11.90", "such as 05.11.90" },
    { "февраль 1990", "such as 5 февраль 1990" },
    { "3/4/2015", "may be 3 April or 4 March. Type it with dots, the day first: 03.04.2015" },
    { "11/12/15", "may be 11 December or 12 November" },
    { "1/9", "may be 1 September or 9 January" },
    { " 06/07/2027", "may be 6 July or 7 June" },
    { "13/14/2015", "no month 14" },
    { "0.1.2027", "no day 0" },
    { "1.13.2027", "no month 13" },
    { "1.0.2027", "no month 0" },
    { "1-3.05", "several days" },
    { "1-3.05.2027", "several days" },
    { "01.05-03.05", "several days" },
    { "01.05.2027-03.05.2027", "several days" },
    { "1–3.05", "several days" },
    { "1–3 мая", "several days" },
    { "1-3 мая", "several days" },
    { "1, 3 мая", "several days" },
    { "с 1 по 3 мая", "several days" },
    { "1 и 3 мая 2027", "several days" },
    { "1,3.05", "several days" },
    { "2013", "2013 is a year" },
    { "1998", "1998 is a year" },
    { "1.2.027", "four digits" },
    { "1.2.2", "four digits" },
    { "1.2.0000", "four digits" },
    { "", "is not a date" },
    { "   ", "is not a date" },
    { ".", "is not a date" },
    { "5", "is not a date" },
    { "123", "is not a date" },
    { "12345", "is not a date" },
    { "1234567", "is not a date" },
    { "123456789012345678901234567890", "is not a date" },
    { "1.2.3.4", "is not a date" },
    { "1.2.20266", "is not a date" },
    { "5 мая мая", "is not a date" },
    { "5 ма", "is not a date" },
    { "весной", "is not a date" },
    { "1.2.2026 18:30", "is not a date" },
    { "2027-02-30", "is not a date" },
    { "+", "is not a date" },
    { "+99999", "is not a date" },
    { "--3", "is not a date" },
    { "\xff\xfe", "is not a date" },
  };

  set_today ("2027-03-05T10:15");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate *date = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (dov_date_from_typed (cases[i].typed, &date, &error));
      g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, cases[i].told));
      g_assert_null (date);
    }
}

/* The year that nobody typed brings the day nearest to today, on either side of a new year. */
/* Slashes: what says its own order is understood, by itself or in a column of its kind. */
static void
test_order (void)
{
  static const struct
  {
    const char   *typed;
    DovDateOrder  order;
    const char   *by_day;
    const char   *by_month;
  } cases[] = {
    { "3/4/2015", DOV_DATE_ORDER_EITHER, "2015-04-03", "2015-03-04" },
    { "30/7/2015", DOV_DATE_ORDER_DAY_FIRST, "2015-07-30", NULL },
    { "7/29/2015", DOV_DATE_ORDER_MONTH_FIRST, NULL, "2015-07-29" },
    { "5/5/2014", DOV_DATE_ORDER_PLAIN, "2014-05-05", "2014-05-05" },
    { "6.4.2015", DOV_DATE_ORDER_PLAIN, "2015-04-06", "2015-04-06" },
    { "2016/04/08", DOV_DATE_ORDER_PLAIN, "2016-04-08", "2016-04-08" },
    { "9/10/16", DOV_DATE_ORDER_EITHER, "2016-10-09", "2016-09-10" },
  };

  set_today ("2027-03-05T10:15");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int by_month = 0; by_month < 2; by_month++)
      {
        const char *wanted = by_month ? cases[i].by_month : cases[i].by_day;
        g_autofree char *dotted = dov_date_put_day_first (cases[i].typed, by_month ? DOV_DATE_ORDER_MONTH_FIRST
                                                                                   : DOV_DATE_ORDER_DAY_FIRST);
        g_autoptr (GDate) date = NULL;
        g_autofree char *iso = NULL;

        g_test_message ("case %u", i);
        g_assert_cmpint (dov_date_find_order (cases[i].typed), ==, cases[i].order);
        g_assert_cmpint (dov_date_from_typed (dotted, &date, NULL), ==, wanted != NULL);
        iso = dov_date_to_iso (date);
        g_assert_cmpstr (iso, ==, wanted != NULL ? wanted : "");
      }
}

/* Whoever is born has a year, and not one to come. */
static void
test_birth (void)
{
  static const struct
  {
    const char *typed;
    const char *iso;  /* NULL: refused */
    const char *told;
  } cases[] = {
    { "15.03.27", "1927-03-15", NULL },
    { "05.03.27", "2027-03-05", NULL },
    { "06.03.27", "1927-03-06", NULL },
    { "31.12.26", "2026-12-31", NULL },
    { "010199", "1999-01-01", NULL },
    { "070327", "1927-03-07", NULL },
    { "04.03.2013", "2013-03-04", NULL },
    { "20 мая 31", "1931-05-20", NULL },
    { "15.03", NULL, "year of birth is missing" },
    { "1503", NULL, "such as 15.03.1990" },
    { "15 марта", NULL, "year of birth is missing" },
    { "03.1990", NULL, "day is missing" },
    { "3/4/2015", NULL, "may be 3 April or 4 March" },
  };

  set_today ("2027-03-05T10:15");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDate) date = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (dov_birth_from_typed (cases[i].typed, &date, &error), ==, cases[i].iso != NULL);
      iso = dov_date_to_iso (date);
      g_assert_cmpstr (iso, ==, cases[i].iso != NULL ? cases[i].iso : "");
      if (error != NULL)
        g_assert_nonnull (strstr (error->message, cases[i].told));
    }
}

static void
test_nearest_year (void)
{
  static const struct
  {
    const char *today;
    const char *typed;
    const char *iso;
  } cases[] = {
    { "2027-01-02T09:00", "28.12", "2026-12-28" },
    { "2026-12-30T09:00", "3.1", "2027-01-03" },
    { "2026-12-30T09:00", "1.7", "2026-07-01" },
    { "2027-07-01T09:00", "1.1", "2027-01-01" },
    { "2027-07-10T09:00", "1.1", "2028-01-01" },
    { "2028-02-10T09:00", "29.2", "2028-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDate) date = NULL;
      g_autofree char *iso = NULL;

      set_today (cases[i].today);
      g_assert_true (dov_date_from_typed (cases[i].typed, &date, NULL));
      iso = dov_date_to_iso (date);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_times (void)
{
  static const struct
  {
    const char *typed;
    const char *iso;  /* NULL: refused */
  } cases[] = {
    { "930", "09:30" },
    { "9:30", "09:30" },
    { "9.30", "09:30" },
    { "9-30", "09:30" },
    { "9 30", "09:30" },
    { "0930", "09:30" },
    { "1845", "18:45" },
    { "18:45", "18:45" },
    { "7", "07:00" },
    { "18", "18:00" },
    { "0", "00:00" },
    { "00:00", "00:00" },
    { "23:59", "23:59" },
    { "2359", "23:59" },
    { "24:00", NULL },
    { "2400", NULL },
    { "24", NULL },
    { "24:01", NULL },
    { "25:00", NULL },
    { "960", NULL },
    { "9:60", NULL },
    { "9:5", NULL },
    { "9:300", NULL },
    { "123:00", NULL },
    { "12345", NULL },
    { "", NULL },
    { ":30", NULL },
    { "9:", NULL },
    { "-9:30", NULL },
    { "утром", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      DovTime time = 77;
      gboolean understood = dov_time_from_typed (cases[i].typed, &time, &error);

      g_test_message ("case %u", i);
      if (cases[i].iso == NULL)
        {
          g_assert_false (understood);
          g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
          g_assert_cmpint (time, ==, 77);
          continue;
        }
      g_assert_true (understood);
      iso = dov_time_to_iso (time);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_moments (void)
{
  static const struct
  {
    const char *typed;
    const char *iso;
  } cases[] = {
    { "05.03.2027 18:30", "2027-03-05T18:30" },
    { "5.3 1830", "2027-03-05T18:30" },
    { "завтра 18", "2027-03-06T18:00" },
    { "сегодня в 9:05", "2027-03-05T09:05" },
    { "5 апреля 2027 г. 19:45", "2027-04-05T19:45" },
    { "2027-03-07T08:15", "2027-03-07T08:15" },
    { "+7 0:00", "2027-03-12T00:00" },
    { "05.03.2027", NULL },
    { "18:30", NULL },
    { "1 9 2026", NULL },
    { "31.02.2027 18:30", NULL },
    { "05.03.2027 24:00", NULL },
    { "", NULL },
    { " ", NULL },
    { "2027-02-30T08:15", NULL },
  };

  set_today ("2027-03-05T10:15");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) moment = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      gboolean understood = dov_moment_from_typed (cases[i].typed, &moment, &error);

      g_test_message ("case %u", i);
      g_assert_cmpint (understood, ==, cases[i].iso != NULL);
      if (!understood)
        {
          g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
          continue;
        }
      iso = dov_moment_to_iso (moment);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_iso (void)
{
  static const char *const bad_dates[] = {
    "2027-02-29", "2027-13-01", "2027-1-01", "0000-01-01", "2027-01-00", "05.03.2027", "2027-03-05 ", "2027/03/05", "x",
  };
  static const char *const bad_times[] = { "24:00", "9:30", "09:60", "0930", "09:30:00", "xx:xx" };
  static const char *const bad_moments[] = {
    "2027-03-05", "2027-03-05 18:30", "2027-03-05T24:00", "2027-02-30T10:00", "2027-03-05T18:30Z",
    "2027-03-05T18:30:60", "2027-03-05T18:30:0x",
  };
  g_autoptr (GDate) date = NULL;
  g_autoptr (GDateTime) moment = NULL, with_seconds = NULL;
  DovTime time = 5;
  g_autofree char *none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad_dates); i++)
    g_assert_false (dov_date_from_iso (bad_dates[i], &date));
  for (guint i = 0; i < G_N_ELEMENTS (bad_times); i++)
    g_assert_false (dov_time_from_iso (bad_times[i], &time));
  for (guint i = 0; i < G_N_ELEMENTS (bad_moments); i++)
    g_assert_false (dov_moment_from_iso (bad_moments[i], &moment));

  g_assert_true (dov_date_from_iso ("", &date));
  g_assert_null (date);
  g_assert_true (dov_moment_from_iso ("", &moment));
  g_assert_null (moment);
  time = 5;
  g_assert_true (dov_time_from_iso ("", &time));
  g_assert_cmpint (time, ==, DOV_NO_TIME);
  g_assert_true (dov_moment_from_iso ("2027-03-05T18:30:59", &with_seconds));
  g_assert_cmpint (g_date_time_get_second (with_seconds), ==, 0);
  none = dov_date_to_iso (NULL);
  g_assert_cmpstr (none, ==, "");
}

/* A year of days, there and back, both ways. */
static void
test_every_day (void)
{
  GDate day;

  set_today ("2027-03-05T10:15");
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 27, 12, 2023);
  for (int i = 0; i < 1500; i++)
    {
      g_autofree char *iso = dov_date_to_iso (&day);
      g_autofree char *shown = dov_date_to_shown (&day);
      g_autofree char *words = dov_date_to_words (&day);
      g_autoptr (GDate) from_iso = NULL, from_shown = NULL, from_words = NULL;

      g_assert_true (dov_date_from_iso (iso, &from_iso));
      g_assert_true (dov_date_from_typed (shown, &from_shown, NULL));
      g_assert_true (dov_date_from_typed (words, &from_words, NULL));
      g_assert_cmpint (g_date_compare (&day, from_iso), ==, 0);
      g_assert_cmpint (g_date_compare (&day, from_shown), ==, 0);
      g_assert_cmpint (g_date_compare (&day, from_words), ==, 0);
      g_date_add_days (&day, 1);
    }
}

static void
test_ages (void)
{
  static const struct
  {
    const char *born;
    const char *on;
    int         age;
  } cases[] = {
    { "2013-03-10", "2027-03-09", 13 },
    { "2013-03-10", "2027-03-10", 14 },
    { "2012-02-29", "2030-02-28", 17 },
    { "2012-02-29", "2030-03-01", 18 },
    { "2012-02-29", "2028-02-28", 15 },
    { "2012-02-29", "2028-02-29", 16 },
    { "2027-03-05", "2027-03-05", 0 },
    { "2027-03-06", "2027-03-05", -1 },
    { "1950-12-31", "2027-01-01", 76 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDate) born = NULL, on = NULL;

      g_assert_true (dov_date_from_iso (cases[i].born, &born));
      g_assert_true (dov_date_from_iso (cases[i].on, &on));
      g_assert_cmpint (dov_age_on (born, on), ==, cases[i].age);
    }
}

static void
test_clock (void)
{
  g_autoptr (GDateTime) now = NULL, own = NULL;
  GDate today;

  set_today ("2031-11-30T23:59");
  now = dov_clock_dup_now ();
  today = dov_today ();
  g_assert_cmpint (g_date_get_year (&today), ==, 2031);
  g_assert_cmpint (g_date_get_day (&today), ==, 30);
  g_assert_cmpint (dov_moment_get_time (now), ==, 23 * 60 + 59);

  dov_clock_set (NULL);
  own = dov_clock_dup_now ();
  g_assert_cmpint (g_date_time_get_year (own), >=, 2024);
  g_assert_cmpint ((int) g_date_time_get_utc_offset (own), ==, 0);
}

static void
test_words (void)
{
  for (GDateMonth month = G_DATE_JANUARY; month <= G_DATE_DECEMBER; month++)
    {
      g_assert_cmpstr (dov_month_name (month), !=, "");
      g_assert_cmpstr (dov_month_name_of (month), !=, "");
      g_assert_cmpstr (dov_month_name_in (month), !=, "");
    }
  g_assert_cmpstr (dov_weekday_short (G_DATE_MONDAY), ==, "Mon");
  g_assert_cmpstr (dov_weekday_name (G_DATE_SUNDAY), ==, "Sunday");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/calendar/typed/good", test_typed_good);
  g_test_add_func ("/calendar/typed/bad", test_typed_bad);
  g_test_add_func ("/calendar/typed/order", test_order);
  g_test_add_func ("/calendar/typed/birth", test_birth);
  g_test_add_func ("/calendar/typed/nearest-year", test_nearest_year);
  g_test_add_func ("/calendar/times", test_times);
  g_test_add_func ("/calendar/moments", test_moments);
  g_test_add_func ("/calendar/iso", test_iso);
  g_test_add_func ("/calendar/every-day", test_every_day);
  g_test_add_func ("/calendar/ages", test_ages);
  g_test_add_func ("/calendar/clock", test_clock);
  g_test_add_func ("/calendar/words", test_words);

  return g_test_run ();
}
