/* dov-field-follower.c - rows of a list that belong under another: an error, a hint, a small form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-field-follower.h"

/**
 * dov_field_follower_new:
 * @css_class: what kind of follower it is
 *
 * Returns: (transfer full): a row that belongs under another and is not chosen by itself
 */
GtkWidget *
dov_field_follower_new (const char *css_class,
                        GtkWidget  *child)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", child, "activatable", FALSE,
                                 "selectable", FALSE, "focusable", FALSE, NULL);

  gtk_widget_add_css_class (row, css_class);

  return g_object_ref_sink (row);
}

static GtkWidget *
remark_label_new (void)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_widget_add_css_class (label, "caption");

  return label;
}

/**
 * dov_field_follower_new_error:
 * @label: (out) (transfer none): what says the error
 *
 * Returns: (transfer full): the row of an error
 */
GtkWidget *
dov_field_follower_new_error (GtkWidget **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "dialog-error-symbolic", "valign", GTK_ALIGN_START,
                                  "margin-top", 1, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *row;

  *label = remark_label_new ();
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), *label);
  row = dov_field_follower_new ("field-error", box);
  /* Tab must not stop at a remark. */
  gtk_widget_set_can_focus (row, FALSE);

  return row;
}

/**
 * dov_field_follower_new_hint:
 * @label: (out) (transfer none): what says the hint
 *
 * Returns: (transfer full): the row of a hint
 */
GtkWidget *
dov_field_follower_new_hint (GtkWidget **label)
{
  GtkWidget *row;

  *label = remark_label_new ();
  gtk_widget_add_css_class (*label, "dim-label");
  row = dov_field_follower_new ("field-hint", *label);
  gtk_widget_set_can_focus (row, FALSE);

  return row;
}

/**
 * dov_field_follower_place:
 * @follower: (nullable): the row that is to follow
 * @wanted: whether it is shown at all
 *
 * Puts @follower after @after in @list, or takes it out.
 *
 * Returns: (transfer none): the last row so far
 */
GtkWidget *
dov_field_follower_place (GtkWidget *list,
                          GtkWidget *follower,
                          gboolean   wanted,
                          GtkWidget *after)
{
  int position;

  if (follower == NULL)
    return after;

  if (!wanted)
    {
      if (gtk_widget_get_parent (follower) != NULL)
        gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (follower)), follower);
      return after;
    }

  position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (after)) + 1;
  if (gtk_widget_get_parent (follower) == list &&
      gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (follower)) == position)
    return follower;
  if (gtk_widget_get_parent (follower) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (follower)), follower);
  gtk_list_box_insert (GTK_LIST_BOX (list), follower, position);

  return follower;
}
