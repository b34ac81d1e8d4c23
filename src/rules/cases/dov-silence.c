/* dov-silence.c - how long nobody of a family was seen or spoken to (“no contact”) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-silence.h"

#include <glib/gi18n.h>

/**
 * dov_silence_limit:
 *
 * Returns: (transfer floating): for %DOV_SILENCE_WHERE: who was last met before this day is silent for too long
 */
GVariant *
dov_silence_limit (void)
{
  GDate day = dov_today ();
  g_autofree char *iso = NULL;

  g_date_subtract_days (&day, DOV_SILENCE_DAYS);
  iso = dov_date_to_iso (&day);

  return g_variant_new ("(s)", iso);
}

static gboolean
read_day (DovStatement *row,
          GDate        *day)
{
  const char *text = dov_statement_next (row) ? dov_statement_column_text (row, 0) : NULL;
  g_autoptr (GDate) read = NULL;

  if (text == NULL || !dov_date_from_iso (text, &read))
    return FALSE;
  *day = *read;

  return TRUE;
}

/**
 * dov_silence_find_last:
 * @day: (out): when somebody of the family was last met at home or reached
 *
 * Returns: whether that ever was
 */
gboolean
dov_silence_find_last (DovStore *store,
                       gint64    family_id,
                       GDate    *day)
{
  g_autoptr (DovStatement) row = dov_store_see (store, "SELECT substr (" DOV_SILENCE_LAST ("?1") ", 1, 10)", "(x)",
                                                family_id);

  return read_day (row, day);
}

/**
 * dov_silence_count_days:
 *
 * Returns: how many days the family is silent; -1 for one that is not on support, or of which no day is known
 */
int
dov_silence_count_days (DovStore    *store,
                        gint64       family_id,
                        const GDate *today)
{
  g_autoptr (DovStatement) row = dov_store_see (store, "SELECT " DOV_SILENCE_SINCE ("f") " FROM live_family f"
                                                " WHERE f.id = ?1 AND f.case_status IN " DOV_SILENCE_ON_SUPPORT, "(x)",
                                                family_id);
  GDate since;

  return read_day (row, &since) ? MAX (g_date_days_between (&since, today), 0) : -1;
}

/**
 * dov_silence_dup_words:
 *
 * Returns: (transfer full): “24 days of silence”; empty where nothing is to be said
 */
char *
dov_silence_dup_words (int n_days)
{
  if (n_days < 0)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%d day of silence", "%d days of silence", n_days), n_days);
}

/**
 * dov_silence_list:
 * @more_than: days
 *
 * Returns: (transfer full) (element-type gint64): the families on support that are silent for longer, the longest first
 */
GArray *
dov_silence_list (DovStore    *store,
                  int          more_than,
                  const GDate *today)
{
  return dov_store_see_ids (store, "SELECT id FROM (SELECT f.id AS id, " DOV_SILENCE_SINCE ("f") " AS since"
                            " FROM live_family f WHERE f.case_status IN " DOV_SILENCE_ON_SUPPORT ")"
                            " WHERE since < date (?1, '-' || ?2 || ' days') ORDER BY since, id", "(Dx)", today,
                            (gint64) more_than);
}
