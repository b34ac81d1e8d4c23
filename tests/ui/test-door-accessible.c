/* test-door-accessible.c - what a person who cannot see the door, or the sheet, is told of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "dov-door-page.h"
#include "dov-door-row.h"
#include "dov-door-side.h"
#include "dov-event.h"
#include "dov-sign-in-page.h"
#include "dov-ui-bus.h"
#include "dov-ui-fixture.h"
#include "dov-ui-keys.h"
#include "dov-ui-test.h"
#include "dov-window.h"

/* The field that has the keyboard tells who is chosen, then what was done and the sum. */
static void
test_door (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  gint64 event = dov_ui_fixture_add_event (fixture, "Семейный кинозал", "2027-03-17T18:00", "film", "planned");
  DovWindow *window = dov_window_new (NULL);
  GtkWidget *page, *search;

  dov_window_set_store (window, fixture->store);
  dov_ui_test_show (GTK_WIDGET (window));
  dov_door_page_begin (GTK_WIDGET (window), fixture->store, event);
  dov_ui_test_settle ();
  page = GTK_WIDGET (dov_window_get_page (window));
  dov_ui_bus_check_names ("door");
  dov_ui_test_press_accel (page, "Return");
  WAIT_FOR (dov_ui_test_find (page, DOV_TYPE_DOOR_SIDE, NULL) != NULL);
  dov_ui_test_settle ();
  dov_ui_bus_check_names ("door");

  dov_ui_keys_write (GTK_WIDGET (window), "щекл");
  dov_ui_bus_check_names ("door");
  search = gtk_widget_get_ancestor (dov_ui_test_get_focus (GTK_WIDGET (window)), GTK_TYPE_ENTRY);
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                     "Щеклеин Егор, около 14\u00a0лет · с. Слудка"));
  dov_ui_test_press_accel (page, "Return");
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                     "Отмечено: Щеклеин Егор. отмечено 1 + без имени 0 = 1"));
  dov_ui_test_press_accel (page, "F6");
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                                     "Отмечен один без имени: 7–13\u00a0лет. отмечено 1 + без имени 1 = 2"));
  dov_ui_bus_check_names ("door");
  dov_ui_test_close (GTK_WINDOW (window));
}

static void
test_sheet (void)
{
  g_autoptr (DovUiFixture) fixture = dov_ui_fixture_new ();
  GtkWindow *window = dov_ui_test_show (GTK_WIDGET (dov_sign_in_page_new (fixture->store, fixture->held)));

  dov_ui_bus_check_names ("door");
  dov_ui_test_close (window);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/accessible/door", test_door);
  g_test_add_func ("/accessible/sign-in", test_sheet);

  return g_test_run ();
}
