/* dov-event-steps.h - what becomes of an event: into the plan, held, cancelled */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean dov_event_take_step (DovStore        *store,
                              DovEvent        *event,
                              DovEventStatus   status,
                              const char      *reason,
                              GError         **error);

G_END_DECLS
