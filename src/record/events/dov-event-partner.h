/* dov-event-partner.h - an organisation that took part in an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_EVENT_PARTNER (dov_event_partner_get_type ())
G_DECLARE_FINAL_TYPE (DovEventPartner, dov_event_partner, DOV, EVENT_PARTNER, DovRecord)

struct _DovEventPartner
{
  DovRecord parent_instance;

  gint64 event_id;
  gint64 organisation_id;
  char  *contribution;
};

G_END_DECLS
