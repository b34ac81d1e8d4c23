/* dov-plan-step.h - a step of a programme: its line on a page, and the form that closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-look.h"
#include "dov-plan-action.h"

G_BEGIN_DECLS

GtkWidget *dov_plan_step_row_new (DovStore      *store,
                                  DovPlanAction *step,
                                  gboolean       is_urgent);
DovPage   *dov_plan_step_open    (DovStore      *store,
                                  DovRecord     *draft,
                                  gint64         kept);

G_END_DECLS
