/* dov-signal-danger.h - danger that somebody saw becomes a signal at once (T7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

void dov_signal_danger_install (DovStore *store);

G_END_DECLS
