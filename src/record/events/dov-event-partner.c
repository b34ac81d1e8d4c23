/* dov-event-partner.c - an organisation that took part in an event */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-event-partner.h"

#include "dov-event.h"
#include "dov-organisation.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovEventPartner, dov_event_partner, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovEventPartner, event_id, N_("Event"), DOV_REQUIRED | DOV_LISTED, dov_event_get_type),
  DOV_LINK (DovEventPartner, organisation_id, N_("Partner"), DOV_REQUIRED | DOV_LISTED, dov_organisation_get_type),
  DOV_TEXT (DovEventPartner, contribution, N_("Contribution"), DOV_LISTED),
};

static char *
dov_event_partner_describe (DovRecord *record)
{
  return g_strdup (DOV_EVENT_PARTNER (record)->contribution);
}

static void
dov_event_partner_class_init (DovEventPartnerClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Partner of an event");
  record_class->labels = N_("Partners of events");
  record_class->describe = dov_event_partner_describe;

  dov_record_class_set_fields (record_class, "event_partner", fields, G_N_ELEMENTS (fields));
}

static void
dov_event_partner_init (DovEventPartner *self)
{
}
