/* dov-volunteer-page.h - one volunteer: consent, hours entered in one line, sums by month and kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_VOLUNTEER_PAGE (dov_volunteer_page_get_type ())
G_DECLARE_FINAL_TYPE (DovVolunteerPage, dov_volunteer_page, DOV, VOLUNTEER_PAGE, DovPage)

DovPage *dov_volunteer_page_new (DovStore *store,
                                 gint64    volunteer_id);

G_END_DECLS
