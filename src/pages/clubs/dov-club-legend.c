/* dov-club-legend.c - what the signs of a journal mean, and buttons that set them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-legend.h"

#include <glib/gi18n.h>

typedef struct
{
  DovClubMark        mark;
  DovClubSignChosen  chosen;
  gpointer           user_data;
} Sign;

static void
free_sign (gpointer  sign,
           GClosure *closure)
{
  g_free (sign);
}

static void
clicked_cb (GtkWidget *button,
            Sign      *sign)
{
  sign->chosen (sign->mark, sign->user_data);
}

/**
 * dov_club_legend_new:
 * @may_mark: the file may be written
 * @chosen: called when a sign is pressed
 *
 * Returns: (transfer floating): the signs with their meaning, each a button
 */
GtkWidget *
dov_club_legend_new (gboolean           may_mark,
                     DovClubSignChosen  chosen,
                     gpointer           user_data)
{
  static const struct { DovClubMark mark; const char *words; } signs[] = {
    { DOV_CLUB_MARK_PRESENT, N_("was at the session") },
    { DOV_CLUB_MARK_ABSENT, N_("did not come to the session") },
    { DOV_CLUB_MARK_ILL, N_("was ill") },
    { DOV_CLUB_MARK_EXCUSED, N_("good reason") },
    { 0, N_("take away") },
  };
  GtkWidget *legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label",
                                  _("Enter: “+” and the next one · Ctrl+Enter: all the others were there · Ctrl+Z: undo"),
                                  "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "margin-start", 6, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *key = gtk_label_new (signs[i].mark != 0 ? dov_club_mark_get_sign (signs[i].mark) : "Del");
      GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "child", words, "sensitive", may_mark, NULL);
      Sign *sign = g_new0 (Sign, 1);


      gtk_widget_add_css_class (key, "key");
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (GTK_BOX (words), key);
      gtk_box_append (GTK_BOX (words), gtk_label_new (_(signs[i].words)));
      sign->mark = signs[i].mark;
      sign->chosen = chosen;
      sign->user_data = user_data;
      g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), sign, free_sign, 0);
      gtk_box_append (GTK_BOX (legend), button);
    }
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_box_append (GTK_BOX (legend), hint);

  return legend;
}
