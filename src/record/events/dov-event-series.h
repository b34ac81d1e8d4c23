/* dov-event-series.h - a series of events, such as a weekly film show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-matter.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_RECURRENCE_WEEKLY = 1,
  DOV_RECURRENCE_FORTNIGHTLY,
  DOV_RECURRENCE_MONTHLY,
} DovRecurrence;

GType dov_recurrence_get_type (void);

typedef enum
{
  DOV_WEEK_OF_MONTH_FIRST = 1,
  DOV_WEEK_OF_MONTH_SECOND,
  DOV_WEEK_OF_MONTH_THIRD,
  DOV_WEEK_OF_MONTH_FOURTH,
  DOV_WEEK_OF_MONTH_LAST,
} DovWeekOfMonth;

GType dov_week_of_month_get_type (void);

typedef enum
{
  DOV_WEEKDAY_MON = 1,
  DOV_WEEKDAY_TUE,
  DOV_WEEKDAY_WED,
  DOV_WEEKDAY_THU,
  DOV_WEEKDAY_FRI,
  DOV_WEEKDAY_SAT,
  DOV_WEEKDAY_SUN,
} DovWeekday;

GType dov_weekday_get_type (void);

#define DOV_TYPE_EVENT_SERIES (dov_event_series_get_type ())
G_DECLARE_FINAL_TYPE (DovEventSeries, dov_event_series, DOV, EVENT_SERIES, DovRecord)

struct _DovEventSeries
{
  DovRecord parent_instance;

  char           *title;
  gint64          lounge_id;
  char           *place;
  DovRecurrence   recurrence;
  DovWeekday      weekday;
  DovWeekOfMonth  week;
  DovTime         time;
  DovTime         ends;
  GDate          *since;
  GDate          *until;
  gint64          form_id;
  DovDirection    direction;
  DovAudience     audience;
  DovAgeMark      age_mark;
  gint64          responsible_id;
  gint64          planned_count;
  gboolean        registration;
  gint64          seat_limit;
  char           *note;
};

G_END_DECLS
