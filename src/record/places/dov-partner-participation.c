/* dov-partner-participation.c - how an organisation took part in the work of the lounges */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-partner-participation.h"

#include "dov-lounge.h"
#include "dov-organisation.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovPartnerParticipation, dov_partner_participation, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovPartnerParticipation, organisation_id, N_("Organisation"), DOV_REQUIRED | DOV_LISTED,
            dov_organisation_get_type),
  DOV_TEXT (DovPartnerParticipation, project, N_("Project"), DOV_LISTED),
  DOV_LINK (DovPartnerParticipation, lounge_id, N_("Lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_DATE (DovPartnerParticipation, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovPartnerParticipation, until, N_("Until"), DOV_LISTED),
  DOV_TEXT (DovPartnerParticipation, role, N_("Role of the partner"), DOV_REQUIRED | DOV_LISTED),
  DOV_NOTE (DovPartnerParticipation, contribution, N_("Contribution"), DOV_LISTED),
};

static char *
dov_partner_participation_describe (DovRecord *record)
{
  DovPartnerParticipation *self = DOV_PARTNER_PARTICIPATION (record);

  return g_strdup (self->role);
}

static void
dov_partner_participation_check (DovRecord *record,
                                 GPtrArray *problems)
{
  dov_problems_check_span (problems, record, "since", "until");
}

static void
dov_partner_participation_class_init (DovPartnerParticipationClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Participation of a partner");
  record_class->labels = N_("Participation of partners");
  record_class->describe = dov_partner_participation_describe;
  record_class->check = dov_partner_participation_check;

  dov_record_class_set_fields (record_class, "partner_participation", fields, G_N_ELEMENTS (fields));
}

static void
dov_partner_participation_init (DovPartnerParticipation *self)
{
}
