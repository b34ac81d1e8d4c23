/* test-list-page.c - the list of families and events by keyboard: search, chips, order, bin, Excel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page.h"

#include "dov-chips.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-table-view.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"

typedef struct
{
  DovUiFixture *club;
  GtkWidget    *page;
  GtkWindow    *window;
} Fixture;

static void
show (Fixture *fixture,
      DovPage *page)
{
  fixture->page = GTK_WIDGET (page);
  fixture->window = dov_ui_test_show (fixture->page);
  dov_ui_test_settle ();
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->club = dov_ui_fixture_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    dov_ui_test_close (fixture->window);
  dov_ui_fixture_free (fixture->club);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return dov_table_view_get_model (DOV_TABLE_VIEW (dov_ui_test_find (fixture->page, DOV_TYPE_TABLE_VIEW, NULL)));
}

static void
look_for (Fixture    *fixture,
          const char *words)
{
  GtkWidget *filter = dov_ui_test_find (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL);

  g_assert_true (dov_page_search (DOV_PAGE (fixture->page)));
  gtk_editable_set_text (GTK_EDITABLE (filter), words);
  g_signal_emit_by_name (filter, "search-changed");
  dov_ui_test_settle ();
}

static void
test_families (Fixture       *fixture,
               gconstpointer  data)
{
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 7);
  dov_ui_test_picture (fixture->page, "families");

  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "families-small");
  dov_ui_test_resize (fixture->window, 1366, 768);
  dov_ui_test_set_text_size (150);
  dov_ui_test_picture (fixture->page, "families-150");
  dov_ui_test_set_text_size (100);
  dov_ui_test_set_dark (TRUE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "families-dark");
  dov_ui_test_set_dark (FALSE);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));

  look_for (fixture, "елки");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  look_for (fixture, "егор загреб");   /* a child’s name and a part of the family’s */
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  look_for (fixture, "заречная");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  look_for (fixture, "черемисинова карина");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 0);
  dov_ui_test_picture (fixture->page, "families-nothing");
  look_for (fixture, "xthtvbcby");
  dov_ui_test_picture (fixture->page, "families-latin");
}

static void
test_events (Fixture       *fixture,
             gconstpointer  data)
{
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_EVENT));
  dov_ui_test_picture (fixture->page, "events");
  dov_list_page_show_chip (DOV_LIST_PAGE (fixture->page), "uncounted");
  dov_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/list-page/families", Fixture, NULL, set_up, test_families, tear_down);
  g_test_add ("/list-page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/list-page/events", Fixture, NULL, set_up, test_events, tear_down);

  return g_test_run ();
}
