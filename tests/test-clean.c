/* test-clean.c - what nobody can see gets into no record, whichever way it comes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-clean.h"
#include "dov-registry.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *note;
  } cases[] = {
    { "Иванова", "Иванова", "Иванова" },
    { "два  пробела", "два  пробела", "два  пробела" },
    { "Ива\u00adнова", "Иванова", "Иванова" },
    { "Пет\u200bро\u200dва", "Петрова", "Петрова" },
    { "\ufeffСидорова\u200e", "Сидорова", "Сидорова" },
    { "\u202eакв\u202c", "акв", "акв" },
    { "Зи\u2066ми\u2069на\u2060", "Зимина", "Зимина" },
    { "Ко\x01това\x7f\x1b", "Котова", "Котова" },
    { "Лап\ufffeтева\uffff", "Лаптева", "Лаптева" },
    { "Бур\U0001fffeова", "Бурова", "Бурова" },
    { "Му\302\200хина", "Мухина", "Мухина" },
    { "Е\u0308лкина", "Ёлкина", "Ёлкина" },
    { "Майя и\u0306", "Майя й", "Майя й" },
    { "первая\r\nвторая\rтретья\n", "первая вторая третья ", "первая\nвторая\nтретья\n" },
    { "а\tб", "а б", "а\tб" },
    { "а\u2028б\302\205в", "а б в", "а\nб\nв" },
    { "плохо\xff\xfe", "плохо\ufffd\ufffd", "плохо\ufffd\ufffd" },
    { "\xed\xa0\x80", "\ufffd\ufffd\ufffd", "\ufffd\ufffd\ufffd" },
    { "5\u00a0кг", "5\u00a0кг", "5\u00a0кг" },
    { "смех 😀", "смех 😀", "смех 😀" },
    { "«Ёлка» № 5 — „да“… 3\u202f°", "«Ёлка» № 5 — „да“… 3\u202f°", "«Ёлка» № 5 — „да“… 3\u202f°" },
    { "«\u00ad»\u2028‰\xe2\x80", "«» ‰\ufffd\ufffd", "«»\n‰\ufffd\ufffd" },
    { "\xc2\xab\xe2\x84", "«\ufffd\ufffd", "«\ufffd\ufffd" },
    { " \t", "", "" },
    { "\u00a0\u2003", "", "" },
    { "\u2800", "", "" },
    { "\u3164\u115f", "", "" },
    { "\u200b\u00ad\ufeff", "", "" },
    { "\u0301", "", "" },
    { "\n\n", "", "" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = dov_clean (cases[i].text, FALSE);
      g_autofree char *note = dov_clean (cases[i].text, TRUE);
      g_autofree char *again = dov_clean (note, TRUE);

      g_test_message ("case %u", i);
      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (note, ==, cases[i].note);
      g_assert_cmpstr (again, ==, note);
    }
}

static void
test_trim (void)
{
  static const char *const cases[][2] = {
    { "  два слова ", "два слова" }, { "\u00a0Слудка\u2003\u00a0", "Слудка" }, { "\tа\u00a0б\n", "а\u00a0б" },
    { " \u2800 ", "" }, { "", "" }, { "ё", "ё" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *trimmed = dov_trim (cases[i][0]);

      g_assert_cmpstr (trimmed, ==, cases[i][1]);
    }
}

/* Every character there is: what stays can stand in XML, and no search stumbles over it. */
static void
test_every_character (void)
{
  for (gunichar c = 1; c <= 0x10ffff; c++)
    {
      char text[16] = "а";
      g_autofree char *cleaned = NULL;

      if (c >= 0xd800 && c < 0xe000)
        continue;
      text[2 + g_unichar_to_utf8 (c, text + 2)] = '\0';
      cleaned = dov_clean (text, TRUE);
      g_assert_true (g_utf8_validate (cleaned, -1, NULL));
      for (const char *at = cleaned; *at != '\0'; at = g_utf8_next_char (at))
        {
          gunichar kept = g_utf8_get_char (at);

          if ((kept < 0x20 && kept != '\n' && kept != '\t') || kept == 0xfffe || kept == 0xffff || kept == 0x200b ||
              kept == 0xad || g_unichar_type (kept) == G_UNICODE_CONTROL)
            g_assert_true (kept == '\n' || kept == '\t');
        }
    }
}

typedef void (*Way) (DovRecord *record, const DovField *field, const char *text);

static void
set_by_name (DovRecord      *record,
             const DovField *field,
             const char     *text)
{
  dov_record_set_string (record, field->name, text);
}

static void
set_property (DovRecord      *record,
              const DovField *field,
              const char     *text)
{
  g_object_set (record, field->name, text, NULL);
}

static void
set_as_file (DovRecord      *record,
             const DovField *field,
             const char     *text)
{
  g_assert_true (dov_record_set_text (record, field, text, NULL));
}

static void
set_as_typed (DovRecord      *record,
              const DovField *field,
              const char     *text)
{
  g_assert_true (dov_record_set_typed (record, field, text, NULL));
}

/* Every text of every record, by every way there is into it; and what is required is not filled in by nothing. */
static void
test_every_field (void)
{
  static const Way ways[] = { set_by_name, set_property, set_as_file, set_as_typed };
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < dov_registry_class (types[i])->n_fields; n++)
      for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
        {
          const DovField *field = &dov_registry_class (types[i])->fields[n];
          g_autoptr (DovRecord) record = dov_record_new (types[i], 0);
          g_autofree char *kept = NULL;

          if (field->kind != DOV_KIND_TEXT && field->kind != DOV_KIND_NOTE)
            continue;
          g_test_message ("%s.%s", dov_registry_class (types[i])->table, field->name);
          ways[way] (record, field, "Сл\u00adуд\u200bка\x02\ufffe, её");
          kept = dov_record_dup_text (record, field);
          g_assert_cmpstr (kept, ==, "Слудка, её");
          ways[way] (record, field, "\u3164\u00a0\u2800");
          g_assert_true (dov_record_is_empty (record, field));
        }
}

static guint
count_refusals (DovRecord      *record,
                const DovField *field)
{
  g_autoptr (GPtrArray) problems = dov_record_list_problems (record);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((DovProblem *) g_ptr_array_index (problems, i))->field == field &&
         strstr (((DovProblem *) g_ptr_array_index (problems, i))->message, "at most") != NULL;

  return n;
}

/* As long as declared is kept whole; one letter more is refused with words, never cut. */
static void
test_lengths (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    for (guint n = 0; n < dov_registry_class (types[i])->n_fields; n++)
      {
        const DovField *field = &dov_registry_class (types[i])->fields[n];
        g_autoptr (DovRecord) record = dov_record_new (types[i], 0);
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *kept = NULL;

        if (field->kind != DOV_KIND_TEXT && field->kind != DOV_KIND_NOTE)
          continue;
        g_test_message ("%s.%s", dov_registry_class (types[i])->table, field->name);
        for (guint letter = 0; letter < (field->kind == DOV_KIND_TEXT ? 500 : 20000); letter++)
          g_string_append (text, "ж");
        dov_record_set_string (record, field->name, text->str);
        g_assert_cmpint (count_refusals (record, field), ==, 0);
        g_string_append (text, "ж");
        dov_record_set_string (record, field->name, text->str);
        g_assert_cmpint (count_refusals (record, field), ==, 1);
        kept = dov_record_dup_text (record, field);
        g_assert_cmpstr (kept, ==, text->str);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clean/text", test_clean);
  g_test_add_func ("/clean/trim", test_trim);
  g_test_add_func ("/clean/every-character", test_every_character);
  g_test_add_func ("/clean/every-field", test_every_field);
  g_test_add_func ("/clean/lengths", test_lengths);

  return g_test_run ();
}
