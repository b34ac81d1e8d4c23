/* dov-work-plan-page.h - the plan of a month, a quarter or a year: events, other work, on its way to be approved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-period.h"

G_BEGIN_DECLS

#define DOV_TYPE_WORK_PLAN_PAGE (dov_work_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (DovWorkPlanPage, dov_work_plan_page, DOV, WORK_PLAN_PAGE, DovPage)

DovPage *dov_work_plan_page_new     (DovStore        *store,
                                     gint64           id);
DovPage *dov_work_plan_page_new_for (DovStore        *store,
                                     gint64           lounge,
                                     const DovPeriod *period);

G_END_DECLS
