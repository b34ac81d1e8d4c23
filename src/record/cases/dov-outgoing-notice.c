/* dov-outgoing-notice.c - what is told to the police, the commission or a school */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-outgoing-notice.h"

#include "dov-family.h"
#include "dov-incoming-paper.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-patrol-finding.h"
#include "dov-signal.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovOutgoingNoticeKind, dov_outgoing_notice_kind,
  { DOV_OUTGOING_NOTICE_KIND_INFORMATION, N_("information"), "information" },
  { DOV_OUTGOING_NOTICE_KIND_FINDING, N_("notice of a finding"), "finding" },
  { DOV_OUTGOING_NOTICE_KIND_REPEATED, N_("notice of repeated findings"), "repeated" },
  { DOV_OUTGOING_NOTICE_KIND_REQUEST, N_("request"), "request" },
  { DOV_OUTGOING_NOTICE_KIND_SIGNAL, N_("notice of a signal"), "signal" },
  { DOV_OUTGOING_NOTICE_KIND_ANSWER, N_("answer to a paper"), "answer" },
  { DOV_OUTGOING_NOTICE_KIND_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICES (
  DovOutgoingNoticeDelivery, dov_outgoing_notice_delivery,
  { DOV_OUTGOING_NOTICE_DELIVERY_HAND, N_("by hand"), "hand" },
  { DOV_OUTGOING_NOTICE_DELIVERY_POST, N_("by post"), "post" },
  { DOV_OUTGOING_NOTICE_DELIVERY_EMAIL, N_("by e-mail"), "email" },
  { DOV_OUTGOING_NOTICE_DELIVERY_PHONE, N_("by telephone"), "phone" },
  { DOV_OUTGOING_NOTICE_DELIVERY_OTHER, N_("other"), "other" })

static const DovField fields[] = {
  DOV_TEXT (DovOutgoingNotice, notice_no, N_("Outgoing no."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovOutgoingNotice, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_MOSTLY_PAST),
  DOV_LINK (DovOutgoingNotice, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovOutgoingNotice, to_id, N_("To"), DOV_REQUIRED | DOV_LISTED, dov_organisation_get_type),
  DOV_CHOICE (DovOutgoingNotice, kind, N_("Kind of notice"), DOV_REQUIRED | DOV_LISTED,
              DovOutgoingNoticeKind, dov_outgoing_notice_kind_get_type),
  DOV_NOTE (DovOutgoingNotice, text, N_("What, when, where, with whom"), DOV_REQUIRED | DOV_PERSONAL),
  DOV_NOTE (DovOutgoingNotice, measures, N_("Measures taken"), DOV_PERSONAL),
  DOV_NOTE (DovOutgoingNotice, request, N_("We ask"), DOV_PERSONAL),
  DOV_LINK (DovOutgoingNotice, finding_id, N_("Finding"), 0, dov_patrol_finding_get_type),
  DOV_LINK (DovOutgoingNotice, signal_id, N_("Signal"), 0, dov_signal_get_type),
  DOV_LINK (DovOutgoingNotice, family_id, N_("About the family"), DOV_PERSONAL, dov_family_get_type),
  DOV_LINK (DovOutgoingNotice, incoming_id, N_("Answers the incoming paper"), 0, dov_incoming_paper_get_type),
  DOV_CHOICE (DovOutgoingNotice, delivered_by, N_("Delivered by"), DOV_LISTED,
              DovOutgoingNoticeDelivery, dov_outgoing_notice_delivery_get_type),
  DOV_DATE_AFTER (DovOutgoingNotice, delivered_on, N_("Delivered on"), DOV_LISTED | DOV_PAST, date),
  DOV_DATE_AFTER (DovOutgoingNotice, answered_on, N_("Answered on"), DOV_LISTED | DOV_PAST, date),
  DOV_NOTE (DovOutgoingNotice, answer, N_("Answer"), DOV_PERSONAL),
};

static void
dov_outgoing_notice_check (DovRecord *record,
                           GPtrArray *problems)
{
  DovOutgoingNotice *self = DOV_OUTGOING_NOTICE (record);

  if (*self->answer != '\0' && self->answered_on == NULL)
    dov_problems_add (problems, record, "answer", NULL, _("Type the day of the answer too."));
  if (self->kind == DOV_OUTGOING_NOTICE_KIND_ANSWER && self->incoming_id == 0)
    dov_problems_add (problems, record, "incoming_id", NULL, _("Choose the incoming paper that is answered."));
  if (self->kind == DOV_OUTGOING_NOTICE_KIND_SIGNAL && self->signal_id == 0)
    dov_problems_add (problems, record, "signal_id", NULL, _("Choose the signal that is told of."));
}

DOV_DEFINE_RECORD (DovOutgoingNotice, dov_outgoing_notice, fields,
                   .table = "outgoing_notice",
                   .label = N_("Outgoing notice"),
                   .labels = N_("Outgoing notices"),
                   /* Translators: the number and the day of a paper */
                   .line = N_("no. {notice_no} of {date}"),
                   .check = dov_outgoing_notice_check)
