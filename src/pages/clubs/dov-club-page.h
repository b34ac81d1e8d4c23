/* dov-club-page.h - one group: its figures, members, sessions, schedule, achievements, passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-tabs.h"

G_BEGIN_DECLS

#define DOV_TYPE_CLUB_PAGE (dov_club_page_get_type ())
G_DECLARE_FINAL_TYPE (DovClubPage, dov_club_page, DOV, CLUB_PAGE, DovPage)

DovPage *dov_club_page_new      (DovStore    *store,
                                 gint64       group_id);
DovTabs *dov_club_page_get_tabs (DovClubPage *self);

G_END_DECLS
