/* dov-meeting-protocol.h - what was spoken of and decided at a meeting */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_MEETING_KIND_COMMITTEE = 1,
  DOV_MEETING_KIND_GROUP,
  DOV_MEETING_KIND_ROUND_TABLE,
  DOV_MEETING_KIND_COUNCIL,
} DovMeetingKind;

GType dov_meeting_kind_get_type (void);

#define DOV_TYPE_MEETING_PROTOCOL (dov_meeting_protocol_get_type ())
G_DECLARE_FINAL_TYPE (DovMeetingProtocol, dov_meeting_protocol, DOV, MEETING_PROTOCOL, DovRecord)

struct _DovMeetingProtocol
{
  DovRecord parent_instance;

  char           *no;
  GDate          *date;
  gint64          lounge_id;
  DovMeetingKind  kind;
  gint64          family_id;
  char           *place;
  gint64          chair_id;
  gint64          secretary_id;
  char           *attendees;
  char           *agenda;
};

G_END_DECLS
