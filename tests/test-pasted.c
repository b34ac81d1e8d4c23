/* test-pasted.c - a table copied from a spreadsheet becomes records, and nothing is guessed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-event.h"
#include "dov-family.h"
#include "dov-pasted.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-rules.h"
#include "dov-staff.h"

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
    { "\u00a0Паклина\u00a0\tЛев\u2003", "Паклина|Лев" },
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
  gint64 offered = 0;
  gboolean done = dov_pasted_read_cell (club->store, draft, found, text, DOV_DATE_ORDER_PLAIN, &offered, &error);

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

/* A column says the order of its dates itself, or is asked. */
static void
test_order (void)
{
  static const struct
  {
    const char   *column;
    DovDateOrder  order;
    const char   *by;
  } cases[] = {
    { "3/4/2015\n5/6/2014", DOV_DATE_ORDER_EITHER, NULL },
    { "3/4/2015\n7/30/2015\n5/5/2013", DOV_DATE_ORDER_MONTH_FIRST, "7/30/2015" },
    { "3/4/2015\n29/7/2015", DOV_DATE_ORDER_DAY_FIRST, "29/7/2015" },
    { "28/4/2015\n7/30/2015", DOV_DATE_ORDER_EITHER, NULL },
    { "3.4.2015\n2016-05-06", DOV_DATE_ORDER_PLAIN, NULL },
    { "3/4/2015\n9.8.2012", DOV_DATE_ORDER_EITHER, NULL },
    { "3/13/2015 10:00", DOV_DATE_ORDER_MONTH_FIRST, "3/13/2015 10:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("12/31/2001\n", cases[i].column, NULL);
      g_autoptr (GPtrArray) table = dov_pasted_split (text);
      const char *by = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (dov_pasted_find_order (table, 1, 0, &by), ==, cases[i].order);
      g_assert_cmpstr (by, ==, cases[i].by);
    }
}

/* What is read, and what it is shown as before anything is added. */
static void
test_understood (void)
{
  static const struct
  {
    const char   *field;
    const char   *text;
    DovDateOrder  order;
    const char   *shown;   /* NULL: refused */
  } cases[] = {
    { "birth_date", "3/4/2015", DOV_DATE_ORDER_DAY_FIRST, "3 April 2015" },
    { "birth_date", "3/5/2015", DOV_DATE_ORDER_MONTH_FIRST, "5 March 2015" },
    { "birth_date", "7/30/2014", DOV_DATE_ORDER_MONTH_FIRST, "30 July 2014" },
    { "birth_date", "30/7/2014", DOV_DATE_ORDER_MONTH_FIRST, NULL },
    { "birth_date", "3/4/2016", DOV_DATE_ORDER_EITHER, NULL },
    { "birth_date", "6.4.2013", DOV_DATE_ORDER_MONTH_FIRST, "6 April 2013" },
    { "birth_date", "15.03", DOV_DATE_ORDER_PLAIN, NULL },
    { "birth_date", "03.1990", DOV_DATE_ORDER_PLAIN, NULL },
    { "phone", "8 (912) 345-67-8", DOV_DATE_ORDER_PLAIN, "8 (912) 345-67-8" },
    { "birth_year", "2013а", DOV_DATE_ORDER_PLAIN, NULL },
    { "birth_year", "2012", DOV_DATE_ORDER_PLAIN, "2012" },
    { NULL, "Паклина Арина Игоревна", DOV_DATE_ORDER_PLAIN, "Паклина · Арина · Игоревна" },
    { NULL, "  Мышкин   Лев ", DOV_DATE_ORDER_PLAIN, "Мышкин · Лев" },
    { NULL, "Алиев Тимур Рустам оглы", DOV_DATE_ORDER_PLAIN, "Алиев · Тимур · Рустам оглы" },
    { NULL, "Салтыков-Щедрин Михаил Евграфович", DOV_DATE_ORDER_PLAIN, "Салтыков-Щедрин · Михаил · Евграфович" },
    { NULL, "Арина Игоревна Зимина", DOV_DATE_ORDER_PLAIN, NULL },
    { NULL, "Арина Олеговна", DOV_DATE_ORDER_PLAIN, NULL },
    { NULL, "Зимин А.И.", DOV_DATE_ORDER_PLAIN, NULL },
    { NULL, "Зимин", DOV_DATE_ORDER_PLAIN, NULL },
    { NULL, "Зимин Олег Ильич Ольга", DOV_DATE_ORDER_PLAIN, NULL },
  };
  Club club;

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) person = dov_record_new (DOV_TYPE_PERSON, 0);
      const DovField *field = cases[i].field != NULL ? dov_record_find_field (person, cases[i].field) : &dov_pasted_whole_name;
      g_autofree char *shown = NULL;
      gint64 offered = 0;

      g_test_message ("case %u", i);
      g_assert_cmpint (dov_pasted_read_cell (club.store, person, field, cases[i].text, cases[i].order, &offered, NULL), ==,
                       cases[i].shown != NULL);
      if (cases[i].shown == NULL)
        continue;
      shown = dov_pasted_dup_understood (club.store, person, field);
      g_assert_cmpstr (shown, ==, cases[i].shown);
    }
  club_close (&club);
}

static gboolean
knows (const char *heading,
       gpointer    data)
{
  return dov_pasted_find_field (DOV_TYPE_PERSON, heading) != NULL;
}

/* A title above, nothing known, a cell that happens to be a heading, a heading in two rows. */
static void
test_find_heading (void)
{
  static const struct
  {
    const char *text;
    int         row;   /* -1: there is none */
    gboolean    is_double;
  } cases[] = {
    { "Last name\tFirst name\nПаклина\tАрина\n", 0, FALSE },
    { "Список детей\t\nна 1 мая\t\nLast name\tFirst name\nПаклина\tАрина\n", 2, FALSE },
    { "№\tФИО\n1\tПаклина Арина\n", 0, FALSE },
    { "Ф.И.О. ребёнка\tРост\nПаклина Арина\t130\n", 0, FALSE },
    { "а\tб\nв\tг\n", -1, FALSE },
    { "а\tб\nв\tPhone\n", -1, FALSE },
    { "Last name\tДокумент\t\n\tсерия\tномер\nПаклина\t1\t2\n", 0, TRUE },
    { "Last name\tFirst name\t\nПаклина\tАрина\tда\n", 0, FALSE },
    { "Last name\tFirst name\t\nПаклина\t\t7\nЗимина\tОльга\t\n", 0, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) table = dov_pasted_split (cases[i].text);
      guint row = 77;

      g_test_message ("case %u", i);
      g_assert_cmpint (dov_pasted_find_heading (table, knows, NULL, &row), ==, cases[i].row >= 0);
      g_assert_cmpuint (row, ==, cases[i].row >= 0 ? (guint) cases[i].row : 77);
      if (cases[i].row >= 0)
        g_assert_cmpint (dov_pasted_is_double (table, row), ==, cases[i].is_double);
    }
}

/* One that is only partly called so is offered; whose name is the whole of it is taken. */
static void
test_offered (void)
{
  static const struct
  {
    const char *text;
    gboolean    is_taken;
    gboolean    is_offered;
  } cases[] = {
    { "Зимина Ольга, 03.02.1980", TRUE, FALSE },
    { "зимина ОЛЬГА, 03.02.1980", TRUE, FALSE },
    { "Зимина Ольга", FALSE, TRUE },
    { "Зимина", FALSE, TRUE },
    { "Зимина Ольга, 05.05.1991", FALSE, FALSE },
    { "Паклина", FALSE, FALSE },
    { "Никого нет", FALSE, FALSE },
  };
  Club club;
  gint64 olga;

  club_open (&club);
  olga = club_add_person (&club, "Зимина", "Ольга");
  club_add_person (&club, "Паклина", "Арина");
  club_add_person (&club, "Паклина", "Вера");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) staff = dov_record_new (DOV_TYPE_STAFF, 0);
      gint64 offered = 0;
      g_autoptr (GError) error = NULL;

      g_test_message ("case %u", i);
      g_assert_cmpint (dov_pasted_read_cell (club.store, staff, dov_record_find_field (staff, "person_id"), cases[i].text,
                                             DOV_DATE_ORDER_PLAIN, &offered, &error), ==, cases[i].is_taken);
      g_assert_cmpint (DOV_STAFF (staff)->person_id != 0, ==, cases[i].is_taken);
      g_assert_cmpint (offered, ==, cases[i].is_offered ? olga : 0);
    }
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
  g_test_add_func ("/pasted/order", test_order);
  g_test_add_func ("/pasted/understood", test_understood);
  g_test_add_func ("/pasted/find-heading", test_find_heading);
  g_test_add_func ("/pasted/offered", test_offered);

  return g_test_run ();
}
