/* dov-one-stop.c - a list that Tab passes in one step, while the arrows walk in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-one-stop.h"

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                GtkWidget             *list)
{
  gboolean is_tab = key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab || key == GDK_KEY_ISO_Left_Tab;
  GtkDirectionType direction = (modifiers & GDK_SHIFT_MASK) ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD;

  if (!is_tab || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;

  /* The walk goes by what cannot have the keyboard. */
  gtk_widget_set_can_focus (list, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (list)), direction);
  gtk_widget_set_can_focus (list, TRUE);

  return GDK_EVENT_STOP;
}

/**
 * dov_one_stop_add:
 * @list: a list in which something is always chosen
 *
 * Lets Tab leave the list at once. GTK itself stops at every row, and where
 * the row with the keyboard is the chosen one, it changes what is chosen.
 */
void
dov_one_stop_add (GtkListBox *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), keys);
}
