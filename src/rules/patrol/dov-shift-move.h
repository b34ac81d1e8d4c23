/* dov-shift-move.h - a shift goes to another day or hour */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-ask-card.h"
#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_shift_move_card_new (DovPatrolShift *shift);
gboolean   dov_shift_move_by_card  (DovStore       *store,
                                    DovPatrolShift *shift,
                                    DovAskCard     *card);

G_END_DECLS
