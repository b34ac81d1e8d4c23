/* test-rules-person.c - V2, V3, V9: one card for one person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-likely.h"
#include "dov-lounge.h"
#include "dov-not-duplicate.h"
#include "dov-parts.h"
#include "dov-person.h"
#include "dov-rules.h"
#include "dov-said.h"
#include "verdict.h"

#include <string.h>

static void
open_club (Club *club)
{
  club_open (club);
  dov_rules_install (club->store);
}

static DovRecord *
new_person (Club       *club,
            const char *last_name,
            const char *first_name,
            const char *patronymic,
            const char *birth_date)
{
  return club_new (club, DOV_TYPE_PERSON, "last_name", last_name, "first_name", first_name,
                   "patronymic", patronymic, "birth_date", birth_date, NULL);
}

static gint64
add_person (Club       *club,
            const char *last_name,
            const char *first_name,
            const char *patronymic,
            const char *birth_date)
{
  g_autoptr (DovRecord) person = new_person (club, last_name, first_name, patronymic, birth_date);

  return club_save (club, person);
}

static void
test_v2 (void)
{
  static const struct
  {
    const char *field;
    const char *text;
    const char *verdict;
  } cases[] = {
    { "birth_date", "2027-03-05", NULL },
    { "birth_date", "2027-03-06", "V2" },
    { "birth_date", "1907-03-05", NULL },
    { "birth_date", "1906-03-05", "V2" },
    { "birth_year", "2014", NULL },
    { "birth_year", "2028", "V2" },
    { "birth_year", "1906", "V2" },
    { "died_on", "2027-03-05", NULL },
    { "died_on", "2027-03-06", "V2" },
  };
  Club club;
  gint64 person = 0;

  open_club (&club);
  person = add_person (&club, "Шубина", "Анна", "", "");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      verdict_change (&club, DOV_TYPE_PERSON, person, cases[i].field, cases[i].text, cases[i].verdict);
      verdict_change (&club, DOV_TYPE_PERSON, person, cases[i].field, "", NULL);
    }
  verdict_change (&club, DOV_TYPE_PERSON, person, "birth_date", "2013-03-10", NULL);
  verdict_change (&club, DOV_TYPE_PERSON, person, "birth_year", "2013", NULL);
  verdict_change (&club, DOV_TYPE_PERSON, person, "birth_year", "2014", "V2");
  verdict_change (&club, DOV_TYPE_PERSON, person, "died_on", "2013-03-09", "V5");
  club_close (&club);
}

static void
test_v3 (void)
{
  Club club;
  gint64 first = 0, second = 0, operation = 0;

  open_club (&club);
  first = add_person (&club, "Шубина", "Анна", "Петровна", "1985-04-11");
  second = add_person (&club, "Кротова", "Ольга", "Львовна", "1990-10-02");
  verdict_change (&club, DOV_TYPE_PERSON, first, "snils", "112-233-445 96", "V3");
  verdict_change (&club, DOV_TYPE_PERSON, first, "snils", "112-233-445 95", NULL);
  operation = dov_store_get_last_operation (club.store);
  verdict_change (&club, DOV_TYPE_PERSON, first, "workplace", "школа", NULL);
  verdict_change (&club, DOV_TYPE_PERSON, second, "snils", "11223344595", "V3");

  /* Undo of the first makes the number free, and undo of that asks again. */
  verdict_undo (&club, operation, NULL);
  operation = dov_store_get_last_operation (club.store);
  verdict_change (&club, DOV_TYPE_PERSON, second, "snils", "11223344595", NULL);
  verdict_undo (&club, operation, "V3");

  /* A card in the bin is not living; it cannot come back with the number. */
  verdict_remove (&club, DOV_TYPE_PERSON, second, NULL);
  verdict_change (&club, DOV_TYPE_PERSON, first, "snils", "11223344595", NULL);
  verdict_restore (&club, DOV_TYPE_PERSON, second, "V3");
  verdict_change (&club, DOV_TYPE_PERSON, first, "snils", "", NULL);
  verdict_restore (&club, DOV_TYPE_PERSON, second, NULL);
  club_close (&club);
}

static void
test_v9_table (void)
{
  static const struct
  {
    const char *last_name;
    const char *first_name;
    const char *patronymic;
    const char *birth_date;
    gboolean    is_warned;
    gboolean    is_listed;
  } cases[] = {
    /* In the file: Ёлкина Мария Петровна, 10.03.2013. */
    { "Ёлкина", "Мария", "Петровна", "2013-03-10", TRUE, TRUE },
    { "Елкина", "Мария", "Петровна", "2013-03-10", TRUE, TRUE },
    { "ЁЛКИНА", "мария", "Петровна", "2013-03-10", TRUE, TRUE },
    { "Мария", "Ёлкина", "Петровна", "2013-03-10", TRUE, TRUE },
    { "Петровна", "Мария", "Ёлкина", "2013-03-10", TRUE, TRUE },
    { "Мария", "Петровна", "Елкина", "2013-03-10", TRUE, TRUE },
    { "Ёлкина", "Мария", "Петровна", "2018-03-10", TRUE, TRUE },
    { "Ёлкина", "Мария", "Петровна", "2013-03-11", TRUE, TRUE },
    { "Ёлкина", "Мария", "Петровна", "2013-10-03", TRUE, TRUE },
    { "Ёлкина", "Мария", "Петровна", "", TRUE, TRUE },
    { "Ёлкина", "Мария", "", "2013-03-10", TRUE, TRUE },
    { "Мария", "Елкина", "", "2013-03-11", TRUE, TRUE },
    { "Ёлкина", "Мария", "", "", FALSE, TRUE },
    { "Ёлкина", "Мария", "Петровна", "1985-06-22", FALSE, FALSE },
    { "Ёлкина", "Мария", "Петровна", "2013-04-11", FALSE, FALSE },
    { "Ёлкина", "Мария", "Ивановна", "2013-03-10", FALSE, FALSE },
    { "Ёлкина", "Марина", "Петровна", "2013-03-10", FALSE, FALSE },
    { "Ёлкин", "Марий", "Петрович", "2013-03-10", FALSE, FALSE },
  };
  Club club;

  open_club (&club);
  add_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-10");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovRecord) draft = new_person (&club, cases[i].last_name, cases[i].first_name, cases[i].patronymic,
                                                cases[i].birth_date);
      g_autoptr (GArray) likely = dov_person_find_likely (club.store, DOV_PERSON (draft));

      g_test_message ("case %u", i);
      g_assert_cmpint (likely->len, ==, cases[i].is_listed);
      verdict_save (&club, draft, cases[i].is_warned ? "V9?" : NULL);
      if (!cases[i].is_warned)
        {
          gint64 id = dov_record_get_id (draft);

          verdict_remove (&club, DOV_TYPE_PERSON, id, NULL);
        }
    }
  club_close (&club);
}

/* Latin look-alikes are refused by V1 when saved, but found while they are typed. */
static void
test_v9_latin (void)
{
  Club club;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GArray) likely = NULL;
  g_autofree char *words = NULL;
  gint64 there = 0;

  open_club (&club);
  there = add_person (&club, "Соколова", "Вера", "Олеговна", "2013-03-10");
  draft = new_person (&club, "Coкoлoвa", "Bepa", "Олеговна", "2013-03-10");
  likely = dov_person_find_likely (club.store, DOV_PERSON (draft));
  g_assert_cmpint (likely->len, ==, 1);
  g_assert_cmpint (g_array_index (likely, DovLikely, 0).person_id, ==, there);
  words = dov_likeness_to_words (g_array_index (likely, DovLikely, 0).likeness);
  g_assert_cmpstr (words, ==, "the same name and date of birth");
  verdict_save (&club, draft, "V1");
  club_close (&club);
}

/* The likeliest comes first; the same insurance number above all. */
static void
test_v9_order (void)
{
  Club club;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GArray) likely = NULL;
  gint64 insured = 0, exact = 0, near = 0, bare = 0;

  open_club (&club);
  bare = add_person (&club, "Ёлкина", "Мария", "", "");
  dov_store_accept (club.store, "V9", "сестра");
  near = add_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-19");
  dov_store_accept (club.store, "V9", "сестра");
  exact = add_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-10");
  insured = add_person (&club, "Щукина", "Мария", "Львовна", "1999-01-01");
  club_change (&club, DOV_TYPE_PERSON, insured, "snils", "11223344595");

  draft = new_person (&club, "Елкина", "Мария", "Петровна", "2013-03-10");
  club_fill (draft, "snils", "11223344595", NULL);
  likely = dov_person_find_likely (club.store, DOV_PERSON (draft));
  g_assert_cmpint (likely->len, ==, 4);
  g_assert_cmpint (g_array_index (likely, DovLikely, 0).person_id, ==, insured);
  g_assert_cmpint (g_array_index (likely, DovLikely, 1).person_id, ==, exact);
  g_assert_cmpint (g_array_index (likely, DovLikely, 2).person_id, ==, near);
  g_assert_cmpint (g_array_index (likely, DovLikely, 3).person_id, ==, bare);
  verdict_save (&club, draft, "V3");
  club_close (&club);
}

/* «Не дубликат» is remembered, both ways round; a change of the name asks anew only of others. */
static void
test_v9_different (void)
{
  Club club;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (DovRecord) pair = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = 0, second = 0;

  open_club (&club);
  first = add_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-10");
  draft = new_person (&club, "Елкина", "Мария", "Петровна", "2013-03-16");
  verdict_save (&club, draft, "V9?");

  g_assert_true (dov_store_begin (club.store, "Новый человек", &error));
  dov_store_accept (club.store, "V9", "двоюродная сестра");
  second = club_save (&club, draft);
  g_assert_true (dov_person_say_different (club.store, second, first, "двоюродная сестра", &error));
  verdict_commit (&club, NULL);

  verdict_change (&club, DOV_TYPE_PERSON, second, "birth_date", "2013-03-10", NULL);
  verdict_change (&club, DOV_TYPE_PERSON, first, "last_name", "Елкина", NULL);

  /* Once is enough. */
  g_assert_false (dov_person_say_different (club.store, first, second, "", &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (dov_person_say_different (club.store, first, first, "", &error));

  /* When the pair is taken back, the rule asks again. */
  pair = dov_store_find_first (club.store, DOV_TYPE_NOT_DUPLICATE, NULL, NULL);
  verdict_remove (&club, DOV_TYPE_NOT_DUPLICATE, dov_record_get_id (pair), NULL);
  verdict_change (&club, DOV_TYPE_PERSON, first, "last_name", "Ёлкина", "V9?");
  club_close (&club);
}

/* Undo and restore meet the rule as well. */
static void
test_v9_paths (void)
{
  Club club;
  g_autoptr (DovRecord) draft = NULL;
  gint64 first = 0, second = 0, removal = 0, renaming = 0;

  open_club (&club);
  first = add_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-10");
  verdict_remove (&club, DOV_TYPE_PERSON, first, NULL);
  removal = dov_store_get_last_operation (club.store);
  draft = new_person (&club, "Елкина", "Мария", "Петровна", "2013-03-10");
  verdict_save (&club, draft, NULL);
  second = dov_record_get_id (draft);

  verdict_restore (&club, DOV_TYPE_PERSON, first, "V9?");
  dov_store_accept (club.store, "V9", "тёзка");
  verdict_restore (&club, DOV_TYPE_PERSON, first, NULL);
  verdict_remove (&club, DOV_TYPE_PERSON, first, NULL);
  verdict_undo (&club, dov_store_get_last_operation (club.store), NULL);
  verdict_undo (&club, removal, "-");

  verdict_change (&club, DOV_TYPE_PERSON, second, "first_name", "Марта", NULL);
  renaming = dov_store_get_last_operation (club.store);
  /* Undo asks for no reasons, but what it brings back is asked at the next change. */
  verdict_undo (&club, renaming, NULL);
  verdict_change (&club, DOV_TYPE_PERSON, second, "birth_date", "2013-03-11", "V9?");
  verdict_change (&club, DOV_TYPE_PERSON, second, "workplace", "школа", NULL);
  club_close (&club);
}

/* Two people with insurance numbers of their own are two. */
static void
test_v9_insured (void)
{
  Club club;
  g_autoptr (DovRecord) draft = NULL;
  gint64 first = 0;

  open_club (&club);
  first = add_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-10");
  club_change (&club, DOV_TYPE_PERSON, first, "snils", "11223344595");
  draft = new_person (&club, "Ёлкина", "Мария", "Петровна", "2013-03-10");
  club_fill (draft, "snils", "08765430300", NULL);
  verdict_save (&club, draft, NULL);
  club_close (&club);
}

/* Nothing that others point to goes away, and the words say who does. */
static void
test_links (void)
{
  Club club;
  g_autoptr (DovRecord) lounge = NULL;
  g_autoptr (DovRecord) person = NULL;
  g_autoptr (DovRecord) namesake = NULL;
  g_autoptr (GError) error = NULL;
  DovQuery query = { .words = "демакова" };
  gint64 lonely = 0;

  open_club (&club);
  club_add_family (&club, "Шубины");
  person = dov_store_find_first (club.store, DOV_TYPE_PERSON, &query, NULL);
  g_assert_false (dov_store_remove (club.store, person, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (error->message, "Specialist"));
  g_clear_error (&error);

  lounge = dov_store_find (club.store, DOV_TYPE_LOUNGE, club.lounge, NULL);
  g_assert_false (dov_store_remove (club.store, lounge, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (error->message, "Шубины"));
  g_clear_error (&error);

  /* What one said of a person goes with the person. */
  lonely = add_person (&club, "Кротова", "Ольга", "", "");
  namesake = club_new (&club, DOV_TYPE_PERSON, "last_name", "Кротова", "first_name", "Ольга", NULL);
  dov_store_accept (club.store, "V9", "тёзка");
  club_save (&club, namesake);
  g_assert_true (dov_person_say_different (club.store, lonely, dov_record_get_id (namesake), "тёзка", &error));
  g_clear_object (&person);
  person = dov_store_find (club.store, DOV_TYPE_PERSON, lonely, NULL);
  g_assert_false (dov_store_remove (club.store, person, NULL));
  g_assert_true (dov_parts_remove (club.store, person, &error));
  g_assert_no_error (error);
  g_assert_true (dov_record_is_removed (person));
  g_clear_object (&namesake);
  g_clear_object (&person);
  g_clear_object (&lounge);
  club_close (&club);
}

static void
test_said (void)
{
  static const struct { const char *typed; gint64 year; gboolean is_estimated; gboolean is_good; } cases[] = {
    { "7", 2020, TRUE, TRUE }, { "0", 2027, TRUE, TRUE }, { " 41 ", 1986, TRUE, TRUE }, { "2013", 2013, FALSE, TRUE },
    { "121", 0, FALSE, FALSE }, { "1800", 0, FALSE, FALSE }, { "семь", 0, FALSE, FALSE }, { "", 0, FALSE, FALSE },
    { "-3", 0, FALSE, FALSE }, { "31.02.2015", 0, FALSE, FALSE }, { "5.3", 0, FALSE, FALSE }, { "3/4/2015", 0, FALSE, FALSE },
    { "7а", 0, FALSE, FALSE },
  };
  g_autoptr (GDateTime) now = NULL;

  dov_moment_from_iso ("2027-03-17T15:00", &now);
  dov_clock_set (now);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovPerson) person = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));
      g_autoptr (GError) error = NULL;
      gboolean is_good = dov_person_take_age (person, cases[i].typed, &error);

      g_assert_true (is_good == cases[i].is_good);
      g_assert_true (is_good == (error == NULL));
      if (is_good)
        {
          g_assert_cmpint (person->birth_year, ==, cases[i].year);
          g_assert_true (person->age_estimated == cases[i].is_estimated);
        }
    }
}

/* The name comes in one line, as it is called out. */
static void
test_said_name (void)
{
  static const struct { const char *typed, *last_name, *first_name, *patronymic; } cases[] = {
    { "гостева зоя", "Гостева", "Зоя", "" }, { "  Ёлкина   яна петровна ", "Ёлкина", "Яна", "Петровна" },
    { "Мамедов Али Гасан оглы", "Мамедов", "Али", "Гасан оглы" }, { "иванов", "Иванов", "", "" }, { "", "", "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (DovPerson) person = DOV_PERSON (dov_record_new (DOV_TYPE_PERSON, 0));

      dov_person_take_name (person, cases[i].typed);
      g_assert_cmpstr (person->last_name, ==, cases[i].last_name);
      g_assert_cmpstr (person->first_name, ==, cases[i].first_name);
      g_assert_cmpstr (person->patronymic, ==, cases[i].patronymic);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/person/said/age", test_said);
  g_test_add_func ("/person/said/name", test_said_name);
  g_test_add_func ("/rules/V2/person", test_v2);
  g_test_add_func ("/rules/V3/unique", test_v3);
  g_test_add_func ("/rules/V9/table", test_v9_table);
  g_test_add_func ("/rules/V9/latin", test_v9_latin);
  g_test_add_func ("/rules/V9/order", test_v9_order);
  g_test_add_func ("/rules/V9/different", test_v9_different);
  g_test_add_func ("/rules/V9/paths", test_v9_paths);
  g_test_add_func ("/rules/V9/insured", test_v9_insured);
  g_test_add_func ("/rules/links", test_links);

  return g_test_run ();
}
