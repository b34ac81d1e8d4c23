/* dov-plan-participant.c - who takes part in a programme besides the curator */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-participant.h"

#include "dov-case-plan.h"
#include "dov-organisation.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovPlanParticipant, plan_id, N_("Programme of support"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_case_plan_get_type),
  DOV_LINK (DovPlanParticipant, staff_id, N_("Specialist"), DOV_LISTED | DOV_PERSONAL, dov_staff_get_type),
  DOV_LINK (DovPlanParticipant, organisation_id, N_("Organisation"), DOV_LISTED, dov_organisation_get_type),
  DOV_TEXT (DovPlanParticipant, duty, N_("What they do"), DOV_LISTED),
};

static void
dov_plan_participant_check (DovRecord *record,
                            GPtrArray *problems)
{
  DovPlanParticipant *self = DOV_PLAN_PARTICIPANT (record);

  if (self->plan_id != 0 && (self->staff_id == 0) == (self->organisation_id == 0))
    dov_problems_add (problems, record, "staff_id", NULL, _("Choose one: a specialist or an organisation."));
}

DOV_DEFINE_RECORD (DovPlanParticipant, dov_plan_participant, fields,
                   .table = "plan_participant",
                   .label = N_("Participant of the programme"),
                   .labels = N_("Participants of programmes"),
                   .line = "[{duty}]",
                   .check = dov_plan_participant_check)
