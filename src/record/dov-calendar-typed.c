/* dov-calendar-typed.c - dates, times and moments as people type them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-calendar.h"

#include "dov-record.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Two digits of a year mean at most so many years from now, else the past century. */
#define YEARS_AHEAD 10
#define DAYS_AWAY   40000

/* The parts of a date that somebody typed; 0 where nothing was said. */
typedef struct
{
  int      day;
  int      month;
  int      year;
  int      year_digits;
  gboolean is_birth;  /* the year must be said, and is not still to come */
} Parts;

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError     **error,
        const char  *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list words;

  va_start (words, format);
  message = g_strdup_vprintf (format, words);
  va_end (words);
  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, message);

  return FALSE;
}

static gboolean
refuse_date (GError     **error,
             const char  *text)
{
  return refuse (error, _("“%s” is not a date. Type the day, the month and the year, such as 05.03.2027."), text);
}

/* Days named by a word, in Russian on every system, for that is what is typed. */
static gboolean
find_day_word (const char *word,
               int        *days)
{
  static const struct
  {
    const char *word;
    int         days;
  } names[] = {
    { "сегодня", 0 }, { "вчера", -1 }, { "позавчера", -2 },
    { "завтра", 1 }, { "послезавтра", 2 },
    { "today", 0 }, { "yesterday", -1 }, { "tomorrow", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (word, names[i].word))
      {
        *days = names[i].days;
        return TRUE;
      }

  return FALSE;
}

/* «+7» and «-3» are days from today. */
static gboolean
find_day_step (const char *word,
               int        *days)
{
  gboolean is_back = *word == '-' || g_str_has_prefix (word, "−");
  const char *digits = *word == '+' || *word == '-' ? word + 1 : is_back ? word + strlen ("−") : NULL;

  if (digits == NULL || *digits == '\0' || strlen (digits) > 5 ||
      strspn (digits, "0123456789") != strlen (digits))
    return FALSE;
  *days = atoi (digits) * (is_back ? -1 : 1);

  return ABS (*days) <= DAYS_AWAY;
}

static GDate *
days_from_today (int days)
{
  GDate date = dov_today ();

  if (days < 0)
    g_date_subtract_days (&date, (guint) -days);
  else
    g_date_add_days (&date, (guint) days);

  return g_date_copy (&date);
}

/* Who was born on a day that is still to come was born a century before. */
static int
year_of_two_digits (const Parts *parts)
{
  GDate today = dov_today ();
  int latest = g_date_get_year (&today) + (parts->is_birth ? 0 : YEARS_AHEAD);
  int year = latest / 100 * 100 + parts->year;
  gboolean is_later = parts->month > (int) g_date_get_month (&today) ||
                      (parts->month == (int) g_date_get_month (&today) && parts->day > (int) g_date_get_day (&today));

  return year < latest || (year == latest && !(parts->is_birth && is_later)) ? year : year - 100;
}

/* The year that brings the day nearest to today. */
static int
nearest_year (int day,
              int month)
{
  GDate today = dov_today ();
  int best = g_date_get_year (&today), best_away = G_MAXINT;

  for (int year = g_date_get_year (&today) + 1; year >= g_date_get_year (&today) - 1; year--)
    {
      GDate date;
      int away = 0;

      g_date_clear (&date, 1);
      g_date_set_dmy (&date, (GDateDay) CLAMP (day, 1, g_date_get_days_in_month (month, (GDateYear) year)), month,
                      (GDateYear) year);
      away = ABS (g_date_days_between (&today, &date));
      if (away < best_away)
        {
          best = year;
          best_away = away;
        }
    }

  return best;
}

static gboolean
refuse_day (GError **error,
            int      day,
            int      month,
            int      year)
{
  GDate today = dov_today ();
  int days = g_date_get_days_in_month (month, (GDateYear) year);

  if (day < 1 || day > 31)
    return refuse (error, _("There is no day %d in any month. Type the day first, such as 05.03.2027."), day);
  if (year < g_date_get_year (&today))
    /* Translators: the month stands as after “in”, then the year and how many days (28 to 30) it had. */
    return refuse (error, _("In %1$s %2$d there were %3$d days. Check the day against the certificate."),
                   dov_month_name_in (month), year, days);

  /* Translators: the month stands as after “in”, then the year and how many days (28 to 30) it has. */
  return refuse (error, _("In %1$s %2$d there are %3$d days. Check the day."), dov_month_name_in (month), year, days);
}

static gboolean
build_date (const Parts  *parts,
            GDate       **date,
            GError      **error)
{
  int year = parts->year;
  GDate built;

  /* «02.1990», «02.90» and «1990-02» are a month and a year. */
  if (parts->year_digits == 0 && MAX (parts->day, parts->month) > 31 && MIN (parts->day, parts->month) <= 12)
    return refuse (error, _("The day is missing. Type it before the month and the year, such as 05.%02d.%02d."),
                   MIN (parts->day, parts->month), MAX (parts->day, parts->month));
  if (parts->month < 1 || parts->month > 12)
    return refuse (error, _("There is no month %d. Type the day, then the month, such as 05.03.2027."), parts->month);
  if (parts->year_digits == 0 && parts->is_birth)
    return refuse (error, _("The year of birth is missing. Type it with four digits, such as %02d.%02d.1990."), parts->day,
                   parts->month);
  if (parts->year_digits == 0)
    year = nearest_year (parts->day, parts->month);
  else if (parts->year_digits == 2)
    year = year_of_two_digits (parts);
  else if (parts->year_digits != 4 || year == 0)
    return refuse (error, _("Type the year with four digits, such as 05.03.2027."));

  if (!g_date_valid_dmy ((GDateDay) CLAMP (parts->day, 0, 99), parts->month, (GDateYear) year))
    return refuse_day (error, parts->day, parts->month, year);

  g_date_clear (&built, 1);
  g_date_set_dmy (&built, (GDateDay) parts->day, parts->month, (GDateYear) year);
  *date = g_date_copy (&built);

  return TRUE;
}

static int
number_of (const char *digits,
           int         count)
{
  int number = 0;

  for (int i = 0; i < count; i++)
    number = number * 10 + (digits[i] - '0');

  return number;
}

/* 010926, 01092026 and 0109, but a year alone stays a year. */
static gboolean
date_from_digits (const char  *digits,
                  gboolean     is_birth,
                  GDate      **date,
                  GError     **error)
{
  gsize length = strlen (digits);
  Parts parts = { .is_birth = is_birth };

  if (length == 4 && (g_str_has_prefix (digits, "19") || g_str_has_prefix (digits, "20")))
    return refuse (error, _("%s is a year. Type the day and the month too, such as 05.03.%s."), digits, digits);
  if (length != 4 && length != 6 && length != 8)
    return refuse_date (error, digits);

  parts.day = number_of (digits, 2);
  parts.month = number_of (digits + 2, 2);
  parts.year_digits = (int) length - 4;
  parts.year = number_of (digits + 4, parts.year_digits);

  return build_date (&parts, date, error);
}

/* A month by its first three letters or more, alone or as after a day. */
static int
find_month (const char *word)
{
  static const char *const russian[] = {
    "январь января", "февраль февраля", "март марта", "апрель апреля",
    "май мая", "июнь июня", "июль июля", "август августа",
    "сентябрь сентября", "октябрь октября",
    "ноябрь ноября", "декабрь декабря",
  };
  g_autofree char *bare = g_strdup (word);

  if (g_str_has_suffix (bare, "."))
    bare[strlen (bare) - 1] = '\0';
  if (g_utf8_strlen (bare, -1) < 3)
    return 0;

  for (int month = 1; month <= 12; month++)
    {
      g_auto (GStrv) forms = g_strsplit (russian[month - 1], " ", 2);
      g_autofree char *ours = g_utf8_strdown (dov_month_name_of (month), -1);

      if (g_str_has_prefix (forms[0], bare) || g_str_has_prefix (forms[1], bare) || g_str_has_prefix (ours, bare))
        return month;
    }

  return 0;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strlen (word) <= 4 && strspn (word, "0123456789") == strlen (word);
}

/* «1-3.05», «1–3 мая», «с 1 по 3 мая» are days, and a field takes one; a comma for a dot is a slip of the finger only
 * where the year is whole: «5,03.2027». */
static gboolean
names_days (const char *text)
{
  gboolean has_comma = strchr (text, ',') != NULL, has_dot = strpbrk (text, "./") != NULL;
  gsize last = strspn (text, "0123456789");

  for (const char *c = text; *c != '\0'; c++)
    if (strchr ("./,- ", *c) != NULL)
      last = strspn (c + 1, "0123456789");

  return strstr (text, "–") != NULL || strstr (text, "—") != NULL || strstr (text, " по ") != NULL ||
         strstr (text, " и ") != NULL || (strchr (text, '-') != NULL && (has_dot || has_comma)) ||
         (has_comma && has_dot && last != 4);
}

static gboolean
refuse_days (GError     **error,
             const char  *text)
{
  return refuse (error, _("“%s” is several days. Type one of them, the day, the month and the year, such as 05.03.2027."),
                 text);
}

/* Splits at any of the marks that people put between the parts of a date. */
static GPtrArray *
split_parts (const char *text)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) words = g_strsplit_set (text, "./,- ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (parts, g_strdup (words[i]));

  return parts;
}

/* «2015/04/03» has the year first and so no other order than that of files. */
static void
turn_year_last (GPtrArray *words)
{
  const char *first = words->len == 3 ? g_ptr_array_index (words, 0) : "";

  if (strlen (first) != 4 || !is_number (first) || strlen (g_ptr_array_index (words, 2)) > 2)
    return;
  g_ptr_array_insert (words, 2, g_ptr_array_steal_index (words, 0));
  g_ptr_array_insert (words, 0, g_ptr_array_steal_index (words, 1));
}

static gboolean
refuse_order (GError     **error,
              const char  *text,
              const Parts *parts)
{
  GDate day_first, month_first;
  g_autofree char *one = NULL, *other = NULL, *typed = NULL;

  g_date_clear (&day_first, 1);
  g_date_clear (&month_first, 1);
  g_date_set_dmy (&day_first, (GDateDay) parts->day, parts->month, 2000);
  g_date_set_dmy (&month_first, (GDateDay) parts->month, parts->day, 2000);
  one = dov_date_to_words (&day_first);
  other = dov_date_to_words (&month_first);
  /* Both words end with the year, which is not what is asked. */
  *g_strrstr (one, " 2000") = *g_strrstr (other, " 2000") = '\0';
  typed = parts->year_digits == 0 ? g_strdup_printf ("%02d.%02d", parts->day, parts->month) :
    g_strdup_printf ("%02d.%02d.%0*d", parts->day, parts->month, parts->year_digits, parts->year);

  /* Translators: what was typed, the two days that it may be, and how to type the first of them. */
  return refuse (error, _("“%s” may be %s or %s. Type it with dots, the day first: %s."), text, one, other, typed);
}

static gboolean
date_from_parts (const char  *text,
                 gboolean     is_birth,
                 GDate      **date,
                 GError     **error)
{
  g_autoptr (GPtrArray) words = split_parts (text);
  const char *last = words->len > 0 ? g_ptr_array_index (words, words->len - 1) : "";
  const char *middle = NULL;
  Parts parts = { .is_birth = is_birth };

  if (names_days (text))
    return refuse_days (error, text);
  if (words->len > 3 && (g_str_equal (last, "г") || g_str_equal (last, "года")))
    g_ptr_array_set_size (words, (int) words->len - 1);
  turn_year_last (words);
  if (words->len == 2 && find_month (g_ptr_array_index (words, 0)) != 0 && is_number (g_ptr_array_index (words, 1)))
    return refuse (error, _("The day is missing. Type it before the month and the year, such as 5 %s."), text);
  if (words->len < 2 || words->len > 3 || !is_number (g_ptr_array_index (words, 0)))
    return refuse_date (error, text);

  middle = g_ptr_array_index (words, 1);
  if (words->len == 3 && is_number (middle) && find_month (g_ptr_array_index (words, 2)) != 0)
    return refuse_days (error, text);
  parts.day = atoi (g_ptr_array_index (words, 0));
  parts.month = is_number (middle) ? atoi (middle) : find_month (middle);
  if (parts.month == 0 && !is_number (middle))
    return refuse_date (error, text);
  if (words->len == 3)
    {
      const char *year = g_ptr_array_index (words, 2);

      if (!is_number (year))
        return refuse_date (error, text);
      parts.year = atoi (year);
      parts.year_digits = (int) strlen (year);
      if (parts.year_digits != 2 && parts.year_digits != 4)
        return refuse (error, _("Type the year with four digits, such as 05.03.2027."));
    }
  if (dov_date_find_order (text) == DOV_DATE_ORDER_EITHER)
    return refuse_order (error, text, &parts);
  if (dov_date_find_order (text) == DOV_DATE_ORDER_MONTH_FIRST)
    {
      int month = parts.day;

      parts.day = parts.month;
      parts.month = month;
    }

  return build_date (&parts, date, error);
}

/**
 * dov_date_find_order:
 * @text: a date, perhaps with a time behind it
 *
 * Slashes come from programs that write the month first as well as from people
 * who write the day first; dots are Russian, the day first.
 */
DovDateOrder
dov_date_find_order (const char *text)
{
  int first = 0, second = 0, end = 0;

  /* Of whatever is pasted, little is a date with slashes. */
  if (strchr (text, '/') == NULL)
    return DOV_DATE_ORDER_PLAIN;
  if (sscanf (text, " %4d/%4d%n", &first, &second, &end) != 2 || end == 0 || first == second ||
      first > 31 || second > 31 || first < 1 || second < 1 || (first > 12 && second > 12))
    return DOV_DATE_ORDER_PLAIN;
  if (first > 12 || second > 12)
    return first > 12 ? DOV_DATE_ORDER_DAY_FIRST : DOV_DATE_ORDER_MONTH_FIRST;

  return DOV_DATE_ORDER_EITHER;
}

/**
 * dov_date_put_day_first:
 * @text: a date of a column whose @order is known
 *
 * Returns: (transfer full): the same date with dots, as everybody here writes it
 */
char *
dov_date_put_day_first (const char   *text,
                        DovDateOrder  order)
{
  int first = 0, second = 0, end = 0;
  gboolean has_year = FALSE;

  if (sscanf (text, " %4d/%4d%n", &first, &second, &end) != 2 || first > 31)
    return g_strdup (text);
  has_year = text[end] == '/';

  return g_strdup_printf ("%d.%d%s%s", order == DOV_DATE_ORDER_MONTH_FIRST ? second : first,
                          order == DOV_DATE_ORDER_MONTH_FIRST ? first : second, has_year ? "." : "", text + end + has_year);
}

/* Small letters, no needless spaces, no «г.» at the end. */
static char *
plain_from_typed (const char *text)
{
  g_autofree char *small = g_utf8_validate (text, -1, NULL) ? g_utf8_strdown (text, -1) : g_strdup ("");
  g_auto (GStrv) around = g_strsplit (small, "\u00a0", -1);
  g_autofree char *spaced = g_strjoinv (" ", around);
  static const char *const endings[] = { "г.", "г", "года" };

  g_strstrip (spaced);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (spaced, endings[i]))
      {
        gsize stem = strlen (spaced) - strlen (endings[i]);

        /* «05.03.2027г.», but not «авг» */
        if (stem > 0 && (spaced[stem - 1] == ' ' || g_ascii_isdigit (spaced[stem - 1])))
          {
            spaced[stem] = '\0';
            g_strchomp (spaced);
            break;
          }
      }

  return g_steal_pointer (&spaced);
}

static gboolean
date_from_typed (const char  *text,
                 gboolean     is_birth,
                 GDate      **date,
                 GError     **error)
{
  g_autofree char *plain = plain_from_typed (text);
  int days = 0;

  if (find_day_word (plain, &days) || find_day_step (plain, &days))
    {
      *date = days_from_today (days);
      return TRUE;
    }
  if (*plain != '\0' && strspn (plain, "0123456789") == strlen (plain))
    return date_from_digits (plain, is_birth, date, error);

  /* As files have it, for what is pasted. */
  if (strlen (plain) == 10 && plain[4] == '-' && plain[7] == '-')
    {
      g_autoptr (GDate) pasted = NULL;

      if (!dov_date_from_iso (plain, &pasted))
        return refuse_date (error, text);
      *date = g_steal_pointer (&pasted);
      return TRUE;
    }

  return date_from_parts (plain, is_birth, date, error);
}

/**
 * dov_date_from_typed:
 * @text: 1.9, 010926, 1.09.2026, 5 февраля 2027 г., «сегодня», «вчера», «завтра», +7, -3
 * @date: (out) (transfer full): left alone on error
 *
 * Reads a date as people type it. A missing year is the one that brings the
 * day nearest to today. Nothing is guessed: 31.02, a bare year and 3/4/2015 are
 * refused with words that help.
 */
gboolean
dov_date_from_typed (const char  *text,
                     GDate      **date,
                     GError     **error)
{
  return date_from_typed (text, FALSE, date, error);
}

/**
 * dov_birth_from_typed:
 *
 * The same for a date of birth: its year must be typed, and one of two digits
 * is in the past.
 */
gboolean
dov_birth_from_typed (const char  *text,
                      GDate      **date,
                      GError     **error)
{
  return date_from_typed (text, TRUE, date, error);
}

/* The hours and the minutes of 930, 0930, 9, 9:30, 9.30 and 9-30; minutes must have two digits. */
static gboolean
split_time (const char *text,
            int        *hours,
            int        *minutes)
{
  gsize digits = strspn (text, "0123456789");

  if (digits == 0 || digits > 4)
    return FALSE;

  *minutes = 0;
  if (text[digits] == '\0')
    {
      gsize hour_digits = digits <= 2 ? digits : digits - 2;

      *hours = number_of (text, (int) hour_digits);
      *minutes = digits <= 2 ? 0 : number_of (text + hour_digits, 2);
      return TRUE;
    }

  *hours = number_of (text, (int) digits);
  if (digits > 2 || strchr (":.-, ", text[digits]) == NULL ||
      strlen (text + digits + 1) != 2 || strspn (text + digits + 1, "0123456789") != 2)
    return FALSE;
  *minutes = number_of (text + digits + 1, 2);

  return TRUE;
}

/**
 * dov_time_from_typed:
 * @text: 930, 9:30, 18
 * @time: (out): left alone on error
 *
 * Reads a time of day. 24:00 is refused, for nobody knows which day was meant.
 */
gboolean
dov_time_from_typed (const char  *text,
                     DovTime     *time,
                     GError     **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  int hours = 0, minutes = 0;

  if (!split_time (plain, &hours, &minutes))
    return refuse (error, _("“%s” is not a time. Type hours and minutes, such as 18:30 or 1830."), text);
  if (hours == 24 && minutes == 0)
    return refuse (error, _("Midnight is 00:00 of the next day; the last minute of this one is 23:59."));
  if (hours > 23)
    return refuse (error, _("A day has hours from 0 to 23. Type the time such as 18:30."));
  if (minutes > 59)
    return refuse (error, _("An hour has minutes from 00 to 59. Type the time such as 18:30."));
  *time = (DovTime) (hours * 60 + minutes);

  return TRUE;
}

/**
 * dov_moment_from_typed:
 * @text: a date, a space and a time: 5.3 1830, «завтра 18», «сегодня в 18:30»
 * @moment: (out) (transfer full): left alone on error
 */
gboolean
dov_moment_from_typed (const char  *text,
                       GDateTime  **moment,
                       GError     **error)
{
  g_autofree char *plain = plain_from_typed (text);
  g_autofree char *upper = g_ascii_strup (plain, -1);
  g_autoptr (GDateTime) pasted = NULL;
  g_autoptr (GDate) date = NULL;
  DovTime time = DOV_NO_TIME;
  char *gap = strrchr (plain, ' ');

  if (*plain != '\0' && dov_moment_from_iso (upper, &pasted))
    {
      *moment = g_steal_pointer (&pasted);
      return TRUE;
    }
  if (gap == NULL)
    return refuse (error, _("Type the date and, after a space, the time, such as 05.03.2027 18:30."));

  *gap = '\0';
  g_strchomp (plain);
  if (g_str_has_suffix (plain, " в"))
    plain[strlen (plain) - strlen (" в")] = '\0';
  g_strchomp (plain);

  /* «1 9 2026» is a date without a time, not 20:26. */
  if (strchr (plain, ' ') != NULL && strchr (gap + 1, ':') == NULL)
    return refuse (error, _("Type the date and, after a space, the time, such as 05.03.2027 18:30."));
  if (!dov_time_from_typed (gap + 1, &time, error) || !dov_date_from_typed (plain, &date, error))
    return FALSE;
  *moment = dov_moment_new (date, time);

  return TRUE;
}
