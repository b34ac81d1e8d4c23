/* dov-former-rules.h - names that were others once: kept until the day of the change (V1) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_former_rules_install (DovStore *store);

G_END_DECLS
