/* dov-club-session.h - one session of a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLUB_SESSION (dov_club_session_get_type ())
G_DECLARE_FINAL_TYPE (DovClubSession, dov_club_session, DOV, CLUB_SESSION, DovRecord)

struct _DovClubSession
{
  DovRecord parent_instance;

  gint64     group_id;
  GDateTime *starts_at;
  gint64     hours;
  char      *topic;
  gint64     leader_id;
  char      *place;
};

GDateTime *dov_club_session_dup_end (DovClubSession *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
