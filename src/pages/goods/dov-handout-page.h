/* dov-handout-page.h - things are handed out to a family: to whom, what, for which child */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-distribution.h"
#include "dov-goods-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_HANDOUT_PAGE (dov_handout_page_get_type ())
G_DECLARE_FINAL_TYPE (DovHandoutPage, dov_handout_page, DOV, HANDOUT_PAGE, DovGoodsPage)

DovPage *dov_handout_page_new (DovStore        *store,
                               DovDistribution *draft,
                               gint64           kept);

G_END_DECLS
