/* dov-table-menu.c - what the Menu key and the right button offer for the rows of a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-private.h"

/* The row a widget inside the list belongs to. */
static gboolean
find_row (DovTableView  *self,
          GtkWidget *inside,
          guint     *position,
          GtkWidget **row)
{
  GtkWidget *rows = dov_table_get_rows (self);

  while (inside != NULL && gtk_widget_get_parent (inside) != rows)
    inside = gtk_widget_get_parent (inside);
  if (inside == NULL)
    return FALSE;

  *row = inside;

  return dov_cells_find_position (inside, position);
}

static void
pop_up (DovTableView           *self,
        guint               position,
        const GdkRectangle *place)
{
  if (self->popover == NULL)
    return;

  if (!gtk_selection_model_is_selected (self->selection, position))
    gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
right_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  DovTableView        *self)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT), *row;
  guint position;

  if (picked != NULL && find_row (self, picked, &position, &row))
    {
      pop_up (self, position, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                DovTableView              *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focused = root != NULL ? gtk_root_get_focus (root) : NULL, *row;
  graphene_rect_t bounds;
  guint position;

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  if (focused == NULL || !find_row (self, focused, &position, &row) ||
      !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up (self, position, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y,
                                            1, (int) bounds.size.height });

  return GDK_EVENT_STOP;
}

/* What the Menu key and the right button offer for the chosen rows. */
void
dov_table_view_set_menu (DovTableView   *self,
                    GMenuModel *menu)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (menu != NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
}

/* Listens for the Menu key, Shift+F10 and the right button. */
void
dov_table_add_menu_keys (DovTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *right = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (right), GTK_PHASE_CAPTURE);
  g_signal_connect (right, "pressed", G_CALLBACK (right_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (right));
}
