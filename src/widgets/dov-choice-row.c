/* dov-choice-row.c - a field that is one of a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-choice-row.h"

#include "dov-fold.h"

#include <glib/gi18n.h>

/* Longer words than this stand under the title, where they have the whole row. */
#define LONG_WORDS 24

struct _DovChoiceRow
{
  DovFieldRow    parent_instance;

  GtkWidget     *list;
  GEnumClass    *choices;
  gboolean       is_showing;
};

G_DEFINE_FINAL_TYPE (DovChoiceRow, dov_choice_row, DOV_TYPE_FIELD_ROW)

static const char *
get_words (DovChoiceRow *self,
           guint         index)
{
  const char *label = self->choices->values[index].value_name;

  return *label == '\0' ? _("not given") : _(label);
}

static void
selected_cb (DovChoiceRow *self)
{
  if (!self->is_showing)
    dov_field_row_chosen (DOV_FIELD_ROW (self));
}

static void
step (DovChoiceRow *self,
      int           by)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (self->list)));
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  if ((by < 0 && selected > 0) || (by > 0 && selected + 1 < n))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), selected + by);
}

/* A letter goes to the next of the words that begin with it. */
static gboolean
step_to_letter (DovChoiceRow *self,
                gunichar      letter)
{
  guint n = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (self->list)));
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));
  char typed[7] = "";
  g_autofree char *folded = NULL;

  g_unichar_to_utf8 (letter, typed);
  folded = dov_fold (typed);
  if (*folded == '\0')
    return FALSE;

  for (guint i = 1; i <= n; i++)
    {
      guint index = (selected + i) % n;
      g_autofree char *words = dov_fold (get_words (self, index));

      if (g_str_has_prefix (words, folded))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), index);
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovChoiceRow          *self)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if ((modifiers & GDK_ALT_MASK) && key == GDK_KEY_Down)
    {
      g_signal_emit_by_name (self->list, "activate");
      return TRUE;
    }
  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;

  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    step (self, 1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    step (self, -1);
  else
    return g_unichar_isalnum (letter) && step_to_letter (self, letter);

  return TRUE;
}

static void
dov_choice_row_build (DovFieldRow *row)
{
  DovChoiceRow *self = DOV_CHOICE_ROW (row);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  glong longest = 0;

  self->choices = g_type_class_ref (dov_field_row_get_field (row)->target ());
  for (guint i = 0; i < self->choices->n_values; i++)
    {
      gtk_string_list_append (words, get_words (self, i));
      longest = MAX (longest, g_utf8_strlen (get_words (self, i), -1));
    }

  self->is_showing = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->list), G_LIST_MODEL (words));
  self->is_showing = FALSE;
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  dov_field_row_set_editor (row, self->list, self->list, longest <= LONG_WORDS);
  if (longest <= LONG_WORDS)
    gtk_widget_add_css_class (self->list, "beside");
}

static void
dov_choice_row_show (DovFieldRow *row)
{
  DovChoiceRow *self = DOV_CHOICE_ROW (row);
  g_auto (GValue) value = G_VALUE_INIT;

  dov_record_get_value (dov_field_row_get_draft (row), dov_field_row_get_field (row), &value);
  self->is_showing = TRUE;
  for (guint i = 0; i < self->choices->n_values; i++)
    if (self->choices->values[i].value == g_value_get_enum (&value))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->list), i);
  self->is_showing = FALSE;
}

static gboolean
dov_choice_row_read (DovFieldRow *row,
                     GError     **error)
{
  DovChoiceRow *self = DOV_CHOICE_ROW (row);
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->list));

  if (selected < self->choices->n_values)
    dov_record_set_int (dov_field_row_get_draft (row), dov_field_row_get_field (row)->name,
                        self->choices->values[selected].value);

  return TRUE;
}

static void
dov_choice_row_finalize (GObject *object)
{
  g_clear_pointer (&DOV_CHOICE_ROW (object)->choices, g_type_class_unref);

  G_OBJECT_CLASS (dov_choice_row_parent_class)->finalize (object);
}

static void
dov_choice_row_class_init (DovChoiceRowClass *klass)
{
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_choice_row_finalize;
  row_class->build = dov_choice_row_build;
  row_class->show = dov_choice_row_show;
  row_class->read = dov_choice_row_read;
}

static void
dov_choice_row_init (DovChoiceRow *self)
{
  self->list = gtk_drop_down_new (NULL, NULL);
  gtk_widget_add_css_class (self->list, "flat");
  gtk_widget_add_css_class (self->list, "choice");
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
}
