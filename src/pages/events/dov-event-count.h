/* dov-event-count.h - how many came: by age bands, by name and without a name, against the plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-roll.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENT_COUNT (dov_event_count_get_type ())
G_DECLARE_FINAL_TYPE (DovEventCount, dov_event_count, DOV, EVENT_COUNT, GtkBox)

GtkWidget *dov_event_count_new       (DovStore      *store,
                                      DovEvent      *event);
void       dov_event_count_show      (DovEventCount *self,
                                      DovRoll       *roll,
                                      gboolean       writes);
gboolean   dov_event_count_flush     (DovEventCount *self);
void       dov_event_count_focus     (DovEventCount *self);


G_END_DECLS
