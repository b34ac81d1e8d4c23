/* dov-roster-pattern.c - by what pattern shifts are dealt out: what people type, not a record that is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-roster-pattern.h"

#include <glib/gi18n.h>

#include "dov-patrol-route.h"
#include "dov-patrol.h"

/* More people than this are not a patrol but a march. */
#define MOST_PEOPLE 8

/* A roster is made for half a year at most; then lives have changed. */
#define MOST_DAYS 190

DOV_DEFINE_CHOICE_SET (
  DovWeekdays, dov_weekdays,
  { DOV_WEEKDAYS_MONDAY, N_("Mondays"), "mon" },
  { DOV_WEEKDAYS_TUESDAY, N_("Tuesdays"), "tue" },
  { DOV_WEEKDAYS_WEDNESDAY, N_("Wednesdays"), "wed" },
  { DOV_WEEKDAYS_THURSDAY, N_("Thursdays"), "thu" },
  { DOV_WEEKDAYS_FRIDAY, N_("Fridays"), "fri" },
  { DOV_WEEKDAYS_SATURDAY, N_("Saturdays"), "sat" },
  { DOV_WEEKDAYS_SUNDAY, N_("Sundays"), "sun" })

static const DovField fields[] = {
  DOV_LINK (DovRosterPlan, patrol_id, N_("Patrol"), DOV_REQUIRED, dov_patrol_get_type),
  DOV_CHOICES (DovRosterPlan, weekdays, N_("On which days of the week"), DOV_REQUIRED, DovWeekdays, dov_weekdays_get_type),
  DOV_TIME (DovRosterPlan, starts, N_("From"), DOV_REQUIRED),
  DOV_TIME (DovRosterPlan, ends, N_("Ends at"), DOV_REQUIRED),
  DOV_DATE (DovRosterPlan, since, N_("First day"), DOV_REQUIRED),
  DOV_DATE_AFTER (DovRosterPlan, until, N_("Last day"), DOV_REQUIRED, since),
  DOV_NUMBER (DovRosterPlan, n_people, N_("People on a shift"), DOV_REQUIRED),
  DOV_LINK (DovRosterPlan, route_id, N_("Route"), 0, dov_patrol_route_get_type),
  DOV_FLAG (DovRosterPlan, in_pairs, N_("In constant pairs"), 0),
};

static void
dov_roster_plan_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovRosterPlan *self = DOV_ROSTER_PLAN (record);

  if (self->n_people != DOV_UNKNOWN && (self->n_people < DOV_ROSTER_LEAST_PEOPLE || self->n_people > MOST_PEOPLE))
    dov_problems_add (problems, record, "n_people", "T2", _("From %d to %d people walk together."),
                      DOV_ROSTER_LEAST_PEOPLE, MOST_PEOPLE);
  if (self->since != NULL && self->until != NULL && g_date_days_between (self->since, self->until) > MOST_DAYS)
    dov_problems_add (problems, record, "until", NULL, _("Deal out half a year at most, then the next."));
  if (self->starts != DOV_NO_TIME && self->starts == self->ends)
    dov_problems_add (problems, record, "ends", "V5", _("The shift ends when it begins. Check both times."));
}

/**
 * dov_roster_plan_get_pattern:
 * @pattern: (out caller-allocates): borrows nothing
 */
void
dov_roster_plan_get_pattern (DovRosterPlan    *self,
                             DovRosterPattern *pattern)
{
  *pattern = (DovRosterPattern) {
    .patrol_id = self->patrol_id,
    .since = *self->since,
    .until = *self->until,
    .weekdays = (guint) self->weekdays,
    .starts = self->starts,
    .ends = self->ends,
    .n_people = (guint) self->n_people,
    .route_id = self->route_id,
    .kind = DOV_PATROL_SHIFT_KIND_PLANNED,
  };
}

DOV_DEFINE_RECORD (DovRosterPlan, dov_roster_plan, fields,
                   .table = "roster_plan",
                   .label = N_("Pattern of shifts"),
                   .labels = N_("Patterns of shifts"),
                   .check = dov_roster_plan_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovRosterPlan, weekdays, DOV_WEEKDAYS_FRIDAY | DOV_WEEKDAYS_SATURDAY),
                                           DOV_PRESET (DovRosterPlan, starts, 20 * 60),
                                           DOV_PRESET (DovRosterPlan, ends, 22 * 60),
                                           DOV_PRESET (DovRosterPlan, n_people, DOV_ROSTER_LEAST_PEOPLE)))
