/* dov-widgets.c - what must be ready before the first widget of the program is made */
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
