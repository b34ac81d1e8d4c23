/* dov-window-header.c - a narrow header shows signs in place of words, before any word is cut */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include "dov-visitor.h"

/* First the name of whoever works here becomes a sign, then the invitation to search; at last the eye goes,
 * F9 stays. */
enum { ALL_WORDS, USER_IS_SIGN, SEARCH_IS_SIGN, EYE_IS_AWAY, N_STEPS };

static void
show_step (DovWindow *self,
           int        step)
{
  const char *name = gtk_label_get_label (self->user_name);
  gboolean has_name = step < USER_IS_SIGN;
  gboolean has_search = step < SEARCH_IS_SIGN;

  gtk_widget_set_visible (GTK_WIDGET (self->user_name), has_name);
  gtk_widget_set_visible (GTK_WIDGET (self->user_sign), !has_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->user), has_name ? self->user_tip : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->user), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->find_words), has_search);
  gtk_widget_set_visible (GTK_WIDGET (self->find_key), has_search);
  gtk_widget_set_visible (GTK_WIDGET (self->visitor), step < EYE_IS_AWAY || dov_visitor_is_near ());
}

/* What the header takes to show all of it. What stands in the middle leaves the
 * sides half of the rest each, however little the other side needs. */
static int
measure_wanted (DovWindow *self)
{
  GtkWidget *box = gtk_widget_get_ancestor (GTK_WIDGET (self->find_words), GTK_TYPE_CENTER_BOX);
  GtkWidget *parts[3] = { NULL };
  int sizes[G_N_ELEMENTS (parts)] = { 0 };
  int wanted;

  gtk_widget_measure (GTK_WIDGET (self->header), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  if (box == NULL)
    return wanted;

  parts[0] = gtk_center_box_get_start_widget (GTK_CENTER_BOX (box));
  parts[1] = gtk_center_box_get_center_widget (GTK_CENTER_BOX (box));
  parts[2] = gtk_center_box_get_end_widget (GTK_CENTER_BOX (box));
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      gtk_widget_measure (parts[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &sizes[i], NULL, NULL);
  wanted -= sizes[0] + sizes[1] + sizes[2];

  return wanted + sizes[1] + 2 * MAX (sizes[0], sizes[2]);
}

static gboolean
fit_cb (gpointer data)
{
  DovWindow *self = data;
  int width = gtk_widget_get_width (GTK_WIDGET (self->header));

  self->fit_source = 0;
  self->fitted = gtk_widget_get_width (GTK_WIDGET (self));
  self->fitted_height = gtk_widget_get_height (GTK_WIDGET (self));
  dov_sidebar_fit (self->sidebar, self->fitted_height);
  for (int step = ALL_WORDS; step < N_STEPS; step++)
    {
      show_step (self, step);
      if (measure_wanted (self) <= width || width <= 0)
        break;
    }

  return G_SOURCE_REMOVE;
}

/**
 * dov_window_fit_header_soon:
 *
 * Asks the header to look again how many words it has room for. Not at once:
 * nothing may come and go while sizes are being given.
 */
void
dov_window_fit_header_soon (DovWindow *self)
{
  if (self->fit_source == 0)
    self->fit_source = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}
