/* dov-door-clock.c - the time of day, large, at the door */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-door-clock.h"

#include "dov-calendar.h"
#include "dov-calendar.h"

#define SECONDS 5

static gboolean
tick_cb (gpointer label)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (now));

  gtk_label_set_text (label, time);

  return G_SOURCE_CONTINUE;
}

static void
stop (gpointer source)
{
  g_source_remove (GPOINTER_TO_UINT (source));
}

/**
 * dov_door_clock_run:
 *
 * Keeps the time in a label for as long as that lives.
 */
void
dov_door_clock_run (GtkLabel *label)
{
  tick_cb (label);
  g_object_set_data_full (G_OBJECT (label), "clock", GUINT_TO_POINTER (g_timeout_add_seconds (SECONDS, tick_cb, label)), stop);
}
