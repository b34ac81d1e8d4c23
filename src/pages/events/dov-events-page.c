/* dov-events-page.c - the events of a lounge: a month, a week, a list, and what must be looked at */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-events-page.h"

#include <glib/gi18n.h>

#include "dov-config.h"
#include "dov-doubt-card.h"
#include "dov-event-page.h"
#include "dov-event-series.h"
#include "dov-event-times.h"
#include "dov-event.h"
#include "dov-go.h"
#include "dov-headcount.h"
#include "dov-holiday.h"
#include "dov-join.h"
#include "dov-label.h"
#include "dov-list-page.h"
#include "dov-list-words.h"
#include "dov-lounge.h"
#include "dov-month-view.h"
#include "dov-own-lounge.h"
#include "dov-paper-page.h"
#include "dov-roll.h"
#include "dov-seats.h"
#include "dov-settlement.h"
#include "dov-work-plan-page.h"

/* What this computer remembers: 0 the month, 1 the week, 2 the list. */
#define KEPT_VIEW "events-view"
enum { VIEW_MONTH, VIEW_WEEK, VIEW_LIST };

/* An event that is begun from a day of the calendar has these hours until others are typed. */
#define USUAL_HOUR (15 * 60)
#define USUAL_END (17 * 60)

/* More doubts than that are no help beside a month. */
#define MOST_DOUBTS 6

struct _DovEventsPage
{
  DovPage        parent_instance;

  GArray        *lounges;   /* of the choice, 0 first: all of them */
  gint64         lounge;    /* 0: all lounges */
  guint          n_asked;   /* how many things must be looked at */

  GtkStack      *stack;
  DovMonthView  *calendar;
  DovListPage   *list;
  GtkWidget     *list_place;
  GtkDropDown   *choice;
};

G_DEFINE_FINAL_TYPE (DovEventsPage, dov_events_page, DOV_TYPE_PAGE)

/* ---- the month, and beside it in words what must be looked at ---- */

static gboolean
is_planned (DovEvent *event)
{
  return event->status == DOV_EVENT_STATUS_PLANNED || event->status == DOV_EVENT_STATUS_APPROVED;
}

static gboolean
is_past (DovEvent *event)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return event->ends_at != NULL && g_date_time_compare (event->ends_at, now) < 0;
}

static char *
dup_clash (DovStore *store,
           DovEvent *event)
{
  DovEventClash *clash = is_planned (event) && !is_past (event) ? dov_event_find_clash (store, event) : NULL;
  g_autofree char *time = NULL;
  char *words;

  if (clash == NULL)
    return NULL;
  time = dov_time_to_shown (dov_moment_get_time (clash->starts_at));
  /* Translators: %1$s is another event, %2$s when it begins */
  words = g_strdup_printf (_("The room is taken: “%1$s” at %2$s"), clash->title, time);
  dov_event_clash_free (clash);

  return words;
}

static char *
dup_waiting (DovStore *store,
             DovEvent *event)
{
  DovSeats seats;

  if (!is_planned (event) || is_past (event) || !event->registration || !dov_seats_count (store, event, &seats, NULL) ||
      seats.waiting == 0 || dov_seats_get_free (&seats) == 0)
    return NULL;

  return g_strdup (_("Places are free, and people wait for one"));
}

/* The first thing that stands against it: nobody said whether it was held or how many came, the room is taken,
 * it goes into the night of children, people wait for free places. */
static char *
dup_doubt (DovStore *store,
           DovEvent *event)
{
  g_autofree char *words = NULL;
  DovTime night;
  gint64 age;

  if (is_planned (event) && is_past (event))
    return g_strdup (_("It is over, and nobody has said how many came"));
  if (event->status == DOV_EVENT_STATUS_HELD && *event->status_reason == '\0')
    {
      g_autoptr (DovEventHeadcount) headcount = dov_headcount_find (store, dov_record_get_id (DOV_RECORD (event)));

      if (headcount == NULL || dov_event_headcount_get_total (headcount) == 0)
        return g_strdup (_("It was held, but nobody is counted"));
    }
  words = dup_clash (store, event);
  if (words != NULL)
    return g_steal_pointer (&words);
  if (is_planned (event) && !is_past (event) && dov_event_get_night (store, event, &night, &age))
    {
      g_autofree char *time = dov_time_to_shown (night);

      return g_strdup_printf (_("It ends after %s, when children under %d must be at home"), time, (int) age);
    }

  return dup_waiting (store, event);
}

static DovMonthLook
choose_look (DovEvent   *event,
             const char *doubt)
{
  if (event->status == DOV_EVENT_STATUS_CANCELLED || event->status == DOV_EVENT_STATUS_MOVED)
    return DOV_MONTH_LOOK_CANCELLED;
  if (doubt != NULL)
    return DOV_MONTH_LOOK_SOFT;
  if (event->status == DOV_EVENT_STATUS_HELD)
    return DOV_MONTH_LOOK_DONE;

  return event->status == DOV_EVENT_STATUS_DRAFT ? DOV_MONTH_LOOK_DRAFT : DOV_MONTH_LOOK_PLANNED;
}

static char *
dup_shown (DovStore   *store,
           DovEvent   *event,
           const char *field)
{
  return dov_store_dup_shown (store, DOV_RECORD (event),
                              dov_record_class_find_field (DOV_RECORD_GET_CLASS (event), field));
}

static DovMonthItem *
make_item (DovEventsPage *self,
           DovEvent      *event,
           const char    *doubt)
{
  GDate day = dov_moment_get_date (event->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *audience = dup_shown (dov_page_get_store (self), event, "audience");
  g_autofree char *mark = dup_shown (dov_page_get_store (self), event, "age_mark");
  g_autofree char *status = dup_shown (dov_page_get_store (self), event, "status");
  g_autofree char *whom = g_strdup_printf ("%s, %s", audience, mark);
  g_autoptr (GString) detail = g_string_new (NULL);
  g_autoptr (GString) spoken = g_string_new (NULL);
  DovMonthItem *item = dov_month_item_new (dov_record_get_id (DOV_RECORD (event)), &day, time, event->title,
                                           choose_look (event, doubt));

  dov_join (detail, DOV_JOIN_WORDS, event->place);
  dov_join (detail, DOV_JOIN_WORDS, whom);
  dov_join (spoken, "", time);
  dov_join (spoken, " ", event->title);
  dov_join (spoken, ", ", status);
  dov_join (spoken, ". ", doubt);
  item->detail = g_strdup (detail->str);
  item->spoken = g_strdup (spoken->str);

  return item;
}

/* ---- beside the month ---- */

static void
open_cb (GtkWidget *button,
         DovRecord *event)
{
  dov_go_record (button, DOV_TYPE_EVENT, dov_record_get_id (event));
}

static void
move_cb (GtkWidget *button,
         DovRecord *event)
{
  DovEventsPage *self = DOV_EVENTS_PAGE (gtk_widget_get_ancestor (button, DOV_TYPE_EVENTS_PAGE));

  dov_event_page_begin (button, dov_page_get_store (self), dov_record_get_id (event), "event.move");
}

static void
add_way (GtkWidget  *card,
         DovEvent   *event,
         const char *label,
         GCallback   callback)
{
  GtkWidget *button = dov_doubt_card_add_way (DOV_DOUBT_CARD (card), label);
  g_autofree char *spoken = g_strdup_printf ("%s %s", label, event->title);

  dov_name_widget (button, spoken);
  g_signal_connect_object (button, "clicked", callback, event, 0);
}

/* “Wed 24 March, 18:00 · Family cinema · The room is taken…”, with the way out. */
static GtkWidget *
make_doubt (DovEvent   *event,
            const char *words)
{
  GDate day = dov_moment_get_date (event->starts_at);
  g_autofree char *time = dov_time_to_shown (dov_moment_get_time (event->starts_at));
  g_autofree char *when = g_strdup_printf ("%s %d %s, %s", dov_weekday_short (g_date_get_weekday (&day)),
                                           g_date_get_day (&day), dov_month_name_of (g_date_get_month (&day)), time);
  GtkWidget *card = dov_doubt_card_new (TRUE, when, event->title, words);

  if (is_planned (event) && !is_past (event))
    add_way (card, event, _("Move…"), G_CALLBACK (move_cb));
  add_way (card, event, is_past (event) ? C_("a doubt", "Write down") : _("Open"), G_CALLBACK (open_cb));

  return card;
}

static void
show_doubts (DovEventsPage *self,
             GPtrArray     *events,
             GPtrArray     *doubts)
{
  GtkBox *side = dov_month_view_get_side (self->calendar);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  guint n_more = doubts->len > MOST_DOUBTS ? doubts->len - MOST_DOUBTS : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more in this month", "and %u more in this month", n_more), n_more);

  dov_clear_box (side);
  for (guint i = 0; i < doubts->len; i++)
    g_ptr_array_add (cards, make_doubt (g_ptr_array_index (events, i), g_ptr_array_index (doubts, i)));
  dov_doubt_card_append (side, _("Look at these"), cards, MOST_DOUBTS, more);
  self->n_asked = doubts->len;
  dov_month_view_show_side (self->calendar, doubts->len > 0);
}

/* ---- the month ---- */

static GArray *
list_events (DovEventsPage *self,
             const GDate   *first,
             const GDate   *last)
{
  g_autofree char *since = dov_date_to_iso (first);
  GDate after = *last;
  g_autofree char *until = NULL;
  DovQuery query = { .where = "starts_at >= ?1 AND starts_at < ?2 AND (?3 = 0 OR +lounge_id = ?3)", .order = "starts_at" };
  g_autoptr (GError) error = NULL;
  GArray *ids;

  g_date_add_days (&after, 1);
  until = dov_date_to_iso (&after);
  query.params = g_variant_new ("(ssx)", since, until, self->lounge);
  ids = dov_store_list (dov_page_get_store (self), DOV_TYPE_EVENT, &query, &error);
  if (ids == NULL)
    g_warning ("Events cannot be listed: %s", error->message);

  return ids;
}

static void
mark_holidays (DovEventsPage *self,
               const GDate   *first,
               const GDate   *last)
{
  for (GDate day = *first; g_date_compare (&day, last) <= 0; g_date_add_days (&day, 1))
    if (dov_day_is_holiday (&day))
      dov_month_view_mark_day (self->calendar, &day, _("holiday"));
}

static gboolean
is_of_month (DovEventsPage *self,
             const GDate   *day)
{
  GDate cursor = dov_month_view_get_day (self->calendar);
  gboolean is_week = FALSE;

  g_object_get (self->calendar, "week", &is_week, NULL);

  return is_week || (g_date_get_month (day) == g_date_get_month (&cursor) &&
                     g_date_get_year (day) == g_date_get_year (&cursor));
}

/* “19 events, 8 held”: the plan and what came of it are told apart. */
static char *
dup_summary (guint n_events,
             guint n_held)
{
  g_autofree char *events = dov_list_count (DOV_LIST_NOUN_EVENTS, n_events);
  g_autofree char *held = n_held > 0 ? g_strdup_printf (_("held: %u"), n_held) : NULL;

  return held != NULL ? g_strdup_printf ("%s, %s", events, held) : g_steal_pointer (&events);
}

/* Puts the events of the days shown into them, and what must be looked at beside. */
static void
fill_month (DovEventsPage *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_month_item_free);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) doubts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = NULL;
  g_autofree char *summary = NULL;
  GDate first, last;
  guint n_events = 0, n_held = 0;

  dov_month_view_get_span (self->calendar, &first, &last);
  mark_holidays (self, &first, &last);
  ids = list_events (self, &first, &last);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (dov_page_get_store (self), DOV_TYPE_EVENT,
                                                     g_array_index (ids, gint64, i), NULL);
      g_autofree char *doubt = NULL;
      GDate day;

      if (record == NULL)
        continue;
      day = dov_moment_get_date (DOV_EVENT (record)->starts_at);
      doubt = dup_doubt (dov_page_get_store (self), DOV_EVENT (record));
      g_ptr_array_add (items, make_item (self, DOV_EVENT (record), doubt));
      if (is_of_month (self, &day) && DOV_EVENT (record)->status != DOV_EVENT_STATUS_CANCELLED &&
          DOV_EVENT (record)->status != DOV_EVENT_STATUS_MOVED)
        {
          n_events++;
          n_held += DOV_EVENT (record)->status == DOV_EVENT_STATUS_HELD;
        }
      if (doubt != NULL)
        {
          g_ptr_array_add (events, g_steal_pointer (&record));
          g_ptr_array_add (doubts, g_steal_pointer (&doubt));
        }
    }

  summary = dup_summary (n_events, n_held);
  dov_month_view_set_summary (self->calendar, summary);
  show_doubts (self, events, doubts);
  dov_month_view_take_items (self->calendar, items);
}

/* ---- the page ---- */

static gboolean
shows_list (DovEventsPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "list") == 0;
}

static void
dov_events_page_fill (DovPage *page)
{
  fill_month (DOV_EVENTS_PAGE (page));
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
      self->list = DOV_LIST_PAGE (dov_list_page_new (dov_page_get_store (self), DOV_TYPE_EVENT));
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
  g_autoptr (DovEvent) draft = DOV_EVENT (dov_record_new (DOV_TYPE_EVENT, 0));

  if (day != NULL)
    {
      g_autoptr (GDateTime) starts_at = dov_moment_new (day, USUAL_HOUR);
      g_autoptr (GDateTime) ends_at = dov_moment_new (day, USUAL_END);

      dov_set (draft, starts_at, starts_at);
      dov_set (draft, ends_at, ends_at);
    }
  if (self->lounge != 0)
    dov_set (draft, lounge_id, self->lounge);
  dov_go_form (self, DOV_RECORD (draft));
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
plan_of (DovEventsPage *self,
         DovPeriodKind  kind)
{
  DovPeriod period = get_period (self, kind);
  gint64 lounge = self->lounge != 0 ? self->lounge : dov_own_lounge_find (dov_page_get_store (self));

  dov_go_to (self, dov_work_plan_page_new_for (dov_page_get_store (self), lounge, &period));
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

  dov_go_to (self, dov_paper_page_new_for (dov_page_get_store (self), code, 0, &period, self->lounge));
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
  fill_month (self);
}

static void
add_choice_of_lounge (DovEventsPage *self,
                      DovStore      *store)
{
  g_autoptr (GArray) ids = dov_store_list (store, DOV_TYPE_LOUNGE, NULL, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 none = 0;
  guint chosen = 0;

  g_array_append_val (self->lounges, none);
  gtk_string_list_append (names, _("All lounges"));
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *place = dup_place (store, id);

      if (id == self->lounge)
        chosen = self->lounges->len;
      g_array_append_val (self->lounges, id);
      gtk_string_list_append (names, place);
    }
  if (ids == NULL || ids->len < 2)
    return;

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  dov_name_widget (self->choice, _("Lounge"));
  gtk_drop_down_set_selected (self->choice, chosen);
  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (lounge_chosen_cb), self);
  gtk_box_append (dov_month_view_get_tools (self->calendar), GTK_WIDGET (self->choice));
}

static void
add_tools (DovEventsPage *self)
{
  static const struct { const char *label, *action; } tools[][4] = {
    { { N_("Plan of the quarter"), "events.plan-quarter" }, { N_("Plan of the year"), "events.plan-year" },
      { N_("Series of events"), "events.series" } },
    { { N_("Register of film shows"), "events.films" }, { N_("Register of events"), "events.journal" } },
  };
  GtkBox *box = dov_month_view_get_tools (self->calendar);
  GtkWidget *plan = gtk_button_new_with_label (_("Plan of work"));
  GtkWidget *more = g_object_new (GTK_TYPE_MENU_BUTTON, "icon-name", "view-more-symbolic",
                                  "tooltip-text", _("More of events"), NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  gtk_widget_set_tooltip_text (plan, _("The plan of this month, to submit and to print"));
  g_signal_connect_swapped (plan, "clicked", G_CALLBACK (plan_cb), self);
  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (gsize n = 0; tools[i][n].label != NULL; n++)
        g_menu_append (section, _(tools[i][n].label), tools[i][n].action);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (more), G_MENU_MODEL (menu));
  dov_name_widget (more, _("More of events"));
  gtk_box_append (box, plan);
  gtk_box_append (box, more);
}

/* ---- making ---- */

static void
add_view (GtkWidget  *bar,
          GtkWidget  *button,
          const char *label,
          GCallback   clicked)
{
  gtk_button_set_label (GTK_BUTTON (button), label);
  if (clicked != NULL)
    g_signal_connect_swapped (button, "clicked", clicked, gtk_widget_get_ancestor (bar, DOV_TYPE_EVENTS_PAGE));
  gtk_box_append (GTK_BOX (bar), button);
}

/* The list has no head of its own: the way back to the calendar stands above it. */
static void
add_list_bar (DovEventsPage *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_BOX, "name", "views", "halign", GTK_ALIGN_END, "margin-top", 12,
                                 "margin-end", 18, NULL);
  GtkWidget *list = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "active", TRUE, "can-target", FALSE, "focusable", FALSE, NULL);

  gtk_box_append (GTK_BOX (self->list_place), bar);
  gtk_widget_add_css_class (bar, "linked");
  add_view (bar, gtk_button_new (), C_("a view", "Month"), G_CALLBACK (month_cb));
  add_view (bar, gtk_button_new (), C_("a view", "Week"), G_CALLBACK (week_cb));
  add_view (bar, list, C_("a view", "List"), NULL);
}

static void
make_calendar (DovEventsPage *self,
               DovStore      *store)
{
  self->calendar = DOV_MONTH_VIEW (dov_month_view_new (_("Events")));
  g_signal_connect_swapped (dov_month_view_add_mode (self->calendar, C_("a view", "List")), "clicked",
                            G_CALLBACK (list_cb), self);
  add_choice_of_lounge (self, store);
  add_tools (self);
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_DONE, _("held"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_PLANNED, _("in the plan"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_DRAFT, _("draft"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_SOFT, _("look at it"));
  dov_month_view_add_legend (self->calendar, DOV_MONTH_LOOK_CANCELLED, _("cancelled or moved"));
  g_signal_connect_swapped (self->calendar, "span-changed", G_CALLBACK (fill_month), self);
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

  self->lounge = dov_own_lounge_find (store);
  make_calendar (self, store);
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->calendar), "calendar");
  gtk_stack_add_named (self->stack, self->list_place, "list");
  add_list_bar (self);
  dov_page_set_section (DOV_PAGE (self), "events");
  dov_page_set_title (DOV_PAGE (self), _("Events"));
  dov_page_set_action_label (DOV_PAGE (self), _("New event"));
  dov_page_follow (DOV_PAGE (self), store);
  if (view == VIEW_LIST)
    show_list (self);
  else
    g_object_set (self->calendar, "week", view == VIEW_WEEK, NULL);
  g_signal_connect_swapped (self->calendar, "notify::week", G_CALLBACK (week_changed_cb), self);

  return DOV_PAGE (self);
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

  object_class->finalize = dov_events_page_finalize;
  page_class->focus = dov_events_page_focus;
  page_class->search = dov_events_page_search;
  page_class->add = dov_events_page_add;
  page_class->fill = dov_events_page_fill;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, act);
}

static void
dov_events_page_init (DovEventsPage *self)
{
  self->lounges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->stack = GTK_STACK (gtk_stack_new ());
  dov_hush_unseen (self->stack);
  self->list_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
