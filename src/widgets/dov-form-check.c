/* dov-form-check.c - what is wrong in a form, said in its place; save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-form-private.h"

#include "dov-acceptance.h"
#include "dov-label.h"
#include "dov-notice.h"
#include "dov-reason.h"

#include <glib/gi18n.h>

/* Calls @visit for every row, in reading order, until it says TRUE. */
static DovFieldRow *
find_row (DovForm  *self,
          gboolean (*visit) (DovFieldRow *row, gpointer user_data),
          gpointer  user_data)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *part = g_ptr_array_index (self->parts, i);
      GPtrArray *rows = dov_field_group_get_rows (part->group);

      for (guint n = 0; n < rows->len; n++)
        if (visit (g_ptr_array_index (rows, n), user_data))
          return g_ptr_array_index (rows, n);
    }

  return NULL;
}

static gboolean
has_error (DovFieldRow *row,
           gpointer     user_data)
{
  return dov_field_row_get_error (row) != NULL;
}

static gboolean
has_focus (DovFieldRow *row,
           gpointer     user_data)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (row)) != NULL || gtk_widget_has_focus (GTK_WIDGET (row));
}

/* «Date of birth» and «SNILS»: the fields that are not in order. */
static char *
name_errors (DovForm *self,
             guint   *n_errors)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      DovFormPart *part = g_ptr_array_index (self->parts, i);
      GPtrArray *rows = dov_field_group_get_rows (part->group);

      for (guint n = 0; n < rows->len; n++)
        if (dov_field_row_get_error (g_ptr_array_index (rows, n)) != NULL)
          g_ptr_array_add (titles, (char *) adw_preferences_row_get_title (g_ptr_array_index (rows, n)));
    }

  for (guint i = 0; i < titles->len; i++)
    {
      const char *between = i == 0 ? "" : i + 1 == titles->len ? C_("list of fields", " and ") : ", ";

      /* Translators: one title in a list of fields */
      g_string_append (names, between);
      g_string_append_printf (names, C_("list of fields", "“%s”"), (char *) g_ptr_array_index (titles, i));
    }
  *n_errors = titles->len;

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
drop_notices (DovForm *self)
{
  dov_clear_box (self->notices);
  self->summary = NULL;
}

/* The notice on top that names what is left to mend; it follows the fields. */
void
dov_form_show_summary (DovForm    *self,
                       const char *loose)
{
  guint n_errors = 0;
  g_autofree char *names = name_errors (self, &n_errors);
  g_autofree char *lead = NULL;
  const char *text = _("Nothing that was typed is lost.");

  if (n_errors == 0 && loose == NULL)
    {
      if (self->summary != NULL)
        gtk_box_remove (GTK_BOX (self->notices), self->summary);
      self->summary = NULL;
      return;
    }

  if (n_errors > 0)
    lead = g_strdup_printf (ngettext ("%d field is left to mend: %s", "%d fields are left to mend: %s", n_errors),
                            n_errors, names);
  if (self->summary == NULL)
    {
      self->summary = dov_notice_new (DOV_NOTICE_REFUSES, "", "");
      if (n_errors > 0)
        {
          GtkWidget *go = dov_notice_add_action (DOV_NOTICE (self->summary), _("_Go to it"), "F8");

          g_signal_connect_swapped (go, "clicked", G_CALLBACK (dov_form_next_error), self);
        }
      gtk_box_prepend (GTK_BOX (self->notices), self->summary);
    }
  dov_notice_set_words (DOV_NOTICE (self->summary), lead ? lead : _("This cannot be saved yet"),
                        loose ? loose : text);
}

/**
 * dov_form_accept:
 * @rule: the number of the rule that warns
 * @said: (nullable): what was read of it; %NULL: whatever it says of @draft
 * @reason: why it is right all the same
 *
 * Confirms what @rule says of @draft.
 */
void
dov_form_accept (DovForm    *self,
                 DovRecord  *draft,
                 const char *rule,
                 const char *said,
                 const char *reason)
{
  DovFormAccepted accepted = { draft, g_strdup (rule), g_strdup (said), g_strdup (reason) };

  g_array_append_val (self->accepted, accepted);
}

static gboolean
is_accepted (DovForm          *self,
             DovRecord        *draft,
             const DovProblem *problem)
{
  for (guint i = 0; i < self->accepted->len; i++)
    {
      const DovFormAccepted *accepted = &g_array_index (self->accepted, DovFormAccepted, i);

      if (accepted->draft == draft && g_strcmp0 (accepted->rule, problem->rule) == 0 &&
          (accepted->said == NULL || g_str_equal (accepted->said, problem->message)))
        return TRUE;
    }

  return FALSE;
}

/* A reason is kept with what was typed into the fields, under its rule and the part that it is about. */
static char *
reason_key (DovForm    *self,
            DovRecord  *draft,
            const char *rule)
{
  const char *part = NULL;

  for (guint i = 0; i < self->parts->len && part == NULL; i++)
    if (dov_field_group_get_draft (((DovFormPart *) g_ptr_array_index (self->parts, i))->group) == draft)
      part = ((DovFormPart *) g_ptr_array_index (self->parts, i))->part;

  return g_strdup_printf ("?%s %s", rule, part != NULL ? part : "");
}

/**
 * dov_form_keep_reason:
 * @rule: that warns of the draft of the form
 * @typed: (nullable): why it is right all the same, as far as it is typed elsewhere than in the form's own warning
 *
 * Keeps it with the draft; when @rule warns, the form offers it.
 */
void
dov_form_keep_reason (DovForm    *self,
                      const char *rule,
                      const char *typed)
{
  g_autofree char *key = reason_key (self, self->draft, rule);

  dov_record_keep_typed (self->draft, key, typed);
  dov_form_touch (self);
}

#define FOR_EACH_REASON(self, reason, notice) \
  for (GtkWidget *notice = gtk_widget_get_first_child ((self)->notices), *reason; notice != NULL; \
       notice = gtk_widget_get_next_sibling (notice)) \
    if ((reason = g_object_get_data (G_OBJECT (notice), "reason")) != NULL)

/**
 * dov_form_keep_reasons:
 *
 * Keeps with the draft what was typed as the reasons of warnings.
 */
void
dov_form_keep_reasons (DovForm *self)
{
  FOR_EACH_REASON (self, reason, notice)
    {
      g_autofree char *key = reason_key (self, g_object_get_data (G_OBJECT (notice), "draft"),
                                         g_object_get_data (G_OBJECT (notice), "rule"));
      const char *typed = gtk_editable_get_text (GTK_EDITABLE (reason));

      dov_record_keep_typed (self->draft, key, *typed != '\0' ? typed : NULL);
    }
}

/* Esc goes back to the fields; what was typed waits for the next warning of this kind. */
static void
leave_warnings (DovForm *self)
{
  dov_form_keep_reasons (self);
  drop_notices (self);
  dov_form_focus (self);
}

/* However saving is asked for: who has given a reason means it, and who has not is asked again. */
static void
take_reasons (DovForm *self)
{
  dov_form_keep_reasons (self);
  FOR_EACH_REASON (self, reason, notice)
    {
      const char *rule = g_object_get_data (G_OBJECT (notice), "rule");
      const char *said = g_object_get_data (G_OBJECT (notice), "said");
      g_autofree char *given = dov_acceptance_read (gtk_editable_get_text (GTK_EDITABLE (reason)), NULL);

      if (given == NULL)
        continue;
      /* What only the whole operation shows has no number here. */
      self->accepts_all = self->accepts_all || *rule == '\0';
      if (said != NULL)
        dov_form_accept (self, g_object_get_data (G_OBJECT (notice), "draft"), rule, said, given);
      else
        dov_warned_answer (self->warned, given);
    }
}

static void
given_cb (const char *reason,
          gpointer    self)
{
  dov_form_save (self);
}

/* What is unusual, a place for the reason, and the way on. Returns the place. @said is NULL for what only saving shows. */
static GtkWidget *
show_warning (DovForm    *self,
              DovRecord  *draft,
              const char *rule,
              const char *words,
              const char *said)
{
  GtkWidget *notice = dov_reason_new (words, NULL, self, given_cb, self);
  GtkWidget *reason = dov_reason_get_entry (notice);
  g_autofree char *key = reason_key (self, draft, rule);
  const char *typed = dov_record_get_typed (self->draft, key);

  gtk_editable_set_text (GTK_EDITABLE (reason), typed != NULL ? typed : "");
  g_object_set_data_full (G_OBJECT (notice), "rule", g_strdup (rule), g_free);
  g_object_set_data_full (G_OBJECT (notice), "said", g_strdup (said), g_free);
  g_object_set_data (G_OBJECT (notice), "draft", draft);
  g_object_set_data (G_OBJECT (notice), "reason", reason);
  g_signal_connect_object (reason, "changed", G_CALLBACK (dov_form_touch), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (notice, "left", G_CALLBACK (leave_warnings), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->notices), notice);

  return reason;
}

static gboolean
is_filled_later (DovForm          *self,
                 DovRecord        *draft,
                 const DovProblem *problem)
{
  for (guint i = 0; i < self->later->len; i++)
    {
      DovFormLater *later = g_ptr_array_index (self->later, i);

      if (later->draft == draft && problem->field != NULL && g_str_equal (later->field, problem->field->name))
        return TRUE;
    }

  return FALSE;
}

/* The problems of one draft: under its fields, or into @loose, or with the draft
 * before each into @warnings. */
static void
sort_problems (DovForm   *self,
               DovRecord *draft,
               GPtrArray *problems,
               GString   *loose,
               GPtrArray *warnings)
{
  for (guint i = 0; i < problems->len; i++)
    {
      DovProblem *problem = g_ptr_array_index (problems, i);
      gboolean is_placed = FALSE;

      if (is_filled_later (self, draft, problem))
        continue;
      if (problem->is_warning)
        {
          if (!is_accepted (self, draft, problem))
            {
              g_ptr_array_add (warnings, draft);
              g_ptr_array_add (warnings, problem);
            }
          continue;
        }
      for (guint n = 0; n < self->parts->len && problem->field != NULL && !is_placed; n++)
        {
          DovFormPart *part = g_ptr_array_index (self->parts, n);

          is_placed = dov_field_group_show_problem (part->group, draft, problem);
        }
      if (!is_placed)
        g_string_append_printf (loose, "%s%s", loose->len ? "\n" : "", problem->message);
    }
}

/* Every draft of the form once, its own first, but those that were left alone. */
static GPtrArray *
list_drafts (DovForm *self)
{
  GPtrArray *drafts = g_ptr_array_new ();

  g_ptr_array_add (drafts, self->draft);
  for (guint i = 0; i < self->parts->len; i++)
    {
      GPtrArray *rows = dov_field_group_get_rows (((DovFormPart *) g_ptr_array_index (self->parts, i))->group);

      for (guint n = 0; n < rows->len; n++)
        {
          DovRecord *draft = dov_field_row_get_draft (g_ptr_array_index (rows, n));

          if (!g_ptr_array_find (drafts, draft, NULL) && !dov_form_is_untouched (self, draft))
            g_ptr_array_add (drafts, draft);
        }
    }

  return drafts;
}

/**
 * dov_form_check:
 *
 * Reads all fields and says what is wrong: under the fields, on top, and as
 * warnings with a way on.
 *
 * Returns: whether everything may be saved
 */
gboolean
dov_form_check (DovForm *self)
{
  g_autoptr (GPtrArray) drafts = list_drafts (self);
  g_autoptr (GPtrArray) warnings = g_ptr_array_new ();
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GString) loose = g_string_new (NULL);
  gboolean good = TRUE;
  GtkWidget *reason = NULL;

  drop_notices (self);
  for (guint i = 0; i < self->parts->len; i++)
    if (!dov_field_group_read (((DovFormPart *) g_ptr_array_index (self->parts, i))->group))
      good = FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      GPtrArray *problems = dov_store_list_problems (self->store, g_ptr_array_index (drafts, i));

      g_ptr_array_add (told, problems);
      sort_problems (self, g_ptr_array_index (drafts, i), problems, loose, warnings);
    }

  if (!good || loose->len > 0 || find_row (self, has_error, NULL) != NULL)
    {
      dov_form_show_summary (self, loose->len > 0 ? loose->str : NULL);
      if (find_row (self, has_error, NULL) != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (find_row (self, has_error, NULL)));
      return FALSE;
    }
  for (guint i = 0; i + 1 < warnings->len; i += 2)
    {
      const DovProblem *problem = g_ptr_array_index (warnings, i + 1);
      GtkWidget *asked = show_warning (self, g_ptr_array_index (warnings, i), problem->rule, problem->message,
                                       problem->message);

      reason = reason ? reason : asked;
    }
  if (reason != NULL)
    gtk_widget_grab_focus (reason);

  return reason == NULL;
}

static gboolean
save_all (gpointer   form,
          GError   **error)
{
  DovForm *self = form;

  return self->save != NULL ? self->save (self, self->save_data, error) : dov_store_save (self->store, self->draft, error);
}

/* What the store refused after all: only it sees everything together, every line of what belongs to it too. */
static void
show_refusal (DovForm      *self,
              const GError *error)
{
  const DovProblem *refusal = dov_store_get_refusal (self->store);
  g_autofree char *rule = g_strdup (refusal != NULL && refusal->rule != NULL ? refusal->rule : "");
  g_autofree char *all = NULL;
  GtkWidget *reason;

  if (!g_error_matches (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING))
    {
      dov_form_show_summary (self, error->message);
      return;
    }
  if (*rule != '\0')
    all = dov_warned_ask (self->warned, self->store, save_all, self);
  reason = show_warning (self, self->draft, rule, all != NULL ? all : error->message, NULL);
  gtk_widget_grab_focus (reason);
}

static void
accept_given (DovForm *self)
{
  for (guint i = 0; i < self->accepted->len; i++)
    {
      const DovFormAccepted *accepted = &g_array_index (self->accepted, DovFormAccepted, i);

      dov_store_accept_said (self->store, accepted->rule, accepted->said, accepted->reason);
    }
  dov_warned_accept (self->warned, self->store);
}

/* One operation, whatever is saved in it, with the reasons that were given. */
static gboolean
write_down (DovForm  *self,
            GError  **error)
{
  if (!dov_store_begin (self->store, NULL, error))
    return FALSE;

  accept_given (self);
  if (self->accepts_all)
    dov_store_accept_all (self->store, NULL);
  if (save_all (self, error))
    return dov_store_commit (self->store, &self->operation, error);
  dov_store_abandon (self->store);

  return FALSE;
}

/**
 * dov_form_save:
 *
 * Saves, or says what is missing.
 *
 * Returns: whether it was saved
 */
gboolean
dov_form_save (DovForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovForm) alive = g_object_ref (self);

  dov_form_rest (self);
  if (self->is_done)
    return FALSE;
  take_reasons (self);
  if (!dov_form_check (self))
    return FALSE;
  if (!write_down (self, &error))
    {
      show_refusal (self, error);
      return FALSE;
    }

  if (self->kept != 0)
    dov_store_drop_draft (self->store, self->kept, NULL);
  self->kept = 0;
  dov_form_finish (self, "saved");

  return TRUE;
}

/**
 * dov_form_next_error:
 *
 * Goes to the next field that is not in order, after the last to the first.
 *
 * Returns: whether there is one
 */
gboolean
dov_form_next_error (DovForm *self)
{
  DovFieldRow *current = find_row (self, has_focus, NULL);
  DovFieldRow *next = NULL;
  gboolean is_past = current == NULL;

  for (guint i = 0; i < self->parts->len && next == NULL; i++)
    {
      GPtrArray *rows = dov_field_group_get_rows (((DovFormPart *) g_ptr_array_index (self->parts, i))->group);

      for (guint n = 0; n < rows->len && next == NULL; n++)
        {
          if (is_past && has_error (g_ptr_array_index (rows, n), NULL))
            next = g_ptr_array_index (rows, n);
          if (g_ptr_array_index (rows, n) == current)
            is_past = TRUE;
        }
    }
  if (next == NULL)
    next = find_row (self, has_error, NULL);
  if (next == NULL)
    return FALSE;

  gtk_widget_grab_focus (GTK_WIDGET (next));

  return TRUE;
}

