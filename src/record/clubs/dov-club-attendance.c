/* dov-club-attendance.c - the mark of one person at one session */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-attendance.h"

#include "dov-club-session.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovClubMark, dov_club_mark,
  { DOV_CLUB_MARK_PRESENT, N_("was at the session"), "present" },
  { DOV_CLUB_MARK_ABSENT, N_("did not come to the session"), "absent" },
  { DOV_CLUB_MARK_ILL, N_("was ill"), "ill" },
  { DOV_CLUB_MARK_EXCUSED, N_("good reason"), "excused" })

static const DovField fields[] = {
  DOV_LINK (DovClubAttendance, session_id, N_("Session of a group"), DOV_REQUIRED | DOV_LISTED,
            dov_club_session_get_type),
  DOV_LINK (DovClubAttendance, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovClubAttendance, mark, N_("Mark"), DOV_REQUIRED | DOV_LISTED,
              DovClubMark, dov_club_mark_get_type),
};

/**
 * dov_club_mark_get_sign:
 *
 * Returns: the sign that journals of groups have for the mark, in the language of the interface
 */
const char *
dov_club_mark_get_sign (DovClubMark mark)
{
  switch (mark)
    {
    case DOV_CLUB_MARK_PRESENT:
      return "+";

    case DOV_CLUB_MARK_ABSENT:
      /* Translators: one letter for somebody who did not come; Russian journals have «н» */
      return C_("mark", "n");

    case DOV_CLUB_MARK_ILL:
      /* Translators: one letter for somebody who was ill; Russian journals have «б» */
      return C_("mark", "i");

    case DOV_CLUB_MARK_EXCUSED:
      /* Translators: one letter for a good reason; Russian journals have «у» */
      return C_("mark", "e");

    default:
      return "";
    }
}

DOV_DEFINE_RECORD (DovClubAttendance, dov_club_attendance, fields,
                   .table = "club_attendance",
                   .label = N_("Mark at a session"),
                   .labels = N_("Marks at sessions"),
                   .line = "{mark}")
