/* dov-club-plan-page.h - the sessions of a month, made from the schedule in one step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLUB_PLAN_PAGE (dov_club_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (DovClubPlanPage, dov_club_plan_page, DOV, CLUB_PLAN_PAGE, DovPage)

DovPage *dov_club_plan_page_new (DovStore    *store,
                                 gint64       group_id,
                                 const GDate *day);

G_END_DECLS
