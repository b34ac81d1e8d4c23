/* dov-club-rules.h - installs what groups, sessions and marks must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_club_rules_install (DovStore *store);

G_END_DECLS
