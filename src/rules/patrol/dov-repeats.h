/* dov-repeats.h - the same child met again and again (T10) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-finding.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* So many findings of one child within so many days suggest a notice. */
#define DOV_REPEATS_ENOUGH 3
#define DOV_REPEATS_DAYS 90

guint    dov_repeats_count   (DovStore         *store,
                              DovPatrolFinding *finding);
gboolean dov_repeats_is_told (DovStore         *store,
                              DovPatrolFinding *finding);

G_END_DECLS
