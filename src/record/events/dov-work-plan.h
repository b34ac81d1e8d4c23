/* dov-work-plan.h - the plan of a lounge for a month, a quarter or a year */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-period.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_WORK_PLAN_KIND_MONTH = 1,
  DOV_WORK_PLAN_KIND_QUARTER,
  DOV_WORK_PLAN_KIND_YEAR,
} DovWorkPlanKind;

GType dov_work_plan_kind_get_type (void);

typedef enum
{
  DOV_WORK_PLAN_STATUS_DRAFT = 1,
  DOV_WORK_PLAN_STATUS_SUBMITTED,
  DOV_WORK_PLAN_STATUS_APPROVED,
} DovWorkPlanStatus;

GType dov_work_plan_status_get_type (void);

#define DOV_TYPE_WORK_PLAN (dov_work_plan_get_type ())
G_DECLARE_FINAL_TYPE (DovWorkPlan, dov_work_plan, DOV, WORK_PLAN, DovRecord)

struct _DovWorkPlan
{
  DovRecord parent_instance;

  gint64            lounge_id;
  DovWorkPlanKind   period_kind;
  GDate            *since;
  GDate            *until;
  DovWorkPlanStatus status;
  GDate            *submitted_on;
  GDate            *approved_on;
  char             *approved_by;
  char             *note;
};

gboolean dov_work_plan_get_period (DovWorkPlan *self,
                                   DovPeriod   *period);

G_END_DECLS
