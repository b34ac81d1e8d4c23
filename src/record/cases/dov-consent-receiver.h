/* dov-consent-receiver.h - to whom data are handed by a consent */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_CONSENT_RECEIVER (dov_consent_receiver_get_type ())
G_DECLARE_FINAL_TYPE (DovConsentReceiver, dov_consent_receiver, DOV, CONSENT_RECEIVER, DovRecord)

struct _DovConsentReceiver
{
  DovRecord parent_instance;

  gint64 consent_id;
  gint64 organisation_id;
};

G_END_DECLS
