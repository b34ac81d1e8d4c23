/* dov-life.h - nobody is anywhere before being born, nor after having died (V2) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_life_rules_install (DovStore *store);

G_END_DECLS
