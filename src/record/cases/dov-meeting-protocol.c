/* dov-meeting-protocol.c - what was spoken of and decided at a meeting */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-meeting-protocol.h"

#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovMeetingKind, dov_meeting_kind,
  { DOV_MEETING_KIND_COMMITTEE, N_("organising committee"), "committee" },
  { DOV_MEETING_KIND_GROUP, N_("working group"), "group" },
  { DOV_MEETING_KIND_ROUND_TABLE, N_("round table"), "round_table" },
  { DOV_MEETING_KIND_COUNCIL, N_("council about a family"), "council" })

static const DovField fields[] = {
  DOV_TEXT (DovMeetingProtocol, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovMeetingProtocol, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY | DOV_PAST),
  DOV_LINK (DovMeetingProtocol, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_CHOICE (DovMeetingProtocol, kind, N_("Kind of meeting"), DOV_REQUIRED | DOV_LISTED, DovMeetingKind,
              dov_meeting_kind_get_type),
  DOV_LINK (DovMeetingProtocol, family_id, N_("About the family"), DOV_PERSONAL, dov_family_get_type),
  DOV_TEXT (DovMeetingProtocol, place, N_("Place"), DOV_LISTED),
  DOV_LINK (DovMeetingProtocol, chair_id, N_("Chaired by"), DOV_PERSONAL, dov_staff_get_type),
  DOV_LINK (DovMeetingProtocol, secretary_id, N_("Secretary"), DOV_PERSONAL, dov_staff_get_type),
  DOV_NOTE (DovMeetingProtocol, attendees, N_("Who was there"), DOV_PERSONAL),
  DOV_NOTE (DovMeetingProtocol, agenda, N_("Agenda"), DOV_REQUIRED),
};

static void
dov_meeting_protocol_check (DovRecord *record,
                            GPtrArray *problems)
{
  DovMeetingProtocol *self = DOV_MEETING_PROTOCOL (record);

  if (self->kind == DOV_MEETING_KIND_COUNCIL && self->family_id == 0)
    dov_problems_add (problems, record, "family_id", NULL, _("Choose the family that the council was about."));
}

DOV_DEFINE_RECORD (DovMeetingProtocol, dov_meeting_protocol, fields,
                   .table = "meeting_protocol",
                   .label = N_("Protocol of a meeting"),
                   .labels = N_("Protocols of meetings"),
                   .line = N_("no. {no} of {date}, {kind}"),
                   .check = dov_meeting_protocol_check)
