/* dov-event-helper.h - somebody who helps to hold an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_EVENT_HELPER_ROLE_VOLUNTEER = 1,
  DOV_EVENT_HELPER_ROLE_MENTOR,
  DOV_EVENT_HELPER_ROLE_LEADER,
  DOV_EVENT_HELPER_ROLE_ORGANISER,
} DovEventHelperRole;

GType dov_event_helper_role_get_type (void);

#define DOV_TYPE_EVENT_HELPER (dov_event_helper_get_type ())
G_DECLARE_FINAL_TYPE (DovEventHelper, dov_event_helper, DOV, EVENT_HELPER, DovRecord)

struct _DovEventHelper
{
  DovRecord parent_instance;

  gint64             event_id;
  gint64             person_id;
  DovEventHelperRole role;
  char              *duty;
};

G_END_DECLS
