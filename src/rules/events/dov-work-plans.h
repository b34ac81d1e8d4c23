/* dov-work-plans.h - a plan of work: found, submitted, approved with its events */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"
#include "dov-work-plan.h"

G_BEGIN_DECLS

DovWorkPlan *dov_work_plan_find        (DovStore         *store,
                                        gint64            lounge,
                                        const DovPeriod  *period) G_GNUC_WARN_UNUSED_RESULT;
DovWorkPlan *dov_work_plan_begin       (gint64            lounge,
                                        const DovPeriod  *period) G_GNUC_WARN_UNUSED_RESULT;
GArray      *dov_work_plan_list_events (DovStore         *store,
                                        DovWorkPlan      *plan,
                                        const char       *statuses) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_work_plan_submit      (DovStore         *store,
                                        DovWorkPlan      *plan,
                                        const GDate      *on,
                                        GError          **error);
gboolean     dov_work_plan_hand_in     (DovStore         *store,
                                        gint64            lounge,
                                        const DovPeriod  *period,
                                        const GDate      *on,
                                        GError          **error);
gboolean     dov_work_plan_approve     (DovStore         *store,
                                        DovWorkPlan      *plan,
                                        const GDate      *on,
                                        const char       *by,
                                        GError          **error);
gboolean     dov_work_plan_take_back   (DovStore         *store,
                                        DovWorkPlan      *plan,
                                        GError          **error);
gboolean     dov_work_plan_take_in     (DovStore         *store,
                                        DovWorkPlan      *plan,
                                        GError          **error);

G_END_DECLS
