/* dov-night.c - the curfew of children, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-night.h"

#include <glib/gi18n.h>

#include "dov-curfew.h"

/* “Children under 16 may not be out without adults from 22:00 to 6:00”. */
static char *
dup_rule (DovCurfewRule *rule)
{
  g_autofree char *start = dov_time_to_shown (rule->night_start);
  g_autofree char *end = dov_time_to_shown (rule->night_end);

  /* Translators: %1$d is an age, %2$s and %3$s are times */
  return g_strdup_printf (_("Children under %1$d may not be out without adults from %2$s to %3$s"),
                          (int) rule->age_limit, start, end);
}

/**
 * dov_night_dup_line:
 *
 * Returns: (transfer full) (nullable): the curfew that holds on @date and until
 *   when it does; %NULL when there is no rule
 */
char *
dov_night_dup_line (DovStore    *store,
                    const GDate *date)
{
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, date);
  g_autofree char *words = rule != NULL ? dup_rule (rule) : NULL;
  g_autofree char *last = NULL;
  GDate change;

  if (rule == NULL)
    return NULL;
  if (!dov_curfew_find_next_change (store, date, &change))
    return g_steal_pointer (&words);

  g_date_subtract_days (&change, 1);
  last = g_strdup_printf ("%d %s", g_date_get_day (&change), dov_month_name_of (g_date_get_month (&change)));

  /* Translators: %1$s is the curfew, %2$s the last day it is so */
  return g_strdup_printf (_("%1$s (until %2$s)"), words, last);
}

/**
 * dov_night_dup_offer:
 *
 * T3: offered by the age, the day and the hour.
 *
 * Returns: (transfer full) (nullable): why the finding looks like a child at
 *   night without adults; %NULL when it does not
 */
char *
dov_night_dup_offer (DovStore         *store,
                     DovPatrolFinding *finding)
{
  g_autoptr (DovCurfewRule) rule = NULL;
  g_autofree char *time = NULL;
  g_autofree char *words = NULL;
  g_autofree char *old = NULL;
  gboolean is_apparent = FALSE;
  gint64 age;
  GDate day;

  if (finding->found_at == NULL || !dov_curfew_is_offered (store, finding))
    return NULL;

  age = dov_curfew_get_finding_age (store, finding, &is_apparent);
  day = dov_moment_get_date (finding->found_at);
  rule = dov_curfew_find_rule (store, &day);
  if (rule == NULL)
    return NULL;

  time = dov_time_to_shown (dov_moment_get_time (finding->found_at));
  words = dup_rule (rule);
  old = g_strdup_printf (is_apparent ? ngettext ("looks %d year old", "looks %d years old", (gulong) age)
                                     : ngettext ("%d year old", "%d years old", (gulong) age), (int) age);

  /* Translators: %1$s is a time, %2$s an age, %3$s the curfew */
  return g_strdup_printf (_("%1$s, %2$s. %3$s."), time, old, words);
}
