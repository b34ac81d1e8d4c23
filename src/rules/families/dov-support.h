/* dov-support.h - periods of support follow from the state of a family and its moves */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_support_rules_install (DovStore *store);

G_END_DECLS
