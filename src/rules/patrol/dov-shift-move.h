/* dov-shift-move.h - a shift goes to another day or hour */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean dov_shift_move (DovStore        *store,
                         DovPatrolShift  *shift,
                         const char      *typed,
                         GError         **error);

G_END_DECLS
