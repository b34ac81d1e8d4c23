/* dov-club-plan-page.c - the sessions of a month, made from the schedule in one step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-plan-page.h"

#include "dov-club-group.h"
#include "dov-club-plan.h"
#include "dov-club-slot.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

struct _DovClubPlanPage
{
  DovPage        parent_instance;

  gint64         group_id;
  GDate          day;
  GPtrArray     *plan;

  GtkLabel      *title;
  GtkBox        *answers;
  AdwBin        *place;       /* of the section */
  DovSectionBox *section;
  GtkWidget     *make;
};

G_DEFINE_FINAL_TYPE (DovClubPlanPage, dov_club_plan_page, DOV_TYPE_PAGE)

static void
show_button (DovClubPlanPage *self)
{
  guint n = dov_club_plan_count (self->plan);
  g_autofree char *words = g_strdup_printf (ngettext ("Make %u session", "Make %u sessions", n), n);

  gtk_button_set_label (GTK_BUTTON (self->make), words);
  gtk_widget_set_sensitive (self->make, n > 0);
}

/* Each row is one of the plan. */
static void
toggled_cb (GtkWidget       *check,
            DovClubPlanPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (check, GTK_TYPE_LIST_BOX_ROW);
  DovClubPlanned *planned = g_ptr_array_index (self->plan, (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  planned->is_wanted = gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  show_button (self);
}

static void
add_badge (GtkWidget  *row,
           gboolean    is_so,
           const char *words,
           DovSign     sign)
{
  if (is_so)
    dov_row_line_append (DOV_ROW_LINE (row), dov_badge_new (words, &sign));
}

static GtkWidget *
row_new (DovClubPlanPage *self,
         DovClubPlanned  *planned)
{
  GDate day = dov_moment_get_date (planned->draft->starts_at);
  gboolean is_refused = planned->refusal != NULL, is_there = planned->is_there;
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (planned->draft->starts_at));
  g_autofree char *hours = dov_quantity_to_shown (planned->draft->hours);
  g_autofree char *title = g_strdup_printf ("%d %s, %s", g_date_get_day (&day),
                                            dov_month_name_of (g_date_get_month (&day)),
                                            dov_weekday_name (g_date_get_weekday (&day)));
  /* Translators: time and hours of a session */
  g_autofree char *when = g_strdup_printf (_("%s, %s h"), time, hours);
  g_autoptr (GString) second = g_string_new (when);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", planned->is_wanted && !is_there,
                                   "sensitive", !is_there && !is_refused, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *row;

  dov_join (second, DOV_JOIN_FACTS, is_refused ? planned->refusal :
                                    planned->warning != NULL ? planned->warning : planned->draft->place);
  row = dov_row_line_new ("", title, second->str);
  dov_name_widget (check, title);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  add_badge (row, is_there, _("is there already"), (DovSign) { "dov-emblem-ok-symbolic", "success" });
  add_badge (row, is_refused && !is_there, _("cannot be"), (DovSign) { "dialog-error-symbolic", "error" });
  add_badge (row, planned->warning != NULL && !is_refused && !is_there, _("clash"),
             (DovSign) { "dialog-warning-symbolic", "warning" });
  add_badge (row, planned->is_holiday && !is_there, _("holiday"), (DovSign) { "alarm-symbolic", NULL });

  return row;
}

static void
schedule_cb (DovClubPlanPage *self)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_CLUB_SLOT, 0);

  dov_set (DOV_CLUB_SLOT (draft), group_id, self->group_id);
  dov_go_form (self, draft);
}

static void
dov_club_plan_page_fill (DovPage *page)
{
  DovClubPlanPage *self = DOV_CLUB_PLAN_PAGE (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = dov_club_plan_list (dov_page_get_store (page), self->group_id, &self->day, &error);

  if (plan == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  dov_section_box_clear (self->section);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = g_steal_pointer (&plan);
  for (guint i = 0; i < self->plan->len; i++)
    dov_section_box_append (self->section, row_new (self, g_ptr_array_index (self->plan, i)));
  show_button (self);
}

static gboolean
make (DovStore  *store,
      gpointer   page,
      GError   **error)
{
  DovClubPlanPage *self = page;

  return dov_club_plan_make (store, self->group_id, self->plan, error);
}

static void
made (gpointer from,
      gpointer page)
{
  dov_go_back (from);
}

static void
make_cb (DovClubPlanPage *self)
{
  dov_deed_do (self, dov_page_get_store (DOV_PAGE (self)), &(DovDeed) {
    .act = make, .done = made, .data = g_object_ref (self), .free_data = g_object_unref });
}

static void
show_title (DovClubPlanPage *self,
            DovStore        *store)
{
  g_autofree char *group = dov_store_describe_id (store, DOV_TYPE_CLUB_GROUP, self->group_id);
  /* Translators: a month and a year in running text, after “Sessions in” */
  g_autofree char *month = g_strdup_printf (C_("sessions in", "%s %d"), dov_month_name_in (g_date_get_month (&self->day)),
                                            g_date_get_year (&self->day));
  /* Translators: the name of a group, and the month */
  g_autofree char *heading = g_strdup_printf (_("%s: sessions in %s"), group, month);

  gtk_label_set_label (self->title, heading);
  dov_page_set_title (DOV_PAGE (self), heading);
}

/**
 * dov_club_plan_page_new:
 * @day: any day of the month
 *
 * Returns: (transfer floating): the days of the month that the schedule names, each with a tick
 */
DovPage *
dov_club_plan_page_new (DovStore    *store,
                        gint64       group_id,
                        const GDate *day)
{
  DovClubPlanPage *self = g_object_new (DOV_TYPE_CLUB_PLAN_PAGE, NULL);

  self->group_id = group_id;
  self->day = *day;
  show_title (self, store);
  dov_page_follow (DOV_PAGE (self), store);

  return DOV_PAGE (self);
}

static void
dov_club_plan_page_focus (DovPage *page)
{
  DovClubPlanPage *self = DOV_CLUB_PLAN_PAGE (page);

  if (gtk_widget_get_sensitive (self->make))
    gtk_widget_grab_focus (self->make);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->section), GTK_DIR_TAB_FORWARD);
}

static gboolean
dov_club_plan_page_save (DovPage *page)
{
  DovClubPlanPage *self = DOV_CLUB_PLAN_PAGE (page);

  if (gtk_widget_get_sensitive (self->make))
    make_cb (self);

  return TRUE;
}

static void
dov_club_plan_page_dispose (GObject *object)
{
  DovClubPlanPage *self = DOV_CLUB_PLAN_PAGE (object);

  g_clear_pointer (&self->plan, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_club_plan_page_parent_class)->dispose (object);
}

static void
dov_club_plan_page_class_init (DovClubPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dov_club_plan_page_dispose;
  page_class->focus = dov_club_plan_page_focus;
  page_class->save = dov_club_plan_page_save;
  page_class->fill = dov_club_plan_page_fill;

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-club-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, place);
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, answers);
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, make);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, dov_go_back);
}

static void
dov_club_plan_page_init (DovClubPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_page_set_answers (DOV_PAGE (self), self->answers);
  self->section = DOV_SECTION_BOX (dov_section_box_new (_("By the schedule of the group")));
  dov_section_box_set_empty (self->section, _("The group has no schedule yet. Add the weekday and the time it meets."));
  dov_section_box_set_more (self->section, _("Add a weekday"));
  g_signal_connect_swapped (self->section, "more-clicked", G_CALLBACK (schedule_cb), self);
  adw_bin_set_child (self->place, GTK_WIDGET (self->section));
}
