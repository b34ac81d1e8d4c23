/* test-period.c - periods of papers, and the age bands people are counted in */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-band.h"
#include "dov-calendar.h"
#include "dov-period.h"

static GDate
day (const char *iso)
{
  g_autoptr (GDate) date = NULL;

  g_assert_true (dov_date_from_iso (iso, &date));

  return *date;
}

static void
test_around (void)
{
  static const struct
  {
    DovPeriodKind kind;
    const char   *day;
    const char   *from;
    const char   *to;
    const char   *words;
    const char   *plain;
    const char   *file_part;
    const char   *shown;
  } cases[] = {
    { DOV_PERIOD_DAY, "2027-03-06", "2027-03-06", "2027-03-06",
      "за 6 марта 2027 года", "6 марта 2027 года", "2027-03-06", "6 March 2027" },
    { DOV_PERIOD_MONTH, "2027-03-15", "2027-03-01", "2027-03-31",
      "за март 2027 года", "март 2027 года", "2027-03", "March 2027" },
    { DOV_PERIOD_MONTH, "2028-02-29", "2028-02-01", "2028-02-29",
      "за февраль 2028 года", "февраль 2028 года", "2028-02", "February 2028" },
    { DOV_PERIOD_QUARTER, "2027-03-31", "2027-01-01", "2027-03-31",
      "за I квартал 2027 года", "I квартал 2027 года", "2027-кв1", "Quarter I of 2027" },
    { DOV_PERIOD_QUARTER, "2027-12-01", "2027-10-01", "2027-12-31",
      "за IV квартал 2027 года", "IV квартал 2027 года", "2027-кв4", "Quarter IV of 2027" },
    { DOV_PERIOD_HALF_YEAR, "2027-06-30", "2027-01-01", "2027-06-30",
      "за I полугодие 2027 года", "I полугодие 2027 года", "2027-пг1", "Half-year I of 2027" },
    { DOV_PERIOD_HALF_YEAR, "2027-07-01", "2027-07-01", "2027-12-31",
      "за II полугодие 2027 года", "II полугодие 2027 года", "2027-пг2", "Half-year II of 2027" },
    { DOV_PERIOD_NINE, "2027-11-05", "2027-01-01", "2027-09-30",
      "за 9 месяцев 2027 года", "9 месяцев 2027 года", "2027-9мес", "9 months of 2027" },
    { DOV_PERIOD_YEAR, "2027-05-09", "2027-01-01", "2027-12-31", "за 2027 год", "2027 год", "2027", "Year 2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date = day (cases[i].day);
      DovPeriod period = dov_period_around (cases[i].kind, &date);
      g_autofree char *from = dov_date_to_iso (&period.from);
      g_autofree char *to = dov_date_to_iso (&period.to);
      g_autofree char *words = dov_period_to_words (&period);
      g_autofree char *plain = dov_period_to_plain (&period);
      g_autofree char *file_part = dov_period_to_file_part (&period);
      g_autofree char *shown = dov_period_to_shown (&period);

      g_assert_cmpstr (from, ==, cases[i].from);
      g_assert_cmpstr (to, ==, cases[i].to);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (file_part, ==, cases[i].file_part);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
}

static void
test_between (void)
{
  GDate from = day ("2027-08-31"), to = day ("2027-08-20");
  DovPeriod period = dov_period_between (&from, &to);
  DovPeriod later = dov_period_step (&period, 1);
  g_autofree char *words = dov_period_to_words (&period);
  g_autofree char *file_part = dov_period_to_file_part (&period);
  g_autofree char *shown = dov_period_to_shown (&period);
  g_autofree char *next = dov_period_to_file_part (&later);

  g_assert_cmpstr (words, ==, "с 20.08.2027 по 31.08.2027");
  g_assert_cmpstr (file_part, ==, "2027-08-20 – 2027-08-31");
  g_assert_cmpstr (shown, ==, "20.08.2027 – 31.08.2027");
  g_assert_cmpstr (next, ==, "2027-09-01 – 2027-09-12");
}

/* Typed dates that are a whole period get its name. */
static void
test_between_whole (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *file_part;
  } cases[] = {
    { "2028-02-01", "2028-02-29", "2028-02" },
    { "2028-02-01", "2028-02-28", "2028-02-01 – 2028-02-28" },
    { "2027-04-01", "2027-06-30", "2027-кв2" },
    { "2027-07-01", "2027-12-31", "2027-пг2" },
    { "2027-01-01", "2027-09-30", "2027-9мес" },
    { "2027-12-31", "2027-01-01", "2027" },
    { "2027-02-01", "2027-04-30", "2027-02-01 – 2027-04-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate from = day (cases[i].from), to = day (cases[i].to);
      DovPeriod period = dov_period_between (&from, &to);
      g_autofree char *file_part = dov_period_to_file_part (&period);

      g_assert_cmpstr (file_part, ==, cases[i].file_part);
    }
}

static void
test_step (void)
{
  static const struct
  {
    DovPeriodKind kind;
    const char   *day;
    int           steps;
    const char   *file_part;
  } cases[] = {
    { DOV_PERIOD_DAY, "2027-03-01", -1, "2027-02-28" },
    { DOV_PERIOD_MONTH, "2027-03-31", -1, "2027-02" },
    { DOV_PERIOD_MONTH, "2027-12-31", 1, "2028-01" },
    { DOV_PERIOD_MONTH, "2027-01-31", -13, "2025-12" },
    { DOV_PERIOD_QUARTER, "2027-02-01", -1, "2026-кв4" },
    { DOV_PERIOD_HALF_YEAR, "2027-12-31", 1, "2028-пг1" },
    { DOV_PERIOD_NINE, "2027-02-01", 1, "2028-9мес" },
    { DOV_PERIOD_YEAR, "2027-02-01", -2, "2025" },
    { DOV_PERIOD_YEAR, "2027-02-01", 0, "2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date = day (cases[i].day);
      DovPeriod period = dov_period_around (cases[i].kind, &date);
      DovPeriod moved = dov_period_step (&period, cases[i].steps);
      DovPeriod back = dov_period_step (&moved, -cases[i].steps);
      g_autofree char *file_part = dov_period_to_file_part (&moved);

      g_assert_cmpstr (file_part, ==, cases[i].file_part);
      g_assert_cmpint (g_date_compare (&back.from, &period.from), ==, 0);
      g_assert_cmpint (g_date_compare (&back.to, &period.to), ==, 0);
    }
}

static void
test_bands (void)
{
  static const struct
  {
    int     age;
    DovBand band;
  } cases[] = {
    { -1, DOV_BAND_UNKNOWN }, { 0, DOV_BAND_0_6 }, { 6, DOV_BAND_0_6 }, { 7, DOV_BAND_7_13 }, { 13, DOV_BAND_7_13 },
    { 14, DOV_BAND_14_17 }, { 17, DOV_BAND_14_17 }, { 18, DOV_BAND_18_35 }, { 35, DOV_BAND_18_35 },
    { 36, DOV_BAND_36_59 }, { 59, DOV_BAND_36_59 }, { 60, DOV_BAND_60 }, { 119, DOV_BAND_60 },
  };
  GDate on = day ("2027-03-10");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (dov_band_of_age (cases[i].age), ==, cases[i].band);

  g_assert_cmpint (dov_band_of_year (2015, &on), ==, DOV_BAND_7_13);
  g_assert_cmpint (dov_band_of_year (2013, &on), ==, DOV_BAND_UNKNOWN);
  g_assert_cmpint (dov_band_of_year (2027, &on), ==, DOV_BAND_0_6);
  g_assert_cmpint (dov_band_of_year (2028, &on), ==, DOV_BAND_UNKNOWN);
  g_assert_cmpint (dov_band_of_year (1950, &on), ==, DOV_BAND_60);
  g_assert_cmpstr (dov_band_get_field (DOV_BAND_36_59), ==, "b36_59");
  g_assert_cmpstr (dov_band_get_label (DOV_BAND_0_6), ==, "0–6 years");
}

static void
test_age_words (void)
{
  static const struct
  {
    const char *born;
    const char *words;
  } cases[] = {
    { "2013-03-11", "13\u00a0лет" }, { "2026-03-10", "1\u00a0год" }, { "2025-03-10", "2\u00a0года" },
    { "2026-07-10", "8\u00a0мес." },
    { "2026-07-11", "7\u00a0мес." }, { "2027-03-10", "0\u00a0мес." }, { "2026-03-11", "11\u00a0мес." },
    { "2006-03-10", "21\u00a0год" },
    { "2027-03-11", "" },
  };
  GDate on = day ("2027-03-10");
  g_autofree char *unknown = dov_age_to_words (NULL, &on);
  g_autofree char *about = dov_age_of_year_to_words (2014, &on);
  g_autofree char *about_one = dov_age_of_year_to_words (2006, &on);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate born = day (cases[i].born);
      g_autofree char *words = dov_age_to_words (&born, &on);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (about, ==, "около 13\u00a0лет");
  g_assert_cmpstr (about_one, ==, "около 21\u00a0года");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/around", test_around);
  g_test_add_func ("/period/between", test_between);
  g_test_add_func ("/period/between/whole", test_between_whole);
  g_test_add_func ("/period/step", test_step);
  g_test_add_func ("/band/ages", test_bands);
  g_test_add_func ("/band/words", test_age_words);

  return g_test_run ();
}
