/* dov-window-visitor.c - while a visitor sits beside the desk: pages that are not for them are covered */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window-private.h"

#include <glib/gi18n.h>

#include "dov-visitor.h"

static GtkWidget *
cover_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *find = gtk_button_new_with_label (_("Find the visitor’s family"));
  GtkWidget *show = gtk_button_new_with_label (_("Show everything again"));
  GtkWidget *cover = g_object_new (ADW_TYPE_STATUS_PAGE,
                                   "icon-name", "view-conceal-symbolic",
                                   "title", _("A visitor is near"),
                                   "description", _("This page is about others and is covered. F9 shows it again."),
                                   "child", box, NULL);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (find, "pill");
  gtk_widget_add_css_class (find, "suggested-action");
  gtk_widget_add_css_class (show, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (find), "win.find");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.visitor");
  gtk_box_append (GTK_BOX (box), find);
  gtk_box_append (GTK_BOX (box), show);

  return cover;
}

/**
 * dov_window_get_seen:
 * @page: the page on top
 *
 * Returns: (transfer none): the page, or what covers it while a visitor is near
 */
GtkWidget *
dov_window_get_seen (DovWindow *self,
                     DovPage   *page)
{
  if (!dov_visitor_is_near () || dov_page_is_for_visitors (page))
    return GTK_WIDGET (page);

  if (self->cover == NULL)
    {
      self->cover = cover_new ();
      gtk_stack_add_child (self->stack, self->cover);
    }

  return self->cover;
}

static void
changed_cb (GtkWidget *widget,
            gboolean   is_near)
{
  DovWindow *self = DOV_WINDOW (widget);
  DovPage *page = dov_window_get_page (self);

  gtk_toggle_button_set_active (self->visitor, is_near);
  dov_palette_close (self->palette);
  /* A toast may name somebody else. */
  if (self->toast != NULL && is_near)
    adw_toast_dismiss (self->toast);
  if (page == NULL)
    return;
  dov_window_update_header (self);
  gtk_stack_set_visible_child (self->stack, dov_window_get_seen (self, page));
  if (gtk_stack_get_visible_child (self->stack) == self->cover)
    gtk_widget_child_focus (self->cover, GTK_DIR_TAB_FORWARD);
  else
    dov_page_focus (page);
}

static void
toggled_cb (GtkToggleButton *button)
{
  dov_visitor_set_near (gtk_toggle_button_get_active (button));
}

/**
 * dov_window_watch_visitor:
 *
 * Follows F9 and the crossed eye of the header.
 */
void
dov_window_watch_visitor (DovWindow *self)
{
  g_signal_connect_object (self->visitor, "toggled", G_CALLBACK (toggled_cb), self, 0);
  dov_visitor_watch (GTK_WIDGET (self), changed_cb);
}

/* F9. */
void
dov_window_visitor_action (GtkWidget  *widget,
                           const char *name,
                           GVariant   *parameter)
{
  dov_visitor_set_near (!dov_visitor_is_near ());
}
