/* dov-stock-routes.h - which page opens for which record and draft of drives, stock and rental */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* NULL: a record of another area, or one without a page of its own. */
DovPage *dov_stock_routes_open_record (DovStore  *store,
                                       GType      type,
                                       gint64     id);
DovPage *dov_stock_routes_open_form   (DovStore  *store,
                                       DovRecord *draft,
                                       gint64     kept);

G_END_DECLS
