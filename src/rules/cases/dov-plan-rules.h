/* dov-plan-rules.h - installs what programmes of support must keep to (P1–P6) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_plan_rules_install (DovStore *store);

G_END_DECLS
