/* dov-sidebar.c - the sections of the program, and which one we are in */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-sidebar.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-one-stop.h"
#include "dov-rooms.h"
#include "dov-visitor.h"
#include "dov-widgets.h"

/* So much the rows need at their ease. */
#define LEAST_HEIGHT 700

struct _DovSidebar
{
  GtkBox      parent_instance;

  GtkLabel   *lounge;
  GtkListBox *sections;
  GtkListBox *more;
  GHashTable *rows;    /* name → GtkListBoxRow */
  GHashTable *counts;  /* name → GtkLabel */
  char       *current; /* the section in which we are */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DovSidebar, dov_sidebar, GTK_TYPE_BOX)

static void
add_row (DovSidebar *self,
         GtkListBox *list,
         const char *name,
         const char *label,
         const char *icon,
         const char *key)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", icon,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0f, "hexpand", TRUE, NULL);
  GtkWidget *count = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_CENTER, "visible", FALSE, NULL);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (count, "count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), dov_veil_new (count));
  if (key != NULL)
    {
      GtkWidget *hint = g_object_new (GTK_TYPE_LABEL, "label", key, "valign", GTK_ALIGN_CENTER, NULL);

      gtk_widget_add_css_class (hint, "key");
      gtk_box_append (GTK_BOX (box), hint);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  dov_name_widget (row, label);
  gtk_list_box_append (list, row);

  g_hash_table_insert (self->rows, g_strdup (name), row);
  g_hash_table_insert (self->counts, g_strdup (name), count);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  DovSidebar    *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (row)));
}

/**
 * dov_sidebar_set_lounge:
 * @lounge: where we are: «Слудка, Дом культуры»
 */
void
dov_sidebar_set_lounge (DovSidebar *self,
                        const char *lounge)
{
  g_return_if_fail (DOV_IS_SIDEBAR (self));

  gtk_label_set_label (self->lounge, lounge);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lounge), lounge);
  gtk_widget_set_visible (GTK_WIDGET (self->lounge), lounge != NULL && *lounge != '\0');
}

static void
show_current (DovSidebar *self)
{
  GtkListBoxRow *row;
  GtkListBox *list;

  /* The keyboard leaves also when the window goes. */
  if (self->rows == NULL)
    return;

  row = g_hash_table_lookup (self->rows, self->current != NULL ? self->current : "");
  list = row != NULL ? GTK_LIST_BOX (gtk_widget_get_parent (GTK_WIDGET (row))) : NULL;
  gtk_list_box_select_row (self->sections, list == self->sections ? row : NULL);
  gtk_list_box_select_row (self->more, list == self->more ? row : NULL);
}

/**
 * dov_sidebar_set_section:
 * @name: the section in which we are
 */
void
dov_sidebar_set_section (DovSidebar *self,
                         const char *name)
{
  char *current = g_strdup (name);

  g_return_if_fail (DOV_IS_SIDEBAR (self));

  g_free (self->current);
  self->current = current;
  show_current (self);
}

/**
 * dov_sidebar_set_count:
 * @count: how many things wait in the section; 0 shows nothing
 */
void
dov_sidebar_set_count (DovSidebar *self,
                       const char *name,
                       guint       count)
{
  GtkLabel *label;
  const DovRoom *route = dov_rooms_find_section (name);
  g_autofree char *text = g_strdup_printf ("%u", count);
  g_autofree char *words = g_strdup_printf ("%s, %u", route != NULL ? _(route->label) : name, count);

  g_return_if_fail (DOV_IS_SIDEBAR (self));

  label = g_hash_table_lookup (self->counts, name);
  g_return_if_fail (label != NULL);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
  dov_name_widget (g_hash_table_lookup (self->rows, name), count > 0 || route == NULL ? words : _(route->label));
}

/**
 * dov_sidebar_fit:
 * @height: of the window
 *
 * Lets the rows stand closer in a low window, so that every section is seen.
 */
void
dov_sidebar_fit (DovSidebar *self,
                 int         height)
{
  g_return_if_fail (DOV_IS_SIDEBAR (self));

  dov_set_class (self, "low", height < LEAST_HEIGHT);
}

/**
 * dov_sidebar_get_nth:
 *
 * Returns: (nullable): the name of the section at @position, as Alt+1…9 count
 *   them: from the top of the sidebar to its foot
 */
const char *
dov_sidebar_get_nth (DovSidebar *self,
                     guint       position)
{
  GtkListBoxRow *row;
  int n_sections = 0;

  g_return_val_if_fail (DOV_IS_SIDEBAR (self), NULL);

  while (gtk_list_box_get_row_at_index (self->sections, n_sections) != NULL)
    n_sections++;
  row = (int) position < n_sections ? gtk_list_box_get_row_at_index (self->sections, (int) position)
                                    : gtk_list_box_get_row_at_index (self->more, (int) position - n_sections);

  return row != NULL ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;
}

static void
dov_sidebar_dispose (GObject *object)
{
  DovSidebar *self = DOV_SIDEBAR (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  dov_clear_box (self);

  G_OBJECT_CLASS (dov_sidebar_parent_class)->dispose (object);
}

static void
dov_sidebar_finalize (GObject *object)
{
  g_free (DOV_SIDEBAR (object)->current);

  G_OBJECT_CLASS (dov_sidebar_parent_class)->finalize (object);
}

static void
dov_sidebar_class_init (DovSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = dov_sidebar_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", DOV_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, DovSidebar, lounge);
  gtk_widget_class_bind_template_child (widget_class, DovSidebar, sections);
  gtk_widget_class_bind_template_child (widget_class, DovSidebar, more);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
dov_sidebar_init (DovSidebar *self)
{
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The keyboard may walk past the sections; when it is gone, the one in which we are is marked. */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (show_current), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  dov_one_stop_add (self->sections);
  dov_one_stop_add (self->more);

  for (guint i = 0; i < n_sections; i++)
    add_row (self, sections[i].is_foot ? self->more : self->sections,
             sections[i].name, _(sections[i].label), sections[i].icon,
             g_str_equal (sections[i].name, "help") ? "F1" : NULL);
}
