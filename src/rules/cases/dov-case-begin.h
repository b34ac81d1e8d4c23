/* dov-case-begin.h - papers of case work before anything is typed: their numbers (V8), what is known of a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_case_begin                (DovStore *store,
                                    DovRecord *draft);
void dov_case_number_rules_install (DovStore *store);

G_END_DECLS
