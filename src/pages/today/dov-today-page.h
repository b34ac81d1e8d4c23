/* dov-today-page.h - home: what needs a hand, what comes, how the month goes, whether all is safe */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_TODAY_PAGE (dov_today_page_get_type ())
G_DECLARE_FINAL_TYPE (DovTodayPage, dov_today_page, DOV, TODAY_PAGE, DovPage)

DovPage *dov_today_page_new     (DovStore     *store);

G_END_DECLS
