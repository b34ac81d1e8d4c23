/* test-record-list.c - a list that is lazy, follows what is saved, and says little */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family.h"
#include "dov-person.h"
#include "dov-record-list.h"

static Club club;

/* A view in miniature: holds the ids it was told of, and how it was told. */
typedef struct
{
  DovRecordList *list;
  GArray        *ids;
  guint          n_told;
  guint          widest;
} View;

static void
items_changed_cb (View *view,
                  guint position,
                  guint removed,
                  guint added)
{
  g_array_remove_range (view->ids, position, removed);
  for (guint i = 0; i < added; i++)
    {
      gint64 id = dov_record_list_get_id (view->list, position + i);

      g_array_insert_val (view->ids, position + i, id);
    }
  view->n_told++;
  view->widest = MAX (view->widest, MAX (removed, added));
}

static void
assert_in_step (View *view)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (view->list));

  g_assert_cmpuint (view->ids->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (view->ids, gint64, i), ==, dov_record_list_get_id (view->list, i));
}

/* What the list shows must be what the store would list now. */
static void
assert_right (View           *view,
              const DovQuery *query)
{
  g_autoptr (GArray) ids = dov_store_list (club.store, dov_record_list_get_record_type (view->list), query,
                                           NULL);

  assert_in_step (view);
  g_assert_cmpuint (ids->len, ==, view->ids->len);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, g_array_index (view->ids, gint64, i));
}

static void
show (View           *view,
      GType           type,
      const DovQuery *query)
{
  g_autoptr (GError) error = NULL;

  view->list = dov_record_list_new (club.store, type);
  view->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_signal_connect_swapped (view->list, "items-changed", G_CALLBACK (items_changed_cb), view);
  dov_record_list_set_query (view->list, query, &error);
  g_assert_no_error (error);
  view->n_told = view->widest = 0;
}

static void
hide (View *view)
{
  g_assert_finalize_object (g_steal_pointer (&view->list));
  g_clear_pointer (&view->ids, g_array_unref);
  club_close (&club);
}

static void
add_people (guint n)
{
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %u)"
    " INSERT INTO person (id, last_name, first_name, no_patronymic, birth_date, key)"
    " SELECT 1000 + i, printf ('Ш%%06d', i), 'Олег', 1, '1980-01-02', printf ('ш%%06d олег', i) FROM n", n);

  g_assert_true (dov_database_execute (dov_store_get_database (club.store), sql, NULL));
}

static void
test_lazy (void)
{
  View view = { NULL };
  gint64 start;

  club_open (&club);
  add_people (50000);
  start = g_get_monotonic_time ();
  show (&view, DOV_TYPE_PERSON, NULL);
  g_test_message ("50,001 rows listed in %.1f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (view.list)), ==, 50001);
  g_assert_cmpuint (dov_record_list_count_read (view.list), ==, 0);
  for (guint i = 20000; i < 20050; i++)
    {
      g_autoptr (DovPerson) person = g_list_model_get_item (G_LIST_MODEL (view.list), i);

      g_assert_true (DOV_IS_PERSON (person));
      g_assert_cmpint (dov_record_get_id (DOV_RECORD (person)), ==, dov_record_list_get_id (view.list, i));
    }
  g_assert_cmpuint (dov_record_list_count_read (view.list), ==, 50);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (view.list), 50001));
  g_assert_cmpint (dov_record_list_get_id (view.list, 50001), ==, 0);
  hide (&view);
}

/* A row is the living object, and stays it while one looks at its neighbours. */
static void
test_rows_are_living (void)
{
  View view = { NULL };
  g_autoptr (DovFamily) row = NULL;
  DovFamily *again;
  gint64 id;

  club_open (&club);
  id = club_add_family (&club, "Зыковы");
  show (&view, DOV_TYPE_FAMILY, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (view.list), 0);
  again = g_list_model_get_item (G_LIST_MODEL (view.list), 0);
  g_assert_true (row == again);
  g_object_unref (again);

  /* What changes in place is no change of the list: the row says it itself. */
  club_change (&club, DOV_TYPE_FAMILY, id, "rooms", "7");
  g_assert_cmpint (row->rooms, ==, 7);
  g_assert_cmpuint (view.n_told, ==, 0);
  g_clear_object (&row);
  hide (&view);
}

static void
test_added (void)
{
  View view = { NULL };

  club_open (&club);
  club_add_family (&club, "Абрамовы");
  club_add_family (&club, "Щукины");
  show (&view, DOV_TYPE_FAMILY, NULL);
  club_add_family (&club, "Зыковы");
  g_assert_cmpuint (view.n_told, ==, 1);
  g_assert_cmpuint (view.widest, ==, 1);
  assert_right (&view, NULL);

  /* Other records are no business of this list. */
  club_add_person (&club, "Зыков", "Олег");
  g_assert_cmpuint (view.n_told, ==, 1);
  hide (&view);
}

static void
test_moved (void)
{
  View view = { NULL };
  gint64 first, last;

  club_open (&club);
  first = club_add_family (&club, "Абрамовы");
  club_add_family (&club, "Бушуевы");
  club_add_family (&club, "Вахрушевы");
  club_add_family (&club, "Гагарины");
  last = club_add_family (&club, "Дудины");
  show (&view, DOV_TYPE_FAMILY, NULL);

  club_change (&club, DOV_TYPE_FAMILY, first, "family_name", "Гущины");
  assert_right (&view, NULL);
  g_assert_cmpuint (view.n_told, ==, 2);
  g_assert_cmpuint (view.widest, ==, 1);
  view.n_told = 0;
  club_change (&club, DOV_TYPE_FAMILY, last, "family_name", "Алыповы");
  assert_right (&view, NULL);
  g_assert_cmpuint (view.n_told, ==, 2);
  g_assert_cmpuint (view.widest, ==, 1);

  /* A new name that leaves it where it is. */
  view.n_told = 0;
  club_change (&club, DOV_TYPE_FAMILY, last, "family_name", "Аксёновы");
  assert_right (&view, NULL);
  g_assert_cmpuint (view.n_told, ==, 0);
  hide (&view);
}

static void
test_gone (void)
{
  View view = { NULL };
  g_autoptr (DovRecord) record = NULL;
  DovQuery query = { .where = "rooms IS NULL OR rooms < 5" };
  gint64 id;

  club_open (&club);
  club_add_family (&club, "Абрамовы");
  id = club_add_family (&club, "Бушуевы");
  club_add_family (&club, "Вахрушевы");
  show (&view, DOV_TYPE_FAMILY, &query);

  club_change (&club, DOV_TYPE_FAMILY, id, "rooms", "9");
  assert_right (&view, &query);
  g_assert_cmpuint (view.ids->len, ==, 2);
  g_assert_cmpuint (view.n_told, ==, 1);
  club_change (&club, DOV_TYPE_FAMILY, id, "rooms", "4");
  assert_right (&view, &query);
  g_assert_cmpuint (view.ids->len, ==, 3);

  record = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);
  g_assert_true (dov_store_remove (club.store, record, NULL));
  assert_right (&view, &query);
  g_assert_cmpuint (view.ids->len, ==, 2);
  g_assert_true (dov_store_undo (club.store, dov_store_get_last_operation (club.store), NULL));
  assert_right (&view, &query);
  g_assert_cmpuint (view.n_told, ==, 4);
  g_assert_cmpuint (view.widest, ==, 1);
  hide (&view);
}

/* Two rows change places with their neighbours at once. */
static void
test_swapped (void)
{
  View view = { NULL };
  gint64 first, second;

  club_open (&club);
  first = club_add_family (&club, "Абрамовы");
  second = club_add_family (&club, "Бушуевы");
  club_add_family (&club, "Вахрушевы");
  show (&view, DOV_TYPE_FAMILY, NULL);
  dov_store_begin (club.store, NULL, NULL);
  club_change (&club, DOV_TYPE_FAMILY, first, "family_name", "Бушуевы");
  club_change (&club, DOV_TYPE_FAMILY, second, "family_name", "Абрамовы");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));
  assert_right (&view, NULL);
  g_assert_cmpint (dov_record_list_get_id (view.list, 0), ==, second);
  hide (&view);
}

/* Nobody is told of what is taken back. */
static void
test_abandoned (void)
{
  View view = { NULL };

  club_open (&club);
  club_add_family (&club, "Абрамовы");
  show (&view, DOV_TYPE_FAMILY, NULL);
  dov_store_begin (club.store, NULL, NULL);
  club_add_family (&club, "Бушуевы");
  dov_store_abandon (club.store);
  g_assert_cmpuint (view.n_told, ==, 0);
  assert_right (&view, NULL);
  hide (&view);
}

static void
test_many_at_once (void)
{
  View view = { NULL };

  club_open (&club);
  add_people (2000);
  show (&view, DOV_TYPE_PERSON, NULL);
  dov_store_begin (club.store, NULL, NULL);
  for (guint i = 0; i < 1000; i++)
    club_add_person (&club, i % 2 ? "Абрамов" : "Яшин", "Олег");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));
  assert_right (&view, NULL);
  g_assert_cmpuint (view.n_told, <=, 2);

  /* Forty in forty places. */
  view.n_told = view.widest = 0;
  dov_store_begin (club.store, NULL, NULL);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ш%06uа", i * 50 + 7);
      g_autoptr (DovRecord) person = club_new (&club, DOV_TYPE_PERSON, "first_name", "Олег", "no_patronymic",
                                               "1",
                                               "birth_date", "1980-01-02", NULL);

      dov_record_set_string (person, "last_name", name);
      dov_store_save (club.store, person, NULL);
    }
  dov_store_commit (club.store, NULL, NULL);
  assert_right (&view, NULL);
  g_assert_cmpuint (view.widest, <=, 1);
  hide (&view);
}

/* Whatever is done, in whatever order, the list is right. */
static void
test_random (void)
{
  View view = { NULL };
  DovQuery query = { .words = "ов", .order = "rooms", .descending = TRUE };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  club_open (&club);
  for (guint i = 0; i < 40; i++)
    {
      gint64 id = club_add_family (&club, i % 3 ? "Зыковы" : "Щукины");

      g_array_append_val (ids, id);
    }
  show (&view, DOV_TYPE_FAMILY, &query);
  for (guint step = 0; step < 200; step++)
    {
      guint n = (guint) g_test_rand_int_range (1, 6);

      dov_store_begin (club.store, NULL, NULL);
      for (guint i = 0; i < n; i++)
        {
          gint64 id = g_array_index (ids, gint64, g_test_rand_int_range (0, 40));
          g_autoptr (DovRecord) record = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);
          g_autofree char *rooms = g_strdup_printf ("%d", g_test_rand_int_range (0, 20));

          if (dov_record_is_removed (record))
            dov_store_restore (club.store, record, NULL);
          else if (g_test_rand_int_range (0, 5) == 0)
            dov_store_remove (club.store, record, NULL);
          else if (g_test_rand_bit ())
            club_change (&club, DOV_TYPE_FAMILY, id, "rooms", rooms);
          else
            club_change (&club, DOV_TYPE_FAMILY, id, "family_name", g_test_rand_bit () ? "Зыковы" : "Щукины");
        }
      g_assert_true (dov_store_commit (club.store, NULL, NULL));
      assert_right (&view, &query);
    }
  hide (&view);
}

/* A list that asks other records follows them too. */
static void
test_looks_around (void)
{
  View view = { NULL };
  DovQuery query = { .where = "lounge_id IN (SELECT id FROM lounge WHERE capacity > 50)" };

  club_open (&club);
  club_add_family (&club, "Абрамовы");
  show (&view, DOV_TYPE_FAMILY, &query);
  g_assert_cmpuint (view.ids->len, ==, 0);
  club_change (&club, g_type_from_name ("DovLounge"), club.lounge, "capacity", "80");
  g_assert_cmpuint (view.ids->len, ==, 1);
  assert_right (&view, &query);
  hide (&view);
}

static void
test_query (void)
{
  View view = { NULL };
  g_autoptr (GError) error = NULL;
  DovQuery wrong = { .where = "nonsense >" };
  guint position = 77;
  gint64 id;

  club_open (&club);
  club_add_family (&club, "Абрамовы");
  id = club_add_family (&club, "Бушуевы");
  show (&view, DOV_TYPE_FAMILY, NULL);

  /* The list keeps the values of its query for as long as it asks. */
  {
    DovQuery query = { .where = "family_name = ?1", .params = g_variant_new ("(s)", "Бушуевы"),
                       .words = "буш" };

    g_assert_true (dov_record_list_set_query (view.list, &query, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpuint (view.ids->len, ==, 1);
  club_add_family (&club, "Бушуевы");
  g_assert_cmpuint (view.ids->len, ==, 2);
  g_assert_true (dov_record_list_find_position (view.list, id, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_false (dov_record_list_find_position (view.list, 4711, &position));

  g_assert_false (dov_record_list_set_query (view.list, &wrong, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  g_assert_cmpuint (view.ids->len, ==, 2);
  club_add_family (&club, "Бушуевы");
  g_assert_cmpuint (view.ids->len, ==, 3);
  hide (&view);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list/lazy", test_lazy);
  g_test_add_func ("/list/rows-are-living", test_rows_are_living);
  g_test_add_func ("/list/added", test_added);
  g_test_add_func ("/list/moved", test_moved);
  g_test_add_func ("/list/gone", test_gone);
  g_test_add_func ("/list/swapped", test_swapped);
  g_test_add_func ("/list/abandoned", test_abandoned);
  g_test_add_func ("/list/many-at-once", test_many_at_once);
  g_test_add_func ("/list/random", test_random);
  g_test_add_func ("/list/looks-around", test_looks_around);
  g_test_add_func ("/list/query", test_query);

  return g_test_run ();
}
