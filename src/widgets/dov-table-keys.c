/* dov-table-keys.c - rows put in order by the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-keys.h"

#include "dov-spoken.h"

#include <glib/gi18n.h>

/* The column that was asked for last, and which way. */
typedef struct
{
  guint       position;
  GtkSortType way;
} Order;

/* The next column on one side by which rows can be put in order; the same one where there is none. */
static guint
find_next (GListModel *columns,
           guint       position,
           int         by)
{
  guint n = g_list_model_get_n_items (columns);

  for (guint i = 1; i < n; i++)
    {
      guint next = (position + n + by * (int) i) % n;
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, next);

      if (gtk_column_view_column_get_sorter (column) != NULL)
        return next;
    }

  return position;
}

static void
put_in_order (GtkColumnView *view,
              Order         *order)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (view), order->position);
  g_auto (GStrv) lines = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  if (column == NULL || gtk_column_view_column_get_sorter (column) == NULL)
    return;

  lines = g_strsplit (gtk_column_view_column_get_title (column), "\n", -1);
  title = g_strjoinv (" ", lines);
  /* Translators: read aloud; %s is the heading of a column */
  words = g_strdup_printf (order->way == GTK_SORT_ASCENDING ? _("In order: %s") : _("In order the other way round: %s"),
                           title);
  gtk_column_view_sort_by_column (view, column, order->way);
  dov_tell (view, words);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                Order                 *order)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys)));
  GListModel *columns = gtk_column_view_get_columns (view);
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  if ((modifiers & (both | GDK_ALT_MASK)) != both)
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Right)
    order->position = find_next (columns, order->position, 1);
  else if (key == GDK_KEY_Left)
    order->position = find_next (columns, order->position, -1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_Down)
    order->way = key == GDK_KEY_Down ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING;
  else
    return GDK_EVENT_PROPAGATE;
  put_in_order (view, order);

  return GDK_EVENT_STOP;
}

/**
 * dov_table_keys_add:
 *
 * Lets Ctrl+Shift with an arrow across choose the column by which the rows are put in order, and with an arrow up
 * or down which way: headings are only for the mouse.
 */
void
dov_table_keys_add (GtkColumnView *view)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  Order *order = g_new0 (Order, 1);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_data (keys, "key-pressed", G_CALLBACK (key_pressed_cb), order, (GClosureNotify) (GCallback) g_free, 0);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
}
