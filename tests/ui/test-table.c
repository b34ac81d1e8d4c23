/* test-table.c - the table: sorts in SQL, stays lazy, opens, chooses, leaves out columns */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-table-view.h"

#include "dov-person.h"
#include "dov-record-list.h"
#include "dov-ui-fixture.h"
#include "dov-ui-test.h"

static const DovTableColumn columns[] = {
  { "last_name", .width = 18, .is_bold = TRUE },
  { "first_name", .width = 14, .expands = TRUE },
  { "birth_year", .leaves = 2 },
  { "phone", .width = 18, .leaves = 1 },
};

typedef struct
{
  DovUiFixture  *club;
  DovRecordList *rows;
  DovTableView  *table;
  GtkWindow     *window;
  guint          opened;
} Fixture;

static void
opened_cb (DovTableView *table,
           guint         position,
           Fixture      *fixture)
{
  fixture->opened = position + 1;
}

static void
order_changed_cb (DovTableView *table,
                  Fixture      *fixture)
{
  DovQuery query = { 0 };
  g_autoptr (GError) error = NULL;

  query.order = dov_table_view_get_order (table, &query.descending);
  dov_record_list_set_query (fixture->rows, &query, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->club = dov_ui_fixture_new ();
  if (data != NULL)
    dov_ui_fixture_add_many (fixture->club, GPOINTER_TO_UINT (data));
  fixture->rows = dov_record_list_new (fixture->club->store, DOV_TYPE_PERSON);
  dov_record_list_set_query (fixture->rows, NULL, &error);
  g_assert_no_error (error);
  fixture->table = DOV_TABLE_VIEW (dov_table_view_new (fixture->club->store, "Люди"));
  dov_table_view_set_columns (fixture->table, DOV_TYPE_PERSON, columns, G_N_ELEMENTS (columns));
  g_signal_connect (fixture->table, "opened", G_CALLBACK (opened_cb), fixture);
  g_signal_connect (fixture->table, "order-changed", G_CALLBACK (order_changed_cb), fixture);
  dov_table_view_set_model (fixture->table, G_LIST_MODEL (fixture->rows));
  fixture->window = dov_ui_test_show (GTK_WIDGET (fixture->table));
  dov_ui_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  dov_ui_test_close (fixture->window);
  g_clear_object (&fixture->rows);
  dov_ui_fixture_free (fixture->club);
}

static DovPerson *
nth (Fixture *fixture,
     guint    position)
{
  g_autoptr (DovPerson) person = g_list_model_get_item (G_LIST_MODEL (fixture->rows), position);

  return person;
}

static void
test_lazy (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->rows)), >, 100000);
  g_assert_cmpuint (dov_record_list_count_read (fixture->rows), <, 2500);

  dov_table_view_show_row (fixture->table, 90000);
  dov_ui_test_settle ();
  g_assert_cmpuint (dov_record_list_count_read (fixture->rows), <, 6000);
}

static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  gboolean descending;

  /* The heading is pressed as a person does, twice: up, then down. */
  GtkWidget *heading = dov_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "Год рождения");

  if (heading == NULL)
    heading = dov_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, "Year of birth");
  g_assert_nonnull (heading);
  dov_table_view_set_order (fixture->table, "birth_year", FALSE);
  g_assert_cmpstr (dov_table_view_get_order (fixture->table, &descending), ==, "birth_year");
  g_assert_false (descending);
  g_assert_cmpint (nth (fixture, 0)->birth_year, ==, 1984);
  dov_table_view_set_order (fixture->table, "birth_year", TRUE);
  dov_table_view_get_order (fixture->table, &descending);
  g_assert_true (descending);
  g_assert_cmpint (nth (fixture, 0)->birth_year, ==, 2020);

  /* ё stands where е stands, not after я. */
  dov_table_view_set_order (fixture->table, "last_name", FALSE);
  g_assert_cmpstr (nth (fixture, 3)->last_name, ==, "Ёлкины");
  g_assert_cmpstr (nth (fixture, 7)->last_name, ==, "Елькины");
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GtkBitset) selected = NULL;
  GtkWidget *focus;

  g_assert_true (dov_table_view_focus_rows (fixture->table));
  focus = dov_ui_test_get_focus (GTK_WIDGET (fixture->table));
  g_assert_nonnull (focus);
  g_assert_true (dov_ui_test_press (focus, GDK_KEY_Return, 0));
  WAIT_FOR (fixture->opened == 1);

  dov_table_view_select (fixture->table, 1, TRUE);
  dov_table_view_select (fixture->table, 3, FALSE);
  selected = dov_table_view_dup_selected (fixture->table);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 2);
  dov_ui_test_picture (GTK_WIDGET (fixture->table), "table");
}

static gboolean
shows (Fixture    *fixture,
       const char *heading)
{
  GtkWidget *label = dov_ui_test_find (GTK_WIDGET (fixture->table), GTK_TYPE_LABEL, heading);

  return label != NULL && gtk_widget_get_mapped (label);
}

static void
test_narrow (Fixture       *fixture,
             gconstpointer  data)
{
  dov_ui_test_resize (fixture->window, 900, 500);
  g_assert_true (shows (fixture, dov_record_class_find_field (g_type_class_peek (DOV_TYPE_PERSON), "last_name")->label) ||
                 shows (fixture, "Фамилия"));
  g_assert_true (shows (fixture, "Телефон") || shows (fixture, "Telephone"));
  dov_ui_test_set_text_size (200);
  WAIT_FOR (!shows (fixture, "Телефон") && !shows (fixture, "Telephone"));
  dov_ui_test_picture (GTK_WIDGET (fixture->table), "table-200");
  dov_ui_test_set_text_size (100);
  WAIT_FOR (shows (fixture, "Телефон") || shows (fixture, "Telephone"));
}

static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (DovPerson) draft = DOV_PERSON (dov_record_dup (DOV_RECORD (nth (fixture, 2))));
  g_autoptr (GError) error = NULL;

  dov_set (draft, first_name, "Агафья");
  dov_store_accept_all (fixture->club->store, NULL);
  dov_store_save (fixture->club->store, DOV_RECORD (draft), &error);
  g_assert_no_error (error);
  WAIT_FOR (dov_ui_test_says (GTK_WIDGET (fixture->table), "Агафья"));
}

int
main (int    argc,
      char **argv)
{
  dov_ui_test_init (&argc, &argv);

  g_test_add ("/table/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/table/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/table/narrow", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/table/follows", Fixture, NULL, set_up, test_follows, tear_down);
  g_test_add ("/table/lazy", Fixture, GUINT_TO_POINTER (100000), set_up, test_lazy, tear_down);

  return g_test_run ();
}
