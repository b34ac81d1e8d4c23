/* dov-plan-template.c - a step that programmes of some families usually have, and in how many days it is due */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-template.h"

#include "dov-fold.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovPlanTemplate, title, N_("What is done"), DOV_REQUIRED | DOV_LISTED),
  DOV_ITEM (DovPlanTemplate, category_id, N_("For families of the category"), DOV_LISTED, "family_category"),
  DOV_ITEM (DovPlanTemplate, problem_id, N_("Problem"), DOV_LISTED, "problem"),
  DOV_TEXT (DovPlanTemplate, cause, N_("Cause that is usual"), 0),
  DOV_ITEM (DovPlanTemplate, method_id, N_("Method"), DOV_LISTED, "plan_method"),
  DOV_NUMBER_TO (DovPlanTemplate, days, N_("Due in so many days"), DOV_REQUIRED | DOV_LISTED | DOV_ABOVE_ZERO, 1000),
  DOV_TEXT (DovPlanTemplate, frequency, N_("How often"), 0),
};

/* It becomes a problem of a programme, and that has a cause (P1). */
static void
dov_plan_template_check (DovRecord *record,
                         GPtrArray *problems)
{
  DovPlanTemplate *self = DOV_PLAN_TEMPLATE (record);

  if (self->problem_id != 0 && dov_fold_is_empty (self->cause))
    dov_problems_add (problems, record, "cause", "P1",
                      _("Write down the usual cause: it is put right in each programme."));
}

DOV_DEFINE_RECORD (DovPlanTemplate, dov_plan_template, fields,
                   .table = "plan_template",
                   .label = N_("Usual step of programmes"),
                   .labels = N_("Usual steps of programmes"),
                   .line = "{title}",
                   .check = dov_plan_template_check)
