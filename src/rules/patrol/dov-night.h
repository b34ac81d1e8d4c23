/* dov-night.h - the curfew of children, in words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-finding.h"
#include "dov-store.h"

G_BEGIN_DECLS

char *dov_night_dup_line  (DovStore         *store,
                           const GDate      *date) G_GNUC_WARN_UNUSED_RESULT;
char *dov_night_dup_offer (DovStore         *store,
                           DovPatrolFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
