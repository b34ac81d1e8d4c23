/* dov-text-row.c - a field that is typed in one line: texts, numbers, money, times */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-text-row.h"

typedef struct
{
  GtkWidget *text;
  gboolean   is_showing;
} DovTextRowPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (DovTextRow, dov_text_row, DOV_TYPE_FIELD_ROW)

#define PRIVATE(self) ((DovTextRowPrivate *) dov_text_row_get_instance_private (DOV_TEXT_ROW (self)))

static void
changed_cb (GtkEditable *text,
            DovTextRow  *self)
{
  if (!PRIVATE (self)->is_showing)
    dov_field_row_edited (DOV_FIELD_ROW (self));
}

/* Enter goes on, as Tab does: the hand stays on the digits. */
static void
activated_cb (GtkText    *text,
              DovTextRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
}

GtkText *
dov_text_row_get_entry (DovTextRow *self)
{
  return GTK_TEXT (PRIVATE (self)->text);
}

const char *
dov_text_row_get_text (DovTextRow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (PRIVATE (self)->text));
}

/**
 * dov_text_row_set_text:
 *
 * Puts @text into the entry; a person did not type it, so nobody is told.
 */
void
dov_text_row_set_text (DovTextRow *self,
                       const char *text)
{
  DovTextRowPrivate *priv = PRIVATE (self);

  if (g_strcmp0 (dov_text_row_get_text (self), text) == 0)
    return;

  priv->is_showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (priv->text), text);
  /* A long text is read from its beginning, and typed at its end. */
  gtk_editable_set_position (GTK_EDITABLE (priv->text), gtk_widget_has_focus (priv->text) ? -1 : 0);
  priv->is_showing = FALSE;
}

static void
dov_text_row_build (DovFieldRow *row)
{
  DovTextRowPrivate *priv = PRIVATE (row);
  const DovField *field = dov_field_row_get_field (row);
  GtkInputPurpose purpose = GTK_INPUT_PURPOSE_FREE_FORM;

  if (field->flags & DOV_PHONE)
    purpose = GTK_INPUT_PURPOSE_PHONE;
  else if (field->flags & DOV_NAME)
    purpose = GTK_INPUT_PURPOSE_NAME;
  g_object_set (priv->text, "input-purpose", purpose, NULL);
  if (field->kind != DOV_KIND_TEXT && field->kind != DOV_KIND_LINK)
    gtk_widget_add_css_class (priv->text, "numeric");

  dov_field_row_set_editor (row, priv->text, priv->text, FALSE);
}

static void
dov_text_row_show (DovFieldRow *row)
{
  g_autofree char *shown = dov_record_dup_shown (dov_field_row_get_draft (row), dov_field_row_get_field (row));

  dov_text_row_set_text (DOV_TEXT_ROW (row), shown);
}

/* The draft takes the form in which it will be kept, of a telephone or a name;
 * it is shown when the field is left. */
static void
tidy (DovFieldRow *row)
{
  g_autoptr (DovRecord) tidied = dov_record_dup (dov_field_row_get_draft (row));
  g_autofree char *text = NULL;

  dov_record_tidy (tidied);
  text = dov_record_dup_text (tidied, dov_field_row_get_field (row));
  dov_record_set_text (dov_field_row_get_draft (row), dov_field_row_get_field (row), text, NULL);
}

static gboolean
dov_text_row_read (DovFieldRow *row,
                   GError     **error)
{
  if (!dov_record_set_typed (dov_field_row_get_draft (row), dov_field_row_get_field (row),
                             dov_text_row_get_text (DOV_TEXT_ROW (row)), error))
    return FALSE;
  tidy (row);

  return TRUE;
}

static char *
dov_text_row_dup_typed (DovFieldRow *row)
{
  return g_strdup (dov_text_row_get_text (DOV_TEXT_ROW (row)));
}

static void
dov_text_row_show_typed (DovFieldRow *row,
                         const char  *typed)
{
  dov_text_row_set_text (DOV_TEXT_ROW (row), typed);
}

static void
dov_text_row_class_init (DovTextRowClass *klass)
{
  DovFieldRowClass *row_class = DOV_FIELD_ROW_CLASS (klass);

  row_class->build = dov_text_row_build;
  row_class->show = dov_text_row_show;
  row_class->read = dov_text_row_read;
  row_class->dup_typed = dov_text_row_dup_typed;
  row_class->show_typed = dov_text_row_show_typed;
}

static void
dov_text_row_init (DovTextRow *self)
{
  DovTextRowPrivate *priv = PRIVATE (self);

  /* A bare text is no control to a screen reader, unlike the entry it is mostly in. */
  priv->text = g_object_new (GTK_TYPE_TEXT, "enable-undo", TRUE, "hexpand", TRUE,
                             "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  g_signal_connect (priv->text, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect (priv->text, "activate", G_CALLBACK (activated_cb), self);
}
