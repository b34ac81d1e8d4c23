/* dov-consent-receiver.c - to whom data are handed by a consent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-consent-receiver.h"

#include "dov-consent.h"
#include "dov-organisation.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovConsentReceiver, consent_id, N_("Consent"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_consent_get_type),
  DOV_LINK (DovConsentReceiver, organisation_id, N_("Handed to"), DOV_REQUIRED | DOV_LISTED,
            dov_organisation_get_type),
};

DOV_DEFINE_RECORD (DovConsentReceiver, dov_consent_receiver, fields,
                   .table = "consent_receiver",
                   .label = N_("Receiver of data"),
                   .labels = N_("Receivers of data"),
                   .line = "")
