/* dov-club-plan-page.c - the sessions of a month, made from the schedule in one step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-plan-page.h"

#include "dov-club-group.h"
#include "dov-club-plan.h"
#include "dov-club-slot.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-widgets.h"

#include <glib/gi18n.h>

struct _DovClubPlanPage
{
  DovPage    parent_instance;

  DovStore  *store;
  gint64     group_id;
  GDate      day;
  GPtrArray *plan;

  GtkLabel  *title;
  AdwBin    *place;       /* of the section */
  GtkWidget *section;
  GtkWidget *reason;      /* why those with a warning are right all the same */
  GtkWidget *make;
};

G_DEFINE_FINAL_TYPE (DovClubPlanPage, dov_club_plan_page, DOV_TYPE_PAGE)

static void
show_button (DovClubPlanPage *self)
{
  gboolean has_warnings = FALSE;
  guint n = dov_club_plan_count (self->plan, &has_warnings);
  g_autofree char *words = g_strdup_printf (ngettext ("Make %u session", "Make %u sessions", n), n);

  gtk_button_set_label (GTK_BUTTON (self->make), words);
  gtk_widget_set_sensitive (self->make, n > 0);
  gtk_widget_set_visible (self->reason, has_warnings);
}

static void
toggled_cb (GtkCheckButton  *check,
            DovClubPlanPage *self)
{
  DovClubPlanned *planned = g_object_get_data (G_OBJECT (check), "planned");

  planned->is_wanted = gtk_check_button_get_active (check);
  show_button (self);
}

static GtkWidget *
row_new (DovClubPlanPage *self,
         DovClubPlanned  *planned)
{
  static const DovSign there = { "emblem-ok-symbolic", "success" }, holiday = { "alarm-symbolic", NULL },
                       warns = { "dialog-warning-symbolic", "warning" }, refuses = { "dialog-error-symbolic", "error" };
  GDate day = dov_moment_get_date (planned->draft->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (planned->draft->starts_at));
  g_autofree char *hours = dov_quantity_to_shown (planned->draft->hours);
  g_autofree char *title = g_strdup_printf ("%d %s, %s", g_date_get_day (&day),
                                            dov_month_name_of (g_date_get_month (&day)),
                                            dov_weekday_name (g_date_get_weekday (&day)));
  /* Translators: time and hours of a session */
  g_autofree char *when = g_strdup_printf (_("%s, %s h"), time, hours);
  const char *told = planned->refusal != NULL ? planned->refusal : planned->warning;
  g_autofree char *second = told != NULL ? g_strdup_printf ("%s  ·  %s", when, told)
                            : *planned->draft->place != '\0' ? g_strdup_printf ("%s  ·  %s", when, planned->draft->place)
                            : g_strdup (when);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", second, "use-markup", FALSE, NULL);
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "active", planned->is_wanted && !planned->is_there,
                                   "sensitive", !planned->is_there && planned->refusal == NULL,
                                   "valign", GTK_ALIGN_CENTER, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (check), "planned", planned);
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  if (planned->is_there)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), dov_badge_new (_("is there already"), &there));
  else if (planned->refusal != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), dov_badge_new (_("cannot be"), &refuses));
  else if (planned->warning != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), dov_badge_new (_("clash"), &warns));
  if (planned->is_holiday && !planned->is_there)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), dov_badge_new (_("holiday"), &holiday));

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
fill (DovClubPlanPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = dov_club_plan_list (self->store, self->group_id, &self->day, &error);

  if (plan == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  dov_section_box_clear (DOV_SECTION_BOX (self->section));
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = g_steal_pointer (&plan);
  for (guint i = 0; i < self->plan->len; i++)
    dov_section_box_append (DOV_SECTION_BOX (self->section), row_new (self, g_ptr_array_index (self->plan, i)));
  show_button (self);
}

static void
changed_cb (DovStore        *store,
            GType            type,
            gint64           id,
            DovClubPlanPage *self)
{
  if (type == DOV_TYPE_CLUB_SLOT)
    fill (self);
}

/* Those with a warning are made for the reason that stands in the foot. */
static const char *
get_reason (DovClubPlanPage *self)
{
  return gtk_widget_get_visible (self->reason) ? gtk_editable_get_text (GTK_EDITABLE (self->reason)) : NULL;
}

static gboolean
make (DovStore  *store,
      gpointer   page,
      GError   **error)
{
  DovClubPlanPage *self = page;

  return dov_club_plan_make (store, self->group_id, self->plan, get_reason (self), error);
}

static void
made (gpointer from,
      gpointer page)
{
  dov_go_back (from);
}

/* The plan is asked anew: it was refused for what has changed since. */
static gboolean
refused (gpointer      from,
         const GError *error,
         gpointer      page)
{
  fill (page);

  return FALSE;
}

static void
make_cb (DovClubPlanPage *self)
{
  const char *reason = get_reason (self);

  if (reason != NULL && *reason == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      gtk_widget_add_css_class (self->reason, "error");
      return;
    }
  dov_deed_do (self, self->store, &(DovDeed) {
    .act = make, .done = made, .refused = refused, .data = g_object_ref (self), .free_data = g_object_unref });
}

static void
show_title (DovClubPlanPage *self)
{
  g_autofree char *group = dov_store_describe_id (self->store, DOV_TYPE_CLUB_GROUP, self->group_id);
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

  self->store = g_object_ref (store);
  self->group_id = group_id;
  self->day = *day;
  show_title (self);
  dov_page_set_section (DOV_PAGE (self), "clubs");
  fill (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);

  return DOV_PAGE (self);
}

static void
dov_club_plan_page_focus (DovPage *page)
{
  DovClubPlanPage *self = DOV_CLUB_PLAN_PAGE (page);

  if (gtk_widget_get_sensitive (self->make))
    gtk_widget_grab_focus (self->make);
  else
    gtk_widget_child_focus (self->section, GTK_DIR_TAB_FORWARD);
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

  if (self->section != NULL && self->plan != NULL)
    dov_section_box_clear (DOV_SECTION_BOX (self->section));
  self->section = NULL;
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_object (&self->store);

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

  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-club-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, title);
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, place);
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, reason);
  gtk_widget_class_bind_template_child (widget_class, DovClubPlanPage, make);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, dov_go_back);
}

static void
dov_club_plan_page_init (DovClubPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->section = dov_section_box_new (_("By the schedule of the group"));
  dov_section_box_set_empty (DOV_SECTION_BOX (self->section),
                             _("The group has no schedule yet. Add the weekday and the time it meets."));
  dov_section_box_set_more (DOV_SECTION_BOX (self->section), _("Add a weekday"));
  g_signal_connect_swapped (self->section, "more-clicked", G_CALLBACK (schedule_cb), self);
  adw_bin_set_child (self->place, self->section);
}
