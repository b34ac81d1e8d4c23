/* test-pasted.c - a table copied from a spreadsheet becomes records, and nothing is guessed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-pasted.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-rules.h"

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    const char *told;   /* cells between |, rows between / */
  } cases[] = {
    { "a\tb\nc\td\n", "a|b/c|d" },
    { "a\tb\r\nc\td", "a|b/c|d" },
    { "a\t\tc", "a||c" },
    { "a\t\n\t\t\nb", "a|/b" },
    { "  с. Слудка \t 7 ", "с. Слудка|7" },
    { "\"две\nстроки\"\t\"«Ёлка», \"\"та самая\"\"\"\n", "две\nстроки|«Ёлка», \"та самая\"" },
    { "\"не закрыта\tдальше", "не закрыта\tдальше" },
    { "", "" },
    { "\n\n", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) rows = dov_pasted_split (cases[i].text);
      g_autoptr (GString) told = g_string_new (NULL);

      for (guint r = 0; r < rows->len; r++)
        {
          GPtrArray *cells = g_ptr_array_index (rows, r);

          if (r > 0)
            g_string_append_c (told, '/');
          for (guint c = 0; c < cells->len; c++)
            g_string_append_printf (told, "%s%s", c > 0 ? "|" : "", (const char *) g_ptr_array_index (cells, c));
        }
      g_assert_cmpstr (told->str, ==, cases[i].told);
    }
}

static void
test_headings (void)
{
  g_autoptr (GPtrArray) rows = dov_pasted_split ("a\nb\tc\td");

  g_assert_cmpuint (dov_pasted_get_width (rows), ==, 3);
  g_assert_cmpstr (dov_pasted_get_cell (rows, 0, 2), ==, "");
  g_assert_cmpstr (dov_pasted_get_cell (rows, 1, 2), ==, "d");

  g_assert_cmpstr (dov_pasted_find_field (DOV_TYPE_PERSON, "last NAME")->name, ==, "last_name");
  g_assert_cmpstr (dov_pasted_find_field (DOV_TYPE_PERSON, "birth_date")->name, ==, "birth_date");
  g_assert_null (dov_pasted_find_field (DOV_TYPE_PERSON, "Рост"));
  g_assert_null (dov_pasted_find_field (DOV_TYPE_PERSON, ""));
  /* health never comes in a heap */
  g_assert_null (dov_pasted_find_field (DOV_TYPE_PERSON, "disability"));
}

static void
read_cell (Club       *club,
           DovRecord  *draft,
           const char *field,
           const char *text,
           const char *refusal)
{
  const DovField *found = dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), field);
  g_autoptr (GError) error = NULL;
  gboolean done = dov_pasted_read_cell (club->store, draft, found, text, &error);

  g_assert_cmpint (done, ==, refusal == NULL);
  if (refusal == NULL)
    g_assert_no_error (error);
  else
    g_assert_nonnull (strstr (error->message, refusal));
}

static void
test_cells (void)
{
  Club club;
  g_autoptr (DovRecord) person = dov_record_new (DOV_TYPE_PERSON, 0);
  g_autoptr (DovRecord) event = dov_record_new (DOV_TYPE_EVENT, 0);
  g_autofree char *form = NULL;

  club_open (&club);
  dov_rules_install (club.store);
  club_add_person (&club, "Ёлкина", "Вера");
  club_add_person (&club, "Ёлкина", "Вероника");

  read_cell (&club, person, "last_name", "Загребина", NULL);
  read_cell (&club, person, "birth_date", "1.2.2016", NULL);
  read_cell (&club, person, "birth_date", "31.02.2016", "2016");
  read_cell (&club, person, "phone", "", NULL);
  g_assert_cmpstr (DOV_PERSON (person)->last_name, ==, "Загребина");
  g_assert_cmpint (g_date_get_day (DOV_PERSON (person)->birth_date), ==, 1);

  read_cell (&club, event, "form_id", "Мастер-класс", NULL);
  form = club_read (&club, DOV_TYPE_REF_ITEM, DOV_EVENT (event)->form_id, "code");
  g_assert_cmpstr (form, ==, "workshop");
  read_cell (&club, event, "form_id", "Рыбалка", "“Рыбалка”");
  g_assert_cmpint (DOV_EVENT (event)->form_id, !=, 0);
  read_cell (&club, event, "lounge_id", "нет такой", "Add it first");
  g_assert_cmpint (DOV_EVENT (event)->lounge_id, ==, 0);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted/split", test_split);
  g_test_add_func ("/pasted/headings", test_headings);
  g_test_add_func ("/pasted/cells", test_cells);

  return g_test_run ();
}
