/* dov-shift-asking.h - to which day and hour a shift is moved, asked in place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-deed.h"
#include "dov-patrol-shift.h"

G_BEGIN_DECLS

void dov_shift_ask_move (gpointer        from,
                         DovStore       *store,
                         DovPatrolShift *shift);

G_END_DECLS
