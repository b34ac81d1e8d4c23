/* dov-case-number.c - the number of a family's case: 3-2027/014 (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-number.h"

#include <string.h>

/* More figures are no number of a lounge, nor of a case, and are kept as they were typed. */
#define MOST_FIGURES 9

/* The parts of a number of the usual shape. */
typedef struct
{
  gint64 lounge;
  gint64 year;
  gint64 number;
} Parts;

/* Reads the figures at *@at, and the mark behind them. */
static gboolean
take (const char **at,
      gsize        most,
      char         mark,
      gint64      *number)
{
  gsize figures = strspn (*at, "0123456789");

  if (figures == 0 || figures > most || (*at)[figures] != mark)
    return FALSE;
  *number = g_ascii_strtoll (*at, NULL, 10);
  *at += figures + (mark != '\0');

  return TRUE;
}

static gboolean
scan (const char *case_no,
      Parts      *parts)
{
  const char *at = case_no;

  return take (&at, MOST_FIGURES, '-', &parts->lounge) && strspn (at, "0123456789") == 4 &&
         take (&at, 4, '/', &parts->year) && take (&at, MOST_FIGURES, '\0', &parts->number);
}

/**
 * dov_case_number_get_year:
 * @opened_on: (nullable): when the family was taken on
 *
 * Returns: the year in which the number stands for itself: the one it
 *   names, else that of @opened_on; 0 when nobody knows
 */
int
dov_case_number_get_year (const char  *case_no,
                          const GDate *opened_on)
{
  Parts parts = { 0 };

  if (scan (case_no, &parts))
    return (int) parts.year;
  for (const char *c = case_no; *c != '\0'; c++)
    {
      gsize digits = strspn (c, "0123456789");

      if (digits == 4 && (g_str_has_prefix (c, "19") || g_str_has_prefix (c, "20")))
        return (int) g_ascii_strtoll (c, NULL, 10);
      if (digits > 0)
        c += digits - 1;
    }

  return opened_on != NULL ? g_date_get_year (opened_on) : 0;
}

/* The number of the lounge as its cases have it; else the first that no other lounge uses. */
static char *
dup_lounge_number (GHashTable *used,
                   char       *own)
{
  gint64 number = 1;

  if (own != NULL)
    return g_strdup (own);
  while (g_hash_table_contains (used, &number))
    number++;

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/**
 * dov_case_number_propose:
 * @lounge_id: the lounge of the family
 * @on: a day of the year that the number is for
 *
 * Returns: (transfer full): the next free number of that lounge and year, one
 *   above the highest that was ever given, those in the bin included
 */
char *
dov_case_number_propose (DovStore    *store,
                         gint64       lounge_id,
                         const GDate *on)
{
  g_autoptr (DovStatement) rows = dov_store_ask (store, "SELECT lounge_id, case_no FROM family ORDER BY id", NULL);
  g_autoptr (GHashTable) used = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *own = NULL, *lounge = NULL;
  gint64 own_year = 0, highest = 0;

  while (dov_statement_next (rows))
    {
      const char *case_no = dov_statement_column_text (rows, 1);
      Parts parts = { 0 };

      if (case_no == NULL || !scan (case_no, &parts))
        continue;
      if (dov_statement_column_integer (rows, 0) != lounge_id)
        {
          g_hash_table_add (used, g_memdup2 (&parts.lounge, sizeof parts.lounge));
          continue;
        }
      if (parts.year >= own_year)
        {
          g_free (own);
          own = g_strndup (case_no, strcspn (case_no, "-"));
          own_year = parts.year;
        }
      if (parts.year == g_date_get_year (on))
        highest = MAX (highest, parts.number);
    }

  lounge = dup_lounge_number (used, own);

  return g_strdup_printf ("%s-%d/%03" G_GINT64_FORMAT, lounge, g_date_get_year (on), highest + 1);
}
