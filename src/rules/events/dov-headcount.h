/* dov-headcount.h - who came to an event by name, counted in the bands of the headcount */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-event-headcount.h"
#include "dov-event.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovNamed:
 * @bands: people by their age on the day of the event
 * @unknown: those of whom nobody knows the age
 * @total: all of them
 */
typedef struct
{
  gint64 bands[DOV_N_BANDS];
  gint64 unknown;
  gint64 total;
} DovNamed;

gboolean           dov_headcount_count_named (DovStore  *store,
                                              DovEvent  *event,
                                              DovNamed  *named,
                                              GError   **error);
DovEventHeadcount *dov_headcount_find        (DovStore  *store,
                                              gint64     event_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
