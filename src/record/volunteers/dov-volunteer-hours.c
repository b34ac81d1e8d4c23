/* dov-volunteer-hours.c - how long a volunteer helped on one day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer-hours.h"

#include "dov-drive.h"
#include "dov-event.h"
#include "dov-patrol-shift.h"
#include "dov-volunteer.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovVolunteerHours, volunteer_id, N_("Volunteer"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_volunteer_get_type),
  DOV_DATE (DovVolunteerHours, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY),
  DOV_QUANTITY (DovVolunteerHours, hours, N_("Hours"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovVolunteerHours, work, N_("What was done"), DOV_LISTED),
  DOV_LINK (DovVolunteerHours, event_id, N_("Event"), DOV_LISTED, dov_event_get_type),
  DOV_LINK (DovVolunteerHours, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovVolunteerHours, shift_id, N_("Shift"), DOV_LISTED, dov_patrol_shift_get_type),
};

static void
dov_volunteer_hours_check (DovRecord *record,
                           GPtrArray *problems)
{
  DovVolunteerHours *self = DOV_VOLUNTEER_HOURS (record);
  GDate today = dov_today ();

  if (self->date != NULL && g_date_compare (self->date, &today) > 0)
    dov_problems_add (problems, record, "date", "W3",
                      _("This day is still to come. Write the hours down when the work is done."));
}

DOV_DEFINE_RECORD (DovVolunteerHours, dov_volunteer_hours, fields,
                   .table = "volunteer_hours",
                   .label = N_("Hours of a volunteer"),
                   .labels = N_("Hours of volunteers"),
                   /* Translators: a date and how many hours somebody worked on it */
                   .line = N_("{date} · {hours} h"),
                   .check = dov_volunteer_hours_check)
