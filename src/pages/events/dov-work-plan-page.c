/* dov-work-plan-page.c - the plan of a month, a quarter or a year: events, other work, on its way to be approved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-work-plan-page.h"

#include <glib/gi18n.h>

#include "dov-capital.h"
#include "dov-deed.h"
#include "dov-event.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-history.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-list-words.h"
#include "dov-notice.h"
#include "dov-page-body.h"
#include "dov-paper-page.h"
#include "dov-related-list.h"
#include "dov-settings.h"
#include "dov-signs.h"
#include "dov-work-plan-line.h"
#include "dov-work-plans.h"
#include "dov-wrap-box.h"

#define IN_PLAN "'planned', 'approved', 'held'"
#define MOST_EVENTS 120

/* No page of a record: the plan of a time that nobody has planned yet has none. */
struct _DovWorkPlanPage
{
  DovPage         parent_instance;

  DovWorkPlan    *plan;       /* without an id until something is done with it */

  DovPageBody     body;
  GtkWidget      *answers;
  GtkWidget      *step;
  GtkWidget      *back;
  GtkWidget      *events_place;
  DovSectionBox  *lines;
  GtkWidget      *history_place;
};

G_DEFINE_FINAL_TYPE (DovWorkPlanPage, dov_work_plan_page, DOV_TYPE_PAGE)

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
  DovWorkPlan *stored = is_kept (self) ? NULL : dov_work_plan_find (dov_page_get_store (self), self->plan->lounge_id, &period);

  if (stored != NULL)
    {
      g_object_unref (self->plan);
      self->plan = stored;
    }
}

/* ---- what is in it ---- */

static char *
dup_day (const GDate *day)
{
  return g_strdup_printf ("%s %d %s", dov_weekday_short (g_date_get_weekday (day)), g_date_get_day (day),
                          dov_month_name_of (g_date_get_month (day)));
}

static GtkWidget *
make_event_row (DovWorkPlanPage *self,
                DovEvent        *event)
{
  GDate day = dov_moment_get_date (event->starts_at);
  g_autofree char *when = dup_day (&day);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *audience = dov_field_path_dup (dov_page_get_store (self), DOV_RECORD (event), "audience age_mark", ", ");
  g_autofree char *status = dov_field_path_dup (dov_page_get_store (self), DOV_RECORD (event), "status", "");
  g_autoptr (GString) second = g_string_new (time);
  GtkWidget *row;

  dov_join (second, DOV_JOIN_WORDS, event->place);
  dov_join (second, DOV_JOIN_WORDS, audience);
  row = dov_row_line_new (when, event->title, second->str);
  dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (status, dov_sign_of_state (DOV_RECORD (event), "status")));
  dov_row_line_open_record (DOV_ROW_LINE (row), DOV_TYPE_EVENT, dov_record_get_id (DOV_RECORD (event)));

  return row;
}

static GtkWidget *
add_section (DovWorkPlanPage *self,
             const char      *title)
{
  GtkWidget *section = dov_section_box_new (title);

  gtk_box_append (GTK_BOX (self->events_place), section);

  return section;
}

/* The events of one direction, 0: of none. */
static void
show_direction (DovWorkPlanPage *self,
                GPtrArray       *events,
                int              direction,
                guint           *n_shown)
{
  GtkWidget *section = NULL;
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    {
      DovEvent *event = g_ptr_array_index (events, i);

      if ((int) event->direction != direction)
        continue;
      n++;
      if ((*n_shown)++ >= MOST_EVENTS)
        continue;
      if (section == NULL)
        {
          g_autofree char *shown = dov_field_path_dup (dov_page_get_store (self), DOV_RECORD (event), "direction", "");
          g_autofree char *title = direction != 0 ? dov_capitalise (shown) : g_strdup (_("Without a direction"));

          section = add_section (self, title);
        }
      dov_section_box_append (DOV_SECTION_BOX (section), make_event_row (self, event));
    }
  count = g_strdup_printf ("%u", n);
  if (section != NULL)
    dov_section_box_set_count (DOV_SECTION_BOX (section), count);
}

/* A section for each direction, as on the paper; those without one stand last. */
static guint
show_events (DovWorkPlanPage *self,
             guint           *n_late)
{
  g_autoptr (GArray) ids = dov_work_plan_list_events (dov_page_get_store (self), self->plan, IN_PLAN);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_shown = 0;

  dov_clear_box (self->events_place);
  *n_late = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      DovRecord *event = dov_store_find (dov_page_get_store (self), DOV_TYPE_EVENT, g_array_index (ids, gint64, i), NULL);

      if (event == NULL)
        continue;
      g_ptr_array_add (events, event);
      *n_late += DOV_EVENT (event)->status == DOV_EVENT_STATUS_PLANNED;
    }
  for (int direction = 1; direction <= DOV_DIRECTION_METHODICAL; direction++)
    show_direction (self, events, direction, &n_shown);
  show_direction (self, events, 0, &n_shown);
  if (events->len == 0)
    dov_section_box_set_empty (DOV_SECTION_BOX (add_section (self, _("Events"))),
                               _("No event of this time is in the plan yet"));

  return events->len;
}

static char *
dup_due (DovStore  *store,
         DovRecord *record)
{
  DovWorkPlanLine *line = DOV_WORK_PLAN_LINE (record);

  return line->due_on != NULL ? dup_day (line->due_on)
                              : g_strdup (*line->due_words != '\0' ? line->due_words : _("in the period"));
}

static void
dress_line (DovStore   *store,
            DovRecord  *record,
            DovRowLine *row,
            gboolean    is_past)
{
  if (DOV_WORK_PLAN_LINE (record)->done_on != NULL)
    dov_row_line_append (row, dov_badge_new (_("done"), &(DovSign) { "dov-emblem-ok-symbolic", "success" }));
}

static const DovRelatedList other_work = {
  N_("Other work"), N_("Methodical, household and other work that is no event"), dov_work_plan_line_get_type, "work_plan_id",
  .order = "due_on, id", .lead_words = dup_due, .first = "title", .second = "area responsible_id", .dress = dress_line,
};

/* ---- steps ---- */

static void
take_step (DovWorkPlanPage *self,
           DovDeedDo        act)
{
  dov_deed_do (self, dov_page_get_store (self), &(DovDeed) {
    .act = act, .data = g_object_ref (self->plan), .free_data = g_object_unref });
}

static gboolean
submit (DovStore  *store,
        gpointer   plan,
        GError   **error)
{
  GDate today = dov_today ();

  return dov_work_plan_submit (store, plan, &today, error);
}

static gboolean
take_back (DovStore  *store,
           gpointer   plan,
           GError   **error)
{
  return dov_work_plan_take_back (store, plan, error);
}

static gboolean
take_in (DovStore  *store,
         gpointer   plan,
         GError   **error)
{
  return dov_work_plan_take_in (store, plan, error);
}

static gboolean
approve (DovStore    *store,
         gpointer     plan,
         const char  *typed,
         GError     **error)
{
  GDate today = dov_today ();
  g_autofree char *by = g_strstrip (g_strdup (typed));

  if (*by != '\0')
    return dov_work_plan_approve (store, plan, &today, by, error);
  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED, _("Type who approves the plan."));

  return FALSE;
}

/* Who approves stands in the settings, and may be another this time. */
static void
ask_who_approves (DovWorkPlanPage *self)
{
  g_autoptr (DovRecord) settings = dov_store_find_first (dov_page_get_store (self), DOV_TYPE_SETTINGS, NULL, NULL);

  dov_deed_ask (self, dov_page_get_store (self), &(DovAsk) {
    .title = _("All its events will be marked as approved. This can be undone."), .go_on = _("Approved"),
    .line = _("Who approves the plan?"), .text = settings != NULL ? DOV_SETTINGS (settings)->head_name : "",
    .act = approve, .data = g_object_ref (self->plan), .free_data = g_object_unref });
}

static void
step_cb (DovWorkPlanPage *self)
{
  if (self->plan->status == DOV_WORK_PLAN_STATUS_SUBMITTED)
    ask_who_approves (self);
  else
    take_step (self, submit);
}

static void
back_cb (DovWorkPlanPage *self)
{
  take_step (self, take_back);
}

static void
take_in_cb (DovWorkPlanPage *self)
{
  take_step (self, take_in);
}

static void
paper_cb (DovWorkPlanPage *self)
{
  DovPeriod period = get_period (self);

  dov_go_to (self, dov_paper_page_new_for (dov_page_get_store (self), "D-21", 0, &period, self->plan->lounge_id));
}

/* Other work belongs to a plan that is kept. */
static void
add_line_cb (DovWorkPlanPage *self)
{
  g_autoptr (DovRecord) line = NULL;

  if (!is_kept (self) && !dov_deed_save (self, dov_page_get_store (self), NULL, DOV_RECORD (self->plan)))
    return;
  find_plan (self);
  line = dov_related_list_new_row (&other_work, DOV_RECORD (self->plan));
  dov_go_form (self, line);
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

static void
show_notices (DovWorkPlanPage *self,
              guint            n_late)
{
  g_autoptr (GArray) drafts = dov_work_plan_list_events (dov_page_get_store (self), self->plan, "'draft'");

  dov_clear_box (self->body.notices);
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
  g_autofree char *status = dov_field_path_dup (dov_page_get_store (self), DOV_RECORD (self->plan), "status", "");
  g_autofree char *lounge = dov_field_path_dup (dov_page_get_store (self), DOV_RECORD (self->plan), "lounge_id", "");
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
  gtk_widget_set_sensitive (self->step, self->plan->lounge_id != 0 && !dov_store_is_read_only (dov_page_get_store (self)));
}

static void
dov_work_plan_page_fill (DovPage *page)
{
  DovWorkPlanPage *self = DOV_WORK_PLAN_PAGE (page);
  guint n_late = 0, n_events;

  find_plan (self);
  n_events = show_events (self, &n_late);
  dov_related_list_fill (self->lines, dov_page_get_store (self), dov_record_get_id (DOV_RECORD (self->plan)), &other_work);
  show_notices (self, n_late);
  show_head (self, n_events);
  dov_clear_box (self->history_place);
  if (is_kept (self))
    gtk_box_append (GTK_BOX (self->history_place),
                    dov_history_new (dov_page_get_store (self), DOV_TYPE_WORK_PLAN, dov_record_get_id (DOV_RECORD (self->plan))));
}

static void
walk (DovWorkPlanPage *self,
      int              steps)
{
  DovPeriod period = get_period (self);
  DovPeriod other = dov_period_step (&period, steps);
  gint64 lounge = self->plan->lounge_id;
  DovWorkPlan *plan = dov_work_plan_find (dov_page_get_store (self), lounge, &other);

  g_object_unref (self->plan);
  self->plan = plan != NULL ? plan : dov_work_plan_begin (lounge, &other);
  dov_work_plan_page_fill (DOV_PAGE (self));
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
  dov_name_widget (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", callback, self);
  if (DOV_IS_WRAP_BOX (box))
    dov_wrap_box_append (DOV_WRAP_BOX (box), button);
  else
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
  dov_wrap_box_append (DOV_WRAP_BOX (self->body.actions), walk_box);
  add_button (self, walk_box, "go-previous-symbolic", _("The plan before this one"), G_CALLBACK (earlier_cb));
  add_button (self, walk_box, "go-next-symbolic", _("The plan after this one"), G_CALLBACK (later_cb));
  self->back = add_button (self, self->body.actions, NULL, _("Back to draft"), G_CALLBACK (back_cb));
  add_button (self, self->body.actions, NULL, _("On paper"), G_CALLBACK (paper_cb));
  self->step = add_button (self, self->body.actions, NULL, _("Submit the plan"), G_CALLBACK (step_cb));
  gtk_widget_add_css_class (self->step, "suggested-action");

  self->events_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  self->lines = DOV_SECTION_BOX (dov_related_list_new (&other_work));
  dov_section_box_set_more (self->lines, _("Add…"));
  g_signal_connect_swapped (self->lines, "more-clicked", G_CALLBACK (add_line_cb), self);
  self->history_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (right), self->history_place);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), self->events_place);
  dov_fold_columns_append (DOV_FOLD_COLUMNS (columns), right);
  gtk_box_append (GTK_BOX (self->body.box), columns);
  self->answers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_box_insert_child_after (GTK_BOX (self->body.box), self->answers, gtk_widget_get_first_child (self->body.box));
  dov_page_set_answers (DOV_PAGE (self), GTK_BOX (self->answers));
}

static DovPage *
new_of (DovStore    *store,
        DovWorkPlan *plan)
{
  DovWorkPlanPage *self = g_object_new (DOV_TYPE_WORK_PLAN_PAGE, NULL);

  self->plan = plan;
  make (self);
  dov_page_set_section (DOV_PAGE (self), "events");
  dov_page_follow (DOV_PAGE (self), store);

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
  gtk_widget_child_focus (DOV_WORK_PLAN_PAGE (page)->body.actions, GTK_DIR_TAB_FORWARD);
}

static void
dov_work_plan_page_dispose (GObject *object)
{
  DovWorkPlanPage *self = DOV_WORK_PLAN_PAGE (object);

  g_clear_object (&self->plan);

  G_OBJECT_CLASS (dov_work_plan_page_parent_class)->dispose (object);
}

static void
dov_work_plan_page_class_init (DovWorkPlanPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_work_plan_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_work_plan_page_focus;
  DOV_PAGE_CLASS (klass)->fill = dov_work_plan_page_fill;
}

static void
dov_work_plan_page_init (DovWorkPlanPage *self)
{
}
