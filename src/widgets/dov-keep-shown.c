/* dov-keep-shown.c - a page of its own kind is shown anew when an operation has ended */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-keep-shown.h"

typedef struct
{
  GtkWidget *widget;   /* lives longer */
  DovStore  *store;
  DovShow    show;
  gulong     handler;
  guint      idle;
} Keeping;

static gboolean
idle_cb (gpointer data)
{
  Keeping *keeping = data;

  keeping->idle = 0;
  keeping->show (keeping->widget);

  return G_SOURCE_REMOVE;
}

static void
committed_cb (Keeping *keeping)
{
  if (keeping->idle == 0)
    keeping->idle = g_idle_add (idle_cb, keeping);
}

static void
destroy_cb (Keeping *keeping)
{
  g_signal_handler_disconnect (keeping->store, keeping->handler);
  g_clear_handle_id (&keeping->idle, g_source_remove);
  g_object_unref (keeping->store);
  g_free (keeping);
}

/**
 * dov_keep_shown:
 * @widget: a page, or a part of one
 * @show: shows everything in it
 *
 * Shows it now, and once in idle time after each operation, however many
 * there were, until the widget is destroyed.
 */
void
dov_keep_shown (gpointer  widget,
                DovStore *store,
                DovShow   show)
{
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->widget = widget;
  keeping->store = g_object_ref (store);
  keeping->show = show;
  keeping->handler = g_signal_connect_swapped (store, "committed", G_CALLBACK (committed_cb), keeping);
  g_signal_connect_swapped (widget, "destroy", G_CALLBACK (destroy_cb), keeping);
  show (widget);
}
