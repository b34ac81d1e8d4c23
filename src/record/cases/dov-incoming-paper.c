/* dov-incoming-paper.c - a paper that came in: from whom, what it wants, by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-incoming-paper.h"

#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovIncomingKind, dov_incoming_kind,
  { DOV_INCOMING_KIND_DECISION, N_("decision of a body"), "decision" },
  { DOV_INCOMING_KIND_TASK, N_("task from a body"), "task" },
  { DOV_INCOMING_KIND_REQUEST, N_("request from a body"), "request" },
  { DOV_INCOMING_KIND_PLAN, N_("interagency plan"), "plan" },
  { DOV_INCOMING_KIND_COMPLAINT, N_("complaint or appeal"), "complaint" },
  { DOV_INCOMING_KIND_OTHER, N_("other"), "other" })

static const DovField fields[] = {
  DOV_TEXT (DovIncomingPaper, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovIncomingPaper, date, N_("Came on"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY | DOV_PAST),
  DOV_LINK (DovIncomingPaper, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovIncomingPaper, from_id, N_("From the organisation"), DOV_REQUIRED | DOV_LISTED,
            dov_organisation_get_type),
  DOV_TEXT (DovIncomingPaper, their_no, N_("Their no."), DOV_LISTED),
  DOV_DATE (DovIncomingPaper, their_date, N_("Their date"), DOV_PAST),
  DOV_CHOICE (DovIncomingPaper, kind, N_("Kind of paper"), DOV_REQUIRED | DOV_LISTED, DovIncomingKind,
              dov_incoming_kind_get_type),
  DOV_TEXT (DovIncomingPaper, gist, N_("What it is about"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_LINK (DovIncomingPaper, family_id, N_("About the family"), DOV_PERSONAL, dov_family_get_type),
  DOV_LINK (DovIncomingPaper, person_id, N_("About the child"), DOV_PERSONAL, dov_person_get_type),
  DOV_DATE_AFTER (DovIncomingPaper, due_on, N_("To be done by"), DOV_LISTED, date),
  DOV_DATE_AFTER (DovIncomingPaper, done_on, N_("Done on"), DOV_PAST, date),
};

#define DAYS_OF_COMPLAINT 30

/* The law gives thirty days to answer a complaint. */
static void
dov_incoming_paper_tidy (DovRecord *record)
{
  DovIncomingPaper *self = DOV_INCOMING_PAPER (record);
  GDate due_on;

  if (self->kind != DOV_INCOMING_KIND_COMPLAINT || self->due_on != NULL || self->date == NULL)
    return;
  due_on = *self->date;
  g_date_add_days (&due_on, DAYS_OF_COMPLAINT);
  dov_set (self, due_on, &due_on);
}

static void
dov_incoming_paper_check (DovRecord *record,
                          GPtrArray *problems)
{
  DovIncomingPaper *self = DOV_INCOMING_PAPER (record);

  if (self->their_date != NULL && self->date != NULL && g_date_compare (self->date, self->their_date) < 0)
    dov_problems_add (problems, record, "their_date", "V5",
                      _("It would have come before it was written. Check both dates."));
}

DOV_DEFINE_RECORD (DovIncomingPaper, dov_incoming_paper, fields,
                   .table = "incoming_paper",
                   .label = N_("Incoming paper"),
                   .labels = N_("Incoming papers"),
                   .line = N_("no. {no} of {date}, {gist}"),
                   .tidy = dov_incoming_paper_tidy,
                   .check = dov_incoming_paper_check)
