/* dov-preferences-page.h - the lounge and who signs, this computer, the file and its copies */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_PREFERENCES_PAGE (dov_preferences_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPreferencesPage, dov_preferences_page, DOV, PREFERENCES_PAGE, DovPage)

DovPage *dov_preferences_page_new (DovStore *store);

G_END_DECLS
