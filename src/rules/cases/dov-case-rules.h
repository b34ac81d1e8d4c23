/* dov-case-rules.h - installs what signals, registers, visits, programmes and consents must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_case_rules_install (DovStore *store);

G_END_DECLS
