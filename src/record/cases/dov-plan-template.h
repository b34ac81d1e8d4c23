/* dov-plan-template.h - a step that programmes of some families usually have, and in how many days it is due */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_PLAN_TEMPLATE (dov_plan_template_get_type ())
G_DECLARE_FINAL_TYPE (DovPlanTemplate, dov_plan_template, DOV, PLAN_TEMPLATE, DovRecord)

struct _DovPlanTemplate
{
  DovRecord parent_instance;

  char   *title;
  gint64  category_id;
  gint64  problem_id;
  char   *cause;
  gint64  method_id;
  gint64  days;
  char   *frequency;
};

G_END_DECLS
