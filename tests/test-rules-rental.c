/* test-rules-rental.c - S9, N17: one thing is lent to one family at a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-rental.h"
#include "verdict.h"

static gint64
add_item (Goods      *goods,
          const char *number,
          const char *status)
{
  g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, goods->club.lounge);

  return club_add (&goods->club, DOV_TYPE_RENTAL_ITEM, "inventory_no", number, "name", "Коляска", "category_id", "331",
                   "lounge_id", lounge, "status", status, NULL);
}

static gint64
lend (Goods      *goods,
      gint64      item,
      gint64      person,
      const char *since,
      const char *due,
      const char *returned,
      const char *expected)
{
  g_autoptr (DovRecord) loan = dov_record_new (DOV_TYPE_RENTAL_LOAN, 0);
  g_autoptr (GError) error = NULL;

  club_fill (loan, "issued_on", since, "due_on", due, "returned_on", returned, NULL);
  dov_record_set_number (loan, "lounge_id", goods->club.lounge);
  dov_record_set_number (loan, "item_id", item);
  dov_record_set_number (loan, "family_id", goods->family);
  dov_record_set_number (loan, "person_id", person);
  goods_judge (goods, dov_rental_lend (goods->club.store, DOV_RENTAL_LOAN (loan), &error), error, expected);
  if (expected == NULL)
    {
      g_assert_true (dov_rental_lend (goods->club.store, DOV_RENTAL_LOAN (loan), &error));
      g_assert_cmpstr (DOV_RENTAL_LOAN (loan)->agreement_no, !=, "");
    }
  else
    g_assert_cmpstr (DOV_RENTAL_LOAN (loan)->agreement_no, ==, "");

  return dov_record_get_id (loan);
}

static void
assert_status (Goods      *goods,
               gint64      item,
               const char *expected)
{
  g_autofree char *status = club_read (&goods->club, DOV_TYPE_RENTAL_ITEM, item, "status");

  g_assert_cmpstr (status, ==, expected);
}

/* Against a loan from the 5th to the 15th that was brought back on the 12th. */
static void
test_overlaps (void)
{
  static const struct { const char *since; const char *returned; const char *expected; } cases[] = {
    { "2027-01-01", "2027-01-04", NULL },
    { "2027-01-01", "2027-01-05", NULL },
    { "2027-01-01", "2027-01-06", "S9" },
    { "2027-01-05", "2027-01-12", "S9" },
    { "2027-01-06", "2027-01-07", "S9" },
    { "2027-01-11", "2027-01-20", "S9" },
    { "2027-01-12", "2027-01-20", NULL },
    { "2027-01-13", "", NULL },
    { "2027-01-02", "", "S9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Goods goods;
      gint64 item;

      goods_open (&goods);
      item = add_item (&goods, "П-1", "available");
      lend (&goods, item, goods.mother, "2027-01-05", "2027-01-15", "2027-01-12", NULL);
      lend (&goods, item, goods.mother, cases[i].since, "2027-02-01", cases[i].returned, cases[i].expected);
      goods_close (&goods);
    }
}

static void
test_states (void)
{
  static const struct { const char *status; const char *expected; } cases[] = {
    { "available", NULL }, { "repair", "S9" }, { "lost", "S9" }, { "retired", "S9" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Goods goods;
      gint64 item;

      goods_open (&goods);
      item = add_item (&goods, "П-1", cases[i].status);
      lend (&goods, item, goods.mother, "2027-03-01", "2027-03-10", "", cases[i].expected);
      assert_status (&goods, item, cases[i].expected == NULL ? "on_loan" : cases[i].status);
      goods_close (&goods);
    }
}

static void
test_life (void)
{
  Goods goods;
  gint64 item, other, loan, operation;
  GDate today = goods_day ("2027-03-05"), sooner = goods_day ("2027-03-02"), later = goods_day ("2027-03-20");
  GDate first = goods_day ("2027-02-25"), last = goods_day ("2027-03-31");
  g_autoptr (GArray) overdue = NULL;
  g_autoptr (GArray) free_now = NULL;
  g_autoptr (GError) error = NULL;
  const DovPeriod *span;

  goods_open (&goods);
  item = add_item (&goods, "П-1", "available");
  other = add_item (&goods, "П-2", "available");
  lend (&goods, item, goods.child, "2027-03-01", "2027-03-10", "", "S9");
  lend (&goods, item, goods.stranger, "2027-03-01", "2027-03-10", "", "S9");
  lend (&goods, item, goods.mother, "2027-03-01", "2027-03-01", "", "S9");
  loan = lend (&goods, item, goods.mother, "2027-03-01", "2027-03-03", "", NULL);
  operation = dov_store_get_last_operation (goods.club.store);
  /* N17 */
  lend (&goods, item, goods.mother, "2027-03-04", "2027-03-10", "", "S9");
  lend (&goods, item, goods.mother, "2027-03-01", "2027-03-10", "", "S9");
  verdict_change (&goods.club, DOV_TYPE_RENTAL_ITEM, item, "status", "repair", "S9");
  verdict_change (&goods.club, DOV_TYPE_RENTAL_ITEM, other, "inventory_no", "П-1", "V8");
  g_assert_cmpint (dov_rental_find_open (goods.club.store, item), ==, loan);

  overdue = dov_rental_list_overdue (goods.club.store, -1, &today);
  g_assert_cmpuint (overdue->len, ==, 1);
  free_now = dov_rental_list_free (goods.club.store, item, &first, &last);
  g_assert_cmpuint (free_now->len, ==, 2);
  span = &g_array_index (free_now, DovPeriod, 0);
  g_assert_cmpuint (g_date_get_day (&span->to), ==, 28);
  span = &g_array_index (free_now, DovPeriod, 1);
  g_assert_cmpuint (g_date_get_day (&span->from), ==, 6);

  goods_judge (&goods, dov_rental_extend (goods.club.store, loan, &sooner, &error), error, "S9");
  g_clear_error (&error);
  g_assert_true (dov_rental_extend (goods.club.store, loan, &later, &error));
  g_assert_true (dov_rental_extend (goods.club.store, loan, &later, &error));
  {
    g_autofree char *times = club_read (&goods.club, DOV_TYPE_RENTAL_LOAN, loan, "extensions");

    g_assert_cmpstr (times, ==, "1");
  }
  g_assert_true (dov_rental_take_back (goods.club.store, loan, &today, "колесо скрипит", goods.club.manager,
                                       DOV_RENTAL_STATUS_REPAIR, &error));
  g_assert_no_error (error);
  assert_status (&goods, item, "repair");
  g_assert_true (dov_rental_take_back (goods.club.store, loan, &today, "", 0, DOV_RENTAL_STATUS_AVAILABLE, &error));
  assert_status (&goods, item, "repair");
  goods_judge (&goods, dov_rental_extend (goods.club.store, loan, &last, &error), error, "S9");
  g_clear_error (&error);

  /* Taken back by undo it is out again. */
  verdict_undo (&goods.club, dov_store_get_last_operation (goods.club.store), NULL);
  assert_status (&goods, item, "on_loan");
  verdict_undo (&goods.club, operation + 1, NULL);
  verdict_undo (&goods.club, operation, NULL);
  assert_status (&goods, item, "available");
  goods_close (&goods);
}

/* The file itself holds one open loan of a thing. */
static void
test_schema (void)
{
  Goods goods;
  gint64 item;

  goods_open (&goods);
  item = add_item (&goods, "П-1", "available");
  lend (&goods, item, goods.mother, "2027-03-01", "2027-03-10", "", NULL);
  g_assert_false (dov_database_execute (dov_store_get_database (goods.club.store),
                                        "INSERT INTO rental_loan (id, item_id, issued_on, agreement_no, key)"
                                        " SELECT 9, item_id, '2027-03-05', '99', '' FROM rental_loan", NULL));
  goods_close (&goods);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/S9/overlaps", test_overlaps);
  g_test_add_func ("/rules/S9/states", test_states);
  g_test_add_func ("/rules/S9/life", test_life);
  g_test_add_func ("/rules/N17/schema", test_schema);

  return g_test_run ();
}
