/* test-list-page.c - the list of families and events by keyboard: search, chips, order, bin, Excel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page.h"

#include <glib/gi18n.h>

#include "dov-chips.h"
#include "dov-config.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-rooms.h"
#include "dov-saving.h"
#include "dov-table-view.h"
#include "dov-task.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"
#include "workbook-reading.h"

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
  GtkWidget *on;

  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 7);
  dov_ui_test_picture (fixture->page, "families");

  /* All filters have room; on a small screen in large letters a button shows that they go on, and leads there. */
  g_assert_null (dov_ui_test_find_tip (fixture->page, _("More filters")));
  dov_ui_test_resize (fixture->window, 1024, 600);
  dov_ui_test_picture (fixture->page, "families-small");
  dov_ui_test_set_text_size (200);
  dov_ui_test_settle ();
  on = dov_ui_test_find_tip (fixture->page, _("More filters"));
  g_assert_nonnull (on);
  for (guint i = 0; i < 5 && gtk_widget_get_sensitive (on); i++)
    {
      dov_ui_test_click (on);
      dov_ui_test_settle ();
    }
  g_assert_false (gtk_widget_get_sensitive (on));
  g_assert_true (gtk_widget_get_sensitive (dov_ui_test_find_tip (fixture->page, _("The filters before these"))));
  dov_ui_test_set_text_size (100);
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
  g_assert_true (dov_ui_test_says (fixture->page, "—"));
  dov_ui_test_picture (fixture->page, "events-uncounted");
  dov_list_page_show_chip (DOV_LIST_PAGE (fixture->page), "planned");
  dov_ui_test_settle ();
  g_assert_false (dov_ui_test_says (fixture->page, "—"));
}

/* What is shown, and nothing else, stands in the workbook, the computed columns too. */
static void
test_excel (Fixture       *fixture,
            gconstpointer  data)
{
  DovSaving *saving;
  g_autoptr (Reading) all = NULL;
  g_autoptr (Reading) some = NULL;
  char **sheets;

  dov_config_set_text ("folder", fixture->club->folder, NULL);
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_FAMILY));
  saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  g_assert_true (gtk_widget_activate_action (fixture->page, "list.excel", NULL));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "families-saved");
  all = reading_new (dov_saving_get_path (saving));
  sheets = reading_list_sheets (all);
  g_assert_nonnull (reading_find (all, sheets[0], "s Ёлкины"));
  g_assert_nonnull (reading_find (all, sheets[0], "s Яранцевы"));
  g_assert_true (reading_find (all, sheets[0], "s Family") != NULL || reading_find (all, sheets[0], "s Семья") != NULL);
  g_assert_nonnull (reading_find (all, sheets[0], "n 5"));   /* children, computed */

  dov_list_page_show_chip (DOV_LIST_PAGE (fixture->page), "=identified");
  dov_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  g_assert_true (gtk_widget_activate_action (fixture->page, "list.excel", NULL));
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_TAKEN);
  dov_ui_test_click (dov_ui_test_get_focus (fixture->page));   /* the free name */
  WAIT_FOR (dov_saving_get_state (saving) == DOV_SAVING_DONE);
  some = reading_new (dov_saving_get_path (saving));
  g_assert_nonnull (reading_find (some, sheets[0], "s Кощеевы"));
  g_assert_null (reading_find (some, sheets[0], "s Ёлкины"));
}

/* Saving a hundred thousand rows is stopped at once, and nothing half done is left. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) folder = NULL;
  DovSaving *saving;
  const char *name;

  dov_ui_fixture_add_many (fixture->club, 100000);
  dov_config_set_text ("folder", fixture->club->folder, NULL);
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_PERSON));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), >, 100000);
  saving = DOV_SAVING (dov_ui_test_find (fixture->page, DOV_TYPE_SAVING, NULL));
  g_assert_true (gtk_widget_activate_action (fixture->page, "list.excel", NULL));
  g_assert_cmpint (dov_saving_get_state (saving), ==, DOV_SAVING_BUSY);
  dov_ui_test_picture (fixture->page, "people-saving");
  dov_saving_stop (saving);
  WAIT_FOR (dov_saving_get_state (saving) != DOV_SAVING_BUSY);
  g_assert_cmpint (dov_saving_get_state (saving), ==, DOV_SAVING_STOPPED);

  folder = g_dir_open (fixture->club->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_assert_null (strstr (name, ".xlsx"));
      g_assert_null (strstr (name, ".part"));
    }
}

/* Many go into the bin together, and one undo brings all back. */
static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  DovTableView *table;

  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_EVENT));
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 3);   /* this month comes first */
  dov_list_page_show_chip (DOV_LIST_PAGE (fixture->page), "all");
  dov_ui_test_settle ();
  table = DOV_TABLE_VIEW (dov_ui_test_find (fixture->page, DOV_TYPE_TABLE_VIEW, NULL));
  dov_table_view_select (table, 1, TRUE);
  dov_table_view_select (table, 3, FALSE);
  dov_ui_test_settle ();
  dov_ui_test_picture (fixture->page, "events-picked");
  g_assert_true (gtk_widget_activate_action (fixture->page, "list.remove", NULL));
  dov_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 2);
  dov_store_undo (fixture->club->store, dov_store_get_last_operation (fixture->club->store), &error);
  g_assert_no_error (error);
  dov_ui_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 4);
}

/* A club that has just begun sees what to do first. */
static void
test_first_run (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (dov_database_execute (dov_store_get_database (fixture->club->store),
                                       "UPDATE event SET removed = '2027-03-01T10:00'", &error));
  g_assert_no_error (error);
  show (fixture, dov_list_page_new (fixture->club->store, DOV_TYPE_EVENT));
  dov_ui_test_picture (fixture->page, "events-first-run");
  g_assert_nonnull (dov_ui_test_find (fixture->page, ADW_TYPE_STATUS_PAGE, NULL));
}

/* What stands above the list, or NULL. */
static const char *
get_heading (Fixture *fixture)
{
  GObject *heading = gtk_widget_get_template_child (fixture->page, DOV_TYPE_LIST_PAGE, "heading");

  return gtk_widget_get_mapped (GTK_WIDGET (heading)) ? gtk_label_get_label (GTK_LABEL (heading)) : NULL;
}

/* A section is named by the sidebar; any other list says above itself what it is. */
static void
test_titles (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  show (fixture, dov_rooms_open_section (fixture->club->store, "families"));
  g_assert_null (get_heading (fixture));
  dov_ui_test_close (fixture->window);

  show (fixture, dov_rooms_open_list (fixture->club->store, DOV_TYPE_FAMILY));
  g_assert_null (get_heading (fixture));
  dov_ui_test_close (fixture->window);

  show (fixture, dov_rooms_open_list (fixture->club->store, DOV_TYPE_TASK));
  g_assert_cmpstr (get_heading (fixture), ==, dov_page_get_title (DOV_PAGE (fixture->page)));
  dov_ui_test_close (fixture->window);

  show (fixture, dov_rooms_open_ids (fixture->club->store, DOV_TYPE_PERSON, "Дети без кружка", ids));
  g_assert_cmpstr (get_heading (fixture), ==, "Дети без кружка");
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/list-page/families", Fixture, NULL, set_up, test_families, tear_down);
  g_test_add ("/list-page/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/list-page/excel", Fixture, NULL, set_up, test_excel, tear_down);
  g_test_add ("/list-page/stop", Fixture, NULL, set_up, test_stop, tear_down);
  g_test_add ("/list-page/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/list-page/first-run", Fixture, NULL, set_up, test_first_run, tear_down);
  g_test_add ("/list-page/titles", Fixture, NULL, set_up, test_titles, tear_down);
  g_test_add ("/list-page/events", Fixture, NULL, set_up, test_events, tear_down);

  return g_test_run ();
}
