/* dov-shortcuts.c - every key of the program in one window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shortcuts.h"

#include <glib/gi18n.h>

#include "dov-registry.h"
#include "dov-subject-page.h"
#include "dov-widgets.h"

/* What the frame, the shadow and the header of the window take. */
#define ROOM_BESIDE 60
#define ROOM_OVER 120

/* As a template adds it: only so it is put into columns with the others. */
static void
add_child (GtkBuilder *builder,
           GtkWidget  *parent,
           GtkWidget  *child)
{
  GTK_BUILDABLE_GET_IFACE (parent)->add_child (GTK_BUILDABLE (parent), builder, G_OBJECT (child), NULL);
}

/* Steps that share a key are one line: “Set out · Finish the shift”. */
static void
add_key (GtkBuilder       *builder,
         GtkWidget        *group,
         const DovSubject *subject,
         const DovAct     *act)
{
  g_autoptr (GString) title = g_string_new (NULL);

  for (const DovAct *other = subject->acts; other->name != NULL; other++)
    {
      g_auto (GStrv) parts = NULL;
      g_autofree char *label = NULL;

      if (g_strcmp0 (other->key, act->key) != 0)
        continue;
      /* Said already, where the key was met first. */
      if (other < act)
        return;
      parts = g_strsplit (_(other->label), "_", -1);
      label = g_strjoinv ("", parts);
      g_string_append_printf (title, "%s%s", title->len > 0 ? " · " : "", label);
    }
  add_child (builder, group, g_object_new (GTK_TYPE_SHORTCUTS_SHORTCUT, "title", title->str,
                                           "accelerator", act->key, NULL));
}

/* The keys of the page of a record, from the table of what can be done there. */
static GtkWidget *
group_new (GtkBuilder       *builder,
           const DovSubject *subject)
{
  GtkWidget *group = NULL;

  for (const DovAct *act = subject->acts; act != NULL && act->name != NULL; act++)
    if (act->key != NULL)
      {
        if (group == NULL)
          group = g_object_new (GTK_TYPE_SHORTCUTS_GROUP, "title", _(dov_registry_class (subject->type ())->label), NULL);
        add_key (builder, group, subject, act);
      }

  return group;
}

/* GTK makes the window as large as all keys are; in large text that is more than the screen. */
static void
fit (GtkWindow *window,
     GtkWindow *parent)
{
  g_autoptr (GtkWidget) keys = g_object_ref (gtk_window_get_child (window));
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "propagate-natural-width", TRUE,
                                      "propagate-natural-height", TRUE,
                                      "max-content-width", MAX (gtk_widget_get_width (GTK_WIDGET (parent)) - ROOM_BESIDE, 300),
                                      "max-content-height", MAX (gtk_widget_get_height (GTK_WIDGET (parent)) - ROOM_OVER, 200),
                                      NULL);

  gtk_window_set_child (window, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), keys);
  gtk_window_set_child (window, scrolled);
}

/**
 * dov_shortcuts_present:
 *
 * Opens the window with all keys: those of every page, and those that the
 * pages of records declare.
 */
void
dov_shortcuts_present (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (DOV_RESOURCES "/ui/dov-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
  GtkWidget *records = GTK_WIDGET (gtk_builder_get_object (builder, "records"));
  g_autoptr (GPtrArray) looks = dov_look_list ();

  for (guint i = 0; i < looks->len; i++)
    {
      const DovLook *look = g_ptr_array_index (looks, i);
      GtkWidget *group = look->subject != NULL ? group_new (builder, look->subject) : NULL;

      if (group != NULL)
        add_child (builder, records, group);
    }
  fit (window, parent);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
