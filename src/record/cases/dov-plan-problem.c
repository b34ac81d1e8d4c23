/* dov-plan-problem.c - a problem that a programme is to solve, and its cause */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-problem.h"

#include "dov-case-plan.h"
#include "dov-fold.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovPlanProblem, plan_id, N_("Programme of support"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_case_plan_get_type),
  DOV_ITEM (DovPlanProblem, problem_id, N_("Problem"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL, "problem"),
  DOV_NOTE (DovPlanProblem, cause, N_("Cause"), DOV_PERSONAL),
  DOV_NUMBER_TO (DovPlanProblem, severity, N_("How grave, 1 to 3"), DOV_LISTED | DOV_ABOVE_ZERO, 3),
  DOV_DATE (DovPlanProblem, resolved_on, N_("Solved on"), DOV_PAST),
};

static void
dov_plan_problem_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovPlanProblem *self = DOV_PLAN_PROBLEM (record);

  if (self->problem_id != 0 && dov_fold_is_empty (self->cause))
    dov_problems_add (problems, record, "cause", "P1", _("Write down the cause: it says what is to be done."));
}

DOV_DEFINE_RECORD (DovPlanProblem, dov_plan_problem, fields,
                   .table = "plan_problem",
                   .label = N_("Problem and cause"),
                   .labels = N_("Problems and causes"),
                   .line = "[{cause}]",
                   .subject = "plan_id",
                   .check = dov_plan_problem_check)
