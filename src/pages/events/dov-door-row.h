/* dov-door-row.h - somebody in the list at the door: name, age, village, and whether they are here */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-door.h"

G_BEGIN_DECLS

/* Signal "mark": its button was pressed. */
#define DOV_TYPE_DOOR_ROW (dov_door_row_get_type ())
G_DECLARE_FINAL_TYPE (DovDoorRow, dov_door_row, DOV, DOOR_ROW, GtkListBoxRow)

GtkWidget     *dov_door_row_new        (const DovDoorPerson *person,
                                        gboolean             is_under_head);
gint64         dov_door_row_get_person (DovDoorRow          *self);
DovNameFamily *dov_door_row_get_family (DovDoorRow          *self);
const char    *dov_door_row_get_spoken (DovDoorRow          *self);
void           dov_door_row_set_chosen (DovDoorRow          *self,
                                        gboolean             is_chosen,
                                        gboolean             has_key);

guint          dov_door_row_find        (GPtrArray          *rows,
                                         gint64              person_id);
guint          dov_door_row_find_likely (GPtrArray          *rows);

G_END_DECLS
