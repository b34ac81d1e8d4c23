/* dov-about.c - what the program is, its version and licence */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-about.h"

#include <glib/gi18n.h>

#include "dov-version.h"

/**
 * dov_about_present:
 *
 * Opens the window about the program.
 */
void
dov_about_present (GtkWindow *parent)
{
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window,
                "transient-for", parent,
                "modal", TRUE,
                "application-name", _("Doverie"),
                "application-icon", "io.github.doverie.Doverie",
                "version", dov_version (),
                "developer-name", _("Doverie contributors"),
                "comments", _("Keeps the work of a village lounge with families: "
                              "what was done is written down once, the papers for the district are made from it."),
                "license-type", GTK_LICENSE_GPL_3_0,
                NULL);
  gtk_window_present (GTK_WINDOW (window));
}
