/* dov-shortcuts.c - every key of the program in one window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shortcuts.h"

#include "dov-widgets.h"

/**
 * dov_shortcuts_present:
 *
 * Opens the window with all keys.
 */
void
dov_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (DOV_RESOURCES "/ui/dov-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
