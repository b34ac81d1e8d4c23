/* dov-section-box.c - a titled list on a page: title, grey count, a way to open all of it, rows */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-section-box.h"

#include <string.h>

#include "dov-label.h"

struct _DovSectionBox
{
  GtkBox     parent_instance;

  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *more;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *child;   /* instead of the list, or NULL */

  GtkSizeGroup *leads;   /* what leads the rows is as wide in each, so that they begin in one line */
};

struct _DovRowLine
{
  AdwActionRow parent_instance;

  char        *when;
  GtkWidget   *lead;
  GtkWidget   *icon;
  GtkWidget   *tail;
};

enum { MORE_CLICKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovSectionBox, dov_section_box, GTK_TYPE_BOX)
G_DEFINE_FINAL_TYPE (DovRowLine, dov_row_line, ADW_TYPE_ACTION_ROW)

static void
more_clicked_cb (GtkButton  *button,
                 DovSectionBox *self)
{
  g_signal_emit (self, signals[MORE_CLICKED], 0);
}

/* “Add…” stands over many a list of a page: it is told to which. */
static void
name_act (DovSectionBox *self,
          GtkWidget     *button,
          const char    *label)
{
  g_autofree char *words = g_strdup_printf ("%s: %s", label, gtk_label_get_text (GTK_LABEL (self->title)));

  dov_name_widget (button, words);
}

void
dov_section_box_set_title (DovSectionBox *self,
                       const char *title)
{
  gtk_label_set_text (GTK_LABEL (self->title), title);
  dov_name_widget (self->list, title);
  if (gtk_widget_get_visible (self->more))
    name_act (self, self->more, gtk_button_get_label (GTK_BUTTON (self->more)));
}

void
dov_section_box_set_count (DovSectionBox *self,
                       const char *count)
{
  gtk_label_set_text (GTK_LABEL (self->count), count);
}

void
dov_section_box_set_more (DovSectionBox *self,
                      const char *more)
{
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_widget_set_visible (self->more, *more != '\0');
  name_act (self, self->more, more);
}

void
dov_section_box_set_empty (DovSectionBox *self,
                       const char *empty)
{
  gtk_label_set_text (GTK_LABEL (self->empty), empty);
}

void
dov_section_box_clear (DovSectionBox *self)
{
  GtkWidget *row;

  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
}

void
dov_section_box_append (DovSectionBox *self,
                    GtkWidget  *row)
{
  if (DOV_IS_ROW_LINE (row) && DOV_ROW_LINE (row)->lead != NULL)
    gtk_size_group_add_widget (self->leads, DOV_ROW_LINE (row)->lead);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/**
 * dov_section_box_set_child:
 * @child: (transfer floating): a table instead of the rows; while it is hidden the
 *   words for nothing are seen
 */
void
dov_section_box_set_child (DovSectionBox *self,
                           GtkWidget     *child)
{
  self->child = child;
  gtk_box_append (GTK_BOX (self), child);
  g_object_bind_property (child, "visible", self->list, "visible", G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
}

GtkWidget *
dov_section_box_get_child (DovSectionBox *self)
{
  return self->child;
}

/* One more word at the right of the title that acts. */
void
dov_section_box_add_act (DovSectionBox *self,
                         const char    *label,
                         const char    *hint,
                         const char    *action)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "label", label, "tooltip-text", hint, "valign", GTK_ALIGN_CENTER,
                                    "action-name", action, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "more");
  name_act (self, button, label);
  gtk_box_append (GTK_BOX (gtk_widget_get_parent (self->more)), button);
}

GtkWidget *
dov_section_box_new (const char *title)
{
  DovSectionBox *self = g_object_new (DOV_TYPE_SECTION_BOX, NULL);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  dov_name_widget (self->list, title);

  return GTK_WIDGET (self);
}

static void
dov_section_box_finalize (GObject *object)
{
  g_object_unref (DOV_SECTION_BOX (object)->leads);

  G_OBJECT_CLASS (dov_section_box_parent_class)->finalize (object);
}

static void
dov_section_box_class_init (DovSectionBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_section_box_finalize;
  signals[MORE_CLICKED] = g_signal_new ("more-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dov_section_box_init (DovSectionBox *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->leads = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "section-title");
  self->count = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "hexpand", TRUE, NULL);
  dov_label_tell_cut (self->title);
  dov_label_tell_cut (self->count);
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  self->more = g_object_new (GTK_TYPE_BUTTON, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  g_signal_connect (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_widget_set_margin_start (head, 3);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (head), self->more);
  gtk_box_append (GTK_BOX (self), head);

  self->empty = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "margin-start", 15, "margin-end", 15,
                              "margin-top", 12, "margin-bottom", 12, NULL);
  gtk_widget_add_css_class (self->empty, "dim-label");
  self->list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), self->empty);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_box_append (GTK_BOX (self), self->list);
}

static void
add_words (GString    *line,
           const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", words);
}

/* A row is heard whole: its day or age, what it is, and the badges at its end. */
static void
name_line (DovRowLine *self)
{
  g_autoptr (GString) line = g_string_new (self->when);

  add_words (line, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  add_words (line, adw_action_row_get_subtitle (ADW_ACTION_ROW (self)));
  for (GtkWidget *part = gtk_widget_get_first_child (self->tail); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      GtkWidget *label = GTK_IS_LABEL (part) ? part : GTK_IS_BOX (part) ? gtk_widget_get_last_child (part) : NULL;

      if (GTK_IS_LABEL (label))
        add_words (line, gtk_label_get_text (GTK_LABEL (label)));
    }
  dov_name_widget (self, line->str);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

void
dov_row_line_set_icon (DovRowLine    *self,
                   const char *icon_name)
{
  if (self->icon == NULL && icon_name != NULL)
    {
      self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->icon);
    }
  if (self->icon == NULL)
    return;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
}

/**
 * dov_row_line_append:
 * @self: the line
 * @child: (transfer floating): a badge or a button for its end
 */
void
dov_row_line_append (DovRowLine   *self,
                 GtkWidget *child)
{
  gtk_box_append (GTK_BOX (self->tail), child);
  gtk_widget_set_visible (self->tail, TRUE);
  name_line (self);
}

/**
 * dov_row_line_new:
 * @when: the lead: a date, a time or an age; empty: none
 * @title: what it is
 * @subtitle: the second line; empty: none
 */
GtkWidget *
dov_row_line_new (const char *when,
              const char *title,
              const char *subtitle)
{
  DovRowLine *self = g_object_new (DOV_TYPE_ROW_LINE, "use-markup", FALSE, "title", title, "subtitle", subtitle, NULL);

  /* A row without a lead begins where the heading of its section does. */
  if (*when != '\0')
    {
      self->lead = g_object_new (GTK_TYPE_LABEL, "label", when, "xalign", 0.0, "valign", GTK_ALIGN_CENTER, NULL);
      gtk_widget_add_css_class (self->lead, "when");
      gtk_widget_add_css_class (self->lead, "numeric");
      /* The number of a row needs no room for a day. */
      if (strspn (when, "0123456789") == strlen (when))
        gtk_widget_add_css_class (self->lead, "number");
      adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->lead);
    }

  self->when = g_strdup (when);
  name_line (self);
  g_signal_connect (self, "notify::title", G_CALLBACK (name_line), NULL);
  g_signal_connect (self, "notify::subtitle", G_CALLBACK (name_line), NULL);

  return GTK_WIDGET (self);
}

static void
dov_row_line_finalize (GObject *object)
{
  g_free (DOV_ROW_LINE (object)->when);

  G_OBJECT_CLASS (dov_row_line_parent_class)->finalize (object);
}

static void
dov_row_line_class_init (DovRowLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_row_line_finalize;
}

static void
dov_row_line_init (DovRowLine *self)
{
  self->tail = g_object_new (GTK_TYPE_BOX, "spacing", 6, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->tail, "tail");
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->tail);
}
