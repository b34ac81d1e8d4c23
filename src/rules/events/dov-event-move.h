/* dov-event-move.h - moving an event to another time (E2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

DovEvent *dov_event_move (DovStore    *store,
                          DovEvent    *event,
                          GDateTime   *starts_at,
                          GDateTime   *ends_at,
                          const char  *reason,
                          GError     **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean  dov_event_move_typed (DovStore    *store,
                               DovEvent    *event,
                               const char  *typed,
                               const char  *reason,
                               GError     **error);

DovEvent *dov_event_copy (DovEvent *event) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
