/* dov-form-draft.c - what a form holds before it is saved, kept so that nothing typed is lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-private.h"

#include "dov-form-footer.h"

#include <glib/gi18n.h>

static void
keep_half_typed (DovForm *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *part = g_ptr_array_index (self->parts, i);
      GPtrArray *rows = dov_field_group_get_rows (part->group);

      for (guint n = 0; n < rows->len; n++)
        {
          DovFieldRow *row = g_ptr_array_index (rows, n);
          const DovField *field = dov_field_row_get_field (row);
          g_autofree char *key = part->part ? g_strdup_printf ("%s.%s", part->part, field->name) : g_strdup (field->name);
          g_autofree char *typed = dov_field_row_dup_typed (row);

          /* What belongs to another draft is kept here too: only this one is in the file. */
          if (typed == NULL && part->part != NULL && !dov_record_is_empty (dov_field_row_get_draft (row), field))
            typed = dov_record_dup_text (dov_field_row_get_draft (row), field);
          dov_record_keep_typed (self->draft, key, typed);
        }
    }
}

/**
 * dov_form_show_half_typed:
 *
 * Puts back into @row what stood there when the form was left.
 */
void
dov_form_show_half_typed (DovForm     *self,
                          DovFormPart *part,
                          DovFieldRow *row)
{
  const DovField *field = dov_field_row_get_field (row);
  g_autofree char *key = part->part ? g_strdup_printf ("%s.%s", part->part, field->name) : g_strdup (field->name);
  const char *typed = dov_record_get_typed (self->draft, key);

  if (typed == NULL)
    return;
  if (part->part != NULL && dov_record_set_text (dov_field_row_get_draft (row), field, typed, NULL))
    dov_field_row_show (row);
  else
    dov_field_row_show_typed (row, typed);
}

static char *
describe (DovForm *self)
{
  g_autofree char *words = NULL;

  if (self->words != NULL)
    return g_strdup (self->words);

  words = dov_record_describe (self->draft);

  return g_strdup (*words ? words : _(DOV_RECORD_GET_CLASS (self->draft)->label));
}

/**
 * dov_form_fill_later:
 *
 * Says that @field of @draft is filled in when the form is saved, so that it
 * is not missed before.
 */
void
dov_form_fill_later (DovForm    *self,
                     DovRecord  *draft,
                     const char *field)
{
  DovFormLater *later = g_new0 (DovFormLater, 1);

  later->draft = draft;
  later->field = g_intern_string (field);
  g_ptr_array_add (self->later, later);
}

static DovFormOptional *
get_optional (DovForm   *self,
              DovRecord *draft)
{
  DovFormOptional *optional;

  for (guint i = 0; i < self->optional->len; i++)
    if (((DovFormOptional *) g_ptr_array_index (self->optional, i))->draft == draft)
      return g_ptr_array_index (self->optional, i);

  optional = g_new0 (DovFormOptional, 1);
  optional->draft = g_object_ref (draft);
  optional->untouched = dov_record_dup (draft);
  g_ptr_array_add (self->optional, optional);

  return optional;
}

/**
 * dov_form_set_optional:
 *
 * Lets @draft be left alone: while nobody touches it, it is not checked.
 */
void
dov_form_set_optional (DovForm   *self,
                       DovRecord *draft)
{
  get_optional (self, draft)->may_be_left = TRUE;
}

/**
 * dov_form_set_skipped:
 *
 * Leaves a draft out, whatever was typed into it, or takes it back in; its
 * fields are not seen meanwhile.
 */
void
dov_form_set_skipped (DovForm   *self,
                      DovRecord *draft,
                      gboolean   is_skipped)
{
  get_optional (self, draft)->is_skipped = is_skipped;
  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFieldGroup *group = ((DovFormPart *) g_ptr_array_index (self->parts, i))->group;

      if (dov_field_group_get_draft (group) == draft)
        gtk_widget_set_visible (GTK_WIDGET (group), !is_skipped);
    }
}

static gboolean
has_text (DovForm   *self,
          DovRecord *draft)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      GPtrArray *rows = dov_field_group_get_rows (((DovFormPart *) g_ptr_array_index (self->parts, i))->group);

      for (guint n = 0; n < rows->len; n++)
        if (dov_field_row_get_draft (g_ptr_array_index (rows, n)) == draft
            && dov_field_row_is_unclear (g_ptr_array_index (rows, n)))
          return TRUE;
    }

  return FALSE;
}

/**
 * dov_form_is_untouched:
 *
 * Returns: whether @draft may be left alone and was
 */
gboolean
dov_form_is_untouched (DovForm   *self,
                       DovRecord *draft)
{
  for (guint i = 0; i < self->optional->len; i++)
    {
      DovFormOptional *optional = g_ptr_array_index (self->optional, i);

      if (optional->draft == draft)
        return optional->is_skipped
               || (optional->may_be_left && dov_record_diff (optional->untouched, draft) == 0
                   && !has_text (self, draft));
    }

  return FALSE;
}

/**
 * dov_form_keep:
 *
 * Keeps the unfinished form in the file, as it stands.
 */
void
dov_form_keep (DovForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  g_clear_handle_id (&self->rest, g_source_remove);
  if (!dov_form_is_changed (self) || dov_store_is_read_only (self->store))
    return;

  for (guint i = 0; i < self->parts->len; i++)
    {
      GPtrArray *rows = dov_field_group_get_rows (((DovFormPart *) g_ptr_array_index (self->parts, i))->group);

      /* Under the fingers nothing is judged; the text is read all the same. */
      for (guint n = 0; n < rows->len; n++)
        dov_field_row_read_quietly (g_ptr_array_index (rows, n));
    }
  keep_half_typed (self);
  words = describe (self);
  if (dov_store_keep_draft (self->store, self->draft, words, &self->kept, &error))
    dov_form_footer_set_kept (DOV_FORM_FOOTER (self->footer));
  else
    dov_form_footer_set_not_kept (DOV_FORM_FOOTER (self->footer), error->message);
}

/**
 * dov_form_finish:
 * @signal: what came of it: saved or dismissed
 *
 * Ends the work of the form: nothing more is kept.
 */
void
dov_form_finish (DovForm    *self,
                 const char *signal)
{
  g_autoptr (DovForm) alive = g_object_ref (self);

  if (self->is_done)
    return;

  self->is_done = TRUE;
  g_clear_handle_id (&self->rest, g_source_remove);
  g_signal_emit_by_name (self, signal);
}

/**
 * dov_form_dismiss:
 *
 * «Do not save»: nothing is saved, and the form goes. What was typed stays
 * among the unfinished forms, since Esc is pressed by mistake too; there it is
 * put away for good.
 */
void
dov_form_dismiss (DovForm *self)
{
  dov_form_keep (self);
  dov_form_finish (self, "dismissed");
}
