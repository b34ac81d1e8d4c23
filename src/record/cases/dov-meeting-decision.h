/* dov-meeting-decision.h - one item of a protocol: what was heard, what was decided, who does it by when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_MEETING_DECISION (dov_meeting_decision_get_type ())
G_DECLARE_FINAL_TYPE (DovMeetingDecision, dov_meeting_decision, DOV, MEETING_DECISION, DovRecord)

struct _DovMeetingDecision
{
  DovRecord parent_instance;

  gint64  protocol_id;
  char   *heard;
  char   *decision;
  gint64  family_id;
  gint64  responsible_id;
  GDate  *due_on;
  GDate  *done_on;
};

G_END_DECLS
