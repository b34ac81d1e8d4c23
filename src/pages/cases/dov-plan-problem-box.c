/* dov-plan-problem-box.c - a problem of a programme: how grave, its cause, the steps that are to solve it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-plan-problem-box.h"

#include <glib/gi18n.h>

#include "dov-badge.h"
#include "dov-capital.h"
#include "dov-field-path.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-plan-step.h"
#include "dov-subject.h"
#include "dov-widgets.h"

struct _DovPlanProblemBox
{
  GtkBox          parent_instance;

  DovCasePlan    *plan;
  DovPlanProblem *problem;    /* NULL: steps that are about none */

  GtkWidget      *title;
  GtkWidget      *title_words;
  GtkBox         *severity;
  GtkLabel       *count;
  GtkWidget      *add;
  GtkLabel       *cause;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (DovPlanProblemBox, dov_plan_problem_box, GTK_TYPE_BOX)

static void
add_cb (DovPlanProblemBox *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PLAN_ACTION, 0);

  dov_set (DOV_PLAN_ACTION (draft), plan_id, dov_record_get_id (DOV_RECORD (self->plan)));
  if (self->problem != NULL)
    dov_set (DOV_PLAN_ACTION (draft), plan_problem_id, dov_record_get_id (DOV_RECORD (self->problem)));
  dov_go_form (self, draft);
}

static void
open_cb (DovPlanProblemBox *self)
{
  if (self->problem != NULL)
    dov_go_edit (self, DOV_RECORD (self->problem));
}

static gboolean
has (GArray *ids,
     gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

static void
show_severity (DovPlanProblemBox *self)
{
  static const DovSign signs[] = {
    { NULL, "plain" }, { NULL, "plain" }, { "dialog-information-symbolic", "warning" },
    { "dialog-warning-symbolic", "error" },
  };
  gint64 severity = self->problem != NULL ? self->problem->severity : 0;
  g_autofree char *words = g_strdup_printf (_("grade %d of 3"), (int) severity);

  if (severity > 0 && severity < (gint64) G_N_ELEMENTS (signs))
    gtk_box_append (self->severity, dov_badge_new (words, &signs[severity]));
}

/* «2 из 4, ещё один — выше» */
static void
show_count (DovPlanProblemBox *self,
            guint              n_done,
            guint              n_all,
            guint              n_above)
{
  g_autofree char *done = g_strdup_printf (_("%1$u of %2$u"), n_done, n_all);
  g_autofree char *above = g_strdup_printf (ngettext ("%u more is above", "%u more are above", n_above), n_above);
  g_autoptr (GString) words = g_string_new (n_all > 0 ? done : _("no step yet"));

  if (n_above > 0)
    dov_join (words, ", ", above);
  gtk_label_set_label (self->count, words->str);
}

/* Those that are late or due this week stand above. */
static void
show_steps (DovPlanProblemBox *self,
            DovStore          *store,
            GArray            *urgent)
{
  g_autoptr (GPtrArray) steps = dov_store_read (store, DOV_TYPE_PLAN_ACTION, &(DovQuery) {
    .where = self->problem != NULL ? "plan_id = ?1 AND plan_problem_id = ?2"
                                   : "plan_id = ?1 AND plan_problem_id IS NULL AND ?2 = 0",
    .order = "due_to", .params = g_variant_new ("(xx)", dov_record_get_id (DOV_RECORD (self->plan)),
                                                self->problem != NULL ? dov_record_get_id (DOV_RECORD (self->problem)) : 0) });
  guint n_done = 0, n_all = 0, n_above = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      DovPlanAction *step = steps->pdata[i];

      n_done += step->status == DOV_PLAN_ACTION_STATUS_DONE;
      n_all += step->status != DOV_PLAN_ACTION_STATUS_CANCELLED;
      if (has (urgent, dov_record_get_id (DOV_RECORD (step))))
        n_above++;
      else
        gtk_list_box_append (self->list, dov_plan_step_row_new (store, step, FALSE));
    }
  show_count (self, n_done, n_all, n_above);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_above < steps->len);
  gtk_widget_set_visible (GTK_WIDGET (self), self->problem != NULL || steps->len > 0);
}

static void
show_title (DovPlanProblemBox *self,
            DovStore          *store,
            guint              nth)
{
  g_autofree char *name = self->problem != NULL ? dov_field_path_dup (store, DOV_RECORD (self->problem), "problem_id", "")
                                                : g_strdup (_("besides"));
  g_autofree char *large = dov_capitalise (name);
  g_autofree char *title = nth > 0 ? g_strdup_printf ("%u. %s", nth, large) : g_strdup (large);
  g_autofree char *cause = self->problem != NULL ? g_strdup_printf (_("Cause: %s"), self->problem->cause) : g_strdup ("");
  g_autofree char *add = g_strdup_printf (C_("button", "%s: %s"), _("Add a Step"), large);

  gtk_label_set_label (GTK_LABEL (self->title_words), title);
  gtk_widget_set_can_target (self->title, self->problem != NULL);
  gtk_widget_set_focusable (self->title, self->problem != NULL);
  gtk_label_set_label (self->cause, cause);
  gtk_widget_set_visible (GTK_WIDGET (self->cause), *cause != '\0');
  dov_name_widget (self->list, large);
  dov_name_widget (self->add, add);
}

/**
 * dov_plan_problem_box_new:
 * @problem: (nullable): %NULL: the steps that are about no problem
 * @nth: its number, 0 for none
 * @urgent: (element-type gint64): steps that stand above
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
dov_plan_problem_box_new (DovStore       *store,
                          DovCasePlan    *plan,
                          DovPlanProblem *problem,
                          guint           nth,
                          GArray         *urgent)
{
  DovPlanProblemBox *self = g_object_new (DOV_TYPE_PLAN_PROBLEM_BOX, NULL);
  gboolean is_signed = plan->kind != DOV_PLAN_KIND_FOREIGN && dov_plan_status_is_approved (plan->status);

  self->plan = g_object_ref (plan);
  self->problem = problem != NULL ? g_object_ref (problem) : NULL;
  show_title (self, store, nth);
  show_severity (self);
  show_steps (self, store, urgent);
  gtk_widget_set_visible (self->add, !is_signed && dov_subject_may_write (store, DOV_RECORD (plan)));

  return GTK_WIDGET (self);
}

static void
dov_plan_problem_box_dispose (GObject *object)
{
  DovPlanProblemBox *self = DOV_PLAN_PROBLEM_BOX (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->problem);

  G_OBJECT_CLASS (dov_plan_problem_box_parent_class)->dispose (object);
}

static void
dov_plan_problem_box_class_init (DovPlanProblemBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_plan_problem_box_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-plan-problem-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, title);
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, title_words);
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, severity);
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, count);
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, add);
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, cause);
  gtk_widget_class_bind_template_child (widget_class, DovPlanProblemBox, list);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
dov_plan_problem_box_init (DovPlanProblemBox *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
