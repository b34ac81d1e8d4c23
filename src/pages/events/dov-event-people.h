/* dov-event-people.h - who was at an event: found by any fragment, marked with Enter, taken off again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-roll.h"

G_BEGIN_DECLS

/* Signal: "sheet": the sign-in sheet is wanted. */
#define DOV_TYPE_EVENT_PEOPLE (dov_event_people_get_type ())
G_DECLARE_FINAL_TYPE (DovEventPeople, dov_event_people, DOV, EVENT_PEOPLE, GtkBox)

GtkWidget *dov_event_people_new   (DovStore       *store,
                                   DovEvent       *event);
void       dov_event_people_show  (DovEventPeople *self,
                                   DovRoll        *roll,
                                   gboolean        writes);
void       dov_event_people_focus (DovEventPeople *self);
void       dov_event_people_search (DovEventPeople *self);
void       dov_event_people_keep  (DovEventPeople *self);
void       dov_event_people_take_up (DovEventPeople *self,
                                   gint64          number);

G_END_DECLS
