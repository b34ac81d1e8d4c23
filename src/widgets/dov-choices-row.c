/* dov-choices-row.c - a field that is any number of a few words */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-choices-row.h"

#include <glib/gi18n.h>

/* Up to this many letters two choices stand side by side. */
#define SHORT_WORDS 22

struct _DovChoicesRow
{
  DovFieldRow    parent_instance;

  GtkWidget     *box;
  GPtrArray     *checks;      /* one a choice, in declared order */
  GFlagsClass   *choices;
  gboolean       is_showing;
};

G_DEFINE_FINAL_TYPE (DovChoicesRow, dov_choices_row, DOV_TYPE_FIELD_ROW)

static void
toggled_cb (DovChoicesRow *self)
{
  if (!self->is_showing)
    dov_field_row_chosen (DOV_FIELD_ROW (self));
}

static void
dov_choices_row_build (DovFieldRow *row)
{
  DovChoicesRow *self = DOV_CHOICES_ROW (row);
  glong longest = 0;
  guint n_columns;

  self->choices = g_type_class_ref (dov_field_row_get_field (row)->target ());
  for (guint i = 0; i < self->choices->n_values; i++)
    longest = MAX (longest, g_utf8_strlen (_(self->choices->values[i].value_name), -1));
  n_columns = longest <= SHORT_WORDS ? 2 : 1;

  for (guint i = 0; i < self->choices->n_values; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (_(self->choices->values[i].value_name));

      g_ptr_array_add (self->checks, check);
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_grid_attach (GTK_GRID (self->box), check, i % n_columns, i / n_columns, 1, 1);
    }
  dov_field_row_set_editor (row, self->box, self->box, FALSE);
}

static void
dov_choices_row_show (DovFieldRow *row)
{
  DovChoicesRow *self = DOV_CHOICES_ROW (row);
  g_auto (GValue) value = G_VALUE_INIT;

  dov_record_get_value (dov_field_row_get_draft (row), dov_field_row_get_field (row), &value);
  self->is_showing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 (g_value_get_flags (&value) & self->choices->values[i].value) != 0);
  self->is_showing = FALSE;
}

static gboolean
dov_choices_row_read (DovFieldRow *row,
                      GError     **error)
{
  DovChoicesRow *self = DOV_CHOICES_ROW (row);
  guint set = 0;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      set |= self->choices->values[i].value;
  dov_record_set_int (dov_field_row_get_draft (row), dov_field_row_get_field (row)->name, (int) set);

  return TRUE;
}

static gboolean
dov_choices_row_grab_focus (GtkWidget *widget)
{
  DovChoicesRow *self = DOV_CHOICES_ROW (widget);

  return self->checks->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->checks, 0));
}

static void
dov_choices_row_finalize (GObject *object)
{
  DovChoicesRow *self = DOV_CHOICES_ROW (object);

  g_ptr_array_unref (self->checks);
  g_clear_pointer (&self->choices, g_type_class_unref);

  G_OBJECT_CLASS (dov_choices_row_parent_class)->finalize (object);
}

static void
dov_choices_row_class_init (DovChoicesRowClass *klass)
{
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_choices_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = dov_choices_row_grab_focus;
  row_class->build = dov_choices_row_build;
  row_class->show = dov_choices_row_show;
  row_class->read = dov_choices_row_read;
}

static void
dov_choices_row_init (DovChoicesRow *self)
{
  self->checks = g_ptr_array_new ();
  self->box = g_object_new (GTK_TYPE_GRID, "column-spacing", 12, "column-homogeneous", TRUE, "hexpand", TRUE,
                            "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
}
