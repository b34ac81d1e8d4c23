/* dov-plan-problem-box.h - a problem of a programme: how grave, its cause, the steps that are to solve it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-case-plan.h"
#include "dov-plan-problem.h"
#include "dov-store.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_PLAN_PROBLEM_BOX (dov_plan_problem_box_get_type ())
G_DECLARE_FINAL_TYPE (DovPlanProblemBox, dov_plan_problem_box, DOV, PLAN_PROBLEM_BOX, GtkBox)

GtkWidget *dov_plan_problem_box_new (DovStore       *store,
                                     DovCasePlan    *plan,
                                     DovPlanProblem *problem,
                                     guint           nth,
                                     GArray         *urgent);

G_END_DECLS
