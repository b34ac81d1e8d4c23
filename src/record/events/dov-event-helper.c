/* dov-event-helper.c - somebody who helps to hold an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-helper.h"

#include "dov-event.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovEventHelperRole, dov_event_helper_role,
  { DOV_EVENT_HELPER_ROLE_VOLUNTEER, N_("volunteer"), "volunteer" },
  { DOV_EVENT_HELPER_ROLE_MENTOR, N_("mentor"), "mentor" },
  { DOV_EVENT_HELPER_ROLE_LEADER, N_("leader of the event"), "leader" },
  { DOV_EVENT_HELPER_ROLE_ORGANISER, N_("organiser"), "organiser" })

static const DovField fields[] = {
  DOV_LINK (DovEventHelper, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED, dov_event_get_type),
  DOV_LINK (DovEventHelper, person_id, N_("Who helps"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovEventHelper, role, N_("As whom"), DOV_REQUIRED | DOV_LISTED,
              DovEventHelperRole, dov_event_helper_role_get_type),
  DOV_TEXT (DovEventHelper, duty, N_("What they do"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovEventHelper, dov_event_helper, fields,
                   .table = "event_helper",
                   .label = N_("Helper at an event"),
                   .labels = N_("Helpers at events"),
                   .line = "{role}",
                   .presets = DOV_PRESETS (DOV_PRESET (DovEventHelper, role, DOV_EVENT_HELPER_ROLE_VOLUNTEER)))
