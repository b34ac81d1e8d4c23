/* dov-consent-withdrawal.h - a consent is signed, or withdrawn, and what follows from that (C3, C7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-consent.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean   dov_consent_asks_teenager      (DovStore    *store,
                                           DovConsent  *consent);
gboolean   dov_consent_sign               (DovStore    *store,
                                           DovRecord   *consent,
                                           gboolean     with_teenager,
                                           GError     **error);
gboolean   dov_consent_withdraw           (DovStore    *store,
                                           DovRecord   *consent,
                                           GError     **error);
DovRecord *dov_consent_new_renewal        (DovStore    *store,
                                           DovRecord   *consent) G_GNUC_WARN_UNUSED_RESULT;
void       dov_consent_withdrawal_install (DovStore    *store);

G_END_DECLS
