/* test-rules-giving.c - goods by number of rule, from a promise to the closed drive: S4 to S8, S10 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-commission-member.h"
#include "dov-distribution-line.h"
#include "dov-donor.h"
#include "dov-family.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-person.h"
#include "dov-stock-move.h"
#include "verdict.h"

#include <string.h>

static char *
write_id (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

static gint64
count_sql (Goods      *goods,
           const char *sql)
{
  return dov_database_count (dov_store_get_database (goods->club.store), sql, NULL);
}

static gint64
issue_to_child (Goods      *goods,
                gint64      drive,
                gint64      item,
                const char *date,
                const char *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (lines, line);
  dov_record_set_number (line, "item_id", item);
  dov_record_set_number (line, "qty", 1000);
  dov_record_set_number (line, "child_id", goods->child);
  club_fill (paper, "date", date, NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", drive);
  dov_record_set_number (paper, "family_id", goods->family);
  dov_record_set_number (paper, "person_id", goods->mother);
  dov_record_set_number (paper, "issued_by_id", goods->club.manager);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, expected);
  if (g_strcmp0 (expected, "S4?") == 0)
    g_assert_nonnull (strstr (error->message, "“Рюкзак” 02.03.2027"));

  return dov_record_get_id (paper);
}

/* Two things again in one handout: a reason for what was read of the one is none for the other. */
static void
two_again (Goods  *goods,
           gint64  red)
{
  for (guint n_read = 1; n_read <= 2; n_read++)
    {
      g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GError) error = NULL;
      const gint64 items[] = { goods->copybook, red };

      club_fill (paper, "date", "2027-03-04", NULL);
      dov_record_set_number (paper, "lounge_id", goods->club.lounge);
      dov_record_set_number (paper, "drive_id", goods->drive);
      dov_record_set_number (paper, "family_id", goods->family);
      dov_record_set_number (paper, "person_id", goods->mother);
      dov_record_set_number (paper, "issued_by_id", goods->club.manager);
      g_assert_true (dov_store_begin (goods->club.store, NULL, NULL));
      for (guint i = 0; i < G_N_ELEMENTS (items); i++)
        {
          DovRecord *line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
          g_autofree char *words = dov_stock_find_repeated (goods->club.store, DOV_DISTRIBUTION (paper), items[i], goods->child);

          g_assert_nonnull (words);
          if (i < n_read)
            dov_store_accept_said (goods->club.store, "S4", words, i == 0 ? "тетради кончились" : "рюкзак порвался");
          dov_record_set_number (line, "item_id", items[i]);
          dov_record_set_number (line, "qty", 1000);
          dov_record_set_number (line, "child_id", goods->child);
          g_ptr_array_add (lines, line);
        }
      if (goods_post (goods->club.store, paper, lines, NULL, &error))
        g_assert_cmpint (dov_store_commit (goods->club.store, NULL, &error), ==, n_read == 2);
      else
        dov_store_abandon (goods->club.store);
      if (n_read == 1)
        g_assert_nonnull (strstr (error->message, "Рюкзак"));
      else
        g_assert_no_error (error);
    }
  g_assert_true (dov_store_undo (goods->club.store, dov_store_get_last_operation (goods->club.store), NULL));
}

static void
test_s4 (void)
{
  Goods goods;
  gint64 first, red;
  g_autoptr (GPtrArray) received = NULL;

  goods_open (&goods);
  red = club_add (&goods.club, DOV_TYPE_ITEM, "name", "Рюкзак красный", "category_id", "304", "unit", "pcs", NULL);
  goods_receive (&goods, goods.bag, 9000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.copybook, 9000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, red, 9000, "2027-03-01", NULL, NULL);
  first = issue_to_child (&goods, goods.drive, goods.bag, "2027-03-02", NULL);
  issue_to_child (&goods, goods.drive, goods.bag, "2027-03-03", "S4?");
  issue_to_child (&goods, goods.drive, red, "2027-03-03", "S4?");
  issue_to_child (&goods, goods.drive, goods.copybook, "2027-03-03", NULL);
  received = dov_stock_list_received (goods.club.store, goods.family, goods.drive, NULL, NULL);
  g_assert_cmpuint (received->len, ==, 2);
  two_again (&goods, red);
  dov_store_accept (goods.club.store, "S4", "первый порвался");
  issue_to_child (&goods, goods.drive, red, "2027-03-03", NULL);
  /* What was brought back does not count. */
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, first, "ошибка", NULL);
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM audit WHERE what = 'accepted' AND was = 'S4'"), ==, 3);
  goods_close (&goods);
}

static gint64
add_need (Goods      *goods,
          gint64      family,
          gint64      item,
          const char *qty)
{
  g_autofree char *family_id = write_id (family);
  g_autofree char *item_id = write_id (item);
  g_autofree char *lounge = write_id (goods->club.lounge);
  g_autofree char *drive = write_id (goods->drive);

  return club_add (&goods->club, DOV_TYPE_NEED, "family_id", family_id, "date", "2027-03-01", "lounge_id", lounge,
                   "drive_id", drive, "item_id", item_id, "qty", qty, NULL);
}

static void
test_s5 (void)
{
  Goods goods;
  gint64 mine, theirs, third, handout;
  GDate until = goods_day ("2027-03-20"), past = goods_day ("2027-03-04");
  g_autoptr (GError) error = NULL;
  g_autofree char *status = NULL;
  g_autofree char *again = NULL;
  DovStockFigure figure;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  mine = add_need (&goods, goods.family, goods.bag, "2");
  theirs = add_need (&goods, goods.other_family, goods.bag, "2");
  third = add_need (&goods, goods.other_family, goods.bag, "2");
  goods_judge (&goods, dov_stock_reserve (goods.club.store, mine, &until, &error), error, NULL);
  goods_judge (&goods, dov_stock_reserve (goods.club.store, theirs, &until, &error), error, NULL);
  goods_judge (&goods, dov_stock_reserve (goods.club.store, third, &until, &error), error, "S5");
  g_clear_error (&error);
  dov_stock_get_figure (goods.club.store, goods.bag, goods.club.lounge, goods.drive, &figure);
  g_assert_cmpint (figure.balance, ==, 5000);
  g_assert_cmpint (figure.reserved, ==, 4000);
  g_assert_cmpint (figure.free, ==, 1000);

  /* Two are kept back for somebody else. */
  goods_issue (&goods, goods.bag, 4000, "2027-03-05", "S5");
  goods_transfer (&goods, goods.bag, 2000, "2027-03-05", goods.far, goods.drive, "S5");
  handout = goods_issue (&goods, goods.bag, 3000, "2027-03-05", NULL);
  status = club_read (&goods.club, DOV_TYPE_NEED, mine, "status");
  g_assert_cmpstr (status, ==, "met");
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, handout, "не пришли", NULL);
  again = club_read (&goods.club, DOV_TYPE_NEED, mine, "status");
  g_assert_cmpstr (again, ==, "open");

  /* It ends by itself, or is ended. */
  club_change (&goods.club, DOV_TYPE_NEED, theirs, "status", "open");
  goods_judge (&goods, dov_stock_reserve (goods.club.store, third, &past, &error), error, NULL);
  dov_stock_get_figure (goods.club.store, goods.bag, goods.club.lounge, goods.drive, &figure);
  g_assert_cmpint (figure.reserved, ==, 0);
  goods_issue (&goods, goods.bag, 5000, "2027-03-05", NULL);
  goods_check_sums (&goods);
  goods_close (&goods);
}

static void
test_s6_write_off (void)
{
  Goods goods;
  gint64 paper;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  for (guint members = 0; members < 3; members++)
    goods_write_off (&goods, goods.bag, 1000, "2027-03-02", members, "S6");
  paper = goods_write_off (&goods, goods.bag, 1000, "2027-03-02", 3, NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 4000);
  goods_write_off (&goods, goods.bag, 4001, "2027-03-02", 3, "S1");
  /* The commission stays with the paper. */
  verdict_remove (&goods.club, DOV_TYPE_COMMISSION_MEMBER, count_sql (&goods, "SELECT min (id) FROM commission_member"), "N8");
  goods_cancel (&goods, DOV_TYPE_WRITE_OFF, paper, "нашлось", NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 5000);
  goods_close (&goods);
}

static void
set_actual (Goods      *goods,
            gint64      item,
            const char *qty)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM inventory_line WHERE item_id = %" G_GINT64_FORMAT, item);

  club_change (&goods->club, DOV_TYPE_INVENTORY_LINE, count_sql (goods, sql), "actual_qty", qty);
}

static void
test_s6_count (void)
{
  Goods goods;
  g_autoptr (DovInventoryCount) count = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.copybook, 40000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.apples, 7500, "2027-03-01", "2027-03-09", NULL);
  count = DOV_INVENTORY_COUNT (dov_record_new (DOV_TYPE_INVENTORY_COUNT, 0));
  club_fill (DOV_RECORD (count), "date", "2027-03-04", NULL);
  dov_set (count, lounge_id, goods.club.lounge);
  g_assert_true (goods_begin_count (goods.club.store, count, &error));
  id = dov_record_get_id (DOV_RECORD (count));
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM inventory_line"), ==, 3);
  goods_judge (&goods, goods_post_count (goods.club.store, id, &error), error, "S6");
  g_clear_error (&error);
  set_actual (&goods, goods.bag, "4");
  set_actual (&goods, goods.copybook, "41");
  set_actual (&goods, goods.apples, "7.5");
  /* Somebody came while they counted. */
  goods_issue (&goods, goods.bag, 1000, "2027-03-04", NULL);
  goods_judge (&goods, goods_post_count (goods.club.store, id, &error), error, "S6?");
  g_clear_error (&error);
  g_assert_true (goods_refresh_count (goods.club.store, id, &error));
  set_actual (&goods, goods.bag, "3");
  goods_judge (&goods, goods_post_count (goods.club.store, id, &error), error, NULL);
  g_assert_true (goods_post_count (goods.club.store, id, &error));
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 3000);
  g_assert_cmpint (goods_balance (&goods, goods.copybook), ==, 41000);
  g_assert_cmpint (count_sql (&goods, "SELECT sum (qty) FROM stock_move WHERE kind = 'adjust_minus'"), ==, -1000);
  g_assert_cmpint (count_sql (&goods, "SELECT sum (qty) FROM stock_move WHERE kind = 'adjust_plus'"), ==, 1000);
  goods_check_sums (&goods);
  /* The line stays. */
  verdict_change (&goods.club, DOV_TYPE_INVENTORY_LINE, count_sql (&goods, "SELECT max (id) FROM inventory_line"),
                  "actual_qty", "9", "N8");
  goods_close (&goods);
}

static void
test_s7 (void)
{
  Goods goods;
  gint64 handout;
  GDate end = goods_day ("2027-03-05");
  g_autoptr (GPtrArray) obstacles = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *status = NULL;
  DovStockFigure general;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.apples, 2500, "2027-03-01", "2027-03-30", NULL);
  handout = goods_issue (&goods, goods.bag, 2000, "2027-03-02", NULL);
  goods_transfer (&goods, goods.bag, 1000, "2027-03-02", goods.far, goods.drive, NULL);
  obstacles = dov_stock_list_obstacles (goods.club.store, goods.drive, &error);
  g_assert_no_error (error);
  /* One handout without a signature, bags in two lounges, apples. */
  g_assert_cmpuint (obstacles->len, ==, 4);
  goods_judge (&goods, dov_stock_close_drive (goods.club.store, goods.drive, &end, &error), error, "S7");
  g_clear_error (&error);
  club_change (&goods.club, DOV_TYPE_DISTRIBUTION, handout, "is_signed", "1");
  goods_judge (&goods, dov_stock_close_drive (goods.club.store, goods.drive, &end, &error), error, "S7");
  g_clear_error (&error);
  g_assert_true (dov_stock_move_leftover (goods.club.store, goods.drive, DOV_STOCK_ALL, DOV_STOCK_ALL, &end,
                                          goods.club.manager, &error));
  g_assert_no_error (error);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 0);
  dov_stock_get_figure (goods.club.store, goods.bag, goods.far, 0, &general);
  g_assert_cmpint (general.balance, ==, 1000);
  none = dov_stock_list_obstacles (goods.club.store, goods.drive, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  goods_judge (&goods, dov_stock_close_drive (goods.club.store, goods.drive, &end, &error), error, NULL);
  status = club_read (&goods.club, DOV_TYPE_DRIVE, goods.drive, "status");
  g_assert_cmpstr (status, ==, "closed");

  /* Nothing more comes to it, and nothing is taken back in it. */
  goods_receive (&goods, goods.bag, 5000, "2027-03-05", NULL, "S7");
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, handout, "ошибка", "S7");
  goods_check_sums (&goods);
  goods_close (&goods);
}

static void
test_s8 (void)
{
  Goods goods;
  g_autofree char *person = NULL;
  g_autofree char *farm = NULL;
  g_autofree char *name = NULL;

  goods_open (&goods);
  person = write_id (goods.stranger);
  farm = write_id (goods.club.organisation);
  {
    g_autoptr (DovRecord) nobody = club_new (&goods.club, DOV_TYPE_DONOR, "wants_public_thanks", "0", NULL);
    g_autoptr (DovRecord) shy = club_new (&goods.club, DOV_TYPE_DONOR, "anonymous", "1", "wants_public_thanks", "1", NULL);
    g_autoptr (DovRecord) two = club_new (&goods.club, DOV_TYPE_DONOR, "anonymous", "1", "person_id", person, NULL);
    g_autoptr (DovRecord) unasked = club_new (&goods.club, DOV_TYPE_DONOR, "person_id", person,
                                              "wants_public_thanks", "1", NULL);
    g_autoptr (DovRecord) asked = club_new (&goods.club, DOV_TYPE_DONOR, "person_id", person, "wants_public_thanks", "1",
                                            "consent", "№ 3 от 01.03.2027", NULL);
    g_autoptr (DovRecord) firm = club_new (&goods.club, DOV_TYPE_DONOR, "organisation_id", farm,
                                           "wants_public_thanks", "1", NULL);

    verdict_save (&goods.club, nobody, "-");
    verdict_save (&goods.club, shy, "S8");
    verdict_save (&goods.club, two, "-");
    verdict_save (&goods.club, unasked, "S8");
    verdict_save (&goods.club, asked, NULL);
    verdict_save (&goods.club, firm, NULL);
    name = club_read (&goods.club, DOV_TYPE_DONOR, dov_record_get_id (asked), "name");
    g_assert_cmpstr (name, ==, "Касимова Роза");
  }
  goods_close (&goods);
}

static void
test_s10 (void)
{
  static const struct { const char *name; const char *expected; } cases[] = {
    { "Деньги", "S10" },
    { "Денежная помощь", "S10" },
    { "Наличные", "S10" },
    { "Игра «Денежкин»", "S10" },
    { "Пальто", NULL },
    { "Свиток", NULL },
  };
  Goods goods;

  goods_open (&goods);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) item = club_new (&goods.club, DOV_TYPE_ITEM, "name", cases[i].name, "category_id", "313", NULL);

      if (i == 3)
        continue;
      verdict_save (&goods.club, item, cases[i].expected);
    }
  goods_close (&goods);
}

/* S3, F4: who stands as the child is one, and of the family; who was taken off gets nothing by mistake. */
static void
test_doubtful (void)
{
  Goods goods;
  gint64 child;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 9000, "2027-03-01", NULL, NULL);
  child = goods.child;
  goods.child = goods.mother;
  issue_to_child (&goods, goods.drive, goods.bag, "2027-03-02", "S3?");
  goods.child = club_add (&goods.club, DOV_TYPE_PERSON, "last_name", "Чужой", "first_name", "Глеб", "birth_date", "2016-05-04",
                          NULL);
  issue_to_child (&goods, goods.drive, goods.bag, "2027-03-02", "S3?");
  goods.child = child;
  club_change (&goods.club, DOV_TYPE_FAMILY, goods.family, "closed_on", "2027-03-01");
  issue_to_child (&goods, goods.drive, goods.bag, "2027-03-02", "F4?");
  issue_to_child (&goods, goods.drive, goods.bag, "2027-03-01", NULL);
  dov_store_accept (goods.club.store, "F4", "донесли обещанное");
  dov_store_accept (goods.club.store, "S4", "второй ребёнок");
  issue_to_child (&goods, goods.drive, goods.bag, "2027-03-02", NULL);
  goods_close (&goods);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/S4/twice", test_s4);
  g_test_add_func ("/rules/S5/reserved", test_s5);
  g_test_add_func ("/rules/S6/write-off", test_s6_write_off);
  g_test_add_func ("/rules/S6/count", test_s6_count);
  g_test_add_func ("/rules/S7/closing", test_s7);
  g_test_add_func ("/rules/S8/thanks", test_s8);
  g_test_add_func ("/rules/S10/money", test_s10);
  g_test_add_func ("/rules/F4/handout", test_doubtful);

  return g_test_run ();
}
