/* dov-attendance.c - somebody by name at an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-attendance.h"

#include "dov-event.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovAttendanceStatus, dov_attendance_status,
  { DOV_ATTENDANCE_STATUS_REGISTERED, N_("registered"), "registered" },
  { DOV_ATTENDANCE_STATUS_CHECKED_IN, N_("was there"), "checked_in" },
  { DOV_ATTENDANCE_STATUS_WALK_IN, N_("came unregistered"), "walk_in" },
  { DOV_ATTENDANCE_STATUS_NO_SHOW, N_("did not come"), "no_show" },
  { DOV_ATTENDANCE_STATUS_CANCELLED, N_("cancelled"), "cancelled" },
  { DOV_ATTENDANCE_STATUS_WAITING, N_("on the waiting list"), "waiting" })

DOV_DEFINE_CHOICES (
  DovAttendanceRole, dov_attendance_role,
  { DOV_ATTENDANCE_ROLE_GUEST, N_("participant or spectator"), "guest" },
  { DOV_ATTENDANCE_ROLE_PARENT, N_("parent"), "parent" },
  { DOV_ATTENDANCE_ROLE_HELPER, N_("volunteer"), "helper" },
  { DOV_ATTENDANCE_ROLE_MENTOR, N_("mentor"), "mentor" },
  { DOV_ATTENDANCE_ROLE_ORGANISER, N_("organiser"), "organiser" })

static const DovField fields[] = {
  DOV_LINK (DovAttendance, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED | DOV_PART, dov_event_get_type),
  DOV_LINK (DovAttendance, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovAttendance, status, N_("Mark"), DOV_REQUIRED | DOV_LISTED,
              DovAttendanceStatus, dov_attendance_status_get_type),
  DOV_CHOICE (DovAttendance, role, N_("Role at the event"), DOV_REQUIRED | DOV_LISTED,
              DovAttendanceRole, dov_attendance_role_get_type),
  DOV_MOMENT (DovAttendance, check_in_at, N_("Came at"), DOV_LISTED | DOV_PAST),
  DOV_LINK (DovAttendance, accompanied_by_id, N_("Accompanied by"), DOV_PERSONAL, dov_person_get_type),
};

/**
 * dov_attendance_was_there:
 *
 * Returns: whether the person came, in whichever role
 */
gboolean
dov_attendance_was_there (DovAttendance *self)
{
  return self->status == DOV_ATTENDANCE_STATUS_CHECKED_IN || self->status == DOV_ATTENDANCE_STATUS_WALK_IN;
}

/**
 * dov_attendance_is_visit:
 *
 * Returns: whether the person was there as one of the public, and so is one
 *   of those that the headcount counts; helpers and organisers are not
 */
gboolean
dov_attendance_is_visit (DovAttendance *self)
{
  return dov_attendance_was_there (self) &&
         (self->role == DOV_ATTENDANCE_ROLE_GUEST || self->role == DOV_ATTENDANCE_ROLE_PARENT);
}

static void
dov_attendance_check (DovRecord *record,
                      GPtrArray *problems)
{
  DovAttendance *self = DOV_ATTENDANCE (record);

  if (self->accompanied_by_id != 0 && self->accompanied_by_id == self->person_id)
    dov_problems_add (problems, record, "accompanied_by_id", NULL,
                      _("Nobody accompanies themselves. Choose another person or leave this empty."));
  if (self->check_in_at != NULL && !dov_attendance_was_there (self))
    dov_problems_add (problems, record, "check_in_at", "E1",
                      _("Only who was there has a time of coming. Mark the person as there, or clear the time."));
}

DOV_DEFINE_RECORD (DovAttendance, dov_attendance, fields,
                   .table = "attendance",
                   .label = N_("Attendance"),
                   .labels = N_("Attendances"),
                   .line = "{status}",
                   .check = dov_attendance_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovAttendance, role, DOV_ATTENDANCE_ROLE_GUEST)))
