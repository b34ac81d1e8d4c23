/* dov-finding-cards.h - what was found on a walk, as cards: who, where, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-patrol-finding.h"
#include "dov-patrol-shift.h"
#include "dov-section-box.h"
#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget        *dov_finding_cards_new       (void);
void              dov_finding_cards_show      (DovSectionBox  *cards,
                                               DovStore       *store,
                                               DovPatrolShift *shift);
DovPatrolFinding *dov_finding_cards_find_open (DovStore       *store,
                                               DovPatrolShift *shift,
                                               guint          *nth) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
