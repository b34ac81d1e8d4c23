/* dov-live.h - the records that do not lie in «Корзина», a view a kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-database.h"

G_BEGIN_DECLS

/* live_family is what of family does not lie in the bin. */
#define DOV_LIVE "live_"

gboolean dov_live_create (DovDatabase  *database,
                          const char   *schema,
                          const char   *prefix,
                          GError      **error);

G_END_DECLS
