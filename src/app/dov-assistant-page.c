/* dov-assistant-page.c - the first start: a new file, the example, a file that is there, or a copy */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-assistant-page.h"

#include "dov-widgets.h"

#define DOV_TYPE_ASSISTANT_PAGE (dov_assistant_page_get_type ())
G_DECLARE_FINAL_TYPE (DovAssistantPage, dov_assistant_page, DOV, ASSISTANT_PAGE, DovPage)

struct _DovAssistantPage
{
  DovPage    parent_instance;

  GtkWidget *first;
};

G_DEFINE_FINAL_TYPE (DovAssistantPage, dov_assistant_page, DOV_TYPE_PAGE)

/**
 * dov_assistant_page_new:
 *
 * Returns: (transfer floating): the page of the first start
 */
DovPage *
dov_assistant_page_new (void)
{
  return g_object_new (DOV_TYPE_ASSISTANT_PAGE, NULL);
}

static void
dov_assistant_page_focus (DovPage *page)
{
  gtk_widget_grab_focus (DOV_ASSISTANT_PAGE (page)->first);
}

static void
dov_assistant_page_class_init (DovAssistantPageClass *klass)
{
  DOV_PAGE_CLASS (klass)->focus = dov_assistant_page_focus;

  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), DOV_RESOURCES "/ui/dov-assistant-page.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), DovAssistantPage, first);
}

static void
dov_assistant_page_init (DovAssistantPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* The pane inside is no stop for Tab. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (adw_bin_get_child (ADW_BIN (self))), FALSE);
}
