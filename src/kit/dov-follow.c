/* dov-follow.c - a widget about one record that is filled anew after every operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-follow.h"

typedef struct
{
  GtkWidget *widget;
  DovStore  *store;
  GType      type;
  gint64     id;
  DovFill    fill;
  guint      idle;
} Following;

static void
stop_cb (Following *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
free_following (gpointer  following,
                GClosure *closure)
{
  stop_cb (following);
  g_free (following);
}

static gboolean
fill_cb (gpointer following)
{
  Following *self = following;

  self->idle = 0;
  /* Nobody sees what has left the window any more, and its file may be closed. */
  if (gtk_widget_get_root (self->widget) != NULL)
    self->fill (self->widget, self->store, self->type, self->id);

  return G_SOURCE_REMOVE;
}

/* Many operations come at once; the widget follows when they are over. */
static void
committed_cb (Following *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (fill_cb, self);
}

/**
 * dov_follow:
 * @type: of the record that the widget is about
 * @id: of that record
 * @fill: fills the widget; called now, and in idle time after an operation, as
 *   long as the widget lives
 *
 * Returns: (transfer none): @widget
 */
GtkWidget *
dov_follow (GtkWidget *widget,
            DovStore  *store,
            GType      type,
            gint64     id,
            DovFill    fill)
{
  const Following told = { widget, store, type, id, fill, 0 };
  Following *following = g_memdup2 (&told, sizeof told);
  GClosure *closure = g_cclosure_new_swap (G_CALLBACK (committed_cb), following, free_following);

  /* The widget keeps the closure, and with it what is told; the closure goes with the widget. */
  g_object_watch_closure (G_OBJECT (widget), closure);
  g_signal_connect_closure (store, "committed", closure, FALSE);
  g_signal_connect_data (widget, "destroy", G_CALLBACK (stop_cb), following, NULL, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (widget), "dov-followed-store", g_object_ref (store), g_object_unref);
  fill (widget, store, type, id);

  return widget;
}
