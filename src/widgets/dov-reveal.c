/* dov-reveal.c - scrolls so far that a thing is seen whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reveal.h"

/* This much of what is around it is shown too. */
#define ROOM_AROUND 18

/**
 * dov_reveal:
 * @first: a widget that is laid out
 * @last: what stands under it and belongs to it; may be @first
 *
 * GTK brings the text that has the keyboard into view; one wants to see the
 * row around it, and the remark below.
 */
void
dov_reveal (GtkWidget *first,
            GtkWidget *last)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (first, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *view = scrolled ? gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scrolled)) : NULL;
  graphene_rect_t top, bottom;
  GtkAdjustment *adjustment;
  double at, page;

  if (view == NULL || !gtk_widget_compute_bounds (first, view, &top) || !gtk_widget_compute_bounds (last, view, &bottom))
    return;

  /* At once: the slow scroll of gtk_adjustment_clamp_page() is cut short by that of the viewport. */
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  at = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  if (bottom.origin.y + bottom.size.height - top.origin.y + 2 * ROOM_AROUND > page)
    gtk_adjustment_set_value (adjustment, at + top.origin.y - ROOM_AROUND);   /* too high: its beginning */
  else if (bottom.origin.y + bottom.size.height + ROOM_AROUND > page)
    gtk_adjustment_set_value (adjustment, at + bottom.origin.y + bottom.size.height + ROOM_AROUND - page);
  else if (top.origin.y < ROOM_AROUND)
    gtk_adjustment_set_value (adjustment, at + top.origin.y - ROOM_AROUND);
}

static gboolean
laid_out_cb (GtkWidget     *first,
             GdkFrameClock *clock,
             gpointer       last)
{
  if (gtk_widget_get_width (first) == 0)
    return G_SOURCE_CONTINUE;

  dov_reveal (first, last);

  return G_SOURCE_REMOVE;
}

/**
 * dov_reveal_new:
 * @first: a widget that has only now come
 * @last: as in dov_reveal()
 *
 * The same as soon as it is laid out.
 */
void
dov_reveal_new (GtkWidget *first,
                GtkWidget *last)
{
  gtk_widget_add_tick_callback (first, laid_out_cb, g_object_ref (last), g_object_unref);
}
