/* dov-volunteer-hours.h - how long a volunteer helped on one day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_VOLUNTEER_HOURS (dov_volunteer_hours_get_type ())
G_DECLARE_FINAL_TYPE (DovVolunteerHours, dov_volunteer_hours, DOV, VOLUNTEER_HOURS, DovRecord)

struct _DovVolunteerHours
{
  DovRecord parent_instance;

  gint64  volunteer_id;
  GDate  *date;
  gint64  hours;
  char   *work;
  gint64  event_id;
  gint64  drive_id;
  gint64  shift_id;
};

G_END_DECLS
