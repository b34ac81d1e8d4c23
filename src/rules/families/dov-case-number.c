/* dov-case-number.c - the number of a family's case: 3-2027/014 (V8) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-number.h"

#include <string.h>

/* The parts of a number of the usual shape. */
typedef struct
{
  int    lounge;
  int    year;
  gint64 number;
} Parts;

static gboolean
scan (const char *case_no,
      Parts      *parts)
{
  char *end = NULL;

  if (!g_ascii_isdigit (*case_no))
    return FALSE;
  parts->lounge = (int) CLAMP (g_ascii_strtoll (case_no, &end, 10), 0, 9999);
  if (*end != '-' || strspn (end + 1, "0123456789") != 4 || end[5] != '/' || !g_ascii_isdigit (end[6]))
    return FALSE;
  parts->year = (int) g_ascii_strtoll (end + 1, NULL, 10);
  parts->number = g_ascii_strtoll (end + 6, &end, 10);

  return *end == '\0';
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
static int
find_lounge_number (GHashTable *used,
                    int         own)
{
  int number = 1;

  if (own != 0)
    return own;
  while (g_hash_table_contains (used, GINT_TO_POINTER (number)))
    number++;

  return number;
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
  g_autoptr (DovStatement) rows = dov_store_ask (store, "SELECT lounge_id, case_no FROM family", NULL);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);
  int own = 0, own_year = 0;
  gint64 highest = 0;

  while (dov_statement_next (rows))
    {
      const char *case_no = dov_statement_column_text (rows, 1);
      Parts parts = { 0 };

      if (case_no == NULL || !scan (case_no, &parts))
        continue;
      if (dov_statement_column_integer (rows, 0) != lounge_id)
        {
          g_hash_table_add (used, GINT_TO_POINTER (parts.lounge));
          continue;
        }
      if (parts.year >= own_year)
        {
          own = parts.lounge;
          own_year = parts.year;
        }
      if (parts.year == g_date_get_year (on))
        highest = MAX (highest, parts.number);
    }

  return g_strdup_printf ("%d-%d/%03" G_GINT64_FORMAT, find_lounge_number (used, own), g_date_get_year (on),
                          highest + 1);
}
