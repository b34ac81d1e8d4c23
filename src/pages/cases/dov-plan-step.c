/* dov-plan-step.c - a step of a programme: its line on a page, and the form that closes it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-step.h"

#include <glib/gi18n.h>

#include "dov-case-plan.h"
#include "dov-go.h"
#include "dov-home-visit.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-name.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-plan-proof.h"
#include "dov-ref-item.h"
#include "dov-related-list.h"
#include "dov-stage-page.h"
#include "dov-steps-picker.h"
#include "dov-subject.h"

/* ---- closing one ---- */

typedef struct
{
  DovForm *form;
  GType    type;
  gint64   id;
  GDate    day;
} Choice;

/* The day of what proves it is the day it was done on. */
static void
chosen_cb (GtkCheckButton *check,
           Choice         *choice)
{
  DovPlanAction *step = DOV_PLAN_ACTION (dov_form_get_draft (choice->form));

  if (!gtk_check_button_get_active (check))
    return;
  dov_plan_proof_set (step, choice->type, choice->id);
  if (choice->id != 0)
    dov_set (step, done_on, &choice->day);
  dov_form_touch (choice->form);
}

static GtkWidget *
choice_new (DovForm        *form,
            GtkWidget      *first,
            const Choice   *choice,
            const char     *words,
            gboolean        is_chosen)
{
  GtkWidget *row = dov_row_line_new ("", words, "");
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);

  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), g_object_get_data (G_OBJECT (first), "check"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  dov_name_widget (check, words);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_data (check, "toggled", G_CALLBACK (chosen_cb), g_memdup2 (choice, sizeof *choice),
                         (GClosureNotify) (GCallback) g_free, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_focusable (row, FALSE);

  return row;
}

/* What there was with the family since the step began; the proof may also be none of it. */
static GtkWidget *
proofs_new (DovForm *form)
{
  DovPlanAction *step = DOV_PLAN_ACTION (dov_form_get_draft (form));
  g_autoptr (GPtrArray) proofs = dov_plan_proof_list (dov_form_get_store (form), step);
  g_autoptr (DovPlanProof) has = dov_plan_proof_find (dov_form_get_store (form), step);
  GtkWidget *section = dov_section_box_new (_("What proves it"));
  Choice none = { .form = form };
  GtkWidget *first = choice_new (form, NULL, &none, _("Nothing of this: only what is written here"), has == NULL);

  for (guint i = 0; i < proofs->len; i++)
    {
      const DovPlanProof *proof = proofs->pdata[i];
      Choice choice = { form, proof->type, proof->id, proof->day };

      dov_section_box_append (DOV_SECTION_BOX (section),
                              choice_new (form, first, &choice, proof->words,
                                          has != NULL && has->type == proof->type && has->id == proof->id));
    }
  dov_section_box_append (DOV_SECTION_BOX (section), first);
  dov_section_box_set_count (DOV_SECTION_BOX (section), _("since the step began"));

  return section;
}

static const DovStage closing = {
  N_("Close the step"), N_("Choose what proves it, and write down what came of it."), N_("Close the Step"), "done_on result",
  .beside = proofs_new,
};

/**
 * dov_plan_step_open:
 *
 * Returns: (transfer floating) (nullable): for a step that is being closed, the form that asks for the proof
 */
DovPage *
dov_plan_step_open (DovStore  *store,
                    DovRecord *draft,
                    gint64     kept)
{
  g_autoptr (DovPlanAction) step = dov_store_look_up (store, DOV_TYPE_PLAN_ACTION, dov_record_get_id (draft));

  if (step == NULL || step->status == DOV_PLAN_ACTION_STATUS_DONE ||
      DOV_PLAN_ACTION (draft)->status != DOV_PLAN_ACTION_STATUS_DONE)
    return NULL;

  return dov_stage_page_new (store, draft, kept, &closing);
}

static void
close_cb (GtkWidget     *button,
          DovPlanAction *step)
{
  g_autoptr (DovRecord) draft = dov_record_dup (DOV_RECORD (step));
  GDate today = dov_today ();

  dov_set (DOV_PLAN_ACTION (draft), status, DOV_PLAN_ACTION_STATUS_DONE);
  dov_set (DOV_PLAN_ACTION (draft), done_on, &today);
  dov_go_form (button, draft);
}

/* A visit that is gone for because of this step closes it. */
static void
visit_cb (GtkWidget     *button,
          DovPlanAction *step)
{
  DovStore *store = dov_page_get_store (gtk_widget_get_ancestor (button, DOV_TYPE_PAGE));
  g_autoptr (DovCasePlan) plan = dov_store_look_up (store, DOV_TYPE_CASE_PLAN, step->plan_id);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_HOME_VISIT, 0);

  g_return_if_fail (plan != NULL);

  dov_set (DOV_HOME_VISIT (draft), family_id, plan->family_id);
  dov_set (DOV_HOME_VISIT (draft), goal, step->title);
  dov_steps_picker_tick (draft, dov_record_get_id (DOV_RECORD (step)));
  dov_go_form (button, draft);
}

/* ---- its line ---- */

static gboolean
is_open (DovPlanAction *step)
{
  return step->status == DOV_PLAN_ACTION_STATUS_PLANNED || step->status == DOV_PLAN_ACTION_STATUS_IN_PROGRESS;
}

static gboolean
is_visit (DovStore      *store,
          DovPlanAction *step)
{
  g_autoptr (DovRefItem) method = dov_store_follow (store, step, "method_id");

  return method != NULL && g_str_equal (method->code, "visit");
}

static char *
dup_staff (DovStore      *store,
           DovPlanAction *step)
{
  g_autoptr (DovPerson) person = dov_store_follow (store, step, "staff_id.person_id");

  return person != NULL ? dov_name_short (person->last_name, person->first_name, person->patronymic) : NULL;
}

/* «патронаж · Шихова М.И. · был нужен до 14.03.2027» */
static char *
dup_second (DovStore      *store,
            DovPlanAction *step)
{
  g_autofree char *words = dov_field_path_dup (store, DOV_RECORD (step), "method_id", DOV_JOIN_WORDS);
  g_autofree char *organisation = dov_field_path_dup (store, DOV_RECORD (step), "organisation_id", "");
  g_autofree char *staff = dup_staff (store, step);
  g_autofree char *result = step->status == DOV_PLAN_ACTION_STATUS_DONE || is_open (step) ? NULL : g_strdup (step->result);
  g_autoptr (GString) line = g_string_new (words);

  dov_join (line, DOV_JOIN_WORDS, organisation);
  dov_join (line, DOV_JOIN_WORDS, staff);
  dov_join (line, DOV_JOIN_WORDS, step->frequency);
  dov_join (line, DOV_JOIN_WORDS, result);

  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* A day is read in one line. */
static GtkWidget *
day_new (const char *words)
{
  GtkWidget *label = dov_label_new (words, "dim-label numeric");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);

  return label;
}

static GtkWidget *
term_new (DovPlanAction *step,
          gboolean       runs)
{
  static const DovSign late = { "dialog-error-symbolic", "error" }, near = { "alarm-symbolic", "warning" };
  GDate today = dov_today ();
  int days = g_date_days_between (&today, step->due_to);
  g_autofree char *day = dov_date_to_shown (step->due_to);
  g_autofree char *until = g_strdup_printf (_("until %s"), day);
  g_autofree char *overdue = g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", -days), -days);

  if (runs && days < 0)
    return dov_badge_new (overdue, &late);
  if (runs && days <= 7)
    return dov_badge_new (days == 0 ? _("today") : days == 1 ? _("tomorrow") : until, &near);

  return day_new (until);
}

static void
open_proof_cb (GtkWidget    *button,
               DovPlanProof *proof)
{
  dov_go_record (button, proof->type, proof->id);
}

static void
free_proof (gpointer  proof,
            GClosure *closure)
{
  dov_plan_proof_free (proof);
}

/* The proof is the mark that it was done. */
static void
append_proof (DovRowLine    *row,
              DovStore      *store,
              DovPlanAction *step)
{
  DovPlanProof *proof = dov_plan_proof_find (store, step);
  g_autofree char *day = dov_date_to_shown (step->done_on);
  GtkWidget *button;

  if (proof == NULL)
    {
      dov_row_line_append (row, day_new (day));
      return;
    }
  button = g_object_new (GTK_TYPE_BUTTON, "label", proof->words, "has-frame", FALSE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_add_css_class (button, "more");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  g_signal_connect_data (button, "clicked", G_CALLBACK (open_proof_cb), proof, free_proof, 0);
  dov_row_line_append (row, button);
}

static void
append_closing (DovRowLine    *row,
                DovStore      *store,
                DovPlanAction *step,
                gboolean       is_urgent)
{
  gboolean visits = is_visit (store, step) && is_urgent;
  GtkWidget *button = dov_button_new (visits ? _("Write the Visit") : _("Close…"), is_urgent ? NULL : "flat",
                                      visits ? G_CALLBACK (visit_cb) : G_CALLBACK (close_cb), step);
  g_autofree char *words = g_strdup_printf (C_("button", "%s: %s"), gtk_button_get_label (GTK_BUTTON (button)), step->title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  dov_name_widget (button, words);
  dov_row_line_append (row, button);
}

static const char *
find_icon (DovPlanAction *step,
           gboolean       is_new)
{
  if (step->status == DOV_PLAN_ACTION_STATUS_DONE)
    return "dov-emblem-ok-symbolic";
  if (step->status == DOV_PLAN_ACTION_STATUS_CANCELLED)
    return "process-stop-symbolic";

  return is_new ? "starred-symbolic" : "x-office-calendar-symbolic";
}

/**
 * dov_plan_step_row_new:
 * @is_urgent: it is overdue or due this week, and the button that closes it stands out
 *
 * Returns: (transfer floating): its line
 */
GtkWidget *
dov_plan_step_row_new (DovStore      *store,
                       DovPlanAction *step,
                       gboolean       is_urgent)
{
  g_autoptr (DovCasePlan) plan = dov_store_follow (store, step, "plan_id");
  g_autofree char *second = dup_second (store, step);
  GtkWidget *row = dov_row_line_new ("", step->title, second);
  gboolean is_new = plan != NULL && plan->previous_id != 0 && step->previous_id == 0;
  gboolean runs = plan != NULL && plan->status != DOV_PLAN_STATUS_DRAFT && !dov_plan_status_is_over (plan->status);

  dov_row_line_set_icon (DOV_ROW_LINE (row), find_icon (step, is_new));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (is_new && is_open (step))
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (_("new in this version"),
                                                            &(DovSign) { "starred-symbolic", "accent" }));
  if (step->status == DOV_PLAN_ACTION_STATUS_DONE)
    append_proof (DOV_ROW_LINE (row), store, step);
  else if (is_open (step) && step->due_to != NULL)
    dov_row_line_append (DOV_ROW_LINE (row), term_new (step, runs));
  if (is_open (step) && runs && dov_subject_may_write (store, DOV_RECORD (plan)))
    append_closing (DOV_ROW_LINE (row), store, step, is_urgent);
  if (!is_open (step))
    gtk_widget_add_css_class (row, "past");
  dov_row_line_open_record (DOV_ROW_LINE (row), DOV_TYPE_PLAN_ACTION, dov_record_get_id (DOV_RECORD (step)));

  return row;
}
