/* dov-attendance.h - somebody by name at an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_ATTENDANCE_STATUS_REGISTERED = 1,
  DOV_ATTENDANCE_STATUS_CHECKED_IN,
  DOV_ATTENDANCE_STATUS_WALK_IN,
  DOV_ATTENDANCE_STATUS_NO_SHOW,
  DOV_ATTENDANCE_STATUS_CANCELLED,
  DOV_ATTENDANCE_STATUS_WAITING,
} DovAttendanceStatus;

GType dov_attendance_status_get_type (void);

typedef enum
{
  DOV_ATTENDANCE_ROLE_GUEST = 1,
  DOV_ATTENDANCE_ROLE_PARENT,
  DOV_ATTENDANCE_ROLE_HELPER,
  DOV_ATTENDANCE_ROLE_MENTOR,
  DOV_ATTENDANCE_ROLE_ORGANISER,
} DovAttendanceRole;

GType dov_attendance_role_get_type (void);

#define DOV_TYPE_ATTENDANCE (dov_attendance_get_type ())
G_DECLARE_FINAL_TYPE (DovAttendance, dov_attendance, DOV, ATTENDANCE, DovRecord)

struct _DovAttendance
{
  DovRecord parent_instance;

  gint64               event_id;
  gint64               person_id;
  DovAttendanceStatus  status;
  DovAttendanceRole    role;
  GDateTime           *check_in_at;
  gint64               accompanied_by_id;
};

gboolean dov_attendance_was_there (DovAttendance *self);
gboolean dov_attendance_is_visit (DovAttendance *self);

G_END_DECLS
