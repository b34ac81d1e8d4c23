/* dov-patrol-rules.h - installs what patrols, shifts and findings must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_patrol_rules_install  (DovStore *store);

G_END_DECLS
