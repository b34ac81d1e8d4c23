/* dov-stock-page.h - «Акции и вещи»: the drives, the stock thing by thing, who asks, the papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_STOCK_PAGE (dov_stock_page_get_type ())
G_DECLARE_FINAL_TYPE (DovStockPage, dov_stock_page, DOV, STOCK_PAGE, DovPage)

DovPage *dov_stock_page_new  (DovStore     *store);
void     dov_stock_page_show (DovStockPage *self,
                              const char   *tab);

G_END_DECLS
