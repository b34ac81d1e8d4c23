/* dov-nameless-page.h - findings whose names are kept longer than they may be, and taking them out (T9) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_NAMELESS_PAGE (dov_nameless_page_get_type ())
G_DECLARE_FINAL_TYPE (DovNamelessPage, dov_nameless_page, DOV, NAMELESS_PAGE, DovPage)

DovPage *dov_nameless_page_new (DovStore *store);

G_END_DECLS
