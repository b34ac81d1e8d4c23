/* dov-events-page.c - the events of a lounge: a month, a week, a list, and what must be looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-events-page-private.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-event-series.h"
#include "dov-go.h"
#include "dov-lounge.h"
#include "dov-own-lounge.h"
#include "dov-paper-page.h"
#include "dov-settlement.h"
#include "dov-work-plan-page.h"

/* What this computer remembers: 0 the month, 1 the week, 2 the list. */
#define KEPT_VIEW "events-view"
enum { VIEW_MONTH, VIEW_WEEK, VIEW_LIST };

/* An event that is begun from a day of the calendar has these hours until others are typed. */
#define USUAL_HOUR (15 * 60)
#define USUAL_END (17 * 60)

G_DEFINE_FINAL_TYPE (DovEventsPage, dov_events_page, DOV_TYPE_PAGE)

static gboolean
shows_list (DovEventsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
}

static gboolean
refresh_cb (gpointer data)
{
  DovEventsPage *self = data;

  self->refresh = 0;
  dov_events_page_fill_month (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovEventsPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

static void
changed_cb (DovStore      *store,
            GType          type,
            gint64         id,
            DovEventsPage *self)
{
  refresh_soon (self);
}

/* ---- the three views ---- */

static void
keep_view (DovEventsPage *self)
{
  gboolean is_week = FALSE;

  g_object_get (self->calendar, "week", &is_week, NULL);
  dov_config_set_number (KEPT_VIEW, shows_list (self) ? VIEW_LIST : is_week ? VIEW_WEEK : VIEW_MONTH, NULL);
}

static void
show_list (DovEventsPage *self)
{
  if (self->list == NULL)
    {
      self->list = DOV_LIST_PAGE (dov_list_page_new (self->store, DOV_TYPE_EVENT));
      gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
      gtk_box_append (GTK_BOX (self->list_place), GTK_WIDGET (self->list));
    }
  gtk_stack_set_visible_child_name (self->stack, "list");
  keep_view (self);
}

static void
list_cb (DovEventsPage *self)
{
  show_list (self);
  dov_page_focus (DOV_PAGE (self->list));
}

static void
show_calendar (DovEventsPage *self,
               gboolean       is_week)
{
  g_object_set (self->calendar, "week", is_week, NULL);
  gtk_stack_set_visible_child_name (self->stack, "calendar");
  keep_view (self);
  dov_month_view_focus (self->calendar);
}

static void
month_cb (DovEventsPage *self)
{
  show_calendar (self, FALSE);
}

static void
week_cb (DovEventsPage *self)
{
  show_calendar (self, TRUE);
}

static void
week_changed_cb (DovEventsPage *self)
{
  keep_view (self);
}

/* ---- new events ---- */

static void
begin_event (DovEventsPage *self,
             const GDate   *day)
{
  DovShell *shell = dov_shell_around (GTK_WIDGET (self));
  g_autoptr (DovEvent) draft = DOV_EVENT (dov_record_new (DOV_TYPE_EVENT, 0));

  if (shell == NULL)
    return;
  if (day != NULL)
    {
      g_autoptr (GDateTime) starts_at = dov_moment_new (day, USUAL_HOUR);
      g_autoptr (GDateTime) ends_at = dov_moment_new (day, USUAL_END);

      dov_set (draft, starts_at, starts_at);
      dov_set (draft, ends_at, ends_at);
    }
  if (self->lounge != 0)
    dov_set (draft, lounge_id, self->lounge);
  dov_shell_new_record (shell, DOV_RECORD (draft));
}

static void
day_opened_cb (DovEventsPage *self,
               GDate         *day)
{
  begin_event (self, day);
}

static void
opened_cb (DovEventsPage *self,
           gint64         id)
{
  dov_go_record (self, DOV_TYPE_EVENT, id);
}

/* ---- the tools ---- */

static DovPeriod
get_period (DovEventsPage *self,
            DovPeriodKind  kind)
{
  GDate day = dov_month_view_get_day (self->calendar);

  return dov_period_around (kind, &day);
}

static void
push (DovEventsPage *self,
      DovPage       *page)
{
  if (page != NULL)
    dov_go_to (self, page);
}

static void
plan_of (DovEventsPage *self,
         DovPeriodKind  kind)
{
  DovPeriod period = get_period (self, kind);
  gint64 lounge = self->lounge != 0 ? self->lounge : dov_own_lounge_find (self->store);

  push (self, dov_work_plan_page_new_for (self->store, lounge, &period));
}

static void
plan_cb (DovEventsPage *self)
{
  plan_of (self, DOV_PERIOD_MONTH);
}

static void
paper_of (DovEventsPage *self,
          const char    *code)
{
  DovPeriod period = get_period (self, DOV_PERIOD_MONTH);

  push (self, dov_paper_page_new_for (self->store, code, 0, &period, self->lounge));
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (widget);

  if (g_str_equal (name, "events.plan-year"))
    plan_of (self, DOV_PERIOD_YEAR);
  else if (g_str_equal (name, "events.plan-quarter"))
    plan_of (self, DOV_PERIOD_QUARTER);
  else if (g_str_equal (name, "events.series"))
    dov_go_list (self, DOV_TYPE_EVENT_SERIES);
  else if (g_str_equal (name, "events.journal"))
    paper_of (self, "D-22");
  else
    paper_of (self, "D-25");
}

/* The lounge stands with the name of its village. */
static char *
dup_place (DovStore *store,
           gint64    id)
{
  g_autoptr (DovRecord) lounge = dov_store_find (store, DOV_TYPE_LOUNGE, id, NULL);
  g_autoptr (DovRecord) settlement = lounge != NULL ?
    dov_store_find (store, DOV_TYPE_SETTLEMENT, DOV_LOUNGE (lounge)->settlement_id, NULL) : NULL;

  if (settlement != NULL)
    return g_strdup (DOV_SETTLEMENT (settlement)->name);

  return lounge != NULL ? g_strdup (DOV_LOUNGE (lounge)->name) : g_strdup ("");
}

static void
lounge_chosen_cb (DovEventsPage *self)
{
  guint at = gtk_drop_down_get_selected (self->choice);

  if (at >= self->lounges->len || g_array_index (self->lounges, gint64, at) == self->lounge)
    return;
  self->lounge = g_array_index (self->lounges, gint64, at);
  dov_events_page_fill_month (self);
}

static void
add_choice_of_lounge (DovEventsPage *self)
{
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint chosen = 0;

  g_array_append_val (self->lounges, none);
  gtk_string_list_append (names, _("All lounges"));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *place = dup_place (self->store, id);

      if (id == self->lounge)
        chosen = self->lounges->len;
      g_array_append_val (self->lounges, id);
      gtk_string_list_append (names, place);
    }
  if (ids == NULL || ids->len < 2)
    return;

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lounge"), -1);
  gtk_drop_down_set_selected (self->choice, chosen);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (lounge_chosen_cb), self);
  gtk_box_append (dov_month_view_get_tools (self->calendar), GTK_WIDGET (self->choice));
}

static void
add_tools (DovEventsPage *self)
{
  GtkBox *tools = dov_month_view_get_tools (self->calendar);
  GtkWidget *plan = gtk_button_new_with_label (_("Plan of work"));
  GtkWidget *more = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic",
                                  "tooltip-text", _("More of events"), NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) plans = g_menu_new ();
  g_autoptr (GMenu) papers = g_menu_new ();

  gtk_widget_set_tooltip_text (plan, _("The plan of this month, to submit and to print"));
  g_signal_connect_swapped (plan, "clicked", G_CALLBACK (plan_cb), self);
  g_menu_append (plans, _("Plan of the quarter"), "events.plan-quarter");
  g_menu_append (plans, _("Plan of the year"), "events.plan-year");
  g_menu_append (plans, _("Series of events"), "events.series");
  g_menu_append (papers, _("Register of film shows"), "events.films");
  g_menu_append (papers, _("Register of events"), "events.journal");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plans));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (papers));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More of events"), -1);
  gtk_box_append (tools, plan);
  gtk_box_append (tools, more);
}

/* ---- making ---- */

static GtkWidget *
make_list_bar (DovEventsPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *month = gtk_button_new_with_label (C_("a view", "Month"));
  GtkWidget *week = gtk_button_new_with_label (C_("a view", "Week"));
  GtkWidget *list = gtk_toggle_button_new_with_label (C_("a view", "List"));

  gtk_widget_set_name (bar, "views");
  gtk_widget_add_css_class (bar, "linked");
  gtk_widget_set_halign (bar, GTK_ALIGN_END);
  gtk_widget_set_margin_top (bar, 12);
  gtk_widget_set_margin_end (bar, 18);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (list), TRUE);
  gtk_widget_set_sensitive (list, TRUE);
  gtk_widget_set_can_target (list, FALSE);
  gtk_widget_set_focusable (list, FALSE);
  g_signal_connect_swapped (month, "clicked", G_CALLBACK (month_cb), self);
  g_signal_connect_swapped (week, "clicked", G_CALLBACK (week_cb), self);
  gtk_box_append (GTK_BOX (bar), month);
  gtk_box_append (GTK_BOX (bar), week);
  gtk_box_append (GTK_BOX (bar), list);

  return bar;
}

static void
make_calendar (DovEventsPage *self)
{
  self->calendar = DOV_MONTH_VIEW (dov_month_view_new (_("Events")));
  g_signal_connect_swapped (dov_month_view_add_mode (self->calendar, C_("a view", "List")), "clicked",
                            G_CALLBACK (list_cb), self);
  add_choice_of_lounge (self);
  add_tools (self);
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_DONE, _("held"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_PLANNED, _("in the plan"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_DRAFT, _("draft"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_SOFT, _("look at it"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_CANCELLED, _("cancelled or moved"));
  g_signal_connect_swapped (self->calendar, "span-changed", G_CALLBACK (dov_events_page_fill_month), self);
  g_signal_connect_swapped (self->calendar, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->calendar, "day-opened", G_CALLBACK (day_opened_cb), self);
}

/**
 * dov_events_page_new:
 *
 * Returns: (transfer floating): the events of the lounge of this computer, in
 *   the view that was looked at last
 */
DovPage *
dov_events_page_new (DovStore *store)
{
  DovEventsPage *self = g_object_new (DOV_TYPE_EVENTS_PAGE, NULL);
  gint64 view = dov_config_get_number (KEPT_VIEW, VIEW_MONTH);

  self->store = g_object_ref (store);
  self->lounge = dov_own_lounge_find (store);
  make_calendar (self);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->calendar), "calendar");
  gtk_box_append (GTK_BOX (self->list_place), make_list_bar (self));
  gtk_stack_add_named (self->stack, self->list_place, "list");
  dov_page_set_section (DOV_PAGE (self), "events");
  dov_page_set_title (DOV_PAGE (self), _("Events"));
  dov_page_set_action_label (DOV_PAGE (self), _("New event"));
  dov_events_page_fill_month (self);
  if (view == VIEW_LIST)
    show_list (self);
  else
    g_object_set (self->calendar, "week", view == VIEW_WEEK, NULL);
  g_signal_connect_swapped (self->calendar, "notify::week", G_CALLBACK (week_changed_cb), self);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

/**
 * dov_events_page_set_day:
 *
 * Shows the month or week of @day.
 */
void
dov_events_page_set_day (DovEventsPage *self,
                         const GDate   *day)
{
  g_return_if_fail (DOV_IS_EVENTS_PAGE (self));

  dov_month_view_set_day (self->calendar, day);
}

/**
 * dov_events_page_show_list:
 * @chip: (nullable): what of them, such as "uncounted"
 *
 * Shows the events as a list.
 */
void
dov_events_page_show_list (DovEventsPage *self,
                           const char    *chip)
{
  g_return_if_fail (DOV_IS_EVENTS_PAGE (self));

  show_list (self);
  if (chip != NULL)
    dov_list_page_show_chip (self->list, chip);
}

static void
dov_events_page_focus (DovPage *page)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (page);

  if (shows_list (self))
    dov_page_focus (DOV_PAGE (self->list));
  else
    dov_month_view_focus (self->calendar);
}

static gboolean
dov_events_page_search (DovPage *page)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (page);

  /* Words are looked for in the list. */
  show_list (self);

  return dov_page_search (DOV_PAGE (self->list));
}

static gboolean
dov_events_page_add (DovPage *page)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (page);

  begin_event (self, NULL);

  return TRUE;
}

static void
dov_events_page_dispose (GObject *object)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_events_page_parent_class)->dispose (object);
}

static void
dov_events_page_finalize (GObject *object)
{
  g_array_unref (DOV_EVENTS_PAGE (object)->lounges);

  G_OBJECT_CLASS (dov_events_page_parent_class)->finalize (object);
}

static void
dov_events_page_class_init (DovEventsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  DovPageClass *page_class = DOV_PAGE_CLASS (klass);
  static const char * const actions[] = {
    "events.plan-quarter", "events.plan-year", "events.series", "events.films", "events.journal",
  };

  object_class->dispose = dov_events_page_dispose;
  object_class->finalize = dov_events_page_finalize;
  page_class->focus = dov_events_page_focus;
  page_class->search = dov_events_page_search;
  page_class->add = dov_events_page_add;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
}

static void
dov_events_page_init (DovEventsPage *self)
{
  self->lounges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stack = GTK_STACK (gtk_stack_new ());
  self->list_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
