/* dov-badge.c - a state as people see it: a sign, a word beside it, and a colour that only helps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-badge.h"

static const char * const looks[] = { "accent", "success", "warning", "error", "plain" };

/**
 * dov_badge_show:
 * @badge: made by dov_badge_new()
 * @words: what the state is called; empty hides the badge
 * @sign: (nullable): how it looks; %NULL is plain grey
 *
 * Shows another state in the same badge, as the cells of a table need it.
 */
void
dov_badge_show (GtkWidget     *badge,
                const char    *words,
                const DovSign *sign)
{
  GtkWidget *icon = gtk_widget_get_first_child (badge);
  GtkWidget *label = gtk_widget_get_last_child (badge);

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_visible (badge, *words != '\0');
  gtk_widget_set_visible (icon, sign != NULL && sign->icon != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), sign != NULL ? sign->icon : NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (sign != NULL && g_strcmp0 (sign->look, looks[i]) == 0)
        gtk_widget_add_css_class (badge, looks[i]);
      else
        gtk_widget_remove_css_class (badge, looks[i]);
    }
}

/**
 * dov_badge_new:
 * @words: what the state is called
 * @sign: (nullable): how it looks
 *
 * Makes a badge.
 *
 * Returns: (transfer floating): the badge
 */
GtkWidget *
dov_badge_new (const char    *words,
               const DovSign *sign)
{
  GtkWidget *badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (badge), icon);
  gtk_box_append (GTK_BOX (badge), label);
  dov_badge_show (badge, words, sign);

  return badge;
}
