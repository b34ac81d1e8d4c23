/* dov-plan-work.h - what is done with a programme: to the next state, a new version, steps that are usual */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-case-plan.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean   dov_plan_work_is_stage       (DovStore      *store,
                                         DovRecord     *draft);
DovRecord *dov_plan_work_new_stage      (DovStore      *store,
                                         DovRecord     *plan,
                                         DovPlanStatus  status) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_plan_work_begin          (DovStore      *store,
                                         DovRecord     *plan,
                                         const char    *unused,
                                         GError       **error);
gboolean   dov_plan_work_make_version   (DovStore      *store,
                                         DovRecord     *plan,
                                         const char    *reason,
                                         gint64        *version,
                                         GError       **error);

DovRecord *dov_plan_work_new_asked_step (DovStore      *store,
                                         DovRecord     *paper) G_GNUC_WARN_UNUSED_RESULT;

GArray    *dov_plan_work_list_templates (DovStore      *store,
                                         gint64         family_id) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_plan_work_take_templates (DovStore      *store,
                                         DovRecord     *plan,
                                         const char    *unused,
                                         GError       **error);

G_END_DECLS
