/* dov-rules.h - what may never happen between records, and what follows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_rules_install (DovStore *store);

G_END_DECLS
