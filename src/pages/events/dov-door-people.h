/* dov-door-people.h - the volunteers’ half of the door: a few letters, the people meant, one key marks them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-door.h"

G_BEGIN_DECLS

/* What became of a key, for the eye and the ear. */
typedef enum
{
  DOV_DOOR_ANSWER_MARKED,
  DOV_DOOR_ANSWER_ALREADY,
  DOV_DOOR_ANSWER_REFUSED,
} DovDoorAnswer;

/* Signal "answered" (DovDoorAnswer answer, const char *words, gboolean can_undo). */
#define DOV_TYPE_DOOR_PEOPLE (dov_door_people_get_type ())
G_DECLARE_FINAL_TYPE (DovDoorPeople, dov_door_people, DOV, DOOR_PEOPLE, GtkBox)

GtkWidget *dov_door_people_new       (DovDoor         *door);
void       dov_door_people_show      (DovDoorPeople   *self);
void       dov_door_people_focus     (DovDoorPeople   *self);
gboolean   dov_door_people_clear     (DovDoorPeople   *self);
gboolean   dov_door_people_press     (DovDoorPeople   *self,
                                      guint            key,
                                      GdkModifierType  state);
void       dov_door_people_set_plain (DovDoorPeople   *self,
                                      gboolean         is_plain);
void       dov_door_people_keep      (DovDoorPeople   *self);
void       dov_door_people_answer    (DovDoorPeople   *self,
                                      DovDoorAnswer    answer,
                                      const char      *words);

G_END_DECLS
