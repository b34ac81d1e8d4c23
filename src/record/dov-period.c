/* dov-period.c - the periods that papers are made for: month, quarter, half-year, nine months, year, any dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-period.h"

#include "dov-calendar.h"

#include <glib/gi18n.h>

static const char *const romans[] = { "", "I", "II", "III", "IV" };

/* Papers are Russian whatever the interface speaks. */
static const char *const months[] = {
  "", "январь", "февраль", "март", "апрель", "май", "июнь",
  "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
};
static const char *const months_of[] = {
  "", "января", "февраля", "марта", "апреля", "мая", "июня",
  "июля", "августа", "сентября", "октября", "ноября", "декабря",
};

static GDate
make_date (int day,
           int month,
           int year)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);

  return date;
}

static GDate
last_day (int month,
          int year)
{
  return make_date (g_date_get_days_in_month (month, (GDateYear) year), month, year);
}

/* How many months a period of this kind has; 0 when it is not made of months. */
static int
count_months (DovPeriodKind kind)
{
  switch (kind)
    {
    case DOV_PERIOD_MONTH:
      return 1;

    case DOV_PERIOD_QUARTER:
      return 3;

    case DOV_PERIOD_HALF_YEAR:
      return 6;

    case DOV_PERIOD_NINE:
      return 9;

    case DOV_PERIOD_YEAR:
      return 12;

    case DOV_PERIOD_DAY:
    case DOV_PERIOD_PROJECT:
    case DOV_PERIOD_DATES:
    default:
      return 0;
    }
}

/**
 * dov_period_around:
 *
 * Returns: the period of this kind in which @day lies; nine months begin with
 *   the year whatever the day. A period of any dates is that day.
 */
DovPeriod
dov_period_around (DovPeriodKind  kind,
                   const GDate   *day)
{
  int year = g_date_get_year (day), length = count_months (kind);
  int first = kind == DOV_PERIOD_NINE || length == 0 ? 1 : (g_date_get_month (day) - 1) / length * length + 1;
  DovPeriod period = { kind, *day, *day };

  if (length == 0)
    return period;

  period.from = make_date (1, first, year);
  period.to = last_day (first + length - 1, year);

  return period;
}

/**
 * dov_period_between:
 *
 * Returns: the days from one to the other, both inclusive, the earlier first;
 *   when they are just a month, a quarter, a half-year, nine months or a year,
 *   they are called so
 */
DovPeriod
dov_period_between (const GDate *from,
                    const GDate *to)
{
  static const DovPeriodKind kinds[] = {
    DOV_PERIOD_MONTH, DOV_PERIOD_QUARTER, DOV_PERIOD_HALF_YEAR, DOV_PERIOD_NINE, DOV_PERIOD_YEAR,
  };
  DovPeriod period = { DOV_PERIOD_DATES, *from, *to };

  g_date_order (&period.from, &period.to);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      DovPeriod whole = dov_period_around (kinds[i], &period.from);

      if (g_date_compare (&whole.from, &period.from) == 0 && g_date_compare (&whole.to, &period.to) == 0)
        return whole;
    }

  return period;
}

/**
 * dov_period_step:
 * @steps: how many periods later; earlier when below zero
 *
 * Returns: the period of the same kind so many steps away; nine months step by
 *   years, any dates by their own number of days
 */
DovPeriod
dov_period_step (const DovPeriod *period,
                 int              steps)
{
  int length = period->kind == DOV_PERIOD_NINE ? 12 : count_months (period->kind);
  int days = (g_date_days_between (&period->from, &period->to) + 1) * steps;
  DovPeriod moved = *period;

  if (length > 0)
    {
      if (steps < 0)
        g_date_subtract_months (&moved.from, (guint) (-steps * length));
      else
        g_date_add_months (&moved.from, (guint) (steps * length));
      return dov_period_around (period->kind, &moved.from);
    }

  g_date_set_julian (&moved.from, g_date_get_julian (&period->from) + (guint32) days);
  g_date_set_julian (&moved.to, g_date_get_julian (&period->to) + (guint32) days);

  return moved;
}

static int
quarter_of (const DovPeriod *period)
{
  return (g_date_get_month (&period->from) - 1) / 3 + 1;
}

static int
half_of (const DovPeriod *period)
{
  return (g_date_get_month (&period->from) - 1) / 6 + 1;
}

/**
 * dov_period_to_shown:
 *
 * Returns: (transfer full): the period in the language of the interface
 */
char *
dov_period_to_shown (const DovPeriod *period)
{
  int year = g_date_get_year (&period->from);
  g_autofree char *from = dov_date_to_shown (&period->from);
  g_autofree char *to = dov_date_to_shown (&period->to);

  switch (period->kind)
    {
    case DOV_PERIOD_DAY:
      return dov_date_to_words (&period->from);

    case DOV_PERIOD_MONTH:
      /* Translators: a month and its year. */
      return g_strdup_printf (_("%1$s %2$d"), dov_month_name (g_date_get_month (&period->from)), year);

    case DOV_PERIOD_QUARTER:
      /* Translators: the Roman number of a quarter and its year. */
      return g_strdup_printf (_("Quarter %1$s of %2$d"), romans[quarter_of (period)], year);

    case DOV_PERIOD_HALF_YEAR:
      /* Translators: the Roman number of a half-year and its year. */
      return g_strdup_printf (_("Half-year %1$s of %2$d"), romans[half_of (period)], year);

    case DOV_PERIOD_NINE:
      return g_strdup_printf (_("9 months of %d"), year);

    case DOV_PERIOD_YEAR:
      return g_strdup_printf (_("Year %d"), year);

    case DOV_PERIOD_PROJECT:
    case DOV_PERIOD_DATES:
    default:
      return g_strdup_printf ("%s – %s", from, to);
    }
}

/**
 * dov_period_to_words:
 *
 * Returns: (transfer full): as under the title of a paper, always Russian:
 *   «за март 2027 года», «с 20.08.2027 по 31.08.2027»
 */
char *
dov_period_to_words (const DovPeriod *period)
{
  g_autofree char *plain = dov_period_to_plain (period);

  if (period->kind == DOV_PERIOD_DATES || period->kind == DOV_PERIOD_PROJECT)
    return g_steal_pointer (&plain);

  return g_strconcat ("за ", plain, NULL);
}

/**
 * dov_period_to_plain:
 *
 * Returns: (transfer full): the same without «за», to stand in a line of its own
 */
char *
dov_period_to_plain (const DovPeriod *period)
{
  int year = g_date_get_year (&period->from), month = g_date_get_month (&period->from);
  g_autofree char *from = dov_date_to_shown (&period->from);
  g_autofree char *to = dov_date_to_shown (&period->to);

  switch (period->kind)
    {
    case DOV_PERIOD_DAY:
      return g_strdup_printf ("%d %s %d года", g_date_get_day (&period->from), months_of[month], year);

    case DOV_PERIOD_MONTH:
      return g_strdup_printf ("%s %d года", months[month], year);

    case DOV_PERIOD_QUARTER:
      return g_strdup_printf ("%s квартал %d года", romans[quarter_of (period)], year);

    case DOV_PERIOD_HALF_YEAR:
      return g_strdup_printf ("%s полугодие %d года", romans[half_of (period)], year);

    case DOV_PERIOD_NINE:
      return g_strdup_printf ("9 месяцев %d года", year);

    case DOV_PERIOD_YEAR:
      return g_strdup_printf ("%d год", year);

    case DOV_PERIOD_PROJECT:
    case DOV_PERIOD_DATES:
    default:
      return g_strdup_printf ("с %s по %s", from, to);
    }
}

/**
 * dov_period_to_file_part:
 *
 * Returns: (transfer full): how the name of a file tells the period: 2027-03,
 *   2027-кв1, 2027-пг1, 2027-9мес, 2027, 2027-03-06, 2027-08-20 – 2027-08-31
 */
char *
dov_period_to_file_part (const DovPeriod *period)
{
  int year = g_date_get_year (&period->from);
  g_autofree char *from = dov_date_to_iso (&period->from);
  g_autofree char *to = dov_date_to_iso (&period->to);

  switch (period->kind)
    {
    case DOV_PERIOD_DAY:
      return g_steal_pointer (&from);

    case DOV_PERIOD_MONTH:
      return g_strdup_printf ("%d-%02d", year, g_date_get_month (&period->from));

    case DOV_PERIOD_QUARTER:
      return g_strdup_printf ("%d-кв%d", year, quarter_of (period));

    case DOV_PERIOD_HALF_YEAR:
      return g_strdup_printf ("%d-пг%d", year, half_of (period));

    case DOV_PERIOD_NINE:
      return g_strdup_printf ("%d-9мес", year);

    case DOV_PERIOD_YEAR:
      return g_strdup_printf ("%d", year);

    case DOV_PERIOD_PROJECT:
    case DOV_PERIOD_DATES:
    default:
      return g_strdup_printf ("%s – %s", from, to);
    }
}
