/* dov-club-slot.h - when a group meets every week: one line of its schedule */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-series.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLUB_SLOT (dov_club_slot_get_type ())
G_DECLARE_FINAL_TYPE (DovClubSlot, dov_club_slot, DOV, CLUB_SLOT, DovRecord)

struct _DovClubSlot
{
  DovRecord parent_instance;

  gint64      group_id;
  DovWeekday  weekday;
  DovTime     time;
  gint64      hours;
  char       *place;
};

G_END_DECLS
