/* dov-event-series.c - a series of events, such as a weekly film show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-series.h"

#include "dov-lounge.h"
#include "dov-ref-item.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovRecurrence, dov_recurrence,
  { DOV_RECURRENCE_WEEKLY, N_("weekly"), "weekly" },
  { DOV_RECURRENCE_FORTNIGHTLY, N_("every second week"), "fortnightly" },
  { DOV_RECURRENCE_MONTHLY, N_("once a month"), "monthly" })

DOV_DEFINE_CHOICES (
  DovWeekOfMonth, dov_week_of_month,
  { DOV_WEEK_OF_MONTH_FIRST, N_("first in the month"), "first" },
  { DOV_WEEK_OF_MONTH_SECOND, N_("second in the month"), "second" },
  { DOV_WEEK_OF_MONTH_THIRD, N_("third in the month"), "third" },
  { DOV_WEEK_OF_MONTH_FOURTH, N_("fourth in the month"), "fourth" },
  { DOV_WEEK_OF_MONTH_LAST, N_("last in the month"), "last" })

DOV_DEFINE_CHOICES (
  DovWeekday, dov_weekday,
  { DOV_WEEKDAY_MON, N_("Monday"), "mon" },
  { DOV_WEEKDAY_TUE, N_("Tuesday"), "tue" },
  { DOV_WEEKDAY_WED, N_("Wednesday"), "wed" },
  { DOV_WEEKDAY_THU, N_("Thursday"), "thu" },
  { DOV_WEEKDAY_FRI, N_("Friday"), "fri" },
  { DOV_WEEKDAY_SAT, N_("Saturday"), "sat" },
  { DOV_WEEKDAY_SUN, N_("Sunday"), "sun" })

static const DovField fields[] = {
  DOV_TEXT (DovEventSeries, title, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovEventSeries, lounge_id, N_("Lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovEventSeries, place, N_("Place"), 0),
  DOV_CHOICE (DovEventSeries, recurrence, N_("Recurrence"), DOV_LISTED,
              DovRecurrence, dov_recurrence_get_type),
  DOV_CHOICE (DovEventSeries, weekday, N_("Weekday"), DOV_LISTED, DovWeekday, dov_weekday_get_type),
  DOV_CHOICE (DovEventSeries, week, N_("Which one"), 0, DovWeekOfMonth, dov_week_of_month_get_type),
  DOV_TIME (DovEventSeries, time, N_("Time"), DOV_LISTED),
  DOV_TIME (DovEventSeries, ends, N_("Ends at"), 0),
  DOV_DATE (DovEventSeries, since, N_("Since"), DOV_LISTED),
  DOV_DATE_AFTER (DovEventSeries, until, N_("Until"), DOV_LISTED, since),
  DOV_ITEM (DovEventSeries, form_id, N_("Form"), 0, "event_form"),
  DOV_CHOICE (DovEventSeries, direction, N_("Direction"), 0, DovDirection, dov_direction_get_type),
  DOV_CHOICE (DovEventSeries, audience, N_("Audience"), 0, DovAudience, dov_audience_get_type),
  DOV_CHOICE (DovEventSeries, age_mark, N_("Age mark"), 0, DovAgeMark, dov_age_mark_get_type),
  DOV_LINK (DovEventSeries, responsible_id, N_("Responsible"), DOV_LISTED, dov_staff_get_type),
  DOV_NUMBER (DovEventSeries, planned_count, N_("Planned, people"), 0),
  DOV_FLAG (DovEventSeries, registration, N_("Registration is needed"), 0),
  DOV_NUMBER (DovEventSeries, seat_limit, N_("Limit of places"), 0),
  DOV_NOTE (DovEventSeries, note, N_("Note"), 0),
};

static void
dov_event_series_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovEventSeries *self = DOV_EVENT_SERIES (record);

  if (self->recurrence != 0 && self->weekday == 0)
    dov_problems_add (problems, record, "weekday", NULL, _("Choose the weekday on which the series goes on."));
  if (self->recurrence == DOV_RECURRENCE_MONTHLY && self->week == 0)
    dov_problems_add (problems, record, "week", NULL,
                      _("Choose which weekday of the month it is: the first, the last…"));
  if (self->time != DOV_NO_TIME && self->ends != DOV_NO_TIME && self->ends == self->time)
    dov_problems_add (problems, record, "ends", NULL, _("It ends when it begins. Type when it ends."));
}

DOV_DEFINE_RECORD (DovEventSeries, dov_event_series, fields,
                   .table = "event_series",
                   .label = N_("Series"),
                   .labels = N_("Series of events"),
                   .line = "{title}",
                   .check = dov_event_series_check)
