/* dov-family-rules.h - installs what a family and its members must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_family_rules_install (DovStore *store);

G_END_DECLS
