/* dov-new-family-page.h - a new family, with the first people in it, in one go */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-form-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_NEW_FAMILY_PAGE (dov_new_family_page_get_type ())
G_DECLARE_FINAL_TYPE (DovNewFamilyPage, dov_new_family_page, DOV, NEW_FAMILY_PAGE, DovFormPage)

DovPage *dov_new_family_page_new (DovStore  *store,
                                  DovRecord *draft,
                                  gint64     kept);

G_END_DECLS
