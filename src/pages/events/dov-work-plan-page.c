/* dov-work-plan-page.c - the plan of a month, a quarter or a year: events, other work, on its way to be approved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-work-plan-page-private.h"

#include <glib/gi18n.h>

#include "dov-errors.h"
#include "dov-event.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-list-words.h"
#include "dov-notice.h"
#include "dov-own-lounge.h"
#include "dov-page-body.h"
#include "dov-paper-page.h"
#include "dov-section-box.h"
#include "dov-settings.h"
#include "dov-signs.h"
#include "dov-work-plan-line.h"
#include "dov-work-plans.h"

G_DEFINE_FINAL_TYPE (DovWorkPlanPage, dov_work_plan_page, DOV_TYPE_PAGE)

static void show_all (DovWorkPlanPage *self);

static DovPeriod
get_period (DovWorkPlanPage *self)
{
  DovPeriod period = { 0 };

  dov_work_plan_get_period (self->plan, &period);

  return period;
}

static gboolean
is_kept (DovWorkPlanPage *self)
{
  return dov_record_get_id (DOV_RECORD (self->plan)) != 0;
}

/* The plan that was saved meanwhile takes the place of the one not yet saved. */
static void
find_plan (DovWorkPlanPage *self)
{
  DovPeriod period = get_period (self);
  DovWorkPlan *stored = is_kept (self) ? NULL : dov_work_plan_find (self->store, self->plan->lounge_id, &period);

  if (stored != NULL)
    {
      g_object_unref (self->plan);
      self->plan = stored;
    }
}

static void
clear_notices (DovWorkPlanPage *self)
{
  GtkWidget *child;

  self->by = NULL;
  while ((child = gtk_widget_get_first_child (self->body.notices)) != NULL)
    gtk_box_remove (GTK_BOX (self->body.notices), child);
}

static GtkWidget *
add_notice (DovWorkPlanPage *self,
            DovNoticeKind    kind,
            const char      *lead,
            const char      *text)
{
  GtkWidget *notice = dov_notice_new (kind, lead, text);

  gtk_box_append (GTK_BOX (self->body.notices), notice);

  return notice;
}

/* Says what was done, or what stands in the way. */
static void
finish (DovWorkPlanPage *self,
        gboolean         is_done,
        const GError    *error)
{
  gint64 operation = dov_store_get_last_operation (self->store);
  g_autofree char *words = is_done ? dov_store_describe_operation (self->store, operation) : dov_errors_dup_words (error);

  if (!is_done)
    {
      clear_notices (self);
      add_notice (self, DOV_NOTICE_REFUSES, words, "");
      return;
    }
  show_all (self);
  dov_go_tell (self, words, operation);
}

/* ---- steps ---- */

static void
approve_cb (DovWorkPlanPage *self)
{
  g_autofree char *by = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by))));
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();
  gboolean is_done;

  if (*by == '\0')
    {
      gtk_widget_add_css_class (self->by, "error");
      gtk_widget_grab_focus (self->by);
      return;
    }
  is_done = dov_work_plan_approve (self->store, self->plan, &today, by, &error);
  finish (self, is_done, error);
}

/* Who approves stands in the settings, and may be another this time. */
static void
ask_who_approves (DovWorkPlanPage *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (self->store, DOV_TYPE_SETTINGS, NULL, NULL);
  GtkWidget *notice, *button;

  clear_notices (self);
  notice = add_notice (self, DOV_NOTICE_INFORMS, _("Who approves the plan?"),
                       _("All its events will be marked as approved. This can be undone."));
  self->by = g_object_new (GTK_TYPE_ENTRY, "hexpand", TRUE, "margin-top", 6, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->by), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who approves the plan?"), -1);
  if (settings != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->by), DOV_SETTINGS (settings)->head_name);
  dov_notice_add_widget (DOV_NOTICE (notice), self->by);
  button = dov_notice_add_action (DOV_NOTICE (notice), _("Approved"), NULL);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (self->by, "activate", G_CALLBACK (approve_cb), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (approve_cb), self);
  gtk_widget_grab_focus (self->by);
}

static void
step_cb (DovWorkPlanPage *self)
{
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();
  gboolean is_done;

  if (self->plan->status == DOV_WORK_PLAN_STATUS_SUBMITTED)
    {
      ask_who_approves (self);
      return;
    }
  is_done = dov_work_plan_submit (self->store, self->plan, &today, &error);
  finish (self, is_done, error);
}

static void
back_cb (DovWorkPlanPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = dov_work_plan_take_back (self->store, self->plan, &error);

  finish (self, is_done, error);
}

static void
take_in_cb (DovWorkPlanPage *self)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = dov_work_plan_take_in (self->store, self->plan, &error);

  finish (self, is_done, error);
}

static void
paper_cb (DovWorkPlanPage *self)
{
  DovPeriod period = get_period (self);

  dov_go_to (self, dov_paper_page_new_for (self->store, "D-21", 0, &period, self->plan->lounge_id));
}

static void
add_line_cb (DovWorkPlanPage *self)
{
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_WORK_PLAN_LINE, 0);
  g_autoptr (GError) error = NULL;

  if (!is_kept (self) && !dov_store_save (self->store, DOV_RECORD (self->plan), &error))
    {
      finish (self, FALSE, error);
      return;
    }
  find_plan (self);
  dov_record_set_number (line, "work_plan_id", dov_record_get_id (DOV_RECORD (self->plan)));
  dov_go_form (self, line);
}

static void
show_notices (DovWorkPlanPage *self,
              guint            n_late)
{
  g_autoptr (GArray) drafts = dov_work_plan_list_events (self->store, self->plan, "'draft'");

  clear_notices (self);
  if (drafts->len > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u event of this time is still a draft",
                                                          "%u events of this time are still drafts", drafts->len), drafts->len);
      GtkWidget *notice = add_notice (self, DOV_NOTICE_INFORMS, words, _("Drafts are not on the paper."));

      g_signal_connect_swapped (dov_notice_add_action (DOV_NOTICE (notice), _("Put into the plan"), NULL), "clicked",
                                G_CALLBACK (take_in_cb), self);
    }
  if (self->plan->status == DOV_WORK_PLAN_STATUS_APPROVED && n_late > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u event came into the plan after it was approved",
                                                          "%u events came into the plan after it was approved", n_late), n_late);

      add_notice (self, DOV_NOTICE_WARNS, words, _("Hand in the plan anew, or approve the event on its page."));
    }
}

static void
show_head (DovWorkPlanPage *self,
           guint            n_events)
{
  DovPeriod period = get_period (self);
  g_autofree char *when = dov_period_to_shown (&period);
  g_autofree char *title = g_strdup_printf (_("Plan of work, %s"), when);
  g_autofree char *status = dov_work_plan_page_dup_shown (self, DOV_RECORD (self->plan), "status");
  g_autofree char *lounge = dov_work_plan_page_dup_shown (self, DOV_RECORD (self->plan), "lounge_id");
  g_autofree char *events = dov_list_count (DOV_LIST_NOUN_EVENTS, n_events);
  g_autofree char *by = NULL;
  g_autofree char *facts = NULL;

  if (self->plan->status == DOV_WORK_PLAN_STATUS_APPROVED)
    {
      g_autofree char *on = dov_date_to_words (self->plan->approved_on);

      /* Translators: a day, and who approved the plan */
      by = g_strdup_printf (_("approved on %1$s by %2$s"), on, self->plan->approved_by);
    }
  else if (self->plan->status == DOV_WORK_PLAN_STATUS_SUBMITTED)
    {
      g_autofree char *on = dov_date_to_words (self->plan->submitted_on);

      by = g_strdup_printf (_("submitted on %s"), on);
    }
  else
    {
      by = g_strdup (_("to be submitted by the 20th of the month before"));
    }
  facts = g_strdup_printf ("%s  ·  %s  ·  %s", lounge, events, by);

  gtk_label_set_text (GTK_LABEL (self->body.name), title);
  gtk_label_set_text (GTK_LABEL (self->body.facts), facts);
  dov_page_set_title (DOV_PAGE (self), title);
  adw_bin_set_child (self->body.status, dov_badge_new (status, dov_sign_of_state (DOV_RECORD (self->plan), "status")));
  gtk_widget_set_visible (self->step, self->plan->status != DOV_WORK_PLAN_STATUS_APPROVED);
  gtk_button_set_label (GTK_BUTTON (self->step), self->plan->status == DOV_WORK_PLAN_STATUS_SUBMITTED ? _("Approve…")
                                                                                                     : _("Submit the plan"));
  gtk_widget_set_visible (self->back, self->plan->status != DOV_WORK_PLAN_STATUS_DRAFT);
  gtk_widget_set_sensitive (self->step, self->plan->lounge_id != 0 && !dov_store_is_read_only (self->store));
}

static void
show_all (DovWorkPlanPage *self)
{
  guint n_late = 0, n_events;
  GtkWidget *child;

  find_plan (self);
  n_events = dov_work_plan_page_show_events (self, &n_late);
  dov_work_plan_page_show_lines (self);
  show_notices (self, n_late);
  show_head (self, n_events);
  while ((child = gtk_widget_get_first_child (self->history_place)) != NULL)
    gtk_box_remove (GTK_BOX (self->history_place), child);
  if (is_kept (self))
    gtk_box_append (GTK_BOX (self->history_place),
                    dov_history_new (self->store, DOV_TYPE_WORK_PLAN, dov_record_get_id (DOV_RECORD (self->plan))));
}

static gboolean
refresh_cb (gpointer data)
{
  DovWorkPlanPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovWorkPlanPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
changed_cb (DovStore        *store,
            GType            type,
            gint64           id,
            DovWorkPlanPage *self)
{
  refresh_soon (self);
}

static void
walk (DovWorkPlanPage *self,
      int              steps)
{
  DovPeriod period = get_period (self);
  DovPeriod other = dov_period_step (&period, steps);
  gint64 lounge = self->plan->lounge_id;
  DovWorkPlan *plan = dov_work_plan_find (self->store, lounge, &other);

  g_object_unref (self->plan);
  self->plan = plan != NULL ? plan : dov_work_plan_begin (lounge, &other);
  show_all (self);
}

static void
earlier_cb (DovWorkPlanPage *self)
{
  walk (self, -1);
}

static void
later_cb (DovWorkPlanPage *self)
{
  walk (self, 1);
}

/* ---- making ---- */

static GtkWidget *
add_button (DovWorkPlanPage *self,
            GtkWidget       *box,
            const char      *icon,
            const char      *label,
            GCallback        callback)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  if (icon != NULL)
    gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);

  return button;
}

static void
make (DovWorkPlanPage *self)
{
  GtkWidget *walk_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *columns = g_object_new (DOV_TYPE_FOLD_COLUMNS, "side-width", 400, NULL);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->body = dov_page_body_new (DOV_PAGE (self));
  gtk_widget_add_css_class (walk_box, "linked");
  gtk_widget_set_valign (walk_box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (self->body.actions), walk_box);
  add_button (self, walk_box, "go-previous-symbolic", _("The plan before this one"), G_CALLBACK (earlier_cb));
  add_button (self, walk_box, "go-next-symbolic", _("The plan after this one"), G_CALLBACK (later_cb));
  self->back = add_button (self, self->body.actions, NULL, _("Back to draft"), G_CALLBACK (back_cb));
  add_button (self, self->body.actions, NULL, _("On paper"), G_CALLBACK (paper_cb));
  self->step = add_button (self, self->body.actions, NULL, _("Submit the plan"), G_CALLBACK (step_cb));
  gtk_widget_add_css_class (self->step, "suggested-action");

  self->events_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  self->lines = DOV_SECTION_BOX (dov_section_box_new (_("Other work")));
  dov_section_box_set_more (self->lines, _("Add…"));
  dov_section_box_set_empty (self->lines, _("Methodical, household and other work that is no event"));
  g_signal_connect_swapped (self->lines, "more-clicked", G_CALLBACK (add_line_cb), self);
  self->history_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (right), self->history_place);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->events_place);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), right);
  gtk_box_append (GTK_BOX (self->body.box), columns);
}

static DovPage *
new_of (DovStore    *store,
        DovWorkPlan *plan)
{
  DovWorkPlanPage *self = g_object_new (DOV_TYPE_WORK_PLAN_PAGE, NULL);

  self->store = g_object_ref (store);
  self->plan = plan;
  make (self);
  dov_page_set_section (DOV_PAGE (self), "events");
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);
  show_all (self);

  return DOV_PAGE (self);
}

/**
 * dov_work_plan_page_new:
 *
 * Returns: (transfer floating) (nullable): the page of a plan; %NULL when there is none
 */
DovPage *
dov_work_plan_page_new (DovStore *store,
                        gint64    id)
{
  DovRecord *plan = dov_store_find (store, DOV_TYPE_WORK_PLAN, id, NULL);

  return plan != NULL ? new_of (store, DOV_WORK_PLAN (plan)) : NULL;
}

/**
 * dov_work_plan_page_new_for:
 * @period: a month, a quarter or a year
 *
 * Returns: (transfer floating): the page of the plan for this time, which is
 *   made when something is done with it
 */
DovPage *
dov_work_plan_page_new_for (DovStore        *store,
                            gint64           lounge,
                            const DovPeriod *period)
{
  DovWorkPlan *plan = dov_work_plan_find (store, lounge, period);

  return new_of (store, plan != NULL ? plan : dov_work_plan_begin (lounge, period));
}

static void
dov_work_plan_page_focus (DovPage *page)
{
  DovWorkPlanPage *self = DOV_WORK_PLAN_PAGE (page);

  if (self->by != NULL)
    gtk_widget_grab_focus (self->by);
  else
    gtk_widget_child_focus (self->body.actions, GTK_DIR_TAB_FORWARD);
}

static void
dov_work_plan_page_dispose (GObject *object)
{
  DovWorkPlanPage *self = DOV_WORK_PLAN_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_work_plan_page_parent_class)->dispose (object);
}

static void
dov_work_plan_page_class_init (DovWorkPlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_work_plan_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_work_plan_page_focus;
}

static void
dov_work_plan_page_init (DovWorkPlanPage *self)
{
}
