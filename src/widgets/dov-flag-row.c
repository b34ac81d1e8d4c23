/* dov-flag-row.c - a field that is yes or no, as a switch */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-flag-row.h"

struct _DovFlagRow
{
  DovFieldRow    parent_instance;

  GtkWidget     *toggle;
  gboolean       is_showing;
};

G_DEFINE_FINAL_TYPE (DovFlagRow, dov_flag_row, DOV_TYPE_FIELD_ROW)

static void
toggled_cb (DovFlagRow *self)
{
  if (!self->is_showing)
    dov_field_row_chosen (DOV_FIELD_ROW (self));
}

/* The whole row is the target, not the switch alone. */
static void
released_cb (GtkGestureClick *click,
             int              n_press,
             double           x,
             double           y,
             DovFlagRow      *self)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  if (under == NULL || (under != self->toggle && !gtk_widget_is_ancestor (under, self->toggle)))
    gtk_switch_set_active (GTK_SWITCH (self->toggle), !gtk_switch_get_active (GTK_SWITCH (self->toggle)));
}

static void
dov_flag_row_build (DovFieldRow *row)
{
  DovFlagRow *self = DOV_FLAG_ROW (row);

  dov_field_row_set_editor (row, self->toggle, self->toggle, TRUE);
}

static void
dov_flag_row_show (DovFieldRow *row)
{
  DovFlagRow *self = DOV_FLAG_ROW (row);
  g_auto (GValue) value = G_VALUE_INIT;

  dov_record_get_value (dov_field_row_get_draft (row), dov_field_row_get_field (row), &value);
  self->is_showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->toggle), g_value_get_boolean (&value));
  self->is_showing = FALSE;
}

static gboolean
dov_flag_row_read (DovFieldRow *row,
                   GError     **error)
{
  dov_record_set_int (dov_field_row_get_draft (row), dov_field_row_get_field (row)->name,
                      gtk_switch_get_active (GTK_SWITCH (DOV_FLAG_ROW (row)->toggle)));

  return TRUE;
}

static void
dov_flag_row_class_init (DovFlagRowClass *klass)
{
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  row_class->build = dov_flag_row_build;
  row_class->show = dov_flag_row_show;
  row_class->read = dov_flag_row_read;
}

static void
dov_flag_row_init (DovFlagRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->toggle = gtk_switch_new ();
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (toggled_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
