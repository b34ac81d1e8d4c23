/* dov-door-side.h - how many came, written out; a key for each age without a name; the last marks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-door.h"

G_BEGIN_DECLS

/* Signals: "count" (DovBand band, int change); "undo" (gint64 operation); "take-off" (gint64 person_id). */
#define DOV_TYPE_DOOR_SIDE (dov_door_side_get_type ())
G_DECLARE_FINAL_TYPE (DovDoorSide, dov_door_side, DOV, DOOR_SIDE, GtkBox)

GtkWidget  *dov_door_side_new       (DovDoor      *door,
                                     gint64        after);
void        dov_door_side_show      (DovDoorSide  *self);
void        dov_door_side_set_dense (DovDoorSide *self,
                                     gboolean      is_dense);
const char *dov_door_side_get_sum   (DovDoorSide  *self);
gint64      dov_door_side_get_last  (DovDoorSide  *self,
                                     const char  **words);
void        dov_door_side_flash     (DovDoorSide  *self,
                                     gboolean      is_good);
void        dov_door_side_beep      (DovDoorSide  *self,
                                     gboolean      is_good);

G_END_DECLS
