/* dov-plan-action.c - a step of a programme: who does what by when, and the proof that it was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-action.h"

#include "dov-case-plan.h"
#include "dov-contact-record.h"
#include "dov-distribution.h"
#include "dov-event.h"
#include "dov-fold.h"
#include "dov-home-visit.h"
#include "dov-organisation.h"
#include "dov-plan-problem.h"
#include "dov-ref-item.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovPlanActionStatus, dov_plan_action_status,
  { DOV_PLAN_ACTION_STATUS_PLANNED, N_("still to be done"), "planned" },
  { DOV_PLAN_ACTION_STATUS_IN_PROGRESS, N_("under way"), "in_progress" },
  { DOV_PLAN_ACTION_STATUS_DONE, N_("step done"), "done" },
  { DOV_PLAN_ACTION_STATUS_CANCELLED, N_("step dropped"), "cancelled" })

static const DovField fields[] = {
  DOV_LINK (DovPlanAction, plan_id, N_("Programme of support"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_case_plan_get_type),
  DOV_TEXT (DovPlanAction, title, N_("What is done"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovPlanAction, plan_problem_id, N_("Problem and cause"), 0, dov_plan_problem_get_type),
  DOV_ITEM (DovPlanAction, method_id, N_("Method"), DOV_LISTED, "plan_method"),
  DOV_LINK (DovPlanAction, staff_id, N_("Done by the specialist"), DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_LINK (DovPlanAction, organisation_id, N_("Done by the organisation"), DOV_LISTED,
            dov_organisation_get_type),
  DOV_DATE (DovPlanAction, due_from, N_("To be done from"), 0),
  DOV_DATE_AFTER (DovPlanAction, due_to, N_("To be done by"), DOV_REQUIRED | DOV_LISTED, due_from),
  DOV_TEXT (DovPlanAction, frequency, N_("How often"), 0),
  DOV_CHOICE (DovPlanAction, status, N_("Status of the step"), DOV_REQUIRED | DOV_LISTED, DovPlanActionStatus,
              dov_plan_action_status_get_type),
  DOV_DATE (DovPlanAction, done_on, N_("Done on"), DOV_PAST),
  DOV_NOTE (DovPlanAction, result, N_("Result, or why it was not done"), DOV_PERSONAL),
  DOV_LINK (DovPlanAction, visit_id, N_("Proof: the visit"), 0, dov_home_visit_get_type),
  DOV_LINK (DovPlanAction, contact_id, N_("Proof: the call or talk"), 0, dov_contact_record_get_type),
  DOV_LINK (DovPlanAction, event_id, N_("Proof: the event"), 0, dov_event_get_type),
  DOV_LINK (DovPlanAction, distribution_id, N_("Proof: the handout"), 0, dov_distribution_get_type),
  DOV_LINK (DovPlanAction, previous_id, N_("This step in the version before"), 0, dov_plan_action_get_type),
};

/**
 * dov_plan_action_is_overdue:
 *
 * Returns: whether its day has passed and it is neither done nor dropped (P4)
 */
gboolean
dov_plan_action_is_overdue (DovPlanAction *self,
                            const GDate   *today)
{
  return self->status != DOV_PLAN_ACTION_STATUS_DONE && self->status != DOV_PLAN_ACTION_STATUS_CANCELLED &&
         self->due_to != NULL && g_date_compare (self->due_to, today) < 0;
}

static void
dov_plan_action_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovPlanAction *self = DOV_PLAN_ACTION (record);
  gboolean is_done = self->status == DOV_PLAN_ACTION_STATUS_DONE;

  if (self->due_to != NULL && self->staff_id == 0 && self->organisation_id == 0)
    dov_problems_add (problems, record, "staff_id", "P1", _("Choose who does it: a specialist or an organisation."));
  if (is_done != (self->done_on != NULL))
    dov_problems_add (problems, record, "done_on", "P4",
                      is_done ? _("Type the day on which it was done.")
                              : _("Only a step that is done has the day of it. Choose “step done”, or leave the day "
                                  "empty."));
  if ((is_done || self->status == DOV_PLAN_ACTION_STATUS_CANCELLED) && dov_fold_is_empty (self->result))
    dov_problems_add (problems, record, "result", "P4",
                      is_done ? _("Write down what came of it.") : _("Write down why it was dropped."));
}

DOV_DEFINE_RECORD (DovPlanAction, dov_plan_action, fields,
                   .table = "plan_action",
                   .label = N_("Step of the programme"),
                   .labels = N_("Steps of programmes"),
                   .line = "{title}",
                   .subject = "plan_id",
                   .check = dov_plan_action_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovPlanAction, status, DOV_PLAN_ACTION_STATUS_PLANNED)))
