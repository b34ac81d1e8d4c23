/* dov-holiday.c - the days on which the whole country does not work */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-holiday.h"

/* Those of article 112 of the Labour Code. Days off that a government moves
 * from year to year are not among them. */
static const struct { GDateMonth month; GDateDay first, last; } holidays[] = {
  { G_DATE_JANUARY, 1, 8 }, { G_DATE_FEBRUARY, 23, 23 }, { G_DATE_MARCH, 8, 8 }, { G_DATE_MAY, 1, 1 },
  { G_DATE_MAY, 9, 9 }, { G_DATE_JUNE, 12, 12 }, { G_DATE_NOVEMBER, 4, 4 },
};

/**
 * dov_day_is_holiday:
 *
 * Returns: whether @day is a public holiday, in whatever year
 */
gboolean
dov_day_is_holiday (const GDate *day)
{
  for (guint i = 0; i < G_N_ELEMENTS (holidays); i++)
    if (g_date_get_month (day) == holidays[i].month && g_date_get_day (day) >= holidays[i].first &&
        g_date_get_day (day) <= holidays[i].last)
      return TRUE;

  return FALSE;
}
