/* dov-event-series.c - a series of events, such as a weekly film show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-series.h"

#include "dov-lounge.h"
#include "dov-ref-item.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovEventSeries, dov_event_series, DOV_TYPE_RECORD)

DOV_DEFINE_CHOICES (
  DovRecurrence, dov_recurrence,
  { DOV_RECURRENCE_WEEKLY, N_("weekly"), "weekly" })

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
  DOV_CHOICE (DovEventSeries, recurrence, N_("Recurrence"), DOV_LISTED,
              DovRecurrence, dov_recurrence_get_type),
  DOV_CHOICE (DovEventSeries, weekday, N_("Weekday"), DOV_LISTED, DovWeekday, dov_weekday_get_type),
  DOV_TIME (DovEventSeries, time, N_("Time"), DOV_LISTED),
  DOV_DATE (DovEventSeries, since, N_("Since"), DOV_LISTED),
  DOV_DATE (DovEventSeries, until, N_("Until"), DOV_LISTED),
  DOV_ITEM (DovEventSeries, form_id, N_("Form"), 0, "event_form"),
  DOV_CHOICE (DovEventSeries, audience, N_("Audience"), 0, DovAudience, dov_audience_get_type),
  DOV_LINK (DovEventSeries, responsible_id, N_("Responsible"), DOV_LISTED, dov_staff_get_type),
};

static char *
dov_event_series_describe (DovRecord *record)
{
  DovEventSeries *self = DOV_EVENT_SERIES (record);

  return g_strdup (self->title);
}

static void
dov_event_series_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovEventSeries *self = DOV_EVENT_SERIES (record);

  dov_problems_check_span (problems, record, "since", "until");
  if (self->recurrence == DOV_RECURRENCE_WEEKLY && self->weekday == 0)
    dov_problems_add (problems, record, "weekday", NULL, _("Choose the weekday on which the series goes on."));
}

static void
dov_event_series_class_init (DovEventSeriesClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Series");
  record_class->labels = N_("Series of events");
  record_class->describe = dov_event_series_describe;
  record_class->check = dov_event_series_check;

  dov_record_class_set_fields (record_class, "event_series", fields, G_N_ELEMENTS (fields));
}

static void
dov_event_series_init (DovEventSeries *self)
{
}
