/* dov-patrol-asking.h - what the patrol asks in place: who walks, when a shift is moved to, when somebody was briefed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-deed.h"
#include "dov-patrol-shift.h"

G_BEGIN_DECLS

void dov_patrol_ask_move         (gpointer        from,
                                  DovStore       *store,
                                  DovPatrolShift *shift);
void dov_patrol_ask_briefing     (gpointer        from,
                                  DovStore       *store,
                                  gint64          member);
void dov_patrol_ask_briefing_all (gpointer        from,
                                  DovStore       *store,
                                  gint64          patrol);
void dov_patrol_ask_place        (gpointer        from,
                                  DovStore       *store,
                                  DovPatrolShift *shift,
                                  gint64          instead_of);

G_END_DECLS
