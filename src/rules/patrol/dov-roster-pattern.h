/* dov-roster-pattern.h - by what pattern shifts are dealt out: what people type, not a record that is kept */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"
#include "dov-roster.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_WEEKDAYS_MONDAY    = 1 << 0,
  DOV_WEEKDAYS_TUESDAY   = 1 << 1,
  DOV_WEEKDAYS_WEDNESDAY = 1 << 2,
  DOV_WEEKDAYS_THURSDAY  = 1 << 3,
  DOV_WEEKDAYS_FRIDAY    = 1 << 4,
  DOV_WEEKDAYS_SATURDAY  = 1 << 5,
  DOV_WEEKDAYS_SUNDAY    = 1 << 6,
} DovWeekdays;

GType dov_weekdays_get_type (void);

#define DOV_TYPE_ROSTER_PLAN (dov_roster_plan_get_type ())
G_DECLARE_FINAL_TYPE (DovRosterPlan, dov_roster_plan, DOV, ROSTER_PLAN, DovRecord)

struct _DovRosterPlan
{
  DovRecord parent_instance;

  gint64       patrol_id;
  DovWeekdays  weekdays;
  DovTime      starts;
  DovTime      ends;
  GDate       *since;
  GDate       *until;
  gint64       n_people;
  gint64       route_id;
  gboolean     in_pairs;
};

void     dov_roster_plan_get_pattern (DovRosterPlan    *self,
                                      DovRosterPattern *pattern);

G_END_DECLS
