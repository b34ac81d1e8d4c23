/* dov-table-menu.c - what the Menu key and the right button offer for the rows of a table */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-menu.h"

#include "dov-table-cell.h"

/* The row a widget inside the list belongs to. */
static GtkWidget *
find_row (GtkWidget *inside,
          guint     *position)
{
  GtkWidget *view = gtk_widget_get_ancestor (inside, GTK_TYPE_COLUMN_VIEW);

  /* The rows are the last child of the view, after the headings. */
  while (view != NULL && inside != view && gtk_widget_get_parent (inside) != gtk_widget_get_last_child (view))
    inside = gtk_widget_get_parent (inside);

  return view != NULL && inside != view && dov_cells_find_position (inside, position) ? inside : NULL;
}

static void
pop_up (GtkPopover         *popover,
        GtkWidget          *row,
        guint               position,
        const GdkRectangle *place)
{
  GtkWidget *view = gtk_widget_get_ancestor (row, GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *selection = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));

  if (!gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
  gtk_popover_set_pointing_to (popover, place);
  gtk_popover_popup (popover);
}

static void
right_pressed_cb (GtkGestureClick *gesture,
                  int              n_press,
                  double           x,
                  double           y,
                  GtkPopover      *popover)
{
  GtkWidget *table = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (table, x, y, GTK_PICK_DEFAULT);
  guint position;
  GtkWidget *row = picked != NULL ? find_row (picked, &position) : NULL;

  if (row != NULL)
    {
      pop_up (popover, row, position, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkPopover            *popover)
{
  GtkWidget *table = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (table)), *row;
  graphene_rect_t bounds;
  guint position;

  if (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    return GDK_EVENT_PROPAGATE;
  row = focused != NULL ? find_row (focused, &position) : NULL;
  if (row == NULL || !gtk_widget_compute_bounds (row, table, &bounds))
    return GDK_EVENT_PROPAGATE;

  pop_up (popover, row, position, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y,
                                                    1, (int) bounds.size.height });

  return GDK_EVENT_STOP;
}

/**
 * dov_table_menu_new:
 * @table: around a column view; listens from now on for the Menu key, Shift+F10 and the right button
 *
 * Returns: (transfer none): the popover of @menu; whoever made it presents and unparents it
 */
GtkWidget *
dov_table_menu_new (GtkWidget  *table,
                    GMenuModel *menu)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *right = gtk_gesture_click_new ();

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, table);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), popover);
  gtk_widget_add_controller (table, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (right), GTK_PHASE_CAPTURE);
  g_signal_connect (right, "pressed", G_CALLBACK (right_pressed_cb), popover);
  gtk_widget_add_controller (table, GTK_EVENT_CONTROLLER (right));

  return popover;
}
