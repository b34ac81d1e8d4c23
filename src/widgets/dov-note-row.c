/* dov-note-row.c - a field of many lines, as tall as what is written in it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-note-row.h"

struct _DovNoteRow
{
  DovFieldRow    parent_instance;

  GtkWidget     *view;
  gboolean       is_showing;
  guint          fit;
};

G_DEFINE_FINAL_TYPE (DovNoteRow, dov_note_row, DOV_TYPE_FIELD_ROW)

static char *
dup_text (DovNoteRow *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
changed_cb (GtkTextBuffer *buffer,
            DovNoteRow    *self)
{
  if (!self->is_showing)
    dov_field_row_edited (DOV_FIELD_ROW (self));
}

static void
dov_note_row_build (DovFieldRow *row)
{
  dov_field_row_set_editor (row, DOV_NOTE_ROW (row)->view, DOV_NOTE_ROW (row)->view, FALSE);
}

static void
dov_note_row_show (DovFieldRow *row)
{
  DovNoteRow *self = DOV_NOTE_ROW (row);
  g_autofree char *shown = dov_record_dup_shown (dov_field_row_get_draft (row), dov_field_row_get_field (row));
  g_autofree char *present = dup_text (self);

  if (g_str_equal (shown, present))
    return;
  self->is_showing = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), shown, -1);
  self->is_showing = FALSE;
}

static gboolean
dov_note_row_read (DovFieldRow *row,
                   GError     **error)
{
  g_autofree char *text = dup_text (DOV_NOTE_ROW (row));

  return dov_record_set_typed (dov_field_row_get_draft (row), dov_field_row_get_field (row), text, error);
}

static gboolean
fit_cb (gpointer row)
{
  DovNoteRow *self = row;

  self->fit = 0;
  gtk_widget_queue_resize (self->view);

  return G_SOURCE_REMOVE;
}

/* How tall a text is comes out only when it has a width, and GTK does not ask again: a long one that was there from
 * the start stood as one line. */
static void
height_known_cb (DovNoteRow    *self,
                 GtkAdjustment *height)
{
  if (self->fit == 0 && gtk_adjustment_get_upper (height) > gtk_adjustment_get_page_size (height))
    self->fit = g_idle_add_full (GTK_PRIORITY_RESIZE, fit_cb, self, NULL);
}

static void
dov_note_row_dispose (GObject *object)
{
  g_clear_handle_id (&DOV_NOTE_ROW (object)->fit, g_source_remove);

  G_OBJECT_CLASS (dov_note_row_parent_class)->dispose (object);
}

static void
dov_note_row_class_init (DovNoteRowClass *klass)
{
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_note_row_dispose;
  row_class->build = dov_note_row_build;
  row_class->show = dov_note_row_show;
  row_class->read = dov_note_row_read;
}

static void
dov_note_row_init (DovNoteRow *self)
{
  GtkAdjustment *height = gtk_adjustment_new (0, 0, 0, 0, 0, 0);

  self->view = g_object_new (GTK_TYPE_TEXT_VIEW, "wrap-mode", GTK_WRAP_WORD_CHAR, "accepts-tab", FALSE,
                             "hexpand", TRUE, "left-margin", 0, NULL);
  gtk_scrollable_set_vadjustment (GTK_SCROLLABLE (self->view), height);
  g_signal_connect_object (height, "changed", G_CALLBACK (height_known_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (self->view, "note");
  g_signal_connect (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (changed_cb), self);
}
