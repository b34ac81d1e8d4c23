/* test-names.c - every control says what it is to a person who cannot see it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-window.h"

#include <glib/gi18n.h>

#include "dov-assistant-page.h"
#include "dov-bar-chart.h"
#include "dov-event-reporting.h"
#include "dov-event-series.h"
#include "dov-event.h"
#include "dov-go.h"
#include "dov-events-page.h"
#include "dov-family.h"
#include "dov-founding-page.h"
#include "dov-palette.h"
#include "dov-person.h"
#include "dov-rooms.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "dov-work-plan-page.h"

static void
check_names (DovWindow  *window,
             const char *where)
{
  g_autoptr (GPtrArray) unnamed = NULL;

  dov_ui_test_settle ();
  unnamed = dov_ui_test_list_unnamed (GTK_WIDGET (window));
  for (guint i = 0; i < unnamed->len; i++)
    g_test_message ("%s: nothing is said of %s", where, (char *) unnamed->pdata[i]);
  if (unnamed->len > 0)
    g_test_fail ();
}

static DovWindow *
open_window (DovUiFixture *fixture)
{
  DovWindow *window = dov_window_new (NULL);

  dov_window_set_store (window, fixture->store);
  dov_ui_test_show (GTK_WIDGET (window));

  return window;
}

static void
test_sections (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  for (guint i = 0; i < n_sections; i++)
    {
      dov_window_show_section (window, sections[i].name);
      check_names (window, sections[i].name);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_pages (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  DovShell *shell = DOV_SHELL (window);
  GType types[] = { DOV_TYPE_FAMILY, DOV_TYPE_EVENT, DOV_TYPE_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (DovRecord) first = dov_store_find_first (fixture->store, types[i], NULL, NULL);
      g_autoptr (DovRecord) draft = dov_record_new (types[i], 0);

      dov_go_record (shell, types[i], dov_record_get_id (first));
      check_names (window, g_type_name (types[i]));
      dov_go_back (shell);
      dov_go_form (shell, draft);
      check_names (window, "a new one");
      dov_window_show_section (window, "today");
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.journal", NULL);
  check_names (window, "journal");
  dov_go_to (shell, dov_founding_page_new (fixture->store));
  check_names (window, "founding");
  dov_go_to (shell, dov_assistant_page_new ());
  check_names (window, "assistant");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  check_names (window, "palette");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The pages of events beside the event itself: series, plan, report, list. */
static void
test_events (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = open_window (fixture);
  DovShell *shell = DOV_SHELL (window);
  g_autoptr (DovRecord) event = dov_store_find (fixture->store, DOV_TYPE_EVENT, fixture->held, NULL);
  g_autoptr (DovEventSeries) series = DOV_EVENT_SERIES (dov_record_new (DOV_TYPE_EVENT_SERIES, 0));
  g_autoptr (DovRecord) report = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = dov_today ();
  DovPeriod month = dov_period_around (DOV_PERIOD_MONTH, &today);

  dov_set (series, title, "Семейный кинозал");
  dov_set (series, lounge_id, fixture->lounge);
  dov_set (series, recurrence, DOV_RECURRENCE_WEEKLY);
  dov_set (series, weekday, DOV_WEEKDAY_WED);
  dov_set (series, time, (DovTime) (18 * 60));
  dov_set (series, form_id, DOV_EVENT (event)->form_id);
  dov_set (series, audience, DOV_AUDIENCE_FAMILY);
  dov_set (series, age_mark, DOV_AGE_MARK_6);
  dov_set (series, responsible_id, fixture->staff);
  dov_store_save (fixture->store, DOV_RECORD (series), &error);
  g_assert_no_error (error);

  dov_window_show_section (window, "events");
  dov_events_page_show_list (DOV_EVENTS_PAGE (dov_window_get_page (window)), NULL);
  check_names (window, "list of events");
  dov_go_record (shell, DOV_TYPE_EVENT_SERIES, dov_record_get_id (DOV_RECORD (series)));
  check_names (window, "series");
  dov_go_to (shell, dov_work_plan_page_new_for (fixture->store, fixture->lounge, &month));
  check_names (window, "plan of work");
  report = dov_event_report_begin (fixture->store, DOV_EVENT (event));
  dov_go_form (window, report);
  check_names (window, "report of an event");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The chart says all its numbers. */
static void
test_chart (void)
{
  const DovBar bars[] = {
    { "янв", "Январь: 512, поимённо 390", 512, 390, FALSE },
    { "фев", "Февраль: 635, поимённо 471", 635, 471, TRUE },
  };
  GtkWidget *chart = g_object_new (DOV_TYPE_BAR_CHART, NULL);
  GtkWindow *window = dov_ui_test_show (chart);
  g_autofree char *wrong = NULL;

  dov_bar_chart_set (DOV_BAR_CHART (chart), "Посещения", bars, G_N_ELEMENTS (bars));
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "Посещения; Январь: 512, поимённо 390; Февраль: 635, поимённо 471");
  g_assert_null (wrong);
  dov_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/names/sections", test_sections);
  g_test_add_func ("/names/pages", test_pages);
  g_test_add_func ("/names/events", test_events);
  g_test_add_func ("/names/chart", test_chart);

  return g_test_run ();
}
