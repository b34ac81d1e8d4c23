/* dov-widgets.c - what all widgets of the program stand on: templates, style, the size of their text */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-widgets.h"

#include "dov-gresource.h"

/**
 * dov_widgets_init:
 *
 * Makes the templates and the style sheet known. Called once, after
 * gtk_init() or from the start of the application.
 */
void
dov_widgets_init (void)
{
  dov_register_resource ();
}

/**
 * dov_widgets_scale_text:
 * @percent: 100 to 200
 *
 * Makes all text this much larger than the system has it.
 */
void
dov_widgets_scale_text (guint percent)
{
  static int plain_dpi;
  GtkSettings *settings = gtk_settings_get_default ();

  if (plain_dpi == 0)
    g_object_get (settings, "gtk-xft-dpi", &plain_dpi, NULL);
  if (plain_dpi <= 0)
    plain_dpi = 96 * 1024;

  g_object_set (settings, "gtk-xft-dpi", (int) (plain_dpi * CLAMP (percent, 100, 200) / 100), NULL);
}
