/* dov-moving-page.h - the quieter papers of the stock: a write-off, a transfer, kits, a count */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-goods-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_MOVING_PAGE (dov_moving_page_get_type ())
G_DECLARE_FINAL_TYPE (DovMovingPage, dov_moving_page, DOV, MOVING_PAGE, DovGoodsPage)

gboolean  dov_moving_page_makes (DovRecord *draft);
DovPage  *dov_moving_page_new   (DovStore  *store,
                                 DovRecord *draft,
                                 gint64     kept);

G_END_DECLS
