/* dov-event-series.h - a series of events, such as a weekly film show */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_RECURRENCE_WEEKLY = 1,
} DovRecurrence;

GType dov_recurrence_get_type (void);

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

  char          *title;
  gint64         lounge_id;
  DovRecurrence  recurrence;
  DovWeekday     weekday;
  DovTime        time;
  GDate         *since;
  GDate         *until;
  gint64         form_id;
  DovAudience    audience;
  gint64         responsible_id;
};

G_END_DECLS
