/* dov-handover-rules.h - a child is handed over: the right one, to somebody named, by who walked, with a signature (N4, N5) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-finding.h"
#include "dov-shift-member.h"
#include "dov-store.h"

G_BEGIN_DECLS

void dov_handover_judge         (DovStore         *store,
                                 DovPatrolFinding *finding,
                                 DovRecord        *record,
                                 GPtrArray        *problems);
void dov_handover_judge_walker  (DovStore         *store,
                                 DovShiftMember   *walker,
                                 DovRecord        *record,
                                 GPtrArray        *problems);
void dov_handover_rules_install (DovStore         *store);

G_END_DECLS
