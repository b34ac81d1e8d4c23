/* dov-event-partner.c - an organisation that took part in an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-partner.h"

#include "dov-event.h"
#include "dov-organisation.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovEventPartner, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED, dov_event_get_type),
  DOV_LINK (DovEventPartner, organisation_id, N_("Partner"), DOV_REQUIRED | DOV_LISTED, dov_organisation_get_type),
  DOV_TEXT (DovEventPartner, contribution, N_("Contribution"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovEventPartner, dov_event_partner, fields,
                   .table = "event_partner",
                   .label = N_("Partner of an event"),
                   .labels = N_("Partners of events"),
                   .line = "{contribution}")
