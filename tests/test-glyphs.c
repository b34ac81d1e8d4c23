/* test-glyphs.c - how wide texts are, and names that every office takes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-glyphs.h"
#include "dov-result.h"

#include <string.h>

static void
test_names (void)
{
  const struct { const char *file, *place, *period, *name; } names[] = {
    { "Явочный лист", "Слудка", "2027-03-06", "Явочный лист, Слудка, 2027-03-06.xlsx" },
    { "Сводный отчёт района", "район", "2027-кв1", "Сводный отчёт района, 2027-кв1.xlsx" },
    { "План: «май»/июнь?", NULL, NULL, "План «май» июнь.xlsx" },
    { " .. a\tb\x01" "c .", "Н|ж", "", "a b c, Н ж.xlsx" },
    { "", NULL, "2027", "Документ, 2027.xlsx" },
  };
  const struct { const char *name, *sheet; } sheets[] = {
    { "Журнал учёта работы клубного учреждения", "Журнал учёта работы клубного" },
    { "'Отчёт [1]: а/б*'", "Отчёт 1 а б" },
    { "history", "Документ" },
    { "", "Документ" },
    { "Слово", "Слово" },
  };
  g_autofree char *longest = dov_file_name_make ("Очень длинное название журнала, которое никто не прочитает до конца, "
                                                 "потому что в нём слишком много слов и все они длинные",
                                                 "Нижняя Тойма", "2027-08-20 – 2027-08-31");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = dov_file_name_make (names[i].file, names[i].place, names[i].period);

      g_assert_cmpstr (name, ==, names[i].name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *sheet = dov_sheet_name_make (sheets[i].name);

      g_assert_cmpstr (sheet, ==, sheets[i].sheet);
    }
  g_assert_cmpint (g_utf8_strlen (longest, -1), <=, 100);
  g_assert_cmpint (strlen (longest), <=, 255 - strlen (".part"));
  g_assert_true (g_str_has_suffix (longest, ", Нижняя Тойма, 2027-08-20 – 2027-08-31.xlsx"));
}

static void
test_glyphs (void)
{
  const DovFont head = { 10, TRUE, FALSE };
  const DovFont body = { 11, FALSE, FALSE };
  const struct { const char *text; double pixels; guint lines; } cases[] = {
    { "", 100, 1 },
    { "мастер-класс", 200, 1 },
    { "мастер-класс", 60, 2 },                       /* after the hyphen */
    { "16:00–18:00", 47, 2 },                        /* after the dash */
    { "Перминова\xc2\xa0Е.И.", 104, 1 },
    { "Перминова\xc2\xa0Е.И.", 80, 2 },              /* breaks anywhere, not at U+00A0 */
    { "один\nдва\nтри", 500, 3 },
    { "дети до 14 лет", 72, 2 },
    { "вне клуба: СПК «Вятская нива»", 61, 5 },
  };

  g_assert_cmpfloat_with_epsilon (dov_text_measure_piece (&head, "Аудитория"), 69.2, 0.1);
  g_assert_cmpfloat_with_epsilon (dov_text_measure_piece (&body, "Вахрушева\xc2\xa0Н.А."), 103.5, 0.1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (dov_text_count_lines (&body, cases[i].text, cases[i].pixels), ==, cases[i].lines);
    }
  g_assert_cmpfloat (dov_text_height (&body, 1), ==, 17.25);
  g_assert_cmpfloat (dov_text_height (&body, 2), ==, 30.5);
  g_assert_cmpfloat (dov_text_height (&body, 5), ==, 70);
  g_assert_cmpfloat (dov_text_height (&body, 100), ==, 409);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/glyphs/wrap", test_glyphs);
  g_test_add_func ("/glyphs/names", test_names);

  return g_test_run ();
}
