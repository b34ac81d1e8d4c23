/* test-events-page.c - the month of events by keyboard, what must be looked at, a series, a plan */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-events-page.h"

#include "dov-event-page.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-go.h"
#include "dov-month-view.h"
#include "dov-registry.h"
#include "dov-series-page.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-window.h"
#include "dov-work-plan-page.h"
#include "dov-work-plan.h"

#include <glib/gi18n.h>

static DovUiFixture *club;
static DovWindow *window;

static void
set_up (void)
{
  club = dov_ui_fixture_new ();
  window = dov_window_new (NULL);
  dov_window_set_store (window, club->store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_ui_test_resize (GTK_WINDOW (window), 1366, 768);
}

static void
tear_down (void)
{
  dov_ui_test_close (GTK_WINDOW (window));
  g_clear_pointer (&club, dov_ui_fixture_free);
}

static DovPage *
get_page (void)
{
  return dov_window_get_page (window);
}

static GtkWidget *
find (GType       type,
      const char *words)
{
  GtkWidget *found;

  dov_ui_test_settle ();
  found = dov_ui_test_find (GTK_WIDGET (get_page ()), type, words);
  if (found == NULL)
    g_error ("there is no %s “%s”", g_type_name (type), words);

  return found;
}

static gboolean
says (const char *format,
      ...)
{
  g_autofree char *words = NULL;
  va_list parts;

  va_start (parts, format);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_vprintf (format, parts);
#pragma GCC diagnostic pop
  va_end (parts);

  return dov_ui_test_says (GTK_WIDGET (get_page ()), words);
}

static void
press (guint key)
{
  g_assert_true (dov_ui_test_press (GTK_WIDGET (window), key, 0));
  dov_ui_test_settle ();
}

static void
change (gint64      event,
        const char *field,
        const char *text)
{
  g_autoptr (DovRecord) stored = dov_store_find (club->store, DOV_TYPE_EVENT, event, NULL);
  g_autoptr (DovRecord) draft = dov_record_dup (stored);
  g_autoptr (GError) error = NULL;

  dov_record_set_text (draft, dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), field), text, &error);
  g_assert_no_error (error);
  dov_store_accept (club->store, "E3", "проверка");
  dov_store_accept (club->store, "E5", "проверка");
  /* The beginning is moved before the end is. */
  dov_store_accept (club->store, "V5", "проверка");
  dov_store_save (club->store, draft, &error);
  g_assert_no_error (error);
}

static gint64
add_series (const char *recurrence)
{
  g_autoptr (DovEvent) event = (DovEvent *) dov_store_find (club->store, DOV_TYPE_EVENT, club->held, NULL);
  g_autoptr (DovEventSeries) series = DOV_EVENT_SERIES (dov_record_new (DOV_TYPE_EVENT_SERIES, 0));
  g_autoptr (GError) error = NULL;

  dov_set (series, title, "Семейный кинозал");
  dov_set (series, lounge_id, club->lounge);
  dov_set (series, place, "зрительный зал");
  dov_set (series, recurrence, g_str_equal (recurrence, "weekly") ? DOV_RECURRENCE_WEEKLY : DOV_RECURRENCE_MONTHLY);
  dov_set (series, week, DOV_WEEK_OF_MONTH_LAST);
  dov_set (series, weekday, DOV_WEEKDAY_WED);
  dov_set (series, time, (DovTime) (18 * 60));
  dov_set (series, ends, (DovTime) (20 * 60));
  dov_set (series, form_id, event->form_id);
  dov_set (series, direction, DOV_DIRECTION_CINEMA);
  dov_set (series, audience, DOV_AUDIENCE_FAMILY);
  dov_set (series, age_mark, DOV_AGE_MARK_6);
  dov_set (series, responsible_id, club->staff);
  dov_store_save (club->store, DOV_RECORD (series), &error);
  g_assert_no_error (error);

  return dov_record_get_id (DOV_RECORD (series));
}

static gint64
count (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_database_count (dov_store_get_database (club->store), sql, &error);

  g_assert_no_error (error);

  return n;
}

/* The month opens on today; the arrows go to an event, Enter opens it, Esc comes back. */
static void
test_month (void)
{
  gint64 other;

  set_up ();
  other = dov_ui_fixture_add_event (club, "Круглый стол", "2027-04-21T18:30", "round_table", "planned");
  change (other, "starts_at", "2027-03-24T17:00");
  change (other, "ends_at", "2027-03-24T18:00");
  dov_ui_fixture_add_event (club, "Лыжная прогулка", "2027-03-20T12:00", "hike", "draft");
  dov_window_show_section (window, "events");
  g_assert_true (DOV_IS_EVENTS_PAGE (get_page ()));
  dov_ui_test_settle ();
  g_assert_nonnull (find (GTK_TYPE_LABEL, "Март 2027"));
  g_assert_true (says (_("The room is taken: “%1$s” at %2$s"), "Весенний концерт «Капель»", "16:00"));
  g_assert_true (says ("%s", _("It is over, and nobody has said how many came")));
  dov_ui_test_picture (GTK_WIDGET (window), "events-month");

  dov_page_focus (get_page ());
  press (GDK_KEY_Left);               /* Tuesday the 16th */
  press (GDK_KEY_Down);
  press (GDK_KEY_Return);
  WAIT_FOR (DOV_IS_EVENT_PAGE (get_page ()));
  g_assert_cmpstr (dov_page_get_title (get_page ()), ==, "Турнир по шашкам");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Alt>Left");
  g_assert_true (DOV_IS_EVENTS_PAGE (get_page ()));
  tear_down ();
}

/* Enter on a day begins an event of that day. */
static void
test_new (void)
{
  set_up ();
  dov_window_show_section (window, "events");
  dov_ui_test_settle ();
  dov_page_focus (get_page ());
  press (GDK_KEY_Right);
  press (GDK_KEY_Return);
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (get_page ()), "18.03.2027 15:00"));
  tear_down ();
}

/* What must be looked at is moved from where it is told. */
static void
test_way_out (void)
{
  gint64 other;

  set_up ();
  other = dov_ui_fixture_add_event (club, "Круглый стол", "2027-04-21T18:30", "round_table", "planned");
  change (other, "starts_at", "2027-03-24T17:00");
  change (other, "ends_at", "2027-03-24T18:00");
  dov_window_show_section (window, "events");
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Move…")));
  dov_ui_test_settle ();
  g_assert_true (DOV_IS_EVENT_PAGE (get_page ()));
  g_assert_true (says ("%s", _("To which day, and time if it changes *")));
  tear_down ();
}

/* Week and list show the same, and the choice is remembered. */
static void
test_views (void)
{
  set_up ();
  dov_window_show_section (window, "events");
  dov_ui_test_click (find (GTK_TYPE_TOGGLE_BUTTON, C_("a view", "Week")));
  dov_ui_test_picture (GTK_WIDGET (window), "events-week");
  g_assert_true (dov_ui_test_says (GTK_WIDGET (get_page ()), "15–21\u00a0марта 2027\u00a0г."));
  dov_ui_test_click (find (GTK_TYPE_BUTTON, C_("a view", "List")));
  dov_ui_test_settle ();
  g_assert_true (dov_ui_test_says (GTK_WIDGET (get_page ()), "Весенний концерт «Капель»"));
  dov_ui_test_picture (GTK_WIDGET (window), "events-list");
  dov_window_show_section (window, "today");
  dov_window_show_section (window, "events");
  dov_ui_test_settle ();
  dov_ui_test_click (dov_ui_test_find (dov_ui_test_find_name (GTK_WIDGET (get_page ()), "views"), GTK_TYPE_BUTTON,
                                       C_("a view", "Month")));
  dov_ui_test_settle ();
  g_assert_nonnull (find (GTK_TYPE_LABEL, "Март 2027"));
  tear_down ();
}

/* A weekly show: what is taken is skipped, one operation makes the rest, and undo takes it back. */
static void
test_series (void)
{
  g_autofree char *plan_12 = g_strdup_printf (ngettext ("Plan %u event", "Plan %u events", 12), 12);
  g_autoptr (GError) error = NULL;
  gint64 series, before;

  set_up ();
  dov_ui_fixture_add_event (club, "Отчётный концерт", "2027-04-14T17:30", "concert", "planned");
  series = add_series ("weekly");
  dov_window_show_section (window, "events");
  dov_go_record (window, DOV_TYPE_EVENT_SERIES, series);
  g_assert_true (DOV_IS_SERIES_PAGE (get_page ()));
  dov_ui_test_settle ();
  g_assert_true (says (_("the room is taken: “%1$s” at %2$s"), "Весенний концерт «Капель»", "16:00"));
  g_assert_true (says (_("the room is taken: “%1$s” at %2$s"), "Отчётный концерт", "17:30"));
  dov_ui_test_picture (GTK_WIDGET (window), "series");

  before = count ("SELECT count(*) FROM event WHERE removed IS NULL");
  /* 17 March to 16 June: fourteen Wednesdays, of which two are taken and one (17 March) is free. */
  dov_page_focus (get_page ());
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (dov_ui_test_get_focus (GTK_WIDGET (window)))), ==,
                   plan_12);
  dov_ui_test_click (dov_ui_test_get_focus (GTK_WIDGET (window)));
  dov_ui_test_settle ();
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE removed IS NULL"), ==, before + 12);
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE title = 'Семейный кинозал' AND ends_at = date(starts_at) || 'T20:00'"
                          " AND place = 'зрительный зал' AND status = 'planned' AND strftime('%w', starts_at) = '3'"), ==, 12);
  g_assert_true (says ("%s", _("Nothing to plan")));
  dov_ui_test_picture (GTK_WIDGET (window), "series-made");
  g_assert_true (dov_store_undo (club->store, dov_store_get_last_operation (club->store), &error));
  g_assert_no_error (error);
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE removed IS NULL"), ==, before);
  tear_down ();
}

/* A plan: drafts taken in, submitted, approved with its events. */
static void
test_plan (void)
{
  g_autoptr (GError) error = NULL;

  set_up ();
  dov_ui_fixture_add_event (club, "Лыжная прогулка", "2027-03-20T12:00", "hike", "draft");
  dov_window_show_section (window, "events");
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Plan of work")));
  g_assert_true (DOV_IS_WORK_PLAN_PAGE (get_page ()));
  g_assert_true (says (ngettext ("%u event of this time is still a draft", "%u events of this time are still drafts", 1), 1));
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Put into the plan")));
  dov_ui_test_settle ();
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE status = 'draft'"), ==, 0);
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Submit the plan")));
  dov_ui_test_settle ();
  g_assert_cmpint (count ("SELECT count(*) FROM work_plan WHERE status = 'submitted' AND submitted_on = '2027-03-17'"
                          " AND since = '2027-03-01' AND until = '2027-03-31'"), ==, 1);
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Approve…")));
  dov_ui_test_settle ();
  dov_ui_test_type (dov_ui_test_get_focus (GTK_WIDGET (window)), "В.П. Демаков");
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Approved")));
  dov_ui_test_settle ();
  g_assert_cmpint (count ("SELECT count(*) FROM work_plan WHERE status = 'approved' AND approved_by = 'В.П. Демаков'"), ==, 1);
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE starts_at LIKE '2027-03%' AND status = 'planned'"), ==, 0);
  dov_ui_test_picture (GTK_WIDGET (window), "plan");
  g_assert_true (dov_store_undo (club->store, dov_store_get_last_operation (club->store), &error));
  g_assert_no_error (error);
  g_assert_cmpint (count ("SELECT count(*) FROM event WHERE starts_at LIKE '2027-03%' AND status = 'planned'"), ==, 3);
  tear_down ();
}

static void
test_looks (void)
{
  set_up ();
  dov_ui_fixture_add_event (club, "Лыжная прогулка", "2027-03-20T12:00", "hike", "draft");
  dov_window_show_section (window, "events");
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_picture (GTK_WIDGET (window), "events-month-dark");
  dov_ui_test_set_dark (FALSE);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (GTK_WIDGET (window), "events-month-150");
  dov_ui_test_click (find (GTK_TYPE_BUTTON, _("Plan of work")));
  dov_ui_test_picture (GTK_WIDGET (window), "plan-150");
  dov_go_record (window, DOV_TYPE_EVENT_SERIES, add_series ("monthly"));
  dov_ui_test_picture (GTK_WIDGET (window), "series-150");
  dov_ui_test_set_text_size (100);
  tear_down ();
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/events-page/month", test_month);
  g_test_add_func ("/events-page/new", test_new);
  g_test_add_func ("/events-page/way-out", test_way_out);
  g_test_add_func ("/events-page/views", test_views);
  g_test_add_func ("/events-page/series", test_series);
  g_test_add_func ("/events-page/plan", test_plan);
  g_test_add_func ("/events-page/looks", test_looks);

  return g_test_run ();
}
