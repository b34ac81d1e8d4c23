/* dov-event-times.h - what stands against the time of an event: another in the same room, the night of children */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovEventClash:
 * @event_id: 0 when it is a session of a group
 * @title: what takes the room
 * @starts_at: since when
 */
typedef struct
{
  gint64     event_id;
  char      *title;
  GDateTime *starts_at;
} DovEventClash;

void           dov_event_clash_free   (DovEventClash *clash);

DovEventClash *dov_event_find_clash   (DovStore      *store,
                                       DovEvent      *event) G_GNUC_WARN_UNUSED_RESULT;
gboolean       dov_event_get_night    (DovStore      *store,
                                       DovEvent      *event,
                                       DovTime       *night,
                                       gint64        *age);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovEventClash, dov_event_clash_free)

G_END_DECLS
