/* dov-consent-rules.h - who may sign a consent (C2, C3) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_consent_rules_install (DovStore *store);

G_END_DECLS
