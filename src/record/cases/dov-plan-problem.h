/* dov-plan-problem.h - a problem that a programme is to solve, and its cause */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_PLAN_PROBLEM (dov_plan_problem_get_type ())
G_DECLARE_FINAL_TYPE (DovPlanProblem, dov_plan_problem, DOV, PLAN_PROBLEM, DovRecord)

struct _DovPlanProblem
{
  DovRecord parent_instance;

  gint64  plan_id;
  gint64  problem_id;
  char   *cause;
  gint64  severity;
  GDate  *resolved_on;
};

G_END_DECLS
