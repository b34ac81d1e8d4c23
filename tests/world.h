/* world.h - a club in which everything can be written down of one person, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "goods.h"
#include "patrols.h"

G_BEGIN_DECLS

/* The person belongs to goods.family. */
typedef struct
{
  Goods       goods;
  Patrol      patrol;
  Patrol      other;
  gint64      person;
  GHashTable *ids;     /* “$event” → the id, as a text */
} World;

const char *world_name_id    (World      *world,
                              const char *name,
                              gint64      id);
void        world_open       (World      *world,
                              const char *born);
void        world_close      (World      *world);
DovRecord  *world_new_record (World      *world,
                              const char *table,
                              const char *fields,
                              GString    *line) G_GNUC_WARN_UNUSED_RESULT;
void        world_load       (World      *world,
                              const char *line,
                              const char *expected);

G_END_DECLS
