/* dov-written-application.c - what somebody asks the lounge for in writing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-written-application.h"

#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovApplicationKind, dov_application_kind,
  { DOV_APPLICATION_KIND_JOIN, N_("to join “Family and children”"), "join" },
  { DOV_APPLICATION_KIND_SERVICE, N_("for a service or help"), "service" },
  { DOV_APPLICATION_KIND_MENTOR_REQUEST, N_("to be given a mentor"), "mentor_request" },
  { DOV_APPLICATION_KIND_MENTOR_CANDIDATE, N_("to become a mentor"), "mentor_candidate" },
  { DOV_APPLICATION_KIND_VOLUNTEER, N_("to become a volunteer"), "volunteer" },
  { DOV_APPLICATION_KIND_PATROL_MEMBER, N_("to join the public patrol"), "patrol_member" },
  { DOV_APPLICATION_KIND_CLUB_JOIN, N_("to take a child into a club"), "club_join" },
  { DOV_APPLICATION_KIND_EXIT, N_("to end the support"), "exit" })

DOV_DEFINE_CHOICES (
  DovApplicationDecision, dov_application_decision,
  { DOV_APPLICATION_DECISION_GRANTED, N_("granted"), "granted" },
  { DOV_APPLICATION_DECISION_REFUSED, N_("not granted"), "refused" })

static const DovField fields[] = {
  DOV_TEXT (DovWrittenApplication, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovWrittenApplication, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY | DOV_PAST),
  DOV_LINK (DovWrittenApplication, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovWrittenApplication, person_id, N_("Applicant"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_LINK (DovWrittenApplication, family_id, N_("Family"), DOV_PERSONAL | DOV_LISTED, dov_family_get_type),
  DOV_CHOICE (DovWrittenApplication, kind, N_("Kind of application"), DOV_REQUIRED | DOV_LISTED, DovApplicationKind,
              dov_application_kind_get_type),
  DOV_NOTE (DovWrittenApplication, text, N_("Text of the application"), DOV_PERSONAL),
  DOV_CHOICE (DovWrittenApplication, decision, N_("Decision on it"), DOV_LISTED, DovApplicationDecision,
              dov_application_decision_get_type),
  DOV_DATE_AFTER (DovWrittenApplication, decided_on, N_("Decided on"), DOV_PAST, date),
  DOV_LINK (DovWrittenApplication, decided_by_id, N_("Decided by (specialist)"), 0, dov_staff_get_type),
  DOV_DATE_AFTER (DovWrittenApplication, notified_on, N_("Applicant told on"), DOV_PAST, date),
};

static void
dov_written_application_check (DovRecord *record,
                               GPtrArray *problems)
{
  DovWrittenApplication *self = DOV_WRITTEN_APPLICATION (record);

  if ((self->kind == DOV_APPLICATION_KIND_JOIN || self->kind == DOV_APPLICATION_KIND_EXIT) && self->family_id == 0)
    dov_problems_add (problems, record, "family_id", NULL, _("Choose the family that the application is about."));
  if ((self->decision == 0) != (self->decided_on == NULL))
    dov_problems_add (problems, record, self->decision == 0 ? "decision" : "decided_on", NULL,
                      _("A decision has a day. Fill in both, or leave both empty."));
}

DOV_DEFINE_RECORD (DovWrittenApplication, dov_written_application, fields,
                   .table = "written_application",
                   .label = N_("Application"),
                   .labels = N_("Applications"),
                   .line = N_("no. {no} of {date}, {kind}"),
                   .check = dov_written_application_check)
