/* dov-backup-rotation.c - which copies stay: seven days, five weeks, twelve months */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-backup.h"

#define N_DAYS 7
#define N_WEEKS 5
#define N_MONTHS 12

static guint
number_day (const GDate *date)
{
  return g_date_get_julian (date);
}

/* Day 1 of the calendar was a Monday, so weeks do not break at the new year. */
static guint
number_week (const GDate *date)
{
  return (g_date_get_julian (date) - 1) / 7;
}

static guint
number_month (const GDate *date)
{
  return g_date_get_year (date) * 12u + g_date_get_month (date);
}

static void
keep_first_of_each (const GDate  *dates,
                    guint         n_dates,
                    guint       (*number) (const GDate *date),
                    guint         n_wanted,
                    gboolean     *kept)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_dates && g_hash_table_size (seen) < n_wanted; i++)
    if (g_hash_table_add (seen, GUINT_TO_POINTER (number (&dates[i]))))
      kept[i] = TRUE;
}

/**
 * dov_backup_choose_kept:
 * @dates: (array length=n_dates): of copies, the one made last first; a clock
 *   that was wrong may have them in any order
 * @kept: (out caller-allocates) (array length=n_dates): which of them stay
 *
 * The last copy of each of the last seven days that have one stays, of each of
 * the last five weeks and of each of the last twelve months.
 */
void
dov_backup_choose_kept (const GDate *dates,
                        guint        n_dates,
                        gboolean    *kept)
{
  for (guint i = 0; i < n_dates; i++)
    kept[i] = FALSE;

  keep_first_of_each (dates, n_dates, number_day, N_DAYS, kept);
  keep_first_of_each (dates, n_dates, number_week, N_WEEKS, kept);
  keep_first_of_each (dates, n_dates, number_month, N_MONTHS, kept);
}
