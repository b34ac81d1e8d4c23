/* dov-club-attendance.h - the mark of one person at one session */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CLUB_MARK_PRESENT = 1,
  DOV_CLUB_MARK_ABSENT,
  DOV_CLUB_MARK_ILL,
  DOV_CLUB_MARK_EXCUSED,
} DovClubMark;

GType dov_club_mark_get_type (void);

#define DOV_TYPE_CLUB_ATTENDANCE (dov_club_attendance_get_type ())
G_DECLARE_FINAL_TYPE (DovClubAttendance, dov_club_attendance, DOV, CLUB_ATTENDANCE, DovRecord)

struct _DovClubAttendance
{
  DovRecord parent_instance;

  gint64      session_id;
  gint64      person_id;
  DovClubMark mark;
};

const char *dov_club_mark_get_sign (DovClubMark mark);

G_END_DECLS
