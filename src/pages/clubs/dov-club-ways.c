/* dov-club-ways.c - the ways on from the journal of a group: buttons, new records, the plan of a month */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-ways.h"

#include "dov-club-plan-page.h"
#include "dov-go.h"

/* Opens the sessions that the schedule has in the month of @day. */
void
dov_club_ways_plan (GtkWidget   *page,
                    gint64       group_id,
                    const GDate *day)
{
  DovShell *shell = dov_shell_around (page);

  if (shell != NULL)
    dov_shell_push (shell, dov_club_plan_page_new (dov_shell_get_store (shell), group_id, day));
}

/* Opens an empty form of a record that belongs to the group. */
void
dov_club_ways_add (GtkWidget *page,
                   GType      type,
                   gint64     group_id)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);

  dov_record_set_number (draft, "group_id", group_id);
  dov_go_form (page, draft);
}

/* A round button for a page that has nothing to show yet. */
void
dov_club_ways_append (GtkWidget  *box,
                      const char *label,
                      gboolean    is_main,
                      GCallback   clicked,
                      gpointer    page)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "pill");
  if (is_main)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (button, "clicked", clicked, page);
  gtk_box_append (GTK_BOX (box), button);
}

/* A button of a sign alone, with words for who cannot see it. */
GtkWidget *
dov_club_ways_icon (const char *icon,
                    const char *words,
                    GCallback   clicked,
                    gpointer    page)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_swapped (button, "clicked", clicked, page);

  return button;
}
