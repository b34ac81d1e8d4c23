/* dov-finding-cards.h - what was found on a walk, as cards: who, where, what was done, to whom the child was handed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-patrol-finding.h"
#include "dov-patrol-shift.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_FINDING_CARDS (dov_finding_cards_get_type ())
G_DECLARE_FINAL_TYPE (DovFindingCards, dov_finding_cards, DOV, FINDING_CARDS, GtkBox)

GtkWidget *dov_finding_cards_new       (DovStore        *store,
                                        DovPatrolShift  *shift);
void       dov_finding_cards_refresh   (DovFindingCards *self);
guint      dov_finding_cards_count     (DovFindingCards *self);
guint      dov_finding_cards_find_open (DovFindingCards *self);
void       dov_finding_cards_add       (DovFindingCards *self);
void       dov_finding_cards_go_on     (DovFindingCards *self,
                                        guint            nth);

G_END_DECLS
