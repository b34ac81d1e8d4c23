/* dov-calendar.c - dates, times and moments: today, what files and papers hold, the words for them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the clock is set to; NULL while it is the clock of the computer. */
static GDateTime *set_clock;

/**
 * dov_clock_set:
 * @now: (nullable): the time to go by from now on; %NULL for the computer's own
 */
void
dov_clock_set (GDateTime *now)
{
  g_clear_pointer (&set_clock, g_date_time_unref);
  set_clock = now ? g_date_time_ref (now) : NULL;
}

/* The environment may set the clock for a whole program: DOVERIE_NOW=2027-03-05T18:30. */
static void
set_clock_from_environment (void)
{
  static gsize is_read;
  g_autoptr (GDateTime) now = NULL;

  if (!g_once_init_enter (&is_read))
    return;
  if (set_clock == NULL && dov_moment_from_iso (g_getenv ("DOVERIE_NOW") ?: "", &now) && now != NULL)
    set_clock = g_steal_pointer (&now);
  g_once_init_leave (&is_read, 1);
}

/**
 * dov_clock_dup_now:
 *
 * Returns: (transfer full): the time on the club's wall, to the second. Like
 *   every moment it bears no zone: its fields are what the wall clock shows.
 */
GDateTime *
dov_clock_dup_now (void)
{
  g_autoptr (GDateTime) now = NULL;

  set_clock_from_environment ();
  if (set_clock != NULL)
    return g_date_time_ref (set_clock);

  now = g_date_time_new_now_local ();

  return g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                              g_date_time_get_day_of_month (now), g_date_time_get_hour (now),
                              g_date_time_get_minute (now), g_date_time_get_second (now));
}

/**
 * dov_today:
 *
 * Returns: the date on the club's wall
 */
GDate
dov_today (void)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return dov_moment_get_date (now);
}

/* Exactly so many digits; -1 when something else stands there. */
static int
scan_digits (const char *text,
             int         count)
{
  int number = 0;

  for (int i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }

  return number;
}

/* 2027-03-05 at the start of @text. */
static gboolean
scan_date (const char *text,
           GDate      *date)
{
  int year = scan_digits (text, 4), month = 0, day = 0;

  if (year < 1 || text[4] != '-')
    return FALSE;
  month = scan_digits (text + 5, 2);
  if (month < 1 || month > 12 || text[7] != '-')
    return FALSE;
  day = scan_digits (text + 8, 2);
  if (day < 1 || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay) day, month, (GDateYear) year);

  return TRUE;
}

/* 18:30 at the start of @text. */
static gboolean
scan_time (const char *text,
           DovTime    *time)
{
  int hours = scan_digits (text, 2), minutes = 0;

  if (hours < 0 || hours > 23 || text[2] != ':')
    return FALSE;
  minutes = scan_digits (text + 3, 2);
  if (minutes < 0 || minutes > 59)
    return FALSE;
  *time = (DovTime) (hours * 60 + minutes);

  return TRUE;
}

/**
 * dov_date_to_iso:
 * @date: (nullable): a date
 *
 * Returns: (transfer full): 2027-03-05, or the empty text
 */
char *
dov_date_to_iso (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return g_strdup ("");

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/**
 * dov_date_from_iso:
 * @date: (out) (nullable) (transfer full): %NULL for the empty text
 */
gboolean
dov_date_from_iso (const char  *text,
                   GDate      **date)
{
  GDate found;

  *date = NULL;
  if (*text == '\0')
    return TRUE;
  if (strlen (text) != 10 || !scan_date (text, &found))
    return FALSE;
  *date = g_date_copy (&found);

  return TRUE;
}

char *
dov_time_to_iso (DovTime time)
{
  return time == DOV_NO_TIME ? g_strdup ("") : g_strdup_printf ("%02d:%02d", time / 60, time % 60);
}

gboolean
dov_time_from_iso (const char *text,
                   DovTime    *time)
{
  *time = DOV_NO_TIME;

  return *text == '\0' || (strlen (text) == 5 && scan_time (text, time));
}

/**
 * dov_moment_to_iso:
 * @moment: (nullable): a moment
 *
 * Returns: (transfer full): 2027-03-05T18:30, or the empty text
 */
char *
dov_moment_to_iso (GDateTime *moment)
{
  return moment ? g_date_time_format (moment, "%Y-%m-%dT%H:%M") : g_strdup ("");
}

/**
 * dov_moment_from_iso:
 * @moment: (out) (nullable) (transfer full): %NULL for the empty text
 *
 * Seconds are read and dropped, for a moment is told in minutes.
 */
gboolean
dov_moment_from_iso (const char  *text,
                     GDateTime  **moment)
{
  gsize length = strlen (text);
  GDate date;
  DovTime time = DOV_NO_TIME;

  *moment = NULL;
  if (length == 0)
    return TRUE;
  if ((length != 16 && length != 19) || !scan_date (text, &date) || text[10] != 'T' || !scan_time (text + 11, &time))
    return FALSE;
  if (length == 19 && (text[16] != ':' || scan_digits (text + 17, 2) < 0 || scan_digits (text + 17, 2) > 59))
    return FALSE;
  *moment = dov_moment_new (&date, time);

  return TRUE;
}

char *
dov_date_to_shown (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return g_strdup ("");

  return g_strdup_printf ("%02d.%02d.%04d", g_date_get_day (date), g_date_get_month (date), g_date_get_year (date));
}

char *
dov_time_to_shown (DovTime time)
{
  return dov_time_to_iso (time);
}

char *
dov_moment_to_shown (GDateTime *moment)
{
  return moment ? g_date_time_format (moment, "%d.%m.%Y %H:%M") : g_strdup ("");
}

/**
 * dov_moment_new:
 * @time: minutes since midnight; midnight itself when unknown
 *
 * Returns: (transfer full): that minute on the club's wall clock
 */
GDateTime *
dov_moment_new (const GDate *date,
                DovTime      time)
{
  DovTime minutes = MAX (time, 0);

  return g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date),
                              minutes / 60, minutes % 60, 0);
}

GDate
dov_moment_get_date (GDateTime *moment)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (moment), g_date_time_get_month (moment),
                  (GDateYear) g_date_time_get_year (moment));

  return date;
}

DovTime
dov_moment_get_time (GDateTime *moment)
{
  return (DovTime) (g_date_time_get_hour (moment) * 60 + g_date_time_get_minute (moment));
}

/**
 * dov_age_on:
 *
 * Returns: full years on the day @on; -1 before birth. Who was born on
 *   29 February is a year older on 1 March in common years.
 */
int
dov_age_on (const GDate *born,
            const GDate *on)
{
  int years = g_date_get_year (on) - g_date_get_year (born);
  gboolean had_birthday = g_date_get_month (on) > g_date_get_month (born) ||
                          (g_date_get_month (on) == g_date_get_month (born) &&
                           g_date_get_day (on) >= g_date_get_day (born));

  if (g_date_compare (on, born) < 0)
    return -1;

  return had_birthday ? years : years - 1;
}

/**
 * dov_month_name:
 *
 * Returns: «март»
 */
const char *
dov_month_name (GDateMonth month)
{
  static const char *const names[] = {
    "", NC_("month alone", "January"), NC_("month alone", "February"), NC_("month alone", "March"),
    NC_("month alone", "April"), NC_("month alone", "May"), NC_("month alone", "June"),
    NC_("month alone", "July"), NC_("month alone", "August"), NC_("month alone", "September"),
    NC_("month alone", "October"), NC_("month alone", "November"), NC_("month alone", "December"),
  };

  g_return_val_if_fail (g_date_valid_month (month), "");

  return g_dpgettext2 (NULL, "month alone", names[month]);
}

/**
 * dov_month_name_of:
 *
 * Returns: «марта», as after the number of a day
 */
const char *
dov_month_name_of (GDateMonth month)
{
  static const char *const names[] = {
    "", NC_("month of a date", "January"), NC_("month of a date", "February"), NC_("month of a date", "March"),
    NC_("month of a date", "April"), NC_("month of a date", "May"), NC_("month of a date", "June"),
    NC_("month of a date", "July"), NC_("month of a date", "August"), NC_("month of a date", "September"),
    NC_("month of a date", "October"), NC_("month of a date", "November"), NC_("month of a date", "December"),
  };

  g_return_val_if_fail (g_date_valid_month (month), "");

  return g_dpgettext2 (NULL, "month of a date", names[month]);
}

/**
 * dov_month_name_in:
 *
 * Returns: «марте», as after “in”
 */
const char *
dov_month_name_in (GDateMonth month)
{
  static const char *const names[] = {
    "", NC_("in month", "January"), NC_("in month", "February"), NC_("in month", "March"),
    NC_("in month", "April"), NC_("in month", "May"), NC_("in month", "June"),
    NC_("in month", "July"), NC_("in month", "August"), NC_("in month", "September"),
    NC_("in month", "October"), NC_("in month", "November"), NC_("in month", "December"),
  };

  g_return_val_if_fail (g_date_valid_month (month), "");

  return g_dpgettext2 (NULL, "in month", names[month]);
}

/**
 * dov_weekday_short:
 *
 * Returns: «пн»
 */
const char *
dov_weekday_short (GDateWeekday weekday)
{
  static const char *const names[] = {
    "", NC_("weekday, short", "Mon"), NC_("weekday, short", "Tue"), NC_("weekday, short", "Wed"),
    NC_("weekday, short", "Thu"), NC_("weekday, short", "Fri"), NC_("weekday, short", "Sat"),
    NC_("weekday, short", "Sun"),
  };

  g_return_val_if_fail (g_date_valid_weekday (weekday), "");

  return g_dpgettext2 (NULL, "weekday, short", names[weekday]);
}

/**
 * dov_weekday_name:
 *
 * Returns: «понедельник»
 */
const char *
dov_weekday_name (GDateWeekday weekday)
{
  static const char *const names[] = {
    "", NC_("weekday", "Monday"), NC_("weekday", "Tuesday"), NC_("weekday", "Wednesday"),
    NC_("weekday", "Thursday"), NC_("weekday", "Friday"), NC_("weekday", "Saturday"),
    NC_("weekday", "Sunday"),
  };

  g_return_val_if_fail (g_date_valid_weekday (weekday), "");

  return g_dpgettext2 (NULL, "weekday", names[weekday]);
}

/**
 * dov_date_to_words:
 *
 * Returns: (transfer full): «5 февраля 2027 г.»
 */
char *
dov_date_to_words (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return g_strdup ("");

  /* Translators: a date in words: the day, the month and the year. */
  return g_strdup_printf (_("%1$d %2$s %3$d"), g_date_get_day (date), dov_month_name_of (g_date_get_month (date)),
                          g_date_get_year (date));
}
