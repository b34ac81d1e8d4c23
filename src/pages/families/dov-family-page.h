/* dov-family-page.h - one family: who belongs to it, its categories, visits, home and history */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-tabs.h"

G_BEGIN_DECLS

#define DOV_TYPE_FAMILY_PAGE (dov_family_page_get_type ())
G_DECLARE_FINAL_TYPE (DovFamilyPage, dov_family_page, DOV, FAMILY_PAGE, DovPage)

DovPage *dov_family_page_new      (DovStore      *store,
                                   gint64         family);
DovTabs *dov_family_page_get_tabs (DovFamilyPage *self);

G_END_DECLS
