/* dov-signal-look.h - what signals look like: their list with the clock, the form that takes one in a minute */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void dov_signal_look_tell (void);

G_END_DECLS
