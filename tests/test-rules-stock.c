/* test-rules-stock.c - goods by number of rule, what stands in the stock: S1 to S3, N1, N16 */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-donor.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-settings.h"
#include "dov-shelf.h"
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

/* The vectors of the reference: +10, −4, −6 is right; −1 is refused; −5 before the +10 is refused. */
static void
test_s1_vectors (void)
{
  Goods goods;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 10000, "2027-03-01", NULL, NULL);
  goods_issue (&goods, goods.bag, 4000, "2027-03-02", NULL);
  goods_issue (&goods, goods.bag, 6000, "2027-03-03", NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 0);
  goods_issue (&goods, goods.bag, 1000, "2027-03-04", "S1");
  goods_receive (&goods, goods.bag, 10000, "2027-03-04", NULL, NULL);
  goods_issue (&goods, goods.bag, 5000, "2027-02-28", "S1");
  goods_issue (&goods, goods.bag, 10000, "2027-03-04", NULL);
  /* What was there then has gone since. */
  goods_issue (&goods, goods.bag, 1000, "2027-03-01", "S1");
  goods_check_sums (&goods);
  goods_close (&goods);
}

static void
test_s1_words (void)
{
  Goods goods;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 7000, "2027-03-01", NULL, NULL);
  goods_transfer (&goods, goods.bag, 4000, "2027-03-02", goods.far, goods.drive, NULL);
  dov_record_set_number (line, "item_id", goods.bag);
  dov_record_set_number (line, "qty", 5000);
  g_ptr_array_add (lines, line);
  club_fill (paper, "date", "2027-03-05", NULL);
  dov_record_set_number (paper, "lounge_id", goods.club.lounge);
  dov_record_set_number (paper, "drive_id", goods.drive);
  dov_record_set_number (paper, "family_id", goods.family);
  dov_record_set_number (paper, "person_id", goods.mother);
  dov_record_set_number (paper, "issued_by_id", goods.club.manager);
  g_assert_false (goods_post (goods.club.store, paper, lines, NULL, &error));
  g_assert_cmpstr (error->message, ==, "Рюкзак: there are 3, 5 are needed, 4 more in с. Новый Бурец.");
  /* Nothing of it stands. */
  g_assert_cmpint (dov_record_get_id (paper), ==, 0);
  g_assert_true (dov_store_get_refused (goods.club.store) == line);
  g_assert_cmpstr (dov_store_get_refusal (goods.club.store)->field->name, ==, "qty");
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM distribution"), ==, 0);
  /* Three are there, and go. */
  dov_record_set_number (line, "qty", 3000);
  g_clear_error (&error);
  goods_post (goods.club.store, paper, lines, NULL, &error);
  g_assert_no_error (error);
  /* Clicked twice it is done once. */
  g_assert_true (goods_post (goods.club.store, paper, lines, NULL, &error));
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM stock_move WHERE kind = 'issue'"), ==, 1);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 0);
  goods_close (&goods);
}

/* Each batch by itself, also back in time. */
static void
test_s1_batches (void)
{
  Goods goods;
  g_autoptr (GPtrArray) batches = NULL;
  gint64 first;

  goods_open (&goods);
  goods_receive (&goods, goods.apples, 10500, "2027-03-01", "2027-03-10", NULL);
  goods_receive (&goods, goods.apples, 5000, "2027-03-02", "2027-03-20", NULL);
  /* What goes bad first goes first; one line becomes two. */
  first = goods_issue (&goods, goods.apples, 12000, "2027-03-05", NULL);
  batches = dov_stock_list_figures (goods.club.store, goods.club.lounge, goods.drive, DOV_FIGURES_BATCHES, NULL);
  g_assert_cmpuint (batches->len, ==, 1);
  g_assert_cmpint (((DovStockFigure *) batches->pdata[0])->balance, ==, 3500);
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM distribution_line WHERE removed IS NULL"), ==, 2);
  goods_issue (&goods, goods.apples, 4000, "2027-03-05", "S1");
  goods_issue (&goods, goods.apples, 3500, "2027-03-05", NULL);
  /* Taken back, both lines come back, each to its batch. */
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, first, "ошиблись семьёй", NULL);
  g_assert_cmpint (goods_balance (&goods, goods.apples), ==, 12000);
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* A receipt whose goods have gone stays. */
static void
test_s1_undo (void)
{
  Goods goods;
  gint64 receipt, received, issued;
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  receipt = goods_receive (&goods, goods.bag, 3000, "2027-03-01", NULL, NULL);
  received = dov_store_get_last_operation (goods.club.store);
  goods_issue (&goods, goods.bag, 2000, "2027-03-02", NULL);
  issued = dov_store_get_last_operation (goods.club.store);
  verdict_undo (&goods.club, received, "S1");
  goods_cancel (&goods, DOV_TYPE_DONATION_RECEIPT, receipt, "не то", "S1");
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 1000);

  verdict_undo (&goods.club, issued, NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 3000);
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM distribution WHERE removed IS NULL"), ==, 0);
  /* The movements stay: out, and back by a correction. */
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM stock_move WHERE kind = 'issue'"), ==, 2);
  g_assert_cmpint (count_sql (&goods, "SELECT count(*) FROM stock_move WHERE is_correction"), ==, 1);
  goods_check_sums (&goods);

  /* Done again, it is out again. */
  verdict_undo (&goods.club, dov_store_get_last_operation (goods.club.store), NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 1000);
  goods_check_sums (&goods);
  g_assert_true (dov_store_undo (goods.club.store, dov_store_get_last_operation (goods.club.store), &error));
  verdict_undo (&goods.club, received, NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 0);
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* Below all code the file itself holds. */
static void
test_s1_schema (void)
{
  static const char *const forbidden[] = {
    "UPDATE stock_move SET qty = 1",
    "UPDATE stock_move SET removed = '2027-03-05'",
    "DELETE FROM stock_move",
    ("INSERT INTO stock_move (id, item_id, at, lounge_id, drive_id, qty, kind, is_correction, key)"
     " SELECT 99, item_id, at, lounge_id, drive_id, -3001, 'issue', 0, '' FROM stock_move"),
    "INSERT INTO donation_receipt (id, no, date, lounge_id, key) SELECT 98, no, date, lounge_id, '' FROM donation_receipt",
  };
  Goods goods;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 3000, "2027-03-01", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (dov_database_execute (dov_store_get_database (goods.club.store), forbidden[i], NULL))
      g_error ("The file let this pass: %s", forbidden[i]);
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* Movements are made by papers only. */
static void
test_s1_moves (void)
{
  Goods goods;
  gint64 receipt, move;
  g_autofree char *item = NULL;
  g_autofree char *lounge = NULL;
  g_autofree char *line = NULL;
  g_autoptr (DovRecord) lone = NULL;
  g_autoptr (DovRecord) false_one = NULL;

  goods_open (&goods);
  receipt = goods_receive (&goods, goods.bag, 3000, "2027-03-01", NULL, NULL);
  g_assert_cmpint (receipt, !=, 0);
  move = count_sql (&goods, "SELECT id FROM stock_move");
  item = write_id (goods.bag);
  lounge = write_id (goods.club.lounge);
  line = write_id (count_sql (&goods, "SELECT id FROM donation_line"));
  lone = club_new (&goods.club, DOV_TYPE_STOCK_MOVE, "item_id", item, "at", "2027-03-01T00:00", "lounge_id", lounge,
                   "qty", "5", "kind", "receipt", NULL);
  verdict_save (&goods.club, lone, "S1");
  false_one = club_new (&goods.club, DOV_TYPE_STOCK_MOVE, "item_id", item, "at", "2027-03-01T00:00", "lounge_id", lounge,
                        "qty", "5", "kind", "receipt", "donation_line_id", line, NULL);
  verdict_save (&goods.club, false_one, "S1");
  verdict_change (&goods.club, DOV_TYPE_STOCK_MOVE, move, "qty", "7", "-");
  verdict_remove (&goods.club, DOV_TYPE_STOCK_MOVE, move, "-");
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 3000);
  goods_close (&goods);
}

static gint64
receive_lines (Goods           *goods,
               gint64           donor,
               DovLegalForm     form,
               const char      *agreement_no,
               DovCondition     condition,
               gint64           qty,
               gint64           value,
               const char      *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DONATION_RECEIPT, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DONATION_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  dov_set (DOV_DONATION_LINE (line), item_id, goods->bag);
  dov_set (DOV_DONATION_LINE (line), qty, qty);
  dov_set (DOV_DONATION_LINE (line), condition, condition);
  dov_set (DOV_DONATION_LINE (line), unit_value, value);
  g_ptr_array_add (lines, line);
  club_fill (paper, "date", "2027-03-01", "agreement_no", agreement_no, NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "donor_id", donor);
  dov_record_set_number (paper, "received_by_id", goods->club.manager);
  dov_set (DOV_DONATION_RECEIPT (paper), legal_form, form);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, expected);

  return dov_record_get_id (paper);
}

/* Only what is new or in good state is stocked; the rest is sorted or not. */
static void
test_s2_condition (void)
{
  const struct { DovCondition condition; gint64 stocked; } cases[] = {
    { DOV_CONDITION_NEW, 2000 },
    { DOV_CONDITION_GOOD, 2000 },
    { DOV_CONDITION_TO_SORT, 0 },
    { DOV_CONDITION_UNFIT, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Goods goods;
      gint64 line_id;
      g_autoptr (DovRecord) line = NULL;
      g_autoptr (GError) error = NULL;

      goods_open (&goods);
      receive_lines (&goods, goods.donor, DOV_LEGAL_FORM_ACT, "", cases[i].condition, 2000, 10000, NULL);
      g_assert_cmpint (goods_balance (&goods, goods.bag), ==, cases[i].stocked);
      line_id = count_sql (&goods, "SELECT id FROM donation_line");
      line = goods_dup (&goods, DOV_TYPE_DONATION_LINE, line_id);
      if (cases[i].condition == DOV_CONDITION_TO_SORT)
        {
          g_assert_false (dov_stock_sort (goods.club.store, DOV_DONATION_LINE (line), 2001, &error));
          g_clear_error (&error);
          g_assert_true (dov_stock_sort (goods.club.store, DOV_DONATION_LINE (line), 1000, &error));
          g_assert_no_error (error);
          g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 1000);
          g_assert_cmpint (count_sql (&goods, "SELECT qty FROM donation_line WHERE condition = 'unfit'"), ==, 1000);
        }
      goods_check_sums (&goods);
      goods_close (&goods);
    }
}

static void
test_s2_expiry (void)
{
  Goods goods;
  const DovShelfWish wish = { .drive = DOV_STOCK_ALL, .soon = TRUE };
  g_autoptr (GListModel) expiring = NULL;
  g_autoptr (DovShelf) apples = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.apples, 1000, "2027-03-01", NULL, "S2");
  goods_receive (&goods, goods.apples, 1000, "2027-03-01", "2027-03-03", NULL);
  goods_receive (&goods, goods.apples, 2000, "2027-03-01", "2027-03-10", NULL);
  goods_receive (&goods, goods.sweets, 3000, "2027-03-01", "2027-09-10", NULL);
  /* The sweets are good for long; of the apples the first day counts, and it is over. */
  expiring = dov_shelf_list (goods.club.store, &wish, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (expiring), ==, 1);
  apples = g_list_model_get_item (expiring, 0);
  g_assert_cmpint (apples->item, ==, goods.apples);
  g_assert_cmpint (apples->balance, ==, 3000);
  g_assert_cmpint (g_date_get_day (apples->expires), ==, 3);
  g_assert_cmpint (dov_shelf_judge (apples), ==, DOV_EXPIRY_OVER);
  /* N16: the kilogram that went bad on the 3rd is not among what may be handed out. */
  goods_issue (&goods, goods.apples, 3000, "2027-03-05", "S1");
  goods_issue (&goods, goods.apples, 2000, "2027-03-05", NULL);
  goods_issue (&goods, goods.apples, 1000, "2027-03-05", "S1");
  /* On its last day it still may, and it can be written off. */
  goods_issue (&goods, goods.apples, 500, "2027-03-03", NULL);
  goods_write_off (&goods, goods.apples, 500, "2027-03-05", 3, NULL);
  g_assert_cmpint (goods_balance (&goods, goods.apples), ==, 0);
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* Even when somebody names the batch. */
static void
test_n16 (void)
{
  Goods goods;
  g_autoptr (DovRecord) paper = NULL;
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  g_autofree char *lounge = NULL, *drive = NULL, *family = NULL, *mother = NULL, *manager = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.apples, 1000, "2027-03-01", "2027-03-03", NULL);
  lounge = write_id (goods.club.lounge);
  drive = write_id (goods.drive);
  family = write_id (goods.family);
  mother = write_id (goods.mother);
  manager = write_id (goods.club.manager);
  paper = club_new (&goods.club, DOV_TYPE_DISTRIBUTION, "no", "9", "date", "2027-03-04", "lounge_id", lounge,
                    "drive_id", drive, "family_id", family, "person_id", mother, "issued_by_id", manager, NULL);
  dov_record_set_number (line, "item_id", goods.apples);
  dov_record_set_number (line, "qty", 1000);
  club_fill (line, "expires_on", "2027-03-03", NULL);
  g_ptr_array_add (lines, line);
  goods_judge (&goods, goods_post (goods.club.store, paper, lines, NULL, &error), error, "S2");
  goods_close (&goods);
}

static void
test_s3 (void)
{
  Goods goods;
  const struct { gint64 *person; const char *proxy; const char *expected; } cases[] = {
    { &goods.mother, "", NULL },
    { &goods.child, "", "S3" },
    { &goods.child, "№ 7", "S3" },
    { &goods.stranger, "", "S3" },
    { &goods.stranger, "№ 7 от 01.03.2027", NULL },
  };

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 10000, "2027-03-01", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
      g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (lines, line);
      dov_record_set_number (line, "item_id", goods.bag);
      dov_record_set_number (line, "qty", 1000);
      club_fill (paper, "date", "2027-03-04", "proxy", cases[i].proxy, NULL);
      dov_record_set_number (paper, "lounge_id", goods.club.lounge);
      dov_record_set_number (paper, "drive_id", goods.drive);
      dov_record_set_number (paper, "family_id", goods.family);
      dov_record_set_number (paper, "person_id", *cases[i].person);
      dov_record_set_number (paper, "issued_by_id", goods.club.manager);
      goods_judge (&goods, goods_post (goods.club.store, paper, lines, NULL, &error), error,
                   cases[i].expected);
    }
  goods_close (&goods);
}

/* A targeted drive has its family, and gives to no other. */
static void
test_s3_targeted (void)
{
  Goods goods;
  g_autoptr (DovRecord) without = NULL;
  g_autoptr (DovRecord) with = NULL;
  g_autofree char *family = NULL;

  goods_open (&goods);
  family = write_id (goods.family);
  without = club_new (&goods.club, DOV_TYPE_DRIVE, "name", "Адресная", "kind", "targeted", "since", "2027-03-01",
                      "until", "2027-03-31", "status", "planned", NULL);
  verdict_save (&goods.club, without, "S3");
  with = club_new (&goods.club, DOV_TYPE_DRIVE, "name", "Общая", "kind", "general", "family_id", family,
                   "since", "2027-03-01", "until", "2027-03-31", "status", "planned", NULL);
  verdict_save (&goods.club, with, "S3");
  goods.drive = goods.targeted;
  goods_receive (&goods, goods.bag, 1000, "2027-03-01", NULL, NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-02", "S3");
  goods.family = goods.other_family;
  goods.mother = goods.other_mother;
  goods_issue (&goods, goods.bag, 1000, "2027-03-02", NULL);
  goods_close (&goods);
}

/* What was handed out comes back on its day, or was never. */
static void
test_s3_back (void)
{
  Goods goods;
  gint64 first, second;
  GDate back = goods_day ("2027-03-04"), before = goods_day ("2027-03-01");
  g_autoptr (GPtrArray) book = NULL;
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  first = goods_issue (&goods, goods.bag, 2000, "2027-03-02", NULL);
  second = goods_issue (&goods, goods.bag, 3000, "2027-03-02", NULL);
  goods_judge (&goods, dov_stock_return (goods.club.store, first, &before, "не подошло", &error), error, "S3");
  g_clear_error (&error);
  goods_judge (&goods, dov_stock_return (goods.club.store, first, &back, "", &error), error, "N8");
  g_clear_error (&error);
  goods_judge (&goods, dov_stock_return (goods.club.store, first, &back, "не подошло", &error), error, NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 2000);
  book = dov_stock_list_book (goods.club.store, goods.club.lounge, goods.drive, &before);
  g_assert_cmpuint (book->len, ==, 1);
  g_assert_cmpint (DOV_INVENTORY_LINE (book->pdata[0])->book_qty, ==, 5000);
  /* Twice is once. */
  g_assert_true (dov_stock_return (goods.club.store, first, &back, "не подошло", &error));
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 2000);
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, second, "", "N8");
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, second, "записали дважды", NULL);
  goods_cancel (&goods, DOV_TYPE_DISTRIBUTION, second, "записали дважды", NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 5000);
  goods_issue (&goods, goods.bag, 5000, "2027-03-05", NULL);
  /* Back then there were none left to take. */
  goods_issue (&goods, goods.bag, 1000, "2027-03-03", "S1");
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* The law of gifts by organisations; the threshold is a setting. */
static void
test_agreement (void)
{
  Goods goods;
  gint64 settings;

  goods_open (&goods);
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_ACT, "", DOV_CONDITION_NEW, 3000, 100000, NULL);
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_ACT, "", DOV_CONDITION_NEW, 3000, 100001, "S2");
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_BOX, "", DOV_CONDITION_NEW, 3000, 100001, "S2");
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_AGREEMENT, "", DOV_CONDITION_NEW, 3000, 100001, "-");
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_AGREEMENT, "12", DOV_CONDITION_NEW, 3000, 100001, NULL);
  receive_lines (&goods, goods.donor, DOV_LEGAL_FORM_ACT, "", DOV_CONDITION_NEW, 3000, 900000, NULL);
  receive_lines (&goods, goods.donor, DOV_LEGAL_FORM_ACT, "", DOV_CONDITION_NEW, 1000, -1, "V6");
  settings = count_sql (&goods, "SELECT id FROM settings");
  club_change (&goods.club, DOV_TYPE_SETTINGS, settings, "agreement_threshold", "5000.00");
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_ACT, "", DOV_CONDITION_NEW, 3000, 100001, NULL);
  receive_lines (&goods, goods.farm, DOV_LEGAL_FORM_ACT, "", DOV_CONDITION_NEW, 5001, 100000, "S2");
  goods_close (&goods);
}

/* What nobody's name stands by has been used; what is new wants a reason. */
static void
test_s2_nameless (void)
{
  const struct { DovCondition condition; gboolean is_anonymous; const char *expected; } cases[] = {
    { DOV_CONDITION_NEW, TRUE, "S2?" },
    { DOV_CONDITION_GOOD, TRUE, NULL },
    { DOV_CONDITION_TO_SORT, TRUE, NULL },
    { DOV_CONDITION_NEW, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Goods goods;
      gint64 nobody;

      goods_open (&goods);
      nobody = club_add (&goods.club, DOV_TYPE_DONOR, "anonymous", "1", NULL);
      receive_lines (&goods, cases[i].is_anonymous ? nobody : goods.donor, DOV_LEGAL_FORM_ACT, "", cases[i].condition, 2000,
                     10000, cases[i].expected);
      if (cases[i].expected != NULL)
        {
          dov_store_accept (goods.club.store, "S2", "ящик у магазина, с бирками");
          receive_lines (&goods, nobody, DOV_LEGAL_FORM_ACT, "", cases[i].condition, 2000, 10000, NULL);
        }
      goods_check_sums (&goods);
      goods_close (&goods);
    }
}

static void
issue_for (Goods      *goods,
           gint64      child,
           const char *expected)
{
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
  g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  dov_set (DOV_DISTRIBUTION_LINE (line), item_id, goods->bag);
  dov_set (DOV_DISTRIBUTION_LINE (line), qty, 1000);
  dov_set (DOV_DISTRIBUTION_LINE (line), child_id, child);
  g_ptr_array_add (lines, line);
  club_fill (paper, "date", "2027-03-05", NULL);
  dov_record_set_number (paper, "lounge_id", goods->club.lounge);
  dov_record_set_number (paper, "drive_id", goods->drive);
  dov_record_set_number (paper, "family_id", goods->family);
  dov_record_set_number (paper, "person_id", goods->mother);
  dov_record_set_number (paper, "issued_by_id", goods->club.manager);
  goods_judge (goods, goods_post (goods->club.store, paper, lines, NULL, &error), error, expected);
}

/* A child of another family on a line is asked about. */
static void
test_s3_child (void)
{
  Goods goods;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  issue_for (&goods, goods.stranger, "S3?");
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 5000);
  issue_for (&goods, goods.child, NULL);
  dov_store_accept (goods.club.store, "S3", "племянник, живёт у них");
  issue_for (&goods, goods.stranger, NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 3000);
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* What is written later for a day before a count is asked about; other things and other days are not. */
static void
test_s6_counted (void)
{
  Goods goods;
  g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_INVENTORY_COUNT, 0);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  DovQuery query = { .where = "count_id = ?1" };

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 5000, "2027-03-01", NULL, NULL);
  club_fill (paper, "date", "2027-03-03", NULL);
  dov_record_set_number (paper, "lounge_id", goods.club.lounge);
  g_assert_true (goods_begin_count (goods.club.store, DOV_INVENTORY_COUNT (paper), &error));
  query.params = g_variant_new ("(x)", dov_record_get_id (paper));
  lines = dov_store_list (goods.club.store, DOV_TYPE_INVENTORY_LINE, &query, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autoptr (DovRecord) line = goods_dup (&goods, DOV_TYPE_INVENTORY_LINE, g_array_index (lines, gint64, i));

      dov_set (DOV_INVENTORY_LINE (line), actual_qty, DOV_INVENTORY_LINE (line)->book_qty);
      club_save (&goods.club, line);
    }
  goods_issue (&goods, goods.bag, 1000, "2027-03-02", NULL);   /* not posted yet: the books are only read again */
  g_assert_true (goods_refresh_count (goods.club.store, dov_record_get_id (paper), &error));
  g_assert_true (goods_post_count (goods.club.store, dov_record_get_id (paper), &error));
  g_assert_no_error (error);

  goods_issue (&goods, goods.bag, 1000, "2027-03-02", "S6?");
  goods_receive (&goods, goods.bag, 1000, "2027-03-02", NULL, "S6?");
  goods_receive (&goods, goods.copybook, 1000, "2027-03-02", NULL, NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-03", NULL);
  goods_issue (&goods, goods.bag, 1000, "2027-03-04", NULL);
  dov_store_accept (goods.club.store, "S6", "накладная нашлась позже");
  goods_issue (&goods, goods.bag, 1000, "2027-03-02", NULL);
  goods_check_sums (&goods);
  goods_close (&goods);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/S1/vectors", test_s1_vectors);
  g_test_add_func ("/rules/S1/words", test_s1_words);
  g_test_add_func ("/rules/S1/batches", test_s1_batches);
  g_test_add_func ("/rules/S1/undo", test_s1_undo);
  g_test_add_func ("/rules/S1/schema", test_s1_schema);
  g_test_add_func ("/rules/S1/moves", test_s1_moves);
  g_test_add_func ("/rules/S2/condition", test_s2_condition);
  g_test_add_func ("/rules/S2/expiry", test_s2_expiry);
  g_test_add_func ("/rules/N16/named-batch", test_n16);
  g_test_add_func ("/rules/S3/recipient", test_s3);
  g_test_add_func ("/rules/S3/targeted", test_s3_targeted);
  g_test_add_func ("/rules/S3/back", test_s3_back);
  g_test_add_func ("/rules/S2/nameless", test_s2_nameless);
  g_test_add_func ("/rules/S3/child", test_s3_child);
  g_test_add_func ("/rules/S6/counted", test_s6_counted);
  g_test_add_func ("/rules/agreement/threshold", test_agreement);

  return g_test_run ();
}
