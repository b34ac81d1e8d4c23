/* dov-own-lounge.h - the lounge of this computer */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

gint64 dov_own_lounge_find      (DovStore *store);
gint64 dov_own_lounge_find_only (DovStore *store);

G_END_DECLS
