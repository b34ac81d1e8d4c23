/* dov-patrol-side.h - beside the month of the patrol: what cannot stay so, what is to be looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-shift-lines.h"

G_BEGIN_DECLS

void     dov_patrol_side_show    (GtkBox        *side,
                                  DovStore      *store,
                                  DovShiftLines *lines);
gboolean dov_patrol_side_has_any (GtkBox        *side);

G_END_DECLS
