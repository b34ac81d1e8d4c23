/* test-rules-sheet.c - what pages show of the stock, and a sheet of many families, without a display */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-goods-begin.h"
#include "dov-goods-words.h"
#include "dov-handout-sheet.h"
#include "dov-inventory-line.h"
#include "dov-rental.h"
#include "dov-shelf.h"

static Goods goods;

static void
assert_rows (const char *typed,
             const char *expected)
{
  g_autofree char *wrong = NULL;
  g_autoptr (GArray) rows = dov_handout_sheet_read_rows (typed, &wrong);
  g_autoptr (GString) read = g_string_new (NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_string_append_printf (read, "%s%d", i > 0 ? " " : "", (int) g_array_index (rows, gint64, i));
  g_assert_cmpstr (rows != NULL ? read->str : wrong, ==, expected);
  g_assert_true ((rows == NULL) == (wrong != NULL));
}

static void
test_rows (void)
{
  assert_rows ("1-3, 8 12;15", "1 2 3 8 12 15");
  assert_rows ("2–4", "2 3 4");
  assert_rows ("", "");
  assert_rows ("1, три", "три");
  assert_rows ("4-2", "4-2");
  assert_rows ("0", "0");
  assert_rows ("3-", "3-");
  assert_rows ("10000", "10000");
  assert_rows ("5а", "5а");
  assert_rows ("+6", "+6");
  assert_rows ("7--9", "7--9");
  assert_rows ("2-+4", "2-+4");
  assert_rows ("99999999999999999999", "99999999999999999999");
  assert_rows ("1-99999999999999999999", "1-99999999999999999999");
}

static gboolean
add (DovHandoutSheet *sheet,
     gint64           family,
     gint64           recipient,
     gint64           qty,
     const char      *expected)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  gboolean is_added;

  if (qty > 0)
    g_ptr_array_add (lines, dov_handout_sheet_line_new (goods.bag, qty, 0));
  is_added = dov_handout_sheet_add (sheet, family, recipient, lines, TRUE, &error);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, expected);

  return is_added;
}

/* On the list once, with what it gets and what it asked for; handed out once; the next sheet has the next number. */
static void
test_sheet (void)
{
  DovHandoutSheet *sheet;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) totals = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit ("артем", " ", -1);
  g_auto (GStrv) others = g_strsplit ("вахруш", " ", -1);
  g_autofree char *lounge = NULL;
  gint64 handout;

  goods_open (&goods);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, goods.club.lounge);
  club_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "lounge_id", lounge);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  sheet = dov_handout_sheet_open (goods.club.store, goods.drive);
  g_assert_cmpstr (sheet->no, ==, "1");
  g_assert_false (add (sheet, goods.family, 0, 2000, "no grown-up is written down in the family; add who will come"));
  g_assert_false (add (sheet, goods.family, goods.mother, 0, "asked for nothing that is known; say below what each gets"));
  g_assert_true (add (sheet, goods.family, goods.mother, 2000, NULL));
  g_assert_false (add (sheet, goods.family, goods.mother, 2000, "is on the list already"));
  g_assert_true (add (sheet, goods.other_family, goods.other_mother, 4000, NULL));

  /* More is wanted than there is. */
  totals = dov_handout_sheet_list_totals (sheet);
  g_assert_cmpuint (totals->len, ==, 1);
  g_assert_cmpint (g_array_index (totals, DovHandoutTotal, 0).wanted, ==, 6000);
  g_assert_cmpint (g_array_index (totals, DovHandoutTotal, 0).have, ==, 5000);

  g_assert_true (dov_handout_sheet_is_called (sheet, goods.family, words));
  g_assert_false (dov_handout_sheet_is_called (sheet, goods.family, others));
  ids = dov_handout_sheet_list (sheet);
  g_assert_cmpuint (ids->len, ==, 2);
  handout = dov_handout_sheet_find_row (sheet, 1);
  g_assert_cmpint (handout, ==, g_array_index (ids, gint64, 0));
  g_assert_cmpint (dov_handout_sheet_find_row (sheet, 3), ==, 0);
  g_assert_true (dov_handout_sheet_issue (sheet, handout, &error));
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 3000);
  g_assert_false (dov_handout_sheet_issue (sheet, handout, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 3000);
  dov_handout_sheet_free (sheet);

  /* Somebody is still to come, so it is the same sheet. */
  sheet = dov_handout_sheet_open (goods.club.store, goods.drive);
  g_assert_cmpstr (sheet->no, ==, "1");
  dov_handout_sheet_free (sheet);
  goods_close (&goods);
}

static guint
count_shelves (const DovShelfWish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) shelves = dov_shelf_list (goods.club.store, wish, &error);

  g_assert_no_error (error);

  return g_list_model_get_n_items (shelves);
}

static DovShelf *
get_first (const DovShelfWish *wish)
{
  g_autoptr (GListModel) shelves = dov_shelf_list (goods.club.store, wish, NULL);

  return g_list_model_get_item (shelves, 0);
}

/* A paper that takes from the general stock is told of the general stock, not of the drives. */
static void
test_shelves (void)
{
  g_autoptr (DovShelf) first = NULL;
  g_autoptr (DovShelf) elsewhere = NULL;
  g_autofree char *mark = NULL;
  DovStockFigure figure;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.copybook, 9000, "2027-03-01", NULL, NULL);
  goods_issue (&goods, goods.bag, 5000, "2027-03-02", NULL);
  g_assert_cmpuint (count_shelves (&(DovShelfWish) { .drive = goods.drive }), ==, 1);
  g_assert_cmpuint (count_shelves (&(DovShelfWish) { .drive = goods.drive, .all = TRUE }), ==, 2);
  g_assert_cmpuint (count_shelves (&(DovShelfWish) { .drive = 0, .all = TRUE }), ==, 0);
  g_assert_cmpuint (count_shelves (&(DovShelfWish) { .drive = DOV_STOCK_ALL, .words = "тетр" }), ==, 1);
  g_assert_cmpuint (count_shelves (&(DovShelfWish) { .drive = DOV_STOCK_ALL, .words = "рюкз" }), ==, 0);
  g_assert_cmpuint (count_shelves (&(DovShelfWish) { .drive = DOV_STOCK_ALL, .soon = TRUE }), ==, 0);

  first = get_first (&(DovShelfWish) { .drive = goods.drive, .all = TRUE, .order = "issued", .descending = TRUE });
  g_assert_cmpint (first->item, ==, goods.bag);
  g_assert_cmpint (dov_shelf_get_figure (first, "issued"), ==, 5000);
  mark = dov_shelf_dup_mark (first);
  g_assert_cmpstr (mark, ==, "run out");
  goods_transfer (&goods, goods.copybook, 2000, "2027-03-03", goods.far, 0, NULL);
  elsewhere = get_first (&(DovShelfWish) { .drive = DOV_STOCK_ALL, .lounge = goods.club.lounge });
  g_assert_cmpint (elsewhere->balance, ==, 7000);
  g_assert_cmpint (elsewhere->elsewhere, ==, 2000);
  dov_stock_get_figure (goods.club.store, goods.copybook, DOV_STOCK_ALL, 0, &figure);
  g_assert_cmpint (figure.free, ==, 2000);
  goods_close (&goods);
}

/* What is kept back for one family, and the words for what is there. */
static void
test_words (void)
{
  g_autofree char *item = NULL;
  g_autofree char *family = NULL;
  g_autofree char *lounge = NULL;
  g_autofree char *drive = NULL;
  g_autofree char *there = NULL;
  g_autofree char *things = NULL;
  g_autoptr (GDate) until = NULL;
  DovStockFigure figure;
  gint64 handout;

  goods_open (&goods);
  item = g_strdup_printf ("%" G_GINT64_FORMAT, goods.bag);
  family = g_strdup_printf ("%" G_GINT64_FORMAT, goods.family);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, goods.club.lounge);
  drive = g_strdup_printf ("%" G_GINT64_FORMAT, goods.drive);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  club_add (&goods.club, DOV_TYPE_NEED, "family_id", family, "item_id", item, "qty", "2", "lounge_id", lounge, "drive_id",
            drive, "priority", "normal", "date", "2027-03-01", "status", "reserved", "reserved_until", "2027-03-20", NULL);
  g_assert_cmpint (dov_stock_get_kept (goods.club.store, goods.bag, goods.family, &until), ==, 2000);
  g_assert_cmpint (g_date_get_day (until), ==, 20);
  g_assert_cmpint (dov_stock_get_kept (goods.club.store, goods.bag, goods.other_family, NULL), ==, 0);
  dov_stock_get_figure (goods.club.store, goods.bag, goods.club.lounge, goods.drive, &figure);
  there = dov_stock_dup_free (goods.club.store, &figure);
  g_assert_cmpstr (there, ==, "free 3\302\240pcs, kept back 2\302\240pcs");
  handout = goods_issue (&goods, goods.bag, 2000, "2027-03-02", NULL);
  things = dov_goods_things_words (goods.club.store, DOV_TYPE_DISTRIBUTION, handout);
  g_assert_cmpstr (things, ==, "Рюкзак 2\302\240pcs");
  goods_close (&goods);
}

static char *
dup_field (DovRecord  *record,
           const char *name)
{
  return dov_record_dup_text (record, dov_record_find_field (record, name));
}

/* A new paper has its lounge, day and number; what somebody said stays. */
static void
test_begin (void)
{
  g_autoptr (DovRecord) receipt = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (DovRecord) loan = dov_record_new (DOV_TYPE_RENTAL_LOAN, 0);
  g_autoptr (DovRecord) need = dov_record_new (DOV_TYPE_NEED, 0);
  g_autofree char *lounge = NULL;
  g_autofree char *date = NULL;
  g_autofree char *no = NULL;
  g_autofree char *due = NULL;
  g_autofree char *agreement = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, goods.club.lounge);
  club_change (&goods.club, DOV_TYPE_DRIVE, goods.drive, "lounge_id", lounge);
  dov_set (DOV_DONATION_RECEIPT (receipt), drive_id, goods.drive);
  dov_goods_begin (goods.club.store, receipt);
  g_assert_cmpint (DOV_DONATION_RECEIPT (receipt)->lounge_id, ==, goods.club.lounge);
  date = dup_field (receipt, "date");
  g_assert_cmpstr (date, ==, "2027-03-05");
  no = dup_field (receipt, "no");
  g_assert_cmpstr (no, ==, "2");
  agreement = dup_field (receipt, "agreement_no");
  g_assert_cmpstr (agreement, ==, "");

  dov_set (DOV_RENTAL_LOAN (loan), agreement_no, "17-б");
  dov_set (DOV_RENTAL_LOAN (loan), lounge_id, goods.far);
  dov_goods_begin (goods.club.store, loan);
  due = dup_field (loan, "due_on");
  g_assert_cmpstr (due, ==, "2027-03-19");
  g_assert_cmpstr (DOV_RENTAL_LOAN (loan)->agreement_no, ==, "17-б");
  g_assert_cmpint (DOV_RENTAL_LOAN (loan)->lounge_id, ==, goods.far);
  dov_goods_begin (goods.club.store, need);
  g_assert_cmpint (DOV_NEED (need)->qty, ==, 1000);
  goods_close (&goods);
}

/* One thing of the drive goes into the general stock, and each movement knows its paper. */
static void
test_leftover (void)
{
  GDate day = goods_day ("2027-03-05");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) moves = NULL;
  g_autoptr (GPtrArray) book = NULL;
  g_autoptr (GPtrArray) now = NULL;
  DovStockFigure figure;
  GDate before;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.copybook, 9000, "2027-03-01", NULL, NULL);
  g_assert_true (dov_stock_move_leftover (goods.club.store, goods.drive, goods.club.lounge, goods.bag, &day,
                                          goods.club.manager, &error));
  dov_stock_get_figure (goods.club.store, goods.bag, goods.club.lounge, 0, &figure);
  g_assert_cmpint (figure.free, ==, 5000);
  dov_stock_get_figure (goods.club.store, goods.copybook, goods.club.lounge, goods.drive, &figure);
  g_assert_cmpint (figure.free, ==, 9000);

  /* The books as they were on an earlier day. */
  before = goods_day ("2027-03-01");
  book = dov_stock_list_book (goods.club.store, goods.club.lounge, goods.drive, &before);
  g_assert_cmpuint (book->len, ==, 2);
  g_assert_cmpint (DOV_INVENTORY_LINE (book->pdata[0])->book_qty, ==, 5000);
  now = dov_stock_list_book (goods.club.store, goods.club.lounge, goods.drive, &day);
  g_assert_cmpuint (now->len, ==, 1);

  moves = dov_store_see_ids (goods.club.store, "SELECT id FROM stock_move WHERE item_id = ?1 ORDER BY id", "(x)", goods.bag);
  g_assert_cmpuint (moves->len, ==, 3);
  for (guint i = 0; i < moves->len; i++)
    {
      gint64 id = g_array_index (moves, gint64, i);
      g_autoptr (DovRecord) move = dov_store_find (goods.club.store, DOV_TYPE_STOCK_MOVE, id, NULL);
      GType type = G_TYPE_NONE;

      g_assert_cmpint (dov_stock_find_paper (goods.club.store, DOV_STOCK_MOVE (move), &type), !=, 0);
      g_assert_true (type == (i == 0 ? DOV_TYPE_DONATION_RECEIPT : DOV_TYPE_STOCK_TRANSFER));
    }
  goods_close (&goods);
}

/* The days of a month on which a thing is out; an overdue one still is. */
static void
test_days (void)
{
  GDate month = goods_day ("2027-03-01");
  GDate later = goods_day ("2027-04-01");
  g_autofree char *lounge = NULL;
  g_autofree char *family = NULL;
  g_autofree char *mother = NULL;
  g_autofree char *item_id = NULL;
  g_autofree char *words = NULL;
  g_autofree char *nothing = NULL;
  gint64 item;

  goods_open (&goods);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, goods.club.lounge);
  family = g_strdup_printf ("%" G_GINT64_FORMAT, goods.family);
  mother = g_strdup_printf ("%" G_GINT64_FORMAT, goods.mother);
  item = club_add (&goods.club, DOV_TYPE_RENTAL_ITEM, "inventory_no", "П-1", "name", "Коляска", "category_id", "331",
                   "lounge_id", lounge, "status", "available", NULL);
  item_id = g_strdup_printf ("%" G_GINT64_FORMAT, item);
  g_assert_cmpuint (dov_rental_find_days (goods.club.store, item, &month), ==, 0);
  club_add (&goods.club, DOV_TYPE_RENTAL_LOAN, "item_id", item_id, "family_id", family, "person_id", mother,
            "lounge_id", lounge, "agreement_no", "1", "issued_on", "2027-03-01", "due_on", "2027-03-05",
            "returned_on", "2027-03-01", "condition_in", "цела", NULL);
  club_add (&goods.club, DOV_TYPE_RENTAL_LOAN, "item_id", item_id, "family_id", family, "person_id", mother,
            "lounge_id", lounge, "agreement_no", "2", "issued_on", "2027-03-03", "due_on", "2027-03-04", NULL);
  words = dov_rental_dup_days (dov_rental_find_days (goods.club.store, item, &month));
  g_assert_cmpstr (words, ==, "taken: 1, 3–5");
  nothing = dov_rental_dup_days (dov_rental_find_days (goods.club.store, item, &later));
  g_assert_cmpstr (nothing, ==, "free all the month");
  goods_close (&goods);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules-sheet/rows", test_rows);
  g_test_add_func ("/rules-sheet/sheet", test_sheet);
  g_test_add_func ("/rules-sheet/shelves", test_shelves);
  g_test_add_func ("/rules-sheet/words", test_words);
  g_test_add_func ("/rules-sheet/begin", test_begin);
  g_test_add_func ("/rules-sheet/leftover", test_leftover);
  g_test_add_func ("/rules-sheet/days", test_days);

  return g_test_run ();
}
