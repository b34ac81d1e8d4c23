/* dov-club-month-page.h - the journal of a group for one month: who was at which session */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-month.h"
#include "dov-mark-grid.h"
#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLUB_MONTH_PAGE (dov_club_month_page_get_type ())
G_DECLARE_FINAL_TYPE (DovClubMonthPage, dov_club_month_page, DOV, CLUB_MONTH_PAGE, DovPage)

DovPage      *dov_club_month_page_new       (DovStore         *store,
                                             gint64            group_id,
                                             const GDate      *day);
DovMarkGrid  *dov_club_month_page_get_grid  (DovClubMonthPage *self);
DovClubMonth *dov_club_month_page_get_month (DovClubMonthPage *self);

G_END_DECLS
