/* dov-door-card.h - what is asked before the door opens, and before it is left: a PIN */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Signals: "done" (const char *pin: empty for none), answered with dov_door_card_refuse() when
 * it cannot be; "left": it was not meant. */
#define DOV_TYPE_DOOR_CARD (dov_door_card_get_type ())
G_DECLARE_FINAL_TYPE (DovDoorCard, dov_door_card, DOV, DOOR_CARD, AdwBin)

GtkWidget *dov_door_card_new_opening (DovEvent     *event);
GtkWidget *dov_door_card_new_closing (DovStore     *store);
void       dov_door_card_focus       (DovDoorCard  *self);
void       dov_door_card_refuse      (DovDoorCard  *self,
                                      const GError *error);

G_END_DECLS
