/* dov-today-events.h - which event of today is next */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

gint64 dov_today_find_soonest (DovStore *store,
                               gint64    lounge);

G_END_DECLS
