/* dov-reason.c - a warning with a place to type why it is right all the same */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-reason.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-label.h"
#include "dov-notice.h"

static void
give_cb (GtkWidget *notice)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (notice), "entry");
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  DovReasonGiven given = (DovReasonGiven) (void (*) (void)) g_object_get_data (G_OBJECT (notice), "given");

  /* Blanks, and what nobody can see, are no reason. */
  if (dov_fold_is_empty (reason))
    {
      gtk_widget_add_css_class (entry, "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
      gtk_widget_set_visible (g_object_get_data (G_OBJECT (notice), "wanted"), TRUE);
      gtk_widget_grab_focus (entry);
      return;
    }
  given (reason, g_object_get_data (G_OBJECT (notice), "user-data"));
}

/**
 * dov_reason_new:
 * @words: the warning
 * @given: called with the reason, which is never empty; may destroy the widget
 * @user_data: for @given; outlives the widget
 *
 * Returns: (transfer floating): an amber notice that asks for a reason
 */
GtkWidget *
dov_reason_new (const char     *words,
                DovReasonGiven  given,
                gpointer        user_data)
{
  GtkWidget *notice = dov_notice_new (DOV_NOTICE_WARNS, words, "");
  GtkWidget *entry = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "margin-top", 6,
                                   "placeholder-text", _("Why it is right, if somebody asks"), NULL);
  GtkWidget *wanted = dov_label_new (_("Say in a few words why: it stays in the history."), "error");
  GtkWidget *button = dov_notice_add_action (DOV_NOTICE (notice), _("Save _all the same"), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Reason"), -1);
  dov_notice_add_widget (DOV_NOTICE (notice), entry);
  gtk_widget_set_visible (wanted, FALSE);
  dov_notice_add_widget (DOV_NOTICE (notice), wanted);
  g_object_set_data (G_OBJECT (notice), "wanted", wanted);
  g_object_set_data (G_OBJECT (notice), "entry", entry);
  g_object_set_data (G_OBJECT (notice), "given", (gpointer) (void (*) (void)) given);
  g_object_set_data (G_OBJECT (notice), "user-data", user_data);
  g_signal_connect_object (entry, "activate", G_CALLBACK (give_cb), notice, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (give_cb), notice, G_CONNECT_SWAPPED);

  return notice;
}

/* Where the reason is typed. */
GtkWidget *
dov_reason_get_entry (GtkWidget *notice)
{
  return g_object_get_data (G_OBJECT (notice), "entry");
}
