/* dov-partner-participation.c - how an organisation took part in the work of the lounges */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-partner-participation.h"

#include "dov-lounge.h"
#include "dov-organisation.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovPartnerParticipation, organisation_id, N_("Organisation"), DOV_REQUIRED | DOV_LISTED,
            dov_organisation_get_type),
  DOV_TEXT (DovPartnerParticipation, project, N_("Project"), DOV_LISTED),
  DOV_LINK (DovPartnerParticipation, lounge_id, N_("Lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_DATE (DovPartnerParticipation, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovPartnerParticipation, until, N_("Until"), DOV_LISTED, since),
  DOV_TEXT (DovPartnerParticipation, role, N_("Role of the partner"), DOV_REQUIRED | DOV_LISTED),
  DOV_NOTE (DovPartnerParticipation, contribution, N_("Contribution"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovPartnerParticipation, dov_partner_participation, fields,
                   .table = "partner_participation",
                   .label = N_("Participation of a partner"),
                   .labels = N_("Participation of partners"),
                   .line = "{role}")
