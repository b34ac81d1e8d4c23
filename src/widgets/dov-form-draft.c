/* dov-form-draft.c - what a form holds before it is saved, kept so that nothing typed is lost */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-private.h"

#include "dov-form-footer.h"

#include <glib/gi18n.h>
#include <string.h>

static void
keep_half_typed (DovForm *self)
{
  dov_form_keep_reasons (self);
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

/* Whether the line of its kind joins something to a field that is empty: “, 02.03.2027”; or says words around it:
 * “Handout No.  of ”. */
static gboolean
has_gaps (DovRecord  *draft,
          const char *words)
{
  static const char between[] = " ,:;·–—";
  gunichar first = g_utf8_get_char (words), last = g_utf8_get_char (g_utf8_prev_char (words + strlen (words)));
  const char *line = DOV_RECORD_GET_CLASS (draft)->line;
  gboolean has_words = FALSE, has_empty = FALSE;
  int brackets = 0;

  if (g_utf8_strchr (between, -1, first) != NULL || g_utf8_strchr (between, -1, last) != NULL)
    return TRUE;
  for (const char *at = line != NULL ? _(line) : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      brackets += (*at == '[') - (*at == ']');
      if (*at == '{')
        {
          g_autofree char *name = g_strndup (at + 1, strcspn (at + 1, "}"));

          has_empty |= brackets == 0 && dov_record_is_empty (draft, dov_record_find_field (draft, name));
          at += strlen (name) + 1;
        }
      else
        has_words |= brackets == 0 && g_unichar_isalpha (g_utf8_get_char (at));
    }

  return has_words && has_empty;
}

/* What has no name yet is called by its kind. */
static char *
describe (DovForm *self)
{
  g_autoptr (DovRecord) blank = dov_record_new (G_OBJECT_TYPE (self->draft), 0);
  g_autofree char *nothing = dov_record_describe (blank);
  g_autofree char *words = NULL;

  if (self->words != NULL)
    return g_strdup (self->words);

  words = dov_record_describe (self->draft);
  if (*words == '\0' || g_str_equal (words, nothing) || has_gaps (self->draft, words))
    return g_strdup (_(DOV_RECORD_GET_CLASS (self->draft)->label));

  return g_steal_pointer (&words);
}

/* With the draft: what the form held when it was first seen, so that the one who takes it up again can take all back. */
#define BEGUN "="

/* One line of what a form holds. */
static void
add_line (GString    *state,
          const char *part,
          const char *name,
          const char *text)
{
  g_autofree char *line = g_strdup_printf ("%s.%s=%s", part != NULL ? part : "", name, text);

  g_string_append_printf (state, "%s\n", g_strdelimit (line, "\n", '\r'));
}

/* What is empty is not held; but in a record that is kept, emptying is a change. */
static void
add_state (GString    *state,
           DovRecord  *draft,
           const char *part)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (draft);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = dov_record_dup_text (draft, &klass->fields[i]);

      if (dov_record_get_id (draft) != 0 || !dov_record_is_empty (draft, &klass->fields[i]))
        add_line (state, part, klass->fields[i].name, text);
    }
}

/* All that the form holds, a line for each, to be compared. */
static char *
dup_state (DovForm *self)
{
  g_autoptr (GString) state = g_string_new (NULL);
  g_autoptr (GPtrArray) keys = dov_record_list_typed (self->draft);

  add_state (state, self->draft, NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *part = g_ptr_array_index (self->parts, i);

      add_state (state, dov_field_group_get_draft (part->group), part->part);
    }
  /* Why something is right is nothing without what it is about. */
  for (guint i = 0; i < keys->len; i++)
    if (strchr ("?" BEGUN, *(const char *) g_ptr_array_index (keys, i)) == NULL)
      add_line (state, "typed", g_ptr_array_index (keys, i),
                dov_record_get_typed (self->draft, g_ptr_array_index (keys, i)));

  return g_string_free (g_steal_pointer (&state), FALSE);
}

/**
 * dov_form_remember_begun:
 *
 * What the form holds now is what it was opened with: nothing to be kept.
 */
void
dov_form_remember_begun (DovForm *self)
{
  if (self->begun != NULL)
    return;
  if (self->was_edited)
    {
      self->begun = g_strdup (dov_record_get_typed (self->draft, BEGUN));
      return;
    }
  keep_half_typed (self);
  self->begun = dup_state (self);
}

/* Whether the form holds nothing that it did not begin with: all was taken back, or emptied by hand. */
static gboolean
holds_nothing (DovForm *self)
{
  g_autofree char *state = dup_state (self);
  g_auto (GStrv) lines = g_strsplit (state, "\n", -1);
  g_auto (GStrv) were = g_strsplit (self->begun != NULL ? self->begun : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_strv_contains ((const char *const *) were, lines[i]))
      return FALSE;

  return TRUE;
}

/* Everything was taken back: there is no unfinished form any more. */
static gboolean
forget_when_taken_back (DovForm *self)
{
  if (!holds_nothing (self)
      || (self->kept != 0 && !dov_store_drop_draft (self->store, self->kept, NULL)))
    return FALSE;

  self->kept = 0;
  self->was_edited = FALSE;
  dov_form_footer_set_as_begun (DOV_FORM_FOOTER (self->footer));

  return TRUE;
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
 * Lets @draft be left alone: while nobody touches it as it is now, it is not checked.
 */
void
dov_form_set_optional (DovForm   *self,
                       DovRecord *draft)
{
  DovFormOptional *optional = get_optional (self, draft);

  g_object_unref (optional->untouched);
  optional->untouched = dov_record_dup (draft);
  optional->may_be_left = TRUE;
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
  /* A form that only holds lines for a page, and is not seen, is not begun. */
  if (!dov_form_is_changed (self) || dov_store_is_read_only (self->store) || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  for (guint i = 0; i < self->parts->len; i++)
    {
      GPtrArray *rows = dov_field_group_get_rows (((DovFormPart *) g_ptr_array_index (self->parts, i))->group);

      /* Under the fingers nothing is judged; the text is read all the same. */
      for (guint n = 0; n < rows->len; n++)
        dov_field_row_read_quietly (g_ptr_array_index (rows, n));
    }
  keep_half_typed (self);
  if (forget_when_taken_back (self))
    return;
  words = describe (self);
  dov_record_keep_typed (self->draft, BEGUN, self->begun);
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
