/* dov-month-view-keys.c - walking through a month view by keyboard: days, and the things in them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-month-view-private.h"

#include "dov-calendar.h"

/* Of everything in the sheet one thing at a time can have the keyboard, so
 * that Tab comes in at it and leaves at once. */
void
dov_month_view_stand (DovMonthView *self,
                      gboolean      takes_focus)
{
  GtkWidget *cell = dov_month_view_find_day (self, &self->cursor);
  g_autoptr (GPtrArray) stops = cell != NULL ? dov_month_view_list_stops (cell) : NULL;
  GtkWidget *stop;

  if (stops == NULL)
    return;

  self->stop = MIN (self->stop, stops->len - 1);
  stop = g_ptr_array_index (stops, self->stop);
  gtk_widget_set_focusable (stop, TRUE);
  if (takes_focus)
    gtk_widget_grab_focus (stop);
  for (GtkWidget *day = gtk_widget_get_first_child (self->days); day != NULL; day = gtk_widget_get_next_sibling (day))
    {
      g_autoptr (GPtrArray) others = dov_month_view_list_stops (day);

      gtk_accessible_update_state (GTK_ACCESSIBLE (day), GTK_ACCESSIBLE_STATE_SELECTED, day == cell, -1);
      for (guint i = 0; i < others->len; i++)
        if (g_ptr_array_index (others, i) != stop)
          gtk_widget_set_focusable (g_ptr_array_index (others, i), FALSE);
    }
}

static guint
count_stops (DovMonthView *self)
{
  GtkWidget *cell = dov_month_view_find_day (self, &self->cursor);
  g_autoptr (GPtrArray) stops = cell != NULL ? dov_month_view_list_stops (cell) : NULL;

  return stops != NULL ? stops->len : 1;
}

static void
walk (DovMonthView *self,
      int           days,
      guint         stop)
{
  GDate day = self->cursor;

  if (days > 0)
    g_date_add_days (&day, (guint) days);
  else
    g_date_subtract_days (&day, (guint) -days);
  dov_month_view_go_to (self, &day, stop);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovMonthView          *self)
{
  gboolean is_rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GDate today = dov_today ();

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Left || key == GDK_KEY_KP_Left)
    walk (self, is_rtl ? 1 : -1, self->stop);
  else if (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
    walk (self, is_rtl ? -1 : 1, self->stop);
  else if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && self->stop + 1 < count_stops (self))
    walk (self, 0, self->stop + 1);
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    walk (self, 7, 0);
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && self->stop > 0)
    walk (self, 0, self->stop - 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    walk (self, -7, G_MAXUINT);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    dov_month_view_go_to (self, &today, 0);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    dov_month_view_step (self, -1);
  else if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    dov_month_view_step (self, 1);
  else if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space) && self->stop == 0)
    dov_month_view_emit_day_opened (self, &self->cursor);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

void
dov_month_view_add_keys (DovMonthView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->days, keys);
}
