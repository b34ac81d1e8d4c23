/* dov-patrol-absence.h - days on which a member cannot come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_PATROL_ABSENCE (dov_patrol_absence_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolAbsence, dov_patrol_absence, DOV, PATROL_ABSENCE, DovRecord)

struct _DovPatrolAbsence
{
  DovRecord parent_instance;

  gint64  member_id;
  GDate  *since;
  GDate  *until;
  char   *reason;
};

G_END_DECLS
