/* dov-curfew.c - when it is night for children, by the rules of the region and the date (T3, T4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-curfew.h"

#include "dov-fold.h"
#include "dov-settings.h"

#define DAYS_OF_A_YEAR 366
#define DAYS_OF_A_WEEK 7

static char *
dup_region (DovStore *store)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (store, DOV_TYPE_SETTINGS, NULL, NULL);

  return dov_fold (settings != NULL ? DOV_SETTINGS (settings)->region : "");
}

/**
 * dov_curfew_find_rule:
 *
 * Returns: (transfer full) (nullable): the rule of the club’s region in whose
 *   season @date is; of several, the one that came into force last
 */
DovCurfewRule *
dov_curfew_find_rule (DovStore    *store,
                      const GDate *date)
{
  DovQuery query = { .order = "since" };
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_CURFEW_RULE, &query, NULL);
  g_autofree char *region = dup_region (store);

  for (guint i = ids != NULL ? ids->len : 0; i > 0; i--)
    {
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_CURFEW_RULE,
                                                     g_array_index (ids, gint64, i - 1), NULL);
      g_autofree char *of = record != NULL ? dov_fold (DOV_CURFEW_RULE (record)->region) : NULL;

      if (record != NULL && g_str_equal (of, region) && dov_curfew_rule_covers (DOV_CURFEW_RULE (record), date))
        return DOV_CURFEW_RULE (g_steal_pointer (&record));
    }

  return NULL;
}

/**
 * dov_curfew_get_night_start:
 *
 * Returns: when the night of @date begins, %DOV_NO_TIME where no rule says
 */
DovTime
dov_curfew_get_night_start (DovStore    *store,
                            const GDate *date)
{
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, date);

  return rule != NULL ? rule->night_start : DOV_NO_TIME;
}

/**
 * dov_curfew_get_age_limit:
 *
 * Returns: the age from which nobody is asked on @date, %DOV_UNKNOWN where no
 *   rule says
 */
gint64
dov_curfew_get_age_limit (DovStore    *store,
                          const GDate *date)
{
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, date);

  return rule != NULL ? rule->age_limit : DOV_UNKNOWN;
}

/* T4: the season is that of the date of the moment, so 00:30 is always night. */
static gboolean
is_night_by (DovCurfewRule *rule,
             GDateTime     *moment)
{
  DovTime time = dov_moment_get_time (moment);

  return rule != NULL && (time < rule->night_end || time >= rule->night_start);
}

/**
 * dov_curfew_is_night:
 *
 * T4. Returns: whether @moment is in the night of its date
 */
gboolean
dov_curfew_is_night (DovStore  *store,
                     GDateTime *moment)
{
  GDate date = dov_moment_get_date (moment);
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, &date);

  return is_night_by (rule, moment);
}

/**
 * dov_curfew_applies:
 * @age: in whole years; %DOV_UNKNOWN is never asked
 *
 * Returns: whether a child of that age may not be out alone at @moment
 */
gboolean
dov_curfew_applies (DovStore  *store,
                    GDateTime *moment,
                    gint64     age)
{
  GDate date = dov_moment_get_date (moment);
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, &date);

  return age != DOV_UNKNOWN && is_night_by (rule, moment) && age < rule->age_limit;
}

/* What tells one night from another; -1 where no rule says. */
static int
read_night (DovStore    *store,
            const GDate *date)
{
  g_autoptr (DovCurfewRule) rule = dov_curfew_find_rule (store, date);

  return rule != NULL ? (int) rule->age_limit * 10000 + rule->night_start : -1;
}

/**
 * dov_curfew_find_next_change:
 * @after: a day
 * @change: (out caller-allocates): the first later day whose night or age
 *   differs from that of the day before it
 *
 * Returns: whether there is one within a year
 */
gboolean
dov_curfew_find_next_change (DovStore    *store,
                             const GDate *after,
                             GDate       *change)
{
  GDate day = *after;
  int last = read_night (store, after);

  /* Week by week, then the day itself: a season is longer than a week. */
  for (int passed = 0; passed <= DAYS_OF_A_YEAR; passed += DAYS_OF_A_WEEK)
    {
      GDate week = day;

      g_date_add_days (&week, DAYS_OF_A_WEEK);
      if (read_night (store, &week) != last)
        break;
      day = week;
    }
  for (int i = 0; i < DAYS_OF_A_WEEK; i++)
    {
      g_date_add_days (&day, 1);
      if (read_night (store, &day) != last)
        {
          *change = day;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dov_curfew_get_finding_age:
 * @is_apparent: (out) (optional): nobody knows well: it is how old the child
 *   seems, or only the year of birth is known
 *
 * Returns: how old the child of a finding was then: by the card, as told, or
 *   as it seemed; %DOV_UNKNOWN when nobody said
 */
gint64
dov_curfew_get_finding_age (DovStore          *store,
                            DovPatrolFinding  *finding,
                            gboolean          *is_apparent)
{
  g_autoptr (DovRecord) person = finding->person_id != 0
                                   ? dov_store_find (store, DOV_TYPE_PERSON, finding->person_id, NULL) : NULL;

  if (is_apparent != NULL)
    *is_apparent = FALSE;
  if (person != NULL && DOV_PERSON (person)->birth_date != NULL && finding->found_at != NULL)
    {
      GDate on = dov_moment_get_date (finding->found_at);

      return dov_age_on (DOV_PERSON (person)->birth_date, &on);
    }
  if (finding->age_known != DOV_UNKNOWN)
    return finding->age_known;
  if (is_apparent != NULL)
    *is_apparent = TRUE;
  if (person != NULL && DOV_PERSON (person)->birth_year != DOV_UNKNOWN && finding->found_at != NULL)
    return g_date_time_get_year (finding->found_at) - DOV_PERSON (person)->birth_year;

  return finding->age_apparent;
}

/**
 * dov_curfew_is_offered:
 *
 * T3. Returns: whether “a child at night without company” is offered for the
 *   moment and age of @finding
 */
gboolean
dov_curfew_is_offered (DovStore          *store,
                       DovPatrolFinding  *finding)
{
  return finding->found_at != NULL &&
         dov_curfew_applies (store, finding->found_at, dov_curfew_get_finding_age (store, finding, NULL));
}

/**
 * dov_curfew_allows_left_self:
 *
 * T5. Returns: whether “left alone by themselves” may be said of the child of
 *   @finding; not at night of one who is too young, nor of one whose age
 *   nobody knows
 */
gboolean
dov_curfew_allows_left_self (DovStore          *store,
                             DovPatrolFinding  *finding)
{
  gint64 age = dov_curfew_get_finding_age (store, finding, NULL);

  if (finding->found_at == NULL || !dov_patrol_finding_is_of_child (finding))
    return TRUE;
  if (age == DOV_UNKNOWN)
    return !dov_curfew_is_night (store, finding->found_at);

  return !dov_curfew_applies (store, finding->found_at, age);
}
