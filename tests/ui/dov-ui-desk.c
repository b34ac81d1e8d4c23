/* dov-ui-desk.c - the window of the program over the demo data, as most tests of its pages begin */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-desk.h"

#include "dov-calendar.h"
#include "dov-ui-test.h"

/**
 * dov_ui_desk_open:
 * @moment: of the demo data; from now on it is this moment
 *
 * Opens the window, as large as on most screens.
 */
void
dov_ui_desk_open (DovUiDesk     *desk,
                  gconstpointer  moment)
{
  desk->path = dov_ui_demo_copy (moment);
  desk->store = dov_ui_demo_open (desk->path, 0);
  desk->window = dov_window_new (NULL);
  dov_window_set_store (desk->window, desk->store);
  gtk_window_set_default_size (GTK_WINDOW (desk->window), 1366, 768);
  dov_ui_test_show (GTK_WIDGET (desk->window));
}

/**
 * dov_ui_desk_close:
 *
 * Closes the window and its file, and lets the clock go on.
 */
void
dov_ui_desk_close (DovUiDesk     *desk,
                   gconstpointer  moment)
{
  dov_ui_test_close (GTK_WINDOW (desk->window));
  g_assert_true (dov_store_close (desk->store, NULL));
  g_clear_object (&desk->store);
  g_clear_pointer (&desk->path, g_free);
  dov_clock_set (NULL);
}

/**
 * dov_ui_desk_press:
 * @accelerator: such as "<Control>s", pressed wherever the keyboard is
 */
void
dov_ui_desk_press (DovUiDesk  *desk,
                   const char *accelerator)
{
  dov_ui_test_press_accel (GTK_WIDGET (desk->window), accelerator);
  dov_ui_test_settle ();
}

/**
 * dov_ui_desk_picture:
 * @name: of the picture
 *
 * Takes a picture of the whole window, once nothing moves in it.
 */
void
dov_ui_desk_picture (DovUiDesk  *desk,
                     const char *name)
{
  dov_ui_test_settle ();
  dov_ui_test_picture (GTK_WIDGET (desk->window), name);
}
