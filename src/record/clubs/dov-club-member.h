/* dov-club-member.h - somebody who belongs to a group for a while */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLUB_MEMBER (dov_club_member_get_type ())
G_DECLARE_FINAL_TYPE (DovClubMember, dov_club_member, DOV, CLUB_MEMBER, DovRecord)

struct _DovClubMember
{
  DovRecord parent_instance;

  gint64  group_id;
  gint64  person_id;
  GDate  *since;
  GDate  *until;
  char   *leave_reason;
  char   *application_no;
  GDate  *application_date;
};

G_END_DECLS
