/* test-number.c - numbers, quantities, money and Russian plurals */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-number.h"
#include "dov-record.h"

#include <math.h>

typedef gboolean (*FromTyped) (const char *text, gint64 *number, GError **error);

typedef struct
{
  const char *typed;
  gint64      number;
} Case;

#define REFUSED G_MININT64

static void
check_cases (FromTyped   from_typed,
             const Case *cases,
             guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 number = 4711;
      gboolean understood = from_typed (cases[i].typed, &number, &error);

      g_test_message ("case %u", i);
      if (cases[i].number == REFUSED)
        {
          g_assert_false (understood);
          g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
          g_assert_cmpint (number, ==, 4711);
        }
      else
        {
          g_assert_no_error (error);
          g_assert_cmpint (number, ==, cases[i].number);
        }
    }
}

static void
test_numbers (void)
{
  static const Case cases[] = {
    { "0", 0 }, { "25", 25 }, { " 25 ", 25 }, { "007", 7 }, { "12 345", 12345 }, { "12\u00a0345", 12345 },
    { "1\u202f234\u202f567", 1234567 }, { "-3", -3 }, { "\u22123", -3 }, { "- 3", -3 },
    { "1,5", REFUSED }, { "1.0", REFUSED }, { "", REFUSED }, { "-", REFUSED }, { "1 5", REFUSED },
    { "1234 567", REFUSED }, { "12 34", REFUSED }, { "12a", REFUSED }, { "двадцать", REFUSED },
    { "1e3", REFUSED }, { "0x10", REFUSED }, { "99999999999999999999", REFUSED }, { "\xff", REFUSED },
  };

  check_cases (dov_number_from_typed, cases, G_N_ELEMENTS (cases));
}

static void
test_quantities (void)
{
  static const Case cases[] = {
    { "54,3", 54300 }, { "54.3", 54300 }, { "0,125", 125 }, { "7", 7000 }, { "1 000,5", 1000500 },
    { "-2,5", -2500 }, { "0,1255", REFUSED }, { ",5", REFUSED }, { "5,", REFUSED }, { "1,2,3", REFUSED },
    { "1.000,5", REFUSED }, { "м²", REFUSED }, { "9999999999999999", REFUSED },
  };

  check_cases (dov_quantity_from_typed, cases, G_N_ELEMENTS (cases));
}

static void
test_money (void)
{
  static const Case cases[] = {
    { "1500,50", 150050 }, { "1 500.5", 150050 }, { "1\u00a0500,50", 150050 }, { "1500", 150000 }, { "0,05", 5 },
    { "16 856", 1685600 }, { "1500,50 руб.", 150050 }, { "250р", 25000 }, { "99 ₽", 9900 }, { "-12,30", -1230 },
    { "1500,505", REFUSED }, { "1,500.50", REFUSED }, { "1.500,50", REFUSED }, { "15 00", REFUSED },
    { "руб.", REFUSED }, { "", REFUSED }, { "1500 долл.", REFUSED }, { "1500 5", REFUSED },
  };

  check_cases (dov_money_from_typed, cases, G_N_ELEMENTS (cases));
}

static void
test_shown (void)
{
  static const struct
  {
    gint64      number;
    const char *plain;
    const char *quantity;
    const char *money;
    const char *quantity_iso;
    const char *money_iso;
  } cases[] = {
    { 0, "0", "0", "0,00", "0", "0.00" },
    { 5, "5", "0,005", "0,05", "0.005", "0.05" },
    { 150050, "150\u00a0050", "150,05", "1\u00a0500,50", "150.05", "1500.50" },
    { 54300, "54\u00a0300", "54,3", "543,00", "54.3", "543.00" },
    { -1230, "\u22121\u00a0230", "\u22121,23", "\u221212,30", "-1.23", "-12.30" },
    { 1234567890, "1\u00a0234\u00a0567\u00a0890", "1\u00a0234\u00a0567,89", "12\u00a0345\u00a0678,90",
      "1234567.89", "12345678.90" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = dov_number_to_shown (cases[i].number);
      g_autofree char *quantity = dov_quantity_to_shown (cases[i].number);
      g_autofree char *money = dov_money_to_shown (cases[i].number);
      g_autofree char *quantity_iso = dov_quantity_to_iso (cases[i].number);
      g_autofree char *money_iso = dov_money_to_iso (cases[i].number);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpstr (quantity, ==, cases[i].quantity);
      g_assert_cmpstr (money, ==, cases[i].money);
      g_assert_cmpstr (quantity_iso, ==, cases[i].quantity_iso);
      g_assert_cmpstr (money_iso, ==, cases[i].money_iso);
    }
}

/* What is shown can be typed, and what files hold can be read. */
static void
test_round_trips (void)
{
  for (int i = 0; i < 20000; i++)
    {
      gint64 number = g_random_int_range (-2000000, 2000000) * (gint64) (i % 7 == 0 ? 1000003 : 1);
      g_autofree char *plain = dov_number_to_shown (number);
      g_autofree char *quantity = dov_quantity_to_shown (number);
      g_autofree char *money = dov_money_to_shown (number);
      g_autofree char *quantity_iso = dov_quantity_to_iso (number);
      g_autofree char *money_iso = dov_money_to_iso (number);
      gint64 back = 0;

      g_assert_true (dov_number_from_typed (plain, &back, NULL) && back == number);
      g_assert_true (dov_quantity_from_typed (quantity, &back, NULL) && back == number);
      g_assert_true (dov_money_from_typed (money, &back, NULL) && back == number);
      g_assert_true (dov_quantity_from_iso (quantity_iso, &back) && back == number);
      g_assert_true (dov_money_from_iso (money_iso, &back) && back == number);
    }
}

static void
test_iso_bad (void)
{
  static const char *const bad[] = { "", "1,5", "1 500", ".5", "5.", "+5", "1.2.3", "--1", "1.23456", "a", " 1" };
  gint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("case %u", i);
      g_assert_false (dov_quantity_from_iso (bad[i], &number));
      g_assert_false (dov_money_from_iso (bad[i], &number));
    }
}

static void
test_computed (void)
{
  static const struct
  {
    double      value;
    int         decimals;
    const char *shown;
  } cases[] = {
    { 17361.5, 2, "17\u00a0361,50" }, { 15000, 2, "15\u00a0000,00" }, { 1.25, 1, "1,3" }, { -0.04, 1, "0,0" },
    { -2.5, 1, "\u22122,5" }, { 12.5, 0, "13" }, { NAN, 1, "—" }, { INFINITY, 1, "—" },
  };
  g_autofree char *whole = dov_percent_to_shown (0.95);
  g_autofree char *over = dov_percent_to_shown (210.0 / 125);
  g_autofree char *none = dov_percent_to_shown (NAN);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *shown = dov_decimal_to_shown (cases[i].value, cases[i].decimals);

      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  g_assert_cmpstr (whole, ==, "95,0\u00a0%");
  g_assert_cmpstr (over, ==, "168,0\u00a0%");
  g_assert_cmpstr (none, ==, "—");
}

static void
test_plurals (void)
{
  static const struct
  {
    gint64      number;
    const char *word;
  } cases[] = {
    { 1, "семья" }, { 2, "семьи" }, { 5, "семей" }, { 11, "семей" },
    { 21, "семья" }, { 22, "семьи" }, { 25, "семей" },
    { 111, "семей" }, { 112, "семей" }, { 0, "семей" }, { 4, "семьи" }, { 14, "семей" }, { 101, "семья" },
    { 1012, "семей" }, { 1021, "семья" }, { -1, "семья" }, { -3, "семьи" }, { -13, "семей" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (dov_plural (cases[i].number, "семья", "семьи", "семей"), ==, cases[i].word);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/number/typed/numbers", test_numbers);
  g_test_add_func ("/number/typed/quantities", test_quantities);
  g_test_add_func ("/number/typed/money", test_money);
  g_test_add_func ("/number/shown", test_shown);
  g_test_add_func ("/number/round-trips", test_round_trips);
  g_test_add_func ("/number/iso/bad", test_iso_bad);
  g_test_add_func ("/number/computed", test_computed);
  g_test_add_func ("/number/plurals", test_plurals);

  return g_test_run ();
}
