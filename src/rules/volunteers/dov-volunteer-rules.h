/* dov-volunteer-rules.h - installs what volunteers and their hours must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_volunteer_rules_install (DovStore *store);

G_END_DECLS
