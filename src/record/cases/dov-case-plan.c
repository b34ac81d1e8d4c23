/* dov-case-plan.c - a programme of support of a family, one version of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-case-plan.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovPlanKind, dov_plan_kind,
  { DOV_PLAN_KIND_FAMILY_CHILDREN, N_("“Family and children”"), "family_children" },
  { DOV_PLAN_KIND_ADAPTATION, N_("programme of social adaptation"), "adaptation" },
  { DOV_PLAN_KIND_FOREIGN, N_("plan of another body"), "foreign" })

DOV_DEFINE_CHOICES (
  DovPlanStatus, dov_plan_status,
  { DOV_PLAN_STATUS_DRAFT, N_("draft of the programme"), "draft" },
  { DOV_PLAN_STATUS_AGREED, N_("agreed with the family"), "agreed" },
  { DOV_PLAN_STATUS_APPROVED, N_("approved programme"), "approved" },
  { DOV_PLAN_STATUS_IN_PROGRESS, N_("being carried out"), "in_progress" },
  { DOV_PLAN_STATUS_COMPLETED, N_("completed"), "completed" },
  { DOV_PLAN_STATUS_EXTENDED, N_("prolonged by a new version"), "extended" },
  { DOV_PLAN_STATUS_TERMINATED, N_("ended early"), "terminated" })

DOV_DEFINE_CHOICES (
  DovPlanOutcome, dov_plan_outcome,
  { DOV_PLAN_OUTCOME_ACHIEVED, N_("aim reached"), "achieved" },
  { DOV_PLAN_OUTCOME_PARTIAL, N_("aim reached in part"), "partial" },
  { DOV_PLAN_OUTCOME_NOT_ACHIEVED, N_("aim not reached"), "not_achieved" },
  { DOV_PLAN_OUTCOME_REFUSED, N_("family refused"), "refused" })

static const DovField fields[] = {
  DOV_LINK (DovCasePlan, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_CHOICE (DovCasePlan, kind, N_("Kind of programme"), DOV_REQUIRED | DOV_LISTED, DovPlanKind,
              dov_plan_kind_get_type),
  DOV_TEXT (DovCasePlan, no, N_("No."), DOV_LISTED),
  DOV_DATE (DovCasePlan, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovCasePlan, until, N_("Until"), DOV_REQUIRED, since),
  DOV_NOTE (DovCasePlan, goal, N_("Aim (result to be reached)"), DOV_REQUIRED),
  DOV_CHOICE (DovCasePlan, status, N_("Status of the programme"), DOV_REQUIRED | DOV_LISTED, DovPlanStatus,
              dov_plan_status_get_type),
  DOV_LINK (DovCasePlan, body_id, N_("Approved by the body"), 0, dov_organisation_get_type),
  DOV_TEXT (DovCasePlan, protocol_no, N_("Its protocol, no."), 0),
  DOV_DATE (DovCasePlan, protocol_on, N_("Its protocol of (date)"), DOV_PAST),
  DOV_LINK (DovCasePlan, approved_by_id, N_("Who approved it"), 0, dov_staff_get_type),
  DOV_DATE (DovCasePlan, approved_on, N_("Approved on"), DOV_PAST),
  DOV_DATE (DovCasePlan, family_agreed_on, N_("Family agreed on"), DOV_PAST),
  DOV_LINK (DovCasePlan, signer_id, N_("Signed for the family"), DOV_PERSONAL, dov_person_get_type),
  DOV_LINK (DovCasePlan, previous_id, N_("Version before"), 0, dov_case_plan_get_type),
  DOV_TEXT (DovCasePlan, change_reason, N_("Why a new version"), 0),
  DOV_DATE (DovCasePlan, next_review_on, N_("Next review on"), 0),
  DOV_DATE_AFTER (DovCasePlan, next_report_on, N_("Next report to the body on"), 0, since),
  DOV_DATE_AFTER (DovCasePlan, ended_on, N_("Programme ended on"), DOV_PAST, since),
  DOV_CHOICE (DovCasePlan, outcome, N_("Outcome of the programme"), DOV_LISTED, DovPlanOutcome,
              dov_plan_outcome_get_type),
  DOV_NOTE (DovCasePlan, conclusion, N_("Conclusion and advice"), DOV_PERSONAL),
};

/**
 * dov_plan_status_is_approved:
 *
 * Returns: whether a programme in this state is written once and for all (P3)
 */
gboolean
dov_plan_status_is_approved (DovPlanStatus status)
{
  return status >= DOV_PLAN_STATUS_APPROVED;
}

/**
 * dov_plan_status_is_over:
 *
 * Returns: whether nothing more is done by a programme in this state
 */
gboolean
dov_plan_status_is_over (DovPlanStatus status)
{
  return status >= DOV_PLAN_STATUS_COMPLETED;
}

/* P2: what each step to an approved programme asks for. The plan of another body was agreed and approved there. */
static void
check_steps (DovCasePlan *self,
             GPtrArray   *problems)
{
  DovRecord *record = DOV_RECORD (self);
  gboolean is_foreign = self->kind == DOV_PLAN_KIND_FOREIGN;

  if (is_foreign && self->body_id == 0)
    dov_problems_add (problems, record, "body_id", "P2", _("Choose the body whose plan it is."));
  if (!is_foreign && self->status >= DOV_PLAN_STATUS_AGREED && self->family_agreed_on == NULL)
    dov_problems_add (problems, record, "family_agreed_on", "P2",
                      _("The family agrees by its signature. Type the day of it, or leave the programme a draft."));
  if (!dov_plan_status_is_approved (self->status) || is_foreign)
    return;
  if (dov_fold_is_empty (self->no))
    dov_problems_add (problems, record, "no", "P2", _("An approved programme has a number. Type it."));
  if (self->approved_on == NULL)
    dov_problems_add (problems, record, "approved_on", "P2", _("Type the day on which the programme was approved."));
  if (self->approved_by_id == 0 && self->body_id == 0)
    dov_problems_add (problems, record, "approved_by_id", "P2",
                      _("Choose who approved the programme: a specialist, or a body with its protocol."));
  if (self->body_id != 0 && dov_fold_is_empty (self->protocol_no))
    dov_problems_add (problems, record, "protocol_no", "P2",
                      _("Type the number of the protocol by which it was approved."));
}

/* P5 and what is like it: a programme that is over says how and when. */
static void
check_end (DovCasePlan *self,
           GPtrArray   *problems)
{
  DovRecord *record = DOV_RECORD (self);
  gboolean has_ended = self->status == DOV_PLAN_STATUS_COMPLETED || self->status == DOV_PLAN_STATUS_TERMINATED;

  if (has_ended && self->outcome == 0)
    dov_problems_add (problems, record, "outcome", "P5", _("The programme is over. Choose what came of it."));
  if (!has_ended && self->outcome != 0)
    dov_problems_add (problems, record, "outcome", "P5", _("The programme is not over yet, so it has no outcome."));
  if (dov_plan_status_is_over (self->status) != (self->ended_on != NULL))
    dov_problems_add (problems, record, "ended_on", "P5",
                      self->ended_on == NULL ? _("The programme is over. Type its last day.")
                                             : _("The programme is not over yet. Leave its last day empty."));
}

static void
dov_case_plan_check (DovRecord *record,
                     GPtrArray *problems)
{
  DovCasePlan *self = DOV_CASE_PLAN (record);

  check_steps (self, problems);
  check_end (self, problems);
  if ((self->previous_id != 0) != !dov_fold_is_empty (self->change_reason))
    dov_problems_add (problems, record, self->previous_id != 0 ? "change_reason" : "previous_id", "P3",
                      _("A new version has both the version before and the reason for it."));
}

DOV_DEFINE_RECORD (DovCasePlan, dov_case_plan, fields,
                   .table = "case_plan",
                   .label = N_("Programme of support"),
                   .labels = N_("Programmes of support"),
                   .line = N_("{kind}[, no. {no}], {since}"),
                   .subject = "family_id",
                   .check = dov_case_plan_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovCasePlan, kind, DOV_PLAN_KIND_FAMILY_CHILDREN),
                                           DOV_PRESET (DovCasePlan, status, DOV_PLAN_STATUS_DRAFT)))
