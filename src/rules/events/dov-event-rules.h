/* dov-event-rules.h - installs what events, their parts and their visits must keep to */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_event_rules_install      (DovStore *store);

/* Installed with these. */

G_END_DECLS
