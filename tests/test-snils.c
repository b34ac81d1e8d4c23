/* test-snils.c - insurance numbers (V3) and codes of municipalities (V7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record.h"
#include "dov-snils.h"

#include <string.h>

static void
test_snils (void)
{
  static const struct
  {
    const char *typed;
    const char *stored;  /* NULL: refused */
    const char *told;
  } cases[] = {
    { "112-233-445 95", "11223344595", NULL },
    { "11223344595", "11223344595", NULL },
    { "112 233 445 95", "11223344595", NULL },
    { " 112‑233–445 95 ", "11223344595", NULL },
    { "087-654-303 00", "08765430300", NULL },
    { "001-001-998 17", "00100199817", NULL },
    { "000-000-001 99", "00000000199", NULL },
    { "112-233-445 96", NULL, "do not fit" },
    { "112-233-454 95", NULL, "do not fit" },
    { "001-001-999 17", NULL, "do not fit" },
    { "1122334459", NULL, "has 11 digits" },
    { "112233445955", NULL, "has 11 digits" },
    { "", NULL, "has 11 digits" },
    { "112-233-445 9О", NULL, "has 11 digits" },
    { "112_233_445 95", NULL, "has 11 digits" },
    { "\xff", NULL, "has 11 digits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *stored = dov_snils_tidy (cases[i].typed, &error);

      g_test_message ("case %u", i);
      g_assert_cmpstr (stored, ==, cases[i].stored);
      if (stored == NULL)
        {
          g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
          g_assert_nonnull (strstr (error->message, cases[i].told));
        }
    }
}

/* One digit wrong, or two neighbours exchanged: the control number tells. */
static void
test_slips (void)
{
  static const char right[] = "11223344595";

  for (guint place = 0; place < 9; place++)
    for (char digit = '0'; digit <= '9'; digit++)
      {
        g_autofree char *slip = g_strdup (right);
        g_autofree char *stored = NULL;

        if (digit == right[place])
          continue;
        slip[place] = digit;
        stored = dov_snils_tidy (slip, NULL);
        g_assert_null (stored);
      }
}

static void
test_shown (void)
{
  g_autofree char *shown = dov_snils_to_shown ("08765430300");
  g_autofree char *kept = dov_snils_to_shown ("нет");

  g_assert_cmpstr (shown, ==, "087-654-303 00");
  g_assert_cmpstr (kept, ==, "нет");
}

static void
test_oktmo (void)
{
  static const struct
  {
    const char *typed;
    const char *stored;
  } cases[] = {
    { "33612101", "33612101" }, { "33 612 101", "33612101" }, { "33612101106", "33612101106" },
    { "3361210", NULL }, { "336121011", NULL }, { "336121011066", NULL }, { "", NULL }, { "33б12101", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *stored = dov_oktmo_tidy (cases[i].typed, &error);

      g_assert_cmpstr (stored, ==, cases[i].stored);
      g_assert_cmpint (error == NULL, ==, stored != NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/V3/control-number", test_snils);
  g_test_add_func ("/rules/V3/slips", test_slips);
  g_test_add_func ("/snils/shown", test_shown);
  g_test_add_func ("/rules/V7/oktmo", test_oktmo);

  return g_test_run ();
}
