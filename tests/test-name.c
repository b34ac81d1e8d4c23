/* test-name.c - names of people (V1) and their short forms */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clean.h"
#include "dov-name.h"
#include "dov-others.h"
#include "dov-record.h"

#include <string.h>

static void
test_good (void)
{
  static const char *const names[] = {
    "Ёлкина", "де Лафайет", "Мамед оглы", "Кызы", "Петров-Водкин",
    "О'Коннор", "Ахметҗанова", "Иванов мл.", "иванова",
    "Щёкина-Дрожжина",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (dov_name_check (names[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_bad (void)
{
  static const struct
  {
    const char *name;
    const char *told;
  } cases[] = {
    { "Cоколова", "“C” here is a Latin letter that only looks like the Russian “С”" },
    { "Иванoв", "“o” here is a Latin letter that only looks like the Russian “о”" },
    { "Петров II", "“I” is a Latin letter" },
    { "Ivanova", "“I” is a Latin letter" },
    { "Дьюi", "“i” is a Latin letter" },
    { "Иванова2", "“2” cannot stand in a name" },
    { "Иванова (Петрова)", "“(” cannot stand in a name" },
    { "Иванова, Мария", "“,” cannot stand in a name" },
    { "Ивαнова", "“α” cannot stand in a name" },
    { "-", "no letter" },
    { "", "no letter" },
    { "Иванова\n", "cannot stand in a name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_false (dov_name_check (cases[i].name, &error));
      g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED);
      g_assert_nonnull (strstr (error->message, cases[i].told));
    }
}

static void
test_tidy (void)
{
  static const struct
  {
    const char *typed;
    const char *name;
  } cases[] = {
    { "  Иванова ", "Иванова" },
    { "де   Лафайет", "де Лафайет" },
    { "Петров - Водкин", "Петров-Водкин" },
    { "Петров – Водкин", "Петров-Водкин" },
    { "О’Коннор", "О'Коннор" },
    { "Мамед\u00a0оглы", "Мамед оглы" },
    { "Еи\u0306лкина", "Ейлкина" },
    { "Е\u0308лкина", "Ёлкина" },
    { "   ", "" },
    { "", "" },
    { "Cоколова", "Cоколова" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = dov_name_tidy (cases[i].typed);
      g_autofree char *again = dov_name_tidy (name);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpstr (again, ==, name);
    }
}

static void
test_unlatin (void)
{
  g_autofree char *all = dov_name_unlatin ("ABCEHKMOPTXYacekopxy");
  g_autofree char *mixed = dov_name_unlatin ("Cоколoва Иpина");

  g_assert_cmpstr (all, ==, "АВСЕНКМОРТХУасекорху");
  g_assert_cmpstr (mixed, ==, "Соколова Ирина");
}

static void
test_forms (void)
{
  static const struct
  {
    const char *last;
    const char *first;
    const char *patronymic;
    const char *full;
    const char *brief;
    const char *signature;
  } cases[] = {
    { "Иванова", "Мария", "Петровна", "Иванова Мария Петровна", "Иванова\u00a0М.П.", "М.П.\u00a0Иванова" },
    { "Ёлкин", "ёрш", "", "Ёлкин ёрш", "Ёлкин\u00a0Ё.", "Ё.\u00a0Ёлкин" },
    { "Гусейнов", "Али", "Мамед оглы", "Гусейнов Али Мамед оглы", "Гусейнов\u00a0А.М.", "А.М.\u00a0Гусейнов" },
    { "Щукина", "", "", "Щукина", "Щукина", "Щукина" },
    { "", "Пётр", "", "Пётр", "П.", "П." },
    { "Дроздова", "Анна", NULL, "Дроздова Анна", "Дроздова\u00a0А.", "А.\u00a0Дроздова" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *full = dov_name_full (cases[i].last, cases[i].first, cases[i].patronymic);
      g_autofree char *brief = dov_name_short (cases[i].last, cases[i].first, cases[i].patronymic);
      g_autofree char *signature = dov_name_signature (cases[i].last, cases[i].first, cases[i].patronymic);

      g_assert_cmpstr (full, ==, cases[i].full);
      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpstr (signature, ==, cases[i].signature);
    }
}

/* One spelling beside a signature, whichever way a name was typed; what is none stays. */
static void
test_typed_signature (void)
{
  static const struct { const char *typed, *signature; } cases[] = {
    { "Ронжина Т.К.", "Т.К.\u00a0Ронжина" },
    { "Т.К. Ронжина", "Т.К.\u00a0Ронжина" },
    { "Т. К. Ронжина", "Т.К.\u00a0Ронжина" },
    { "Т.К.Ронжина", "Т.К.\u00a0Ронжина" },
    { "Ронжина\u00a0Т.\u00a0К.", "Т.К.\u00a0Ронжина" },
    { "Ронжина Тамара Кузьминична", "Т.К.\u00a0Ронжина" },
    { "Тамара Кузьминична Ронжина", "Т.К.\u00a0Ронжина" },
    { "Мамин-Сибиряк Д.Н.", "Д.Н.\u00a0Мамин-Сибиряк" },
    { "Ёлкин Илья Фомич", "И.Ф.\u00a0Ёлкин" },
    { "Яшина О.", "О.\u00a0Яшина" },
    { "Мария Иванова", "Мария Иванова" },
    { "Гусейнов Али Мамед оглы", "Гусейнов Али Мамед оглы" },
    { "Ронжина Т.К., по доверенности", "Ронжина Т.К., по доверенности" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *signature = dov_name_typed_signature (cases[i].typed);

      g_assert_cmpstr (signature, ==, cases[i].signature);
    }
}

/* Who else is named in what a rule says goes out of it whole, once or several times, and nothing of it stays in a text
 * that is kept. */
static void
test_others (void)
{
  g_autofree char *first = dov_others_name (g_strdup ("Ёлкины"));
  g_autofree char *second = dov_others_name (g_strdup ("Кощеева Инна"));
  g_autofree char *words = g_strdup_printf ("Номер 7 у: %s (и %s).", first, second);
  g_autofree char *covered = dov_others_cover (words, "…");
  g_autofree char *kept = dov_clean (words, FALSE);
  g_autofree char *plain = dov_others_cover ("Номер 7 занят.", "…");

  g_assert_true (dov_others_are_in (words));
  g_assert_cmpstr (covered, ==, "Номер 7 у: … (и …).");
  g_assert_cmpstr (kept, ==, "Номер 7 у: Ёлкины (и Кощеева Инна).");
  g_assert_cmpstr (plain, ==, "Номер 7 занят.");
  g_assert_false (dov_others_are_in (plain));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/V1/good", test_good);
  g_test_add_func ("/rules/V1/bad", test_bad);
  g_test_add_func ("/rules/V1/tidy", test_tidy);
  g_test_add_func ("/rules/V1/unlatin", test_unlatin);
  g_test_add_func ("/name/forms", test_forms);
  g_test_add_func ("/name/typed-signature", test_typed_signature);
  g_test_add_func ("/name/others", test_others);

  return g_test_run ();
}
