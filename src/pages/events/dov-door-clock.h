/* dov-door-clock.h - the time of day, large, at the door */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void dov_door_clock_run (GtkLabel *label);

G_END_DECLS
