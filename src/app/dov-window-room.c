/* dov-window-room.c - a page that has the window for itself: the door */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include "dov-door-lock.h"
#include "dov-door-page.h"

/* What leads elsewhere, or shows what such a page does not. */
static const char *const elsewhere[] = {
  "win.add", "win.search", "win.save", "win.section", "win.nth-section", "win.undo", "win.redo", "win.find",
  "win.document", "win.journal", "win.shortcuts", "win.about", "win.new-record", "win.door", "win.visitor",
};

/**
 * dov_window_give_room:
 * @gives: the page on top has the window for itself
 *
 * Takes away the sections and the header, and every key that leads elsewhere.
 */
void
dov_window_give_room (DovWindow *self,
                      gboolean   gives)
{
  gtk_widget_set_visible (GTK_WIDGET (self->sidebar), !gives);
  gtk_widget_set_visible (GTK_WIDGET (self->header), !gives);
  gtk_widget_set_visible (GTK_WIDGET (self->banner), !gives);
  if (self->has_given_room == gives)
    return;

  self->has_given_room = gives;
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), elsewhere[i], !gives);
  if (gives && self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (gives)
    dov_palette_close (self->palette);
}

/**
 * dov_window_take_up_door:
 *
 * Goes on at the door that stood open when the program ended, whatever ended
 * it. One without a PIN is not opened again on another day.
 */
void
dov_window_take_up_door (DovWindow *self)
{
  gint64 event = dov_door_find_open (self->store);
  DovPage *page = NULL;

  if (event == 0 || dov_store_is_read_only (self->store))
    return;

  page = dov_door_page_new_open (self->store, event);
  if (page != NULL)
    dov_shell_push (DOV_SHELL (self), page);
  else
    dov_door_force (self->store, NULL);
}

/**
 * dov_window_end:
 *
 * Closes the window because the computer is shut down: a door that has a PIN
 * cannot hold that up, and stands open again at the next start.
 */
void
dov_window_end (DovWindow *self)
{
  g_return_if_fail (DOV_IS_WINDOW (self));

  self->ends = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}
