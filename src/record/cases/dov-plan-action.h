/* dov-plan-action.h - a step of a programme: who does what by when, and the proof that it was done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PLAN_ACTION_STATUS_PLANNED = 1,
  DOV_PLAN_ACTION_STATUS_IN_PROGRESS,
  DOV_PLAN_ACTION_STATUS_DONE,
  DOV_PLAN_ACTION_STATUS_CANCELLED,
} DovPlanActionStatus;

GType dov_plan_action_status_get_type (void);

#define DOV_TYPE_PLAN_ACTION (dov_plan_action_get_type ())
G_DECLARE_FINAL_TYPE (DovPlanAction, dov_plan_action, DOV, PLAN_ACTION, DovRecord)

struct _DovPlanAction
{
  DovRecord parent_instance;

  gint64               plan_id;
  char                *title;
  gint64               plan_problem_id;
  gint64               method_id;
  gint64               staff_id;
  gint64               organisation_id;
  GDate               *due_from;
  GDate               *due_to;
  char                *frequency;
  DovPlanActionStatus  status;
  GDate               *done_on;
  char                *result;
  gint64               visit_id;
  gint64               contact_id;
  gint64               event_id;
  gint64               distribution_id;
  gint64               previous_id;     /* the same step in the version before */
};

gboolean dov_plan_action_is_overdue (DovPlanAction *self,
                                     const GDate   *today);

G_END_DECLS
