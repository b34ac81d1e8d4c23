/* test-phone.c - telephone numbers (V4) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-phone.h"
#include "dov-record.h"

#include <string.h>

static void
test_shapes (void)
{
  static const struct
  {
    const char *typed;
    const char *stored;
  } cases[] = {
    { "89000001714", "+79000001714" },
    { "79000001714", "+79000001714" },
    { "9000001714", "+79000001714" },
    { "+79000001714", "+79000001714" },
    { "8 (900) 000-17-14", "+79000001714" },
    { "+7 (900) 000-17-14", "+79000001714" },
    { "8-900-000-17-14", "+79000001714" },
    { "8.900.000.17.14", "+79000001714" },
    { " 8 900\u00a0000‑17–14 ", "+79000001714" },
    { "8 800 2000 122", "+78002000122" },
    { "8333421540", "+78333421540" },
    { "2-17-14", "+78333421714" },
    { "21714", "+78333421714" },
    { "(83334) 2-17-14", "+78333421714" },
    { "8332 65-17-14", "+78332651714" },
    { "(812) 000-17-14", "+78120001714" },
    { "+7 8120001715", "+78120001715" },
  };

  dov_phone_set_area ("83334");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *stored = dov_phone_tidy (cases[i].typed, &error);
      g_autofree char *shown = NULL, *again = NULL;

      g_test_message ("case %u", i);
      g_assert_no_error (error);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      shown = dov_phone_to_shown (stored);
      again = dov_phone_tidy (shown, &error);
      g_assert_cmpstr (again, ==, stored);
    }
  dov_phone_set_area (NULL);
}

static void
test_bad (void)
{
  static const struct
  {
    const char *typed;
    const char *told;
  } cases[] = {
    { "21714", "the code of the district" },
    { "2-17-14", "the code of the district" },
    { "900000171", "has 9 digits" },
    { "890000017144", "has 12 digits" },
    { "1", "has 1 digit;" },
    { "+7", "has 1 digit;" },
    { "8-912", "has 4 digits" },
    { "8-900-000-17-14–15", "has 13 digits" },
    { "7 чел.", "digits only" },
    { "99000001714", "has 11 digits" },
    { "+89000001714", "has 11 digits" },
    { "+375290000000", "has 12 digits" },
    { "", "has 0 digits" },
    { "+7 (912) 345-67-8", "A digit may be missing" },
    { "8 (912) 345-67-8", "A digit may be missing" },
    { "8-912-34-56-78", "A digit may be missing" },
    { "7 912 345 67 8", "A digit may be missing" },
    { "8912345678", "A digit may be missing" },
    { "7912345678", "A digit may be missing" },
    { "8 (343) 123-45-6", "A digit may be missing" },
    { "8343123456", "A digit may be missing" },
    { "8 800 200 12 2", "A digit may be missing" },
    { "8 900 000-17-14 доб. 3", "digits only" },
    { "8 900 000-17-14, 8 900 000-17-15", "digits only" },
    { "нет", "digits only" },
    { "8+9000001714", "digits only" },
    { "\xff", "digits only" },
  };

  dov_phone_set_area (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *stored = dov_phone_tidy (cases[i].typed, &error);

      g_test_message ("case %u", i);
      g_assert_null (stored);
      g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, cases[i].told));
    }
}

/* Codes of a district and local numbers of other lengths; ten digits in all or nothing. */
static void
test_areas (void)
{
  g_autofree char *four = NULL, *three = NULL, *wrong = NULL;

  dov_phone_set_area ("8332");
  four = dov_phone_tidy ("65-17-14", NULL);
  g_assert_cmpstr (four, ==, "+78332651714");
  dov_phone_set_area ("(495)");
  three = dov_phone_tidy ("000-17-14", NULL);
  g_assert_cmpstr (three, ==, "+74950001714");
  wrong = dov_phone_tidy ("21714", NULL);
  g_assert_null (wrong);
  dov_phone_set_area (NULL);
}

static void
test_shown (void)
{
  g_autofree char *shown = dov_phone_to_shown ("+79000001714");
  g_autofree char *kept = dov_phone_to_shown ("спросить у соседей");
  g_autofree char *none = dov_phone_to_shown ("");

  g_assert_cmpstr (shown, ==, "+7 (900) 000-17-14");
  g_assert_cmpstr (kept, ==, "спросить у соседей");
  g_assert_cmpstr (none, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/V4/shapes", test_shapes);
  g_test_add_func ("/rules/V4/bad", test_bad);
  g_test_add_func ("/rules/V4/areas", test_areas);
  g_test_add_func ("/phone/shown", test_shown);

  return g_test_run ();
}
