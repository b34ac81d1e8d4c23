/* dov-event-report.h - what is told about an event that was held */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENT_REPORT (dov_event_report_get_type ())
G_DECLARE_FINAL_TYPE (DovEventReport, dov_event_report, DOV, EVENT_REPORT, DovRecord)

struct _DovEventReport
{
  DovRecord parent_instance;

  gint64  event_id;
  char   *goals;
  char   *description;
  char   *partners;
  char   *results;
  gint64  photos;
  char   *links;
  char   *feedback;
  char   *resources;
  gint64  signed_by_id;
  GDate  *signed_on;
};

/* How long the description of an event should be, in letters. */
#define DOV_EVENT_REPORT_LEAST 300
#define DOV_EVENT_REPORT_MOST 1500

glong dov_event_report_count_letters (const char *description);

G_END_DECLS
