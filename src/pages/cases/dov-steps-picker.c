/* dov-steps-picker.c - the steps of a programme that a visit or a talk closes, ticked in its form */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-steps-picker.h"

#include <glib/gi18n.h>

#include "dov-label.h"
#include "dov-plan-proof.h"
#include "dov-section-box.h"

/* Under these names lie in the kept draft the steps that are ticked, and whether somebody ticked them. */
#define KEPT   "closes"
#define TICKED "closes-ticked"

struct _DovStepsPicker
{
  GtkBox     parent_instance;

  DovForm   *form;         /* has this */
  GtkWidget *section;
  GArray    *ticked;       /* gint64 */
  gint64     family_id;    /* of the steps that are shown */
  guint      n_steps;
};

G_DEFINE_FINAL_TYPE (DovStepsPicker, dov_steps_picker, GTK_TYPE_BOX)

/**
 * dov_steps_picker_tick:
 * @draft: of a visit or a talk whose form is to be opened
 *
 * The form begins with this step ticked.
 */
void
dov_steps_picker_tick (DovRecord *draft,
                       gint64     step)
{
  g_autoptr (GArray) ids = dov_record_dup_kept_ids (draft, KEPT);

  g_array_append_val (ids, step);
  dov_record_keep_ids (draft, KEPT, ids);
}

static gboolean
is_ticked (DovStepsPicker *self,
           gint64          step)
{
  for (guint i = 0; i < self->ticked->len; i++)
    if (g_array_index (self->ticked, gint64, i) == step)
      return TRUE;

  return FALSE;
}

static void
keep (DovStepsPicker *self)
{
  DovRecord *draft = dov_form_get_draft (self->form);

  dov_record_keep_ids (draft, KEPT, self->ticked);
  dov_record_keep_typed (draft, TICKED, "1");
}

static void
toggled_cb (GtkCheckButton *check,
            gint64         *of)
{
  DovStepsPicker *self = DOV_STEPS_PICKER (gtk_widget_get_ancestor (GTK_WIDGET (check), DOV_TYPE_STEPS_PICKER));
  gint64 step = *of;

  for (guint i = self->ticked->len; i > 0; i--)
    if (g_array_index (self->ticked, gint64, i - 1) == step)
      g_array_remove_index (self->ticked, i - 1);
  if (gtk_check_button_get_active (check))
    g_array_append_val (self->ticked, step);
  keep (self);
  dov_form_touch (self->form);
}

static GtkWidget *
row_new (DovStepsPicker *self,
         DovPlanAction  *step)
{
  gint64 id = dov_record_get_id (DOV_RECORD (step));
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_shown (step->due_to);
  gboolean is_late = dov_plan_action_is_overdue (step, &today);
  g_autofree char *due = g_strdup_printf (is_late ? _("was due by %s") : _("until %s"), day);
  GtkWidget *row = dov_row_line_new ("", step->title, due);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, "active", is_ticked (self, id), NULL);

  dov_name_widget (check, step->title);
  g_signal_connect_data (check, "toggled", G_CALLBACK (toggled_cb), g_memdup2 (&id, sizeof id),
                         (GClosureNotify) (GCallback) g_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);
  if (is_late)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("overdue"), &(DovSign) { "dialog-error-symbolic", "error" }));

  return row;
}

/* What is surely done by this is ticked, until somebody ticks otherwise. */
static void
tick_sure (DovStepsPicker *self,
           GPtrArray      *steps)
{
  DovRecord *draft = dov_form_get_draft (self->form);
  GDate today = dov_today ();

  if (dov_record_get_typed (draft, TICKED) != NULL)
    return;
  for (guint i = 0; i < steps->len; i++)
    {
      gint64 id = dov_record_get_id (steps->pdata[i]);

      if (!is_ticked (self, id) &&
          dov_plan_proof_is_sure (dov_form_get_store (self->form), steps->pdata[i], G_OBJECT_TYPE (draft), &today))
        g_array_append_val (self->ticked, id);
    }
}

/**
 * dov_steps_picker_refresh:
 *
 * Shows what is still to be done with the family that was chosen.
 */
void
dov_steps_picker_refresh (DovStepsPicker *self)
{
  gint64 family_id = dov_record_get_number (dov_form_get_draft (self->form), "family_id");
  g_autoptr (GPtrArray) steps = NULL;

  if (family_id == self->family_id)
    return;
  if (self->family_id != 0)
    g_array_set_size (self->ticked, 0);
  self->family_id = family_id;
  steps = dov_plan_proof_list_steps (dov_form_get_store (self->form), family_id);
  tick_sure (self, steps);
  dov_section_box_clear (DOV_SECTION_BOX (self->section));
  for (guint i = 0; i < steps->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (self->section), row_new (self, steps->pdata[i]));
  dov_section_box_set_count (DOV_SECTION_BOX (self->section), self->ticked->len > 0 ? _("those that fit are ticked") : "");
  self->n_steps = steps->len;
  gtk_widget_set_visible (GTK_WIDGET (self), steps->len > 0);
}

/* Returns: whether anything is still to be done with the family. */
gboolean
dov_steps_picker_has_any (DovStepsPicker *self)
{
  return self->n_steps > 0;
}

/**
 * dov_steps_picker_list:
 *
 * Returns: (transfer full) (element-type gint64): the steps that are ticked
 */
GArray *
dov_steps_picker_list (DovStepsPicker *self)
{
  return g_array_copy (self->ticked);
}

/**
 * dov_steps_picker_new:
 * @form: of a new visit or talk
 *
 * Returns: (transfer floating): the picker
 */
GtkWidget *
dov_steps_picker_new (DovForm *form)
{
  DovStepsPicker *self = g_object_new (DOV_TYPE_STEPS_PICKER, NULL);

  self->form = form;
  self->ticked = dov_record_dup_kept_ids (dov_form_get_draft (form), KEPT);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  dov_steps_picker_refresh (self);

  return GTK_WIDGET (self);
}

static void
dov_steps_picker_finalize (GObject *object)
{
  g_array_unref (DOV_STEPS_PICKER (object)->ticked);

  G_OBJECT_CLASS (dov_steps_picker_parent_class)->finalize (object);
}

static void
dov_steps_picker_class_init (DovStepsPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_steps_picker_finalize;
}

static void
dov_steps_picker_init (DovStepsPicker *self)
{
  self->section = dov_section_box_new (_("Closes steps of the programme"));
  gtk_box_append (GTK_BOX (self), self->section);
  gtk_widget_set_hexpand (self->section, TRUE);
}
