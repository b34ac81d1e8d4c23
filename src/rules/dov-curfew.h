/* dov-curfew.h - when it is night for children, by the rules of the region and the date (T3, T4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-curfew-rule.h"
#include "dov-patrol-finding.h"
#include "dov-store.h"

G_BEGIN_DECLS

DovCurfewRule *dov_curfew_find_rule        (DovStore          *store,
                                            const GDate       *date) G_GNUC_WARN_UNUSED_RESULT;
DovTime        dov_curfew_get_night_start  (DovStore          *store,
                                            const GDate       *date);
gint64         dov_curfew_get_age_limit    (DovStore          *store,
                                            const GDate       *date);
gboolean       dov_curfew_is_night         (DovStore          *store,
                                            GDateTime         *moment);
gboolean       dov_curfew_applies          (DovStore          *store,
                                            GDateTime         *moment,
                                            gint64             age);
gboolean       dov_curfew_find_next_change (DovStore          *store,
                                            const GDate       *after,
                                            GDate             *change);

gint64         dov_curfew_get_finding_age  (DovStore          *store,
                                            DovPatrolFinding  *finding,
                                            gboolean          *is_apparent);
gboolean       dov_curfew_is_offered       (DovStore          *store,
                                            DovPatrolFinding  *finding);
gboolean       dov_curfew_allows_left_self (DovStore          *store,
                                            DovPatrolFinding  *finding);

G_END_DECLS
