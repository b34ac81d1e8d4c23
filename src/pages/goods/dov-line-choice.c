/* dov-line-choice.c - what is chosen in a line of a paper about goods: one of a few words, or somebody it is for */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-line-choice.h"

#include <glib/gi18n.h>

DovLinePerson *
dov_line_person_new (gint64      id,
                      const char *words)
{
  DovLinePerson *self = g_new0 (DovLinePerson, 1);

  self->id = id;
  self->words = g_strdup (words);

  return self;
}

void
dov_line_person_free (DovLinePerson *self)
{
  g_free (self->words);
  g_free (self);
}

/* Up and Down choose, as in every list of choices of the program. */
static gboolean
step_cb (GtkEventControllerKey *keys,
         guint                  key,
         guint                  code,
         GdkModifierType        modifiers,
         GtkDropDown           *list)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (list));
  guint selected = gtk_drop_down_get_selected (list);

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  if ((key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && selected + 1 < n)
    gtk_drop_down_set_selected (list, selected + 1);
  else if ((key == GDK_KEY_Up || key == GDK_KEY_KP_Up) && selected > 0)
    gtk_drop_down_set_selected (list, selected - 1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/**
 * dov_line_choice_new:
 *
 * Returns: (transfer floating): a list to choose from, empty yet
 */
GtkWidget *
dov_line_choice_new (void)
{
  GtkWidget *list = gtk_drop_down_new (NULL, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (step_cb), list);
  gtk_widget_add_controller (list, keys);

  return list;
}

/**
 * dov_line_choice_fill:
 * @field: a choice, whose words are offered
 */
void
dov_line_choice_fill (GtkWidget      *list,
                      const DovField *field)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

  for (guint i = 1; i < choices->n_values; i++)
    gtk_string_list_append (words, _(choices->values[i].value_name));
  gtk_drop_down_set_model (GTK_DROP_DOWN (list), G_LIST_MODEL (words));
}

/**
 * dov_line_choice_fill_people:
 * @people: (nullable) (element-type DovLinePerson): whom the thing can be for besides the whole family
 */
void
dov_line_choice_fill_people (GtkWidget *list,
                             GPtrArray *people)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  /* Translators: a thing is for the whole family, not for one child */
  gtk_string_list_append (words, _("whole family"));
  for (guint i = 0; people != NULL && i < people->len; i++)
    gtk_string_list_append (words, ((DovLinePerson *) g_ptr_array_index (people, i))->words);
  gtk_drop_down_set_model (GTK_DROP_DOWN (list), G_LIST_MODEL (words));
  gtk_widget_set_visible (list, people != NULL && people->len > 0);
}
