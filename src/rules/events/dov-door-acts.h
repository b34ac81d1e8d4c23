/* dov-door-acts.h - what was done at a door lately */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-door.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_DOOR_ACT_MARKED,
  DOV_DOOR_ACT_COUNTED,
  DOV_DOOR_ACT_TAKEN_BACK,
} DovDoorActKind;

/**
 * DovDoorAct:
 * @operation: what undoes it
 * @words: a name, a family with a number, an age band
 * @time: «17:55»
 * @person_id: who was marked, 0 when it was several or nobody by name
 */
typedef struct
{
  gint64          operation;
  DovDoorActKind  kind;
  char           *words;
  char           *time;
  gint64          person_id;
} DovDoorAct;

GPtrArray *dov_door_list_acts (DovDoor *self,
                               gint64   after,
                               guint    at_most) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
