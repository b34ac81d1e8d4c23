/* dov-door-lock.h - the door stands open on this file: at which event, since when, and what closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean  dov_door_check_pin        (const char   *pin,
                                     GError      **error);
gboolean  dov_door_check_event      (DovEvent     *event,
                                     GError      **error);
gboolean  dov_door_open             (DovStore     *store,
                                     DovEvent     *event,
                                     const char   *pin,
                                     GError      **error);
gint64    dov_door_find_open        (DovStore     *store);
gint64    dov_door_get_first        (DovStore     *store);
gboolean  dov_door_is_locked        (DovStore     *store);
guint     dov_door_get_wait         (DovStore     *store);
gboolean  dov_door_close            (DovStore     *store,
                                     const char   *pin,
                                     GError      **error);
gboolean  dov_door_force            (DovStore     *store,
                                     GError      **error);

G_END_DECLS
