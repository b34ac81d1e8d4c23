/* test-lists-accessible.c - what lists, chips and tables say to a person who cannot see them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page.h"

#include "dov-chips.h"
#include "dov-distribution.h"
#include "dov-event-page.h"
#include "dov-family.h"
#include "dov-go.h"
#include "dov-reports-page.h"
#include "dov-table-view.h"
#include "dov-ui-bus.h"
#include "dov-ui-fixture.h"
#include "dov-ui-keys.h"
#include "dov-ui-stock.h"
#include "dov-ui-test.h"
#include "dov-window.h"

static void
check_label (GtkWidget *widget)
{
  g_assert_nonnull (widget);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

static void
test_chips (void)
{
  GtkWidget *chips = g_object_new (DOV_TYPE_CHIPS, "label", "Показать только", NULL);
  GtkWindow *window;
  GtkWidget *first, *second;

  dov_chips_add (DOV_CHIPS (chips), "all", "Все");
  dov_chips_add (DOV_CHIPS (chips), "mine", "Мои");
  dov_chips_set_count (DOV_CHIPS (chips), "mine", 17);
  window = dov_ui_test_show (chips);
  first = dov_ui_test_find (chips, GTK_TYPE_TOGGLE_BUTTON, NULL);
  second = gtk_widget_get_next_sibling (first);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_PROPERTY_LABEL, "Мои, 17");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_widget_grab_focus (first);
  g_assert_true (dov_ui_test_press (first, GDK_KEY_Right, 0));
  g_assert_cmpstr (dov_chips_get_selected (DOV_CHIPS (chips)), ==, "mine");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (gtk_widget_is_focus (second));
  g_assert_true (dov_ui_test_press (second, GDK_KEY_Home, 0));
  g_assert_cmpstr (dov_chips_get_selected (DOV_CHIPS (chips)), ==, "all");
  dov_ui_test_close (window);
}

static void
check_page (DovPage *page)
{
  GtkWindow *window = dov_ui_test_show (GTK_WIDGET (page));
  GtkWidget *table;

  dov_ui_test_settle ();
  check_label (dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_SEARCH_ENTRY, NULL));
  table = dov_ui_test_find (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW, NULL);
  if (table != NULL)
    check_label (table);
  dov_ui_bus_check_names (G_OBJECT_TYPE_NAME (page));
  dov_ui_test_close (window);
}

static void
test_pages (void)
{
  g_autoptr (DovUiFixture) club = dov_ui_fixture_new ();

  check_page (dov_list_page_new (club->store, DOV_TYPE_FAMILY));
  check_page (dov_subject_page_new (club->store, &dov_event_subject, club->held));
  check_page (dov_reports_page_new (club->store));
}

/* Types, and goes down line by line. */
static void
look_through (GtkWidget  *window,
              const char *letters,
              guint       n_lines)
{
  dov_ui_keys_write (window, letters);
  dov_ui_test_settle ();
  for (guint i = 0; i < n_lines; i++)
    dov_ui_test_press (window, GDK_KEY_Down, 0);
}

/* The keyboard stays in the field while the arrows go through what was found under it: each line is told. */
static void
test_found (void)
{
  g_autoptr (DovUiStock) stock = dov_ui_stock_new ();
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autofree char *said = NULL;
  GtkWidget *window;

  window = GTK_WIDGET (dov_ui_fixture_open_window (stock->club));
  dov_ui_bus_listen ();
  dov_set (DOV_DISTRIBUTION (draft), drive_id, stock->drive);
  dov_go_form (window, draft);
  dov_ui_test_settle ();

  look_through (window, "череми", 2);
  dov_ui_test_press (window, GDK_KEY_Return, 0);
  g_assert_true (dov_page_add (dov_window_get_page (DOV_WINDOW (window))));
  look_through (window, "к", 3);
  said = dov_ui_bus_dup_said ();
  g_assert_nonnull (strstr (said, "Семья, обязательно (text box)\n"
                                  "    Черемисиновы, с. Слудка, ул. Заречная, 17\n"));
  g_assert_true (g_str_has_suffix (said, "(search box)\n"
                                         "    Картофель, свободно 160 кг\n"
                                         "    Куртка детская зимняя, размер 116–128, свободно 14 шт.\n"
                                         "    Морковь, свободно 60 кг\n"
                                         "    Набор «К школе, 1–4 класс», свободно 23 компл.\n"));
  dov_ui_test_close (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add_func ("/lists/accessible/found", test_found);
  g_test_add_func ("/lists/accessible/chips", test_chips);
  g_test_add_func ("/lists/accessible/pages", test_pages);

  return g_test_run ();
}
