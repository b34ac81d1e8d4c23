/* dov-label.c - words, titles, buttons and boxes of pages, each with its look in one call */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-label.h"

static GtkWidget *
dress (GtkWidget  *widget,
       const char *css)
{
  g_auto (GStrv) classes = g_strsplit (css != NULL ? css : "", " ", -1);

  for (guint i = 0; classes[i] != NULL; i++)
    gtk_widget_add_css_class (widget, classes[i]);

  return widget;
}

static GtkWidget *
words_new (const char        *words,
           const char        *css,
           GtkAccessibleRole  role)
{
  return dress (g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", words, "xalign", 0.0, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL), css);
}

/**
 * dov_label_new:
 * @css: (nullable): classes of the style sheet, by spaces
 *
 * Returns: (transfer floating): words that begin at the left and go on in the next line
 */
GtkWidget *
dov_label_new (const char *words,
               const char *css)
{
  return words_new (words, css, GTK_ACCESSIBLE_ROLE_LABEL);
}

/**
 * dov_heading_new:
 *
 * Returns: (transfer floating): the same for a title, which is told to who cannot see it
 */
GtkWidget *
dov_heading_new (const char *words,
                 const char *css)
{
  return words_new (words, css, GTK_ACCESSIBLE_ROLE_HEADING);
}

/**
 * dov_key_new:
 * @key: as it stands on the keyboard
 *
 * Returns: (transfer floating): the key as a cap, which never breaks
 */
GtkWidget *
dov_key_new (const char *key)
{
  return dress (gtk_label_new (key), "key");
}

/**
 * dov_button_new:
 * @label: with its mnemonic
 * @css: (nullable): classes of the style sheet, by spaces
 * @clicked: called with the button and @of
 * @of: (nullable) (type GObject): what the button is about; kept alive by it
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
dov_button_new (const char *label,
                const char *css,
                GCallback   clicked,
                gpointer    of)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_data (button, "clicked", clicked, of != NULL ? g_object_ref (of) : NULL,
                         of != NULL ? (GClosureNotify) (GCallback) g_object_unref : NULL, 0);

  return dress (button, css);
}

/**
 * dov_name_widget:
 *
 * Says what a widget is to somebody who cannot see it.
 */
void
dov_name_widget (gpointer    widget,
                 const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * dov_set_class:
 * @css: a class of the style sheet
 * @has_it: whether it is set, or taken away
 */
void
dov_set_class (gpointer    widget,
               const char *css,
               gboolean    has_it)
{
  if (has_it)
    gtk_widget_add_css_class (widget, css);
  else
    gtk_widget_remove_css_class (widget, css);
}

/* Takes everything out of a box. */
void
dov_clear_box (gpointer box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (box, child);
}
