/* dov-curfew-rule.c - from which hour and up to which age children are not out alone at night */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-curfew-rule.h"

#include <glib/gi18n.h>
#include <stdio.h>

static const DovField fields[] = {
  DOV_TEXT (DovCurfewRule, region, N_("Region"), DOV_REQUIRED | DOV_LISTED),
  DOV_NUMBER (DovCurfewRule, age_limit, N_("Younger than, years"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovCurfewRule, season_since, N_("Season since (day.month)"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovCurfewRule, season_until, N_("Season until (day.month)"), DOV_REQUIRED | DOV_LISTED),
  DOV_TIME (DovCurfewRule, night_start, N_("Night begins"), DOV_REQUIRED | DOV_LISTED),
  DOV_TIME (DovCurfewRule, night_end, N_("Night ends"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovCurfewRule, since, N_("In force since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovCurfewRule, until, N_("In force until"), DOV_LISTED, since),
  DOV_TEXT (DovCurfewRule, law, N_("Law"), DOV_LISTED),
};

static gboolean
scan_day (const char *text,
          int        *day,
          int        *month)
{
  int length = 0;

  return sscanf (text, "%2d.%2d%n", day, month, &length) == 2 && text[length] == '\0' &&
         g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, 2028);
}

/* Month and day of any year, “01.10”, as one number, such as 1001; 0 when it is none. */
static int
season_day_to_number (const char *day)
{
  int number = 0, month = 0;

  return scan_day (day, &number, &month) ? month * 100 + number : 0;
}

/**
 * dov_curfew_rule_covers:
 *
 * Returns: whether the rule is in force on @date and @date is in its season,
 *   which may run over the end of the year
 */
gboolean
dov_curfew_rule_covers (DovCurfewRule *self,
                        const GDate   *date)
{
  int since = season_day_to_number (self->season_since);
  int until = season_day_to_number (self->season_until);
  int day = (int) g_date_get_month (date) * 100 + g_date_get_day (date);

  if (dov_record_is_removed (DOV_RECORD (self)) ||
      (self->since != NULL && g_date_compare (self->since, date) > 0) ||
      (self->until != NULL && g_date_compare (self->until, date) < 0))
    return FALSE;

  return since <= until ? day >= since && day <= until : day >= since || day <= until;
}

static void
dov_curfew_rule_tidy (DovRecord *record)
{
  DovCurfewRule *self = DOV_CURFEW_RULE (record);
  int day = 0, month = 0;

  if (scan_day (self->season_since, &day, &month))
    {
      g_autofree char *text = g_strdup_printf ("%02d.%02d", day, month);

      dov_set (self, season_since, text);
    }
  if (scan_day (self->season_until, &day, &month))
    {
      g_autofree char *text = g_strdup_printf ("%02d.%02d", day, month);

      dov_set (self, season_until, text);
    }
}

static void
check_day (DovRecord  *record,
           const char *field,
           const char *day,
           GPtrArray  *problems)
{
  if (*day != '\0' && season_day_to_number (day) == 0)
    dov_problems_add (problems, record, field, "T4", _("Type a day and a month, such as 01.10."));
}

static void
dov_curfew_rule_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovCurfewRule *self = DOV_CURFEW_RULE (record);

  check_day (record, "season_since", self->season_since, problems);
  check_day (record, "season_until", self->season_until, problems);
  if (self->age_limit != DOV_UNKNOWN && (self->age_limit < 1 || self->age_limit > 18))
    dov_problems_add (problems, record, "age_limit", "T4", _("The age is from 1 to 18 years. Check the law."));
  if (self->night_start != DOV_NO_TIME && self->night_end != DOV_NO_TIME && self->night_start <= self->night_end)
    dov_problems_add (problems, record, "night_end", "T4",
                      _("The night begins in the evening and ends in the morning. Check both times."));
}

DOV_DEFINE_RECORD (DovCurfewRule, dov_curfew_rule, fields,
                   .table = "curfew_rule",
                   .label = N_("Curfew rule"),
                   .labels = N_("Curfew rules"),
                   .line = "{season_since}–{season_until}: {night_start}–{night_end}",
                   .tidy = dov_curfew_rule_tidy,
                   .check = dov_curfew_rule_check)
