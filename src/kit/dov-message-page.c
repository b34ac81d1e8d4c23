/* dov-message-page.c - a page that says one thing and offers the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-message-page.h"

#include <glib/gi18n.h>

struct _DovMessagePage
{
  DovPage        parent_instance;

  AdwStatusPage *status;
  GtkBox        *actions;
};

G_DEFINE_FINAL_TYPE (DovMessagePage, dov_message_page, DOV_TYPE_PAGE)

/**
 * dov_message_page_new:
 * @icon: a symbolic icon
 * @title: what is so, in a few words
 * @words: what it means and what to do
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_message_page_new (const char *icon,
                      const char *title,
                      const char *words)
{
  DovMessagePage *self = g_object_new (DOV_TYPE_MESSAGE_PAGE, NULL);
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  adw_status_page_set_icon_name (self->status, icon);
  adw_status_page_set_title (self->status, title);
  adw_status_page_set_description (self->status, escaped);

  return DOV_PAGE (self);
}

/**
 * dov_message_page_new_gone:
 * @section: (nullable): where it would be
 *
 * Returns: (transfer floating): says that a record is not in the file
 */
DovPage *
dov_message_page_new_gone (const char *section)
{
  DovPage *page = dov_message_page_new ("edit-find-symbolic", _("This is not here any more"),
                                        _("It was never saved, or was destroyed for good. Go back, and look in the list."));

  dov_page_set_title (page, _("Not found"));
  if (section != NULL)
    dov_page_set_section (page, section);

  return page;
}

/**
 * dov_message_page_add_action:
 * @action: the name of an action of the window or the program
 * @target: (nullable): its parameter
 * @is_main: the one strongest button of the page
 *
 * Returns: (transfer none): the new button
 */
GtkWidget *
dov_message_page_add_action (DovMessagePage *self,
                             const char     *label,
                             const char     *action,
                             const char     *target,
                             gboolean        is_main)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (is_main)
    gtk_widget_add_css_class (button, "suggested-action");
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->actions, button);

  return button;
}

static void
dov_message_page_class_init (DovMessagePageClass *klass)
{
}

static void
dov_message_page_init (DovMessagePage *self)
{
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->actions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  /* The pane inside is no stop for Tab. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self->status)), FALSE);
  adw_status_page_set_child (self->status, GTK_WIDGET (self->actions));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->status));
}
