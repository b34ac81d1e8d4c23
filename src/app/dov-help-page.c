/* dov-help-page.c - how the work goes, in plain words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-help-page.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-resources.h"
#include "dov-widgets.h"

#define DOV_TYPE_HELP_PAGE (dov_help_page_get_type ())
G_DECLARE_FINAL_TYPE (DovHelpPage, dov_help_page, DOV, HELP_PAGE, DovPage)

struct _DovHelpPage
{
  DovPage            parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox        *contents;
  GtkBox            *text;
};

G_DEFINE_FINAL_TYPE (DovHelpPage, dov_help_page, DOV_TYPE_PAGE)

/* The text in the language of the interface, else the Russian one. */
static char *
read_text (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *name = g_build_filename ("help", languages[i], "help.txt", NULL);
      g_autofree char *path = dov_resources_find (name);
      char *text = NULL;

      if (path != NULL && g_file_get_contents (path, &text, NULL, NULL))
        return text;
    }

  {
    g_autofree char *path = dov_resources_find ("help/ru/help.txt");
    char *text = NULL;

    if (path != NULL && g_file_get_contents (path, &text, NULL, NULL))
      return text;
  }

  return NULL;
}

static GtkWidget *
paragraph_new (const char *words,
               const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE,
                                   "selectable", TRUE, "can-focus", FALSE, NULL);

  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
jump_cb (GtkListBox    *contents,
         GtkListBoxRow *row,
         DovHelpPage   *self)
{
  GtkWidget *heading = g_object_get_data (G_OBJECT (row), "dov-heading");
  graphene_point_t point;

  if (gtk_widget_compute_point (heading, GTK_WIDGET (self->text), &GRAPHENE_POINT_INIT (0, 0), &point))
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), point.y);
}

static void
add_heading (DovHelpPage *self,
             const char  *words)
{
  GtkWidget *heading = paragraph_new (words, "section-title");
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0f, "wrap", TRUE, NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_margin_top (heading, 18);
  gtk_box_append (self->text, heading);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  dov_name_widget (row, gtk_label_get_text (GTK_LABEL (label)));
  g_object_set_data (G_OBJECT (row), "dov-heading", heading);
  gtk_list_box_append (self->contents, row);
}

static void
add_item (DovHelpPage *self,
          const char  *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bullet = g_object_new (GTK_TYPE_LABEL, "label", "•", "valign", GTK_ALIGN_START, NULL);
  GtkWidget *text = paragraph_new (words, NULL);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), bullet);
  gtk_box_append (GTK_BOX (line), text);
  gtk_box_append (self->text, line);
}

/* "# title", "## heading", "- item"; all else is a paragraph, a blank line ends it. */
static void
add_line (DovHelpPage *self,
          const char  *line)
{
  if (g_str_has_prefix (line, "## "))
    add_heading (self, line + 3);
  else if (g_str_has_prefix (line, "# "))
    gtk_box_append (self->text, paragraph_new (line + 2, "page-title"));
  else if (g_str_has_prefix (line, "- "))
    add_item (self, line + 2);
  else if (*line != '\0')
    gtk_box_append (self->text, paragraph_new (line, NULL));
}

/**
 * dov_help_page_new:
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_help_page_new (void)
{
  DovHelpPage *self = g_object_new (DOV_TYPE_HELP_PAGE, NULL);
  g_autofree char *text = read_text ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : _("The help is not installed."), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);

  return DOV_PAGE (self);
}

static void
dov_help_page_focus (DovPage *page)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (DOV_HELP_PAGE (page)->contents, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
dov_help_page_class_init (DovHelpPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  DOV_PAGE_CLASS (klass)->focus = dov_help_page_focus;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-help-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovHelpPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DovHelpPage, contents);
  gtk_widget_class_bind_template_child (widget_class, DovHelpPage, text);
  gtk_widget_class_bind_template_callback (widget_class, jump_cb);
}

static void
dov_help_page_init (DovHelpPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
