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
#include "dov-table-view.h"
#include "dov-ui-bus.h"
#include "dov-ui-demo.h"
#include "dov-ui-fixture.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-work-plan-page.h"

/* The demo data: every table has rows. */
static void
test_sections (void)
{
  g_autofree char *path = dov_ui_demo_copy (DOV_UI_DEMO_WEDNESDAY);
  g_autoptr (DovStore) store = dov_ui_demo_open (path, 0);
  DovWindow *window = dov_window_new (NULL);
  guint n_sections;
  const DovRoom *sections = dov_rooms_list_sections (&n_sections);

  dov_window_set_store (window, store);
  dov_ui_test_show (GTK_WIDGET (window));
  for (guint i = 0; i < n_sections; i++)
    {
      dov_window_show_section (window, sections[i].name);
      dov_ui_bus_check_names (sections[i].name);
    }
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_pages (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  DovShell *shell = DOV_SHELL (window);
  GType types[] = { DOV_TYPE_FAMILY, DOV_TYPE_EVENT, DOV_TYPE_PERSON };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (DovRecord) first = dov_store_find_first (fixture->store, types[i], NULL, NULL);
      g_autoptr (DovRecord) draft = dov_record_new (types[i], 0);

      dov_go_record (shell, types[i], dov_record_get_id (first));
      dov_ui_bus_check_names (g_type_name (types[i]));
      dov_go_back (shell);
      dov_go_form (shell, draft);
      dov_ui_bus_check_names ("a new one");
      dov_window_show_section (window, "today");
    }

  gtk_widget_activate_action (GTK_WIDGET (window), "win.journal", NULL);
  dov_ui_bus_check_names ("journal");
  dov_go_to (shell, dov_founding_page_new (fixture->store));
  dov_ui_bus_check_names ("founding");
  dov_go_to (shell, dov_assistant_page_new ());
  dov_ui_bus_check_names ("assistant");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  dov_ui_bus_check_names ("palette");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* The pages of events beside the event itself: series, plan, report, list. */
static void
test_events (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
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
  dov_ui_bus_check_names ("list of events");
  dov_go_record (shell, DOV_TYPE_EVENT_SERIES, dov_record_get_id (DOV_RECORD (series)));
  dov_ui_bus_check_names ("series");
  dov_go_to (shell, dov_work_plan_page_new_for (fixture->store, fixture->lounge, &month));
  dov_ui_bus_check_names ("plan of work");
  report = dov_event_report_begin (fixture->store, DOV_EVENT (event));
  dov_go_form (window, report);
  dov_ui_bus_check_names ("report of an event");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* ---- what is told ---- */

/* What has the keyboard is read with some words. */
static void
check_heard (const char *words)
{
  g_autofree char *heard = dov_ui_bus_dup_focus ();

  if (strstr (heard, words) == NULL)
    {
      g_test_message ("“%s” is not in “%s”", words, heard);
      g_test_fail ();
    }
}

/* Something in the window is called so. */
static void
check_called (const char *role,
              const char *name)
{
  g_autoptr (GPtrArray) heard = dov_ui_bus_read ();

  for (guint i = 0; i < heard->len; i++)
    {
      const DovUiHeard *one = g_ptr_array_index (heard, i);

      /* Newer GTK tells a button that opens a choice as one that stays pressed. */
      if (g_str_has_suffix (one->role, role) && g_str_equal (one->name, name))
        return;
    }
  g_test_message ("no %s is called “%s”", role, name);
  g_test_fail ();
}

static void
press (DovWindow  *window,
       const char *accelerator)
{
  dov_ui_test_strike (GTK_WIDGET (window), accelerator);
  dov_ui_test_settle ();
}

/* A row is heard whole; the keys that put rows in order say by what. */
static void
test_rows (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);

  dov_window_show_section (window, "families");
  dov_ui_test_settle ();
  dov_table_view_focus_rows (DOV_TABLE_VIEW (dov_ui_test_find (GTK_WIDGET (window), DOV_TYPE_TABLE_VIEW, NULL)));
  check_heard ("3-2026/021, Ветошкины, Дети: 1, д. Гремячка, ул. Полевая, 9, на сопровождении");
  press (window, "<Control><Shift>Down");
  check_heard ("По порядку: ");
  press (window, "<Control><Shift>Up");
  check_heard ("В обратном порядке: ");
  dov_ui_test_close (GTK_WINDOW (window));
}

/* A message, what is found, a refused save: the words go with the keyboard. */
static void
test_told (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  DovWindow *window = dov_ui_fixture_open_window (fixture);
  DovShell *shell = DOV_SHELL (window);
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_PERSON, 0);

  dov_window_show_section (window, "families");
  dov_go_tell (window, "Копия сделана", 0);
  check_heard ("Копия сделана");

  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>k");
  dov_ui_keys_write (GTK_WIDGET (window), "щекл");
  check_heard ("Щеклеин");
  press (window, "Escape");

  dov_go_form (shell, draft);
  check_called ("button", "Пол: не указано");
  dov_ui_test_press_accel (GTK_WIDGET (window), "<Control>s");
  check_heard ("Фамилия, обязательно");
  check_heard ("«Фамилия»");

  dov_ui_keys_go_to (GTK_WIDGET (window), ADW_TYPE_PREFERENCES_ROW, "Дата рождения");
  press (window, "<Alt>Down");
  press (window, "Left");
  check_heard ("вторник");
  press (window, "Escape");
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
  g_test_add_func ("/names/rows", test_rows);
  g_test_add_func ("/names/told", test_told);
  g_test_add_func ("/names/chart", test_chart);

  return g_test_run ();
}
