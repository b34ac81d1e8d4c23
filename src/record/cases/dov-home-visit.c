/* dov-home-visit.c - a family was visited at home, or nobody of it was met */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-home-visit.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-outreach-trip.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovVisitKind, dov_visit_kind,
  { DOV_VISIT_KIND_PLANNED, N_("planned visit"), "planned" },
  { DOV_VISIT_KIND_UNPLANNED, N_("unplanned visit"), "unplanned" },
  { DOV_VISIT_KIND_CONTROL, N_("control visit"), "control" },
  { DOV_VISIT_KIND_EMERGENCY, N_("emergency visit"), "emergency" })

static const DovField fields[] = {
  DOV_LINK (DovHomeVisit, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_MOMENT (DovHomeVisit, visited_at, N_("Visited at"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_NUMBER_TO (DovHomeVisit, duration_min, N_("How long, minutes"), DOV_ABOVE_ZERO, 24 * 60),
  DOV_CHOICE (DovHomeVisit, kind, N_("Kind of visit"), DOV_REQUIRED | DOV_LISTED, DovVisitKind,
              dov_visit_kind_get_type),
  DOV_LINK (DovHomeVisit, staff_id, N_("Who visited"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_TEXT (DovHomeVisit, goal, N_("Purpose of the visit"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_FLAG (DovHomeVisit, was_home, N_("Somebody of the family was met"), DOV_LISTED),
  DOV_TEXT (DovHomeVisit, opened_by, N_("Who opened, if not of the family"), DOV_PERSONAL),
  DOV_NOTE (DovHomeVisit, findings, N_("What was seen"), DOV_PERSONAL),
  DOV_FLAG (DovHomeVisit, danger, N_("Danger to life or health"), DOV_LISTED | DOV_PERSONAL),
  DOV_MOMENT (DovHomeVisit, called_at, N_("112 was called at"), DOV_PAST),
  DOV_NOTE (DovHomeVisit, actions_taken, N_("Measures taken"), DOV_PERSONAL),
  DOV_NOTE (DovHomeVisit, recommendations, N_("What was advised"), DOV_PERSONAL),
  DOV_DATE (DovHomeVisit, next_visit_on, N_("Next visit on"), 0),
  DOV_LINK (DovHomeVisit, trip_id, N_("Outreach trip"), 0, dov_outreach_trip_get_type),
};

/* Where nobody was met it was an attempt, and nothing is asked of it but the day of the next one. */
static void
dov_home_visit_check (DovRecord *record,
                      GPtrArray *problems)
{
  DovHomeVisit *self = DOV_HOME_VISIT (record);
  GDate day;

  if (self->visited_at != NULL && self->was_home && dov_fold_is_empty (self->findings))
    dov_problems_add (problems, record, "findings", NULL,
                      _("Write down what was seen. Was nobody of the family met? Then take the mark away: it was an "
                        "attempt."));
  if (self->visited_at == NULL || self->next_visit_on == NULL)
    return;
  day = dov_moment_get_date (self->visited_at);
  if (g_date_compare (self->next_visit_on, &day) < 0)
    dov_problems_add (problems, record, "next_visit_on", "V5",
                      _("The next visit would be earlier than this one. Check both dates."));
}

DOV_DEFINE_RECORD (DovHomeVisit, dov_home_visit, fields,
                   .table = "home_visit",
                   .label = N_("Home visit"),
                   .labels = N_("Home visits"),
                   .line = "{visited_at}, {kind}",
                   .check = dov_home_visit_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovHomeVisit, kind, DOV_VISIT_KIND_PLANNED),
                                           DOV_PRESET (DovHomeVisit, was_home, TRUE)))
