/* test-rules-papers.c - papers that move goods: V6, V8, N8, the bin, kits, batches */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "goods.h"

#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-item.h"
#include "dov-parts.h"
#include "verdict.h"

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

static void
test_v6 (void)
{
  Goods goods;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 0, "2027-03-01", NULL, "V6");
  goods_receive (&goods, goods.bag, -1000, "2027-03-01", NULL, "V6");
  goods_receive (&goods, goods.apples, 1, "2027-03-01", "2027-04-01", NULL);
  goods_close (&goods);
}

static void
test_v8 (void)
{
  Goods goods;
  gint64 first, operation;
  GDate day = goods_day ("2027-03-02"), next_year = goods_day ("2028-01-02");
  g_autofree char *number = NULL;
  g_autofree char *later = NULL;
  g_autofree char *elsewhere = NULL;

  goods_open (&goods);
  first = goods_receive (&goods, goods.bag, 1000, "2027-03-01", NULL, NULL);
  number = club_read (&goods.club, DOV_TYPE_DONATION_RECEIPT, first, "no");
  g_assert_cmpstr (number, ==, "1");
  goods_receive (&goods, goods.bag, 1000, "2027-03-01", NULL, NULL);
  operation = dov_store_get_last_operation (goods.club.store);
  verdict_change (&goods.club, DOV_TYPE_DONATION_RECEIPT, first, "no", "2", "V8");
  /* Undone, its number is not given again. */
  verdict_undo (&goods.club, operation, NULL);
  verdict_change (&goods.club, DOV_TYPE_DONATION_RECEIPT, first, "no", "2", "V8");
  g_free (number);
  number = dov_stock_propose_number (goods.club.store, DOV_TYPE_DONATION_RECEIPT, goods.club.lounge, &day);
  later = dov_stock_propose_number (goods.club.store, DOV_TYPE_DONATION_RECEIPT, goods.club.lounge, &next_year);
  elsewhere = dov_stock_propose_number (goods.club.store, DOV_TYPE_DONATION_RECEIPT, goods.far, &day);
  g_assert_cmpstr (number, ==, "3");
  g_assert_cmpstr (later, ==, "1");
  g_assert_cmpstr (elsewhere, ==, "1");
  goods_close (&goods);
}

/* What has moved goods stays as it is. */
static void
test_n8 (void)
{
  static const struct { const char *field; const char *text; const char *expected; } cases[] = {
    { "date", "2027-03-01", "N8" },
    { "no", "77", "N8" },
    { "status", "draft", "N8" },
    { "drive_id", "", "N8" },
    { "is_signed", "1", NULL },
    { "note", "расписалась бабушка", NULL },
  };
  Goods goods;
  gint64 handout, line, receipt;
  g_autoptr (DovRecord) more = NULL;
  g_autofree char *paper = NULL;
  g_autofree char *item = NULL;

  goods_open (&goods);
  receipt = goods_receive (&goods, goods.bag, 9000, "2027-03-01", NULL, NULL);
  handout = goods_issue (&goods, goods.bag, 2000, "2027-03-02", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    verdict_change (&goods.club, DOV_TYPE_DISTRIBUTION, handout, cases[i].field, cases[i].text, cases[i].expected);
  line = count_sql (&goods, "SELECT id FROM distribution_line");
  verdict_change (&goods.club, DOV_TYPE_DISTRIBUTION_LINE, line, "qty", "1", "N8");
  verdict_remove (&goods.club, DOV_TYPE_DISTRIBUTION_LINE, line, "N8");
  verdict_remove (&goods.club, DOV_TYPE_DISTRIBUTION, handout, "N8");
  paper = write_id (handout);
  item = write_id (goods.bag);
  more = club_new (&goods.club, DOV_TYPE_DISTRIBUTION_LINE, "distribution_id", paper, "item_id", item, "qty", "1", NULL);
  verdict_save (&goods.club, more, "N8");
  verdict_change (&goods.club, DOV_TYPE_DONATION_RECEIPT, receipt, "date", "2027-02-01", "N8");
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 7000);
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* A paper without a line is none; restoring one alone is not enough. */
static void
test_restore (void)
{
  Goods goods;
  gint64 handout;
  g_autoptr (DovRecord) paper = NULL;
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 9000, "2027-03-01", NULL, NULL);
  handout = goods_issue (&goods, goods.bag, 2000, "2027-03-02", NULL);
  verdict_undo (&goods.club, dov_store_get_last_operation (goods.club.store), NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 9000);
  verdict_restore (&goods.club, DOV_TYPE_DISTRIBUTION, handout, "-");
  /* With its lines it is handed out again. */
  paper = dov_store_find (goods.club.store, DOV_TYPE_DISTRIBUTION, handout, NULL);
  g_assert_true (dov_parts_restore (goods.club.store, paper, &error));
  g_assert_no_error (error);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 7000);
  goods_check_sums (&goods);
  verdict_undo (&goods.club, dov_store_get_last_operation (goods.club.store), NULL);
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 9000);
  goods_issue (&goods, goods.bag, 8000, "2027-03-02", NULL);
  /* Taken out of the bin now there would be too few. */
  g_assert_false (dov_parts_restore (goods.club.store, paper, &error));
  g_assert_cmpstr (dov_store_get_refusal (goods.club.store)->rule, ==, "S1");
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 1000);
  goods_check_sums (&goods);
  goods_close (&goods);
}

static void
test_kits (void)
{
  Goods goods;
  gint64 build, scarce = 0;
  g_autofree char *batch = NULL;

  goods_open (&goods);
  goods_build (&goods, 3, FALSE, "2027-03-02", "S1");
  goods_receive (&goods, goods.copybook, 10000, "2027-03-01", NULL, NULL);
  goods_receive (&goods, goods.sweets, 1000, "2027-03-01", "2027-05-01", NULL);
  goods_receive (&goods, goods.sweets, 1000, "2027-03-01", "2027-06-01", NULL);
  g_assert_cmpint (dov_stock_count_kits (goods.club.store, goods.kit, goods.club.lounge, goods.drive, &scarce), ==, 4);
  g_assert_cmpint (scarce, ==, goods.sweets);
  build = goods_build (&goods, 3, FALSE, "2027-03-02", NULL);
  g_assert_cmpint (goods_balance (&goods, goods.kit), ==, 3000);
  g_assert_cmpint (goods_balance (&goods, goods.copybook), ==, 4000);
  g_assert_cmpint (goods_balance (&goods, goods.sweets), ==, 500);
  batch = club_read (&goods.club, DOV_TYPE_KIT_BUILD, build, "expires_on");
  g_assert_cmpstr (batch, ==, "2027-05-01");
  goods_issue (&goods, goods.kit, 1000, "2027-03-03", NULL);
  goods_build (&goods, 3, TRUE, "2027-03-04", "S1");
  goods_build (&goods, 2, TRUE, "2027-03-04", NULL);
  g_assert_cmpint (goods_balance (&goods, goods.kit), ==, 0);
  g_assert_cmpint (goods_balance (&goods, goods.copybook), ==, 8000);
  g_assert_cmpint (goods_balance (&goods, goods.sweets), ==, 1500);
  goods_cancel (&goods, DOV_TYPE_KIT_BUILD, build, "не тот набор", "S1");
  goods_check_sums (&goods);
  goods_close (&goods);
}

/* A batch is prepared, ticked off, and one is taken back. */
static void
test_batch (void)
{
  Goods goods;
  gint64 ids[3];
  g_autoptr (GError) error = NULL;

  goods_open (&goods);
  goods_receive (&goods, goods.bag, 4000, "2027-03-01", NULL, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (DovRecord) paper = dov_record_new (DOV_TYPE_DISTRIBUTION, 0);
      g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_DISTRIBUTION_LINE, 0);
      g_autoptr (GPtrArray) lines = g_ptr_array_new ();

      g_ptr_array_add (lines, line);
      dov_record_set_number (line, "item_id", goods.bag);
      dov_record_set_number (line, "qty", 1000 * (gint64) (i == 0 ? 1 : 2));
      club_fill (paper, "date", "2027-03-04", "sheet_no", "1", NULL);
      dov_record_set_number (paper, "lounge_id", goods.club.lounge);
      dov_record_set_number (paper, "drive_id", goods.drive);
      dov_record_set_number (paper, "family_id", goods.family);
      dov_record_set_number (paper, "person_id", goods.mother);
      dov_record_set_number (paper, "issued_by_id", goods.club.manager);
      g_assert_true (dov_stock_prepare_issue (goods.club.store, DOV_DISTRIBUTION (paper), lines, &error));
      ids[i] = dov_record_get_id (paper);
    }
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 4000);
  goods_judge (&goods, dov_stock_issue_prepared (goods.club.store, ids[0], TRUE, &error), error, NULL);
  goods_judge (&goods, dov_stock_issue_prepared (goods.club.store, ids[0], TRUE, &error), error, NULL);
  goods_judge (&goods, dov_stock_issue_prepared (goods.club.store, ids[1], FALSE, &error), error, NULL);
  goods_judge (&goods, dov_stock_issue_prepared (goods.club.store, ids[2], FALSE, &error), error, "S1");
  g_assert_cmpint (goods_balance (&goods, goods.bag), ==, 1000);
  goods_check_sums (&goods);
  goods_close (&goods);
}

int
main (int    argc,
      char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/V6/quantities", test_v6);
  g_test_add_func ("/rules/V8/numbers", test_v8);
  g_test_add_func ("/rules/N8/posted", test_n8);
  g_test_add_func ("/rules/N8/restore", test_restore);
  g_test_add_func ("/stock/kits", test_kits);
  g_test_add_func ("/stock/batch", test_batch);

  return g_test_run ();
}
