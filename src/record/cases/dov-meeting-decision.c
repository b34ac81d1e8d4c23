/* dov-meeting-decision.c - one item of a protocol: what was heard, what was decided, who does it by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-meeting-decision.h"

#include "dov-family.h"
#include "dov-meeting-protocol.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovMeetingDecision, protocol_id, N_("Protocol of a meeting"),
            DOV_REQUIRED | DOV_LISTED | DOV_PART, dov_meeting_protocol_get_type),
  DOV_TEXT (DovMeetingDecision, heard, N_("Heard"), DOV_PERSONAL),
  DOV_TEXT (DovMeetingDecision, decision, N_("Decided"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_LINK (DovMeetingDecision, family_id, N_("About the family"), DOV_PERSONAL, dov_family_get_type),
  DOV_LINK (DovMeetingDecision, responsible_id, N_("Who does it"), DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_DATE (DovMeetingDecision, due_on, N_("By when"), DOV_LISTED),
  DOV_DATE (DovMeetingDecision, done_on, N_("Done on"), DOV_PAST),
};

DOV_DEFINE_RECORD (DovMeetingDecision, dov_meeting_decision, fields,
                   .table = "meeting_decision",
                   .label = N_("Decision of a meeting"),
                   .labels = N_("Decisions of meetings"),
                   .line = "{decision}")
