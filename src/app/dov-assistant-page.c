/* dov-assistant-page.c - the first start: a new file, the example, a file that is there, or a copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-assistant-page.h"

#include <glib/gi18n.h>

#define DOV_TYPE_ASSISTANT_PAGE (dov_assistant_page_get_type ())
G_DECLARE_FINAL_TYPE (DovAssistantPage, dov_assistant_page, DOV, ASSISTANT_PAGE, DovPage)

struct _DovAssistantPage
{
  DovPage     parent_instance;

  GtkListBox *ways;
};

G_DEFINE_FINAL_TYPE (DovAssistantPage, dov_assistant_page, DOV_TYPE_PAGE)

typedef struct
{
  const char *icon;
  const char *title;
  const char *subtitle;
  const char *action;
} Way;

static const Way ways[] = {
  { "document-new-symbolic", N_("Begin work in our lounge"),
    N_("A new empty file. Four questions, one minute."), "app.create" },
  { "view-reveal-symbolic", N_("Look at an example first"),
    N_("Invented families and events, to try everything without fear"), "app.demo" },
  { "document-open-symbolic", N_("Open a file that is already there…"),
    N_("For instance from the old computer or a flash drive"), "app.choose-file" },
  { "document-revert-symbolic", N_("Put back a copy…"),
    N_("If the computer was repaired or the file is gone"), "app.choose-copy" },
};

static GtkWidget *
way_row_new (const Way *way)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(way->title), "subtitle", _(way->subtitle),
                                 "activatable", TRUE, "action-name", way->action, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (way->icon));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

/**
 * dov_assistant_page_new:
 *
 * Returns: (transfer floating): the page of the first start
 */
DovPage *
dov_assistant_page_new (void)
{
  return g_object_new (DOV_TYPE_ASSISTANT_PAGE, "title", _("Welcome"), NULL);
}

static void
dov_assistant_page_focus (DovPage *page)
{
  DovAssistantPage *self = DOV_ASSISTANT_PAGE (page);

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (self->ways, 0)));
}

static void
dov_assistant_page_class_init (DovAssistantPageClass *klass)
{
  DOV_PAGE_CLASS (klass)->focus = dov_assistant_page_focus;
}

static void
dov_assistant_page_init (DovAssistantPage *self)
{
  GtkWidget *status = g_object_new (ADW_TYPE_STATUS_PAGE,
                                    "icon-name", "io.github.doverie.Doverie",
                                    "title", _("Doverie"),
                                    "description", _("What was done is written down once; "
                                                     "all papers for the district are made from it."),
                                    NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 560, NULL);

  self->ways = GTK_LIST_BOX (g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->ways), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->ways), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("How to begin"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_list_box_append (self->ways, way_row_new (&ways[i]));

  gtk_widget_add_css_class (status, "compact");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->ways));
  adw_status_page_set_child (ADW_STATUS_PAGE (status), clamp);
  adw_bin_set_child (ADW_BIN (self), status);
}
