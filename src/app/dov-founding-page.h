/* dov-founding-page.h - the first form of a new file: which lounge this is and who runs it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_FOUNDING_PAGE (dov_founding_page_get_type ())
G_DECLARE_FINAL_TYPE (DovFoundingPage, dov_founding_page, DOV, FOUNDING_PAGE, DovPage)

DovPage  *dov_founding_page_new       (DovStore *store);
gboolean  dov_founding_page_is_needed (DovStore *store);

G_END_DECLS
