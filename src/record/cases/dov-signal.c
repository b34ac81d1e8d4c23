/* dov-signal.c - what somebody told of a family that may need help */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-signal.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-home-visit.h"
#include "dov-living-conditions-act.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-patrol-finding.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovSignalSource, dov_signal_source,
  { DOV_SIGNAL_SOURCE_SELF, N_("the family itself"), "self" },
  { DOV_SIGNAL_SOURCE_SCHOOL, N_("a school"), "school" },
  { DOV_SIGNAL_SOURCE_HEALTH, N_("clinic or hospital"), "health" },
  { DOV_SIGNAL_SOURCE_POLICE, N_("the police"), "police" },
  { DOV_SIGNAL_SOURCE_KDN, N_("juvenile commission"), "kdn" },
  { DOV_SIGNAL_SOURCE_SOCIAL, N_("social protection"), "social" },
  { DOV_SIGNAL_SOURCE_PATROL, N_("the public patrol"), "patrol" },
  { DOV_SIGNAL_SOURCE_SETTLEMENT, N_("administration of the settlement"), "settlement" },
  { DOV_SIGNAL_SOURCE_NEIGHBOUR, N_("neighbours or villagers"), "neighbour" },
  { DOV_SIGNAL_SOURCE_MENTOR, N_("a mentor"), "mentor" },
  { DOV_SIGNAL_SOURCE_ANONYMOUS, N_("anonymously"), "anonymous" },
  { DOV_SIGNAL_SOURCE_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICES (
  DovSignalUrgency, dov_signal_urgency,
  { DOV_SIGNAL_URGENCY_IMMEDIATE, N_("danger to life and health"), "immediate" },
  { DOV_SIGNAL_URGENCY_WITHIN_3_DAYS, N_("within 3 days"), "within_3_days" },
  { DOV_SIGNAL_URGENCY_PLANNED, N_("in its turn"), "planned" })

DOV_DEFINE_CHOICES (
  DovSignalDecision, dov_signal_decision,
  { DOV_SIGNAL_DECISION_OPENED_CASE, N_("taken up as a case"), "opened_case" },
  { DOV_SIGNAL_DECISION_ADVICE, N_("advised once"), "advice" },
  { DOV_SIGNAL_DECISION_FORWARDED, N_("passed on"), "forwarded" },
  { DOV_SIGNAL_DECISION_NOT_CONFIRMED, N_("not confirmed"), "not_confirmed" },
  { DOV_SIGNAL_DECISION_JOINED, N_("joined to the case"), "joined" })

static const DovField fields[] = {
  DOV_TEXT (DovSignal, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_MOMENT (DovSignal, received_at, N_("Received at"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_LINK (DovSignal, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_CHOICE (DovSignal, source, N_("From whom it came"), DOV_REQUIRED | DOV_LISTED, DovSignalSource,
              dov_signal_source_get_type),
  DOV_TEXT (DovSignal, reporter, N_("Who reported"), DOV_PERSONAL | DOV_COVERED),
  DOV_LINK (DovSignal, family_id, N_("About the family"), DOV_PERSONAL | DOV_LISTED, dov_family_get_type),
  DOV_TEXT (DovSignal, subject_text, N_("About whom, in words"), DOV_PERSONAL | DOV_LISTED),
  DOV_NOTE (DovSignal, summary, N_("What was told"), DOV_REQUIRED | DOV_PERSONAL),
  DOV_CHOICE (DovSignal, urgency, N_("Urgency"), DOV_REQUIRED | DOV_LISTED, DovSignalUrgency,
              dov_signal_urgency_get_type),
  DOV_LINK (DovSignal, finding_id, N_("Finding of the patrol it came from"), 0, dov_patrol_finding_get_type),
  DOV_LINK (DovSignal, visit_id, N_("Visit it came from"), 0, dov_home_visit_get_type),
  DOV_LINK (DovSignal, act_id, N_("Act it came from"), 0, dov_living_conditions_act_get_type),
  DOV_LINK (DovSignal, forwarded_to_id, N_("Passed on to"), DOV_LISTED, dov_organisation_get_type),
  DOV_MOMENT_AFTER (DovSignal, forwarded_at, N_("Passed on at"), DOV_PAST, received_at),
  DOV_CHOICE (DovSignal, decision, N_("Decision"), DOV_LISTED, DovSignalDecision,
              dov_signal_decision_get_type),
  DOV_DATE (DovSignal, decided_on, N_("Decided on"), DOV_PAST),
  DOV_NOTE (DovSignal, decision_note, N_("How it was decided"), DOV_PERSONAL),
  DOV_LINK (DovSignal, staff_id, N_("Who answers for it"), DOV_LISTED, dov_staff_get_type),
};

/* T7: who is in danger is told to those who can help, before anything else. A signal of danger is written down as
 * soon as it comes; it stays open until it says to whom it was passed on and when. */
static void
check_forwarded (DovSignal *self,
                 GPtrArray *problems)
{
  DovRecord *record = DOV_RECORD (self);

  if (self->urgency == DOV_SIGNAL_URGENCY_IMMEDIATE && self->decision != 0 &&
      (self->forwarded_to_id == 0 || self->forwarded_at == NULL))
    dov_problems_add (problems, record, self->forwarded_to_id == 0 ? "forwarded_to_id" : "forwarded_at", "T7",
                      _("Danger to life and health: call 112 first, then fill in whom it was passed on to and when."));
  else if (self->forwarded_to_id == 0 && (self->forwarded_at != NULL || self->decision == DOV_SIGNAL_DECISION_FORWARDED))
    dov_problems_add (problems, record, "forwarded_to_id", NULL, _("Choose whom the signal was passed on to."));
  else if (self->forwarded_to_id != 0 && self->forwarded_at == NULL)
    dov_problems_add (problems, record, "forwarded_at", NULL, _("Type when the signal was passed on."));
}

static void
check_decision (DovSignal *self,
                GPtrArray *problems)
{
  DovRecord *record = DOV_RECORD (self);
  GDate received;

  if ((self->decision == 0) != (self->decided_on == NULL))
    dov_problems_add (problems, record, self->decision == 0 ? "decision" : "decided_on", NULL,
                      _("A decision has a day. Fill in both, or leave both empty."));
  if (self->family_id == 0 &&
      (self->decision == DOV_SIGNAL_DECISION_OPENED_CASE || self->decision == DOV_SIGNAL_DECISION_JOINED))
    dov_problems_add (problems, record, "family_id", NULL, _("Choose the family whose case it is."));
  if (self->decided_on == NULL || self->received_at == NULL)
    return;
  received = dov_moment_get_date (self->received_at);
  if (g_date_compare (self->decided_on, &received) < 0)
    dov_problems_add (problems, record, "decided_on", "V5",
                      _("The decision would be earlier than the signal. Check both dates."));
}

static void
dov_signal_check (DovRecord *record,
                  GPtrArray *problems)
{
  DovSignal *self = DOV_SIGNAL (record);

  if (self->urgency != 0 && self->family_id == 0 && dov_fold_is_empty (self->subject_text))
    dov_problems_add (problems, record, "subject_text", NULL,
                      _("Choose the family, or tell in words whom it is about."));
  check_forwarded (self, problems);
  check_decision (self, problems);
}

DOV_DEFINE_RECORD (DovSignal, dov_signal, fields,
                   .table = "signal",
                   .label = N_("Signal"),
                   .labels = N_("Signals"),
                   .line = N_("no. {no}, {received_at}"),
                   .check = dov_signal_check)
