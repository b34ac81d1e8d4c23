/* test-store-query.c - which records a query finds, and in which order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-attendance.h"
#include "dov-event.h"
#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-ref-item.h"
#include "dov-registry.h"

static Club club;

/* The last names found, in order, with bars between. */
static char *
list_names (const DovQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = dov_store_list (club.store, DOV_TYPE_FAMILY, query, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = club_read (&club, DOV_TYPE_FAMILY, g_array_index (ids, gint64, i),
                                         "family_name");

      g_string_append_printf (names, "%s%s", i > 0 ? "|" : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
assert_names (DovQuery    query,
              const char *expected)
{
  g_autofree char *names = NULL;
  GVariant *params = query.params;

  /* Counting finds as many as listing. */
  if (params != NULL)
    g_variant_ref_sink (params);
  names = list_names (&query);
  g_assert_cmpstr (names, ==, expected);
  {
    g_auto (GStrv) found = g_strsplit (names, "|", -1);

    g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, &query, NULL), ==, g_strv_length (found));
  }
  if (params != NULL)
    g_variant_unref (params);
}

static gint64
add (const char *name,
     const char *address,
     const char *rooms)
{
  gint64 id = club_add_family (&club, name);

  club_change (&club, DOV_TYPE_FAMILY, id, "address", address);
  club_change (&club, DOV_TYPE_FAMILY, id, "rooms", rooms);

  return id;
}

static void
open_with_families (void)
{
  club_open (&club);
  add ("Щукины", "д. Куршино, ул. Лесная, 3", "3");
  add ("Ёлкины", "с. Слудка, ул. Мира, 12", "1");
  add ("Абрамовы", "с. Слудка, ул. Новая, 5", "");
  add ("Елкины", "с. Слудка, ул. Мира, 12", "2");
  add ("Жуковы", "д. Гремячка, 1", "10");
  add ("Елисеевы", "с. Новый Бурец, 7", "3");
}

static void
test_default_order (void)
{
  open_with_families ();
  assert_names ((DovQuery) { 0 }, "Абрамовы|Елисеевы|Ёлкины|Елкины|Жуковы|Щукины");
  assert_names ((DovQuery) { .descending = TRUE }, "Щукины|Жуковы|Елкины|Ёлкины|Елисеевы|Абрамовы");
  assert_names ((DovQuery) { .order = "family_name" }, "Абрамовы|Елисеевы|Ёлкины|Елкины|Жуковы|Щукины");
  club_close (&club);
}

/* When the folded keys are the same to the last letter, е stands before ё. */
static void
test_tie (void)
{
  static const char *const names[] = { "Дёмин", "Демин", "Демина", "дёмин", "Абрамов" };
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GString) order = g_string_new (NULL);
  DovQuery query = { .where = "first_name = 'Олег'" };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    club_add_person (&club, names[i], "Олег");
  ids = dov_store_list (club.store, DOV_TYPE_PERSON, &query, NULL);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *name = club_read (&club, DOV_TYPE_PERSON, g_array_index (ids, gint64, i), "last_name");

      g_string_append_printf (order, "%s ", name);
    }
  g_assert_true (g_str_has_prefix (order->str, "Абрамов Демин "));
  g_assert_true (g_str_has_suffix (order->str, "Демина "));
  club_close (&club);
}

static void
test_orders (void)
{
  open_with_families ();
  assert_names ((DovQuery) { .order = "rooms" }, "Абрамовы|Ёлкины|Елкины|Щукины|Елисеевы|Жуковы");
  assert_names ((DovQuery) { .order = "rooms", .descending = TRUE },
                "Жуковы|Елисеевы|Щукины|Елкины|Ёлкины|Абрамовы");
  assert_names ((DovQuery) { .order = "address" }, "Жуковы|Щукины|Елисеевы|Ёлкины|Елкины|Абрамовы");
  assert_names ((DovQuery) { .order = "lounge_id" }, "Щукины|Ёлкины|Абрамовы|Елкины|Жуковы|Елисеевы");
  club_close (&club);
}

/* The store sorts by itself what no index gives; SQLite would give the same. */
static void
test_orders_as_sql (void)
{
  static const struct
  {
    const char *field;
    const char *sql;
  } orders[] = {
    { "address", "address COLLATE russian" },
    { "phone", "phone COLLATE russian" },
    { "strengths", "strengths COLLATE russian" },
    { "urgent_remark", "urgent_remark COLLATE russian" },
    { "rooms", "rooms" },
    { "area", "area" },
    { "utilities", "utilities" },
    { "closed_on", "closed_on" },
    { "lounge_id", "(SELECT o.key FROM lounge o WHERE o.id = lounge_id)" },
    { "curator_id", "(SELECT o.key FROM staff o WHERE o.id = curator_id)" },
  };
  static const char *const words[] = { "мир", "Мир", "мира", "ёлка", "елка", "Ель", "z", "é", "1", "12", "2", "-", "й" };
  /* Made in another order than that in which they stand. */
  static const char *const names[] = { "Юность", "Берёзка", "Ёлочка" };
  gint64 lounges[G_N_ELEMENTS (names)];
  g_autofree char *organisation = NULL;
  g_autofree char *manager = NULL;

  club_open (&club);
  organisation = g_strdup_printf ("%" G_GINT64_FORMAT, club.organisation);
  manager = g_strdup_printf ("%" G_GINT64_FORMAT, club.manager);
  g_assert_true (dov_store_begin (club.store, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lounges); i++)
    lounges[i] = club_add (&club, DOV_TYPE_LOUNGE, "name", names[i], "settlement_id", "14", "opened_on", "2020-01-09",
                           "address", "с. Слудка", "host_institution_id", organisation, "manager_id", manager, NULL);
  for (guint i = 0; i < 300; i++)
    {
      gint64 id = club_add_family (&club, "Ивановы");
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *rooms = g_strdup_printf ("%d", g_test_rand_int_range (0, 9));
      g_autofree char *area = g_strdup_printf ("%d.5", g_test_rand_int_range (0, 90));
      g_autofree char *lounge = g_strdup_printf ("%" G_GINT64_FORMAT, lounges[g_test_rand_int_range (0, 3)]);
      /* Nearly everybody's own, in no order, with a head longer than what is compared at once. */
      g_autofree char *remark = g_strdup_printf ("Собака во дворе злая, № %u", i * 7919 % 280);

      for (int n = g_test_rand_int_range (1, 5); n > 0; n--)
        g_string_append_printf (text, "%s ", words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
      club_change (&club, DOV_TYPE_FAMILY, id, "address", text->str);
      club_change (&club, DOV_TYPE_FAMILY, id, "urgent_remark", remark);
      if (i % 3 > 0)
        club_change (&club, DOV_TYPE_FAMILY, id, "strengths", text->str);
      if (i % 4 > 0)
        club_change (&club, DOV_TYPE_FAMILY, id, "rooms", rooms);
      if (i % 5 > 0)
        club_change (&club, DOV_TYPE_FAMILY, id, "area", area);
      club_change (&club, DOV_TYPE_FAMILY, id, "lounge_id", lounge);
    }
  g_assert_true (dov_store_commit (club.store, NULL, NULL));

  for (guint i = 0; i < 2 * G_N_ELEMENTS (orders); i++)
    {
      DovQuery query = { .order = orders[i / 2].field, .descending = i % 2 == 1 };
      const char *direction = query.descending ? "DESC" : "ASC";
      g_autofree char *sql = g_strdup_printf ("SELECT id FROM family ORDER BY %s %s, id %s", orders[i / 2].sql,
                                              direction, direction);
      g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_database (club.store), sql, NULL);
      g_autoptr (GArray) ids = dov_store_list (club.store, DOV_TYPE_FAMILY, &query, NULL);

      g_test_message ("%s", sql);
      g_assert_cmpuint (ids->len, ==, 300);
      for (guint n = 0; n < ids->len; n++)
        {
          g_assert_true (dov_statement_step (rows, NULL));
          g_assert_cmpint (dov_statement_column_integer (rows, 0), ==, g_array_index (ids, gint64, n));
        }
    }
  club_close (&club);
}

/* A choice is in the order of its list, not in that of its codes. */
static void
test_order_of_choices (void)
{
  static const char *const cases[] = { "other", "full", "single_father", "guardian" };
  static const char *const names[] = { "Д", "А", "Б", "В" };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 id = club_add_family (&club, names[i]);

      club_change (&club, DOV_TYPE_FAMILY, id, "structure", cases[i]);
    }
  assert_names ((DovQuery) { .order = "structure" }, "А|Б|В|Д");
  club_close (&club);
}

/* An entry of a list stands where its list has it. */
static void
test_order_of_items (void)
{
  g_autoptr (GArray) ids = NULL;
  DovQuery query = { .order = "form_id" };
  gint64 quiz, holiday, film;

  club_open (&club);
  quiz = club_add_event (&club, "Викторина", "2027-03-06T18:00");
  holiday = club_add_event (&club, "Праздник", "2027-03-07T18:00");
  film = club_add_event (&club, "Кино", "2027-03-08T18:00");
  club_change (&club, DOV_TYPE_EVENT, quiz, "form_id", "109");
  club_change (&club, DOV_TYPE_EVENT, film, "form_id", "105");
  ids = dov_store_list (club.store, DOV_TYPE_EVENT, &query, NULL);
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, holiday);
  g_assert_cmpint (g_array_index (ids, gint64, 1), ==, film);
  g_assert_cmpint (g_array_index (ids, gint64, 2), ==, quiz);
  club_close (&club);
}

static void
test_words (void)
{
  static const struct { const char *words, *expected; } cases[] = {
    { "", "Абрамовы|Елисеевы|Ёлкины|Елкины|Жуковы|Щукины" },
    { "  — ", "Абрамовы|Елисеевы|Ёлкины|Елкины|Жуковы|Щукины" },
    { "елк", "Ёлкины|Елкины" },
    { "ЁЛК", "Ёлкины|Елкины" },
    { "кины", "Ёлкины|Елкины|Щукины" },
    { "мира елк", "Ёлкины|Елкины" },
    { "елк мира", "Ёлкины|Елкины" },
    { "елк лесн", "" },
    { "ул. Мира, 12", "Ёлкины|Елкины" },
    { "%", "Абрамовы|Елисеевы|Ёлкины|Елкины|Жуковы|Щукины" },
    { "' OR 1 --", "" },
    { "бурец", "Елисеевы" },
  };

  open_with_families ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = NULL;
      DovQuery query = { .words = cases[i].words };

      names = list_names (&query);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
  club_close (&club);
}

/* Whom one means stands first, where that is asked for: what begins so, then the address, then the middle of a word. */
static void
test_nearest (void)
{
  static const char *const words[] = { "мир", "ёл", "12 мир" };
  static const char *const nearest[] = { "Мирные|Ёлкины|Елкины|Кумирские", "Елисеевы|Ёлкины|Елкины|Артёловы",
                                         "Ёлкины|Елкины" };
  static const char *const usual[] = { "Ёлкины|Елкины|Кумирские|Мирные", "Артёловы|Елисеевы|Ёлкины|Елкины",
                                       "Ёлкины|Елкины" };

  open_with_families ();
  add ("Мирные", "д. Гремячка, 8", "");
  add ("Кумирские", "д. Гремячка, 9", "");
  add ("Артёловы", "д. Гремячка, 4", "");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      assert_names ((DovQuery) { .words = words[i], .is_nearest_first = TRUE }, nearest[i]);
      assert_names ((DovQuery) { .words = words[i] }, usual[i]);
    }
  assert_names ((DovQuery) { .words = "мир", .is_nearest_first = TRUE, .order = "rooms" }, "Мирные|Кумирские|Ёлкины|Елкины");
  club_close (&club);
}

/* Numbers of cases stand in the order of counting. */
static void
test_case_numbers (void)
{
  static const char *const numbers[] = { "100", "9", "3-2027/10", "10", "3-2027/9", "3-2026/100" };
  static const char *const names[] = { "Сто", "Девять", "Второй", "Десять", "Первый", "Прежний" };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    club_change (&club, DOV_TYPE_FAMILY, club_add_family (&club, names[i]), "case_no", numbers[i]);
  assert_names ((DovQuery) { .order = "case_no" }, "Прежний|Первый|Второй|Девять|Десять|Сто");
  assert_names ((DovQuery) { .order = "case_no", .descending = TRUE }, "Сто|Десять|Девять|Второй|Первый|Прежний");
  club_close (&club);
}

/* A telephone is found however it is typed. */
static void
test_telephone (void)
{
  static const struct { const char *words, *expected; } cases[] = {
    { "8 900 000-17-14", "Зыковы" },
    { "8(900)0001714", "Зыковы" },
    { "+7 900 000", "Зыковы|Кайсины" },
    { "89000002", "Кайсины" },
    { "17-14", "Зыковы" },
    { "900 000", "Зыковы|Кайсины" },
    { "8 901 000-17-14", "" },
    { "+8 900 000-17-14", "" },
  };
  gint64 first, second;

  club_open (&club);
  first = club_add_family (&club, "Зыковы");
  second = club_add_family (&club, "Кайсины");
  club_change (&club, DOV_TYPE_FAMILY, first, "phone", "+79000001714");
  club_change (&club, DOV_TYPE_FAMILY, second, "phone", "+79000002825");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *names = NULL;
      DovQuery query = { .words = cases[i].words };

      names = list_names (&query);
      g_assert_cmpstr (names, ==, cases[i].expected);
    }
  club_close (&club);
}

static void
test_where (void)
{
  open_with_families ();
  assert_names ((DovQuery) { .where = "rooms >= ?1 AND rooms < ?2",
                             .params = g_variant_new ("(xi)", (gint64) 2, 5) },
                "Елисеевы|Елкины|Щукины");
  assert_names ((DovQuery) { .where = "rooms >= ?1", .params = g_variant_new ("(x)", (gint64) 2),
                             .words = "слудка" },
                "Елкины");
  assert_names ((DovQuery) { .where = "family_name = ?1 OR rooms = 10",
                             .params = g_variant_new ("(s)", "Щукины"),
                             .descending = TRUE }, "Щукины|Жуковы");
  club_close (&club);
}

static void
test_wrong (void)
{
  g_autoptr (GError) error = NULL;
  DovQuery query = { .where = "no_such_column = 1" };

  open_with_families ();
  g_assert_null (dov_store_list (club.store, DOV_TYPE_FAMILY, &query, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, &query, &error), ==, -1);
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  club_close (&club);
}

/* Families are found by the names of their children too. */
static void
test_also (void)
{
  g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  static const char also[] =
    "SELECT m.family_id FROM family_member m JOIN person p ON p.id = m.person_id"
    " WHERE m.removed IS NULL AND instr (p.key, ?w) > 0";
  g_autoptr (GArray) ids = NULL;
  DovQuery query = { .where = "rooms > 1" };

  open_with_families ();
  ids = dov_store_list (club.store, DOV_TYPE_FAMILY, &query, NULL);
  club_fill (member, "kinship", "child", NULL);
  dov_record_set_number (member, "family_id", g_array_index (ids, gint64, 0));
  dov_record_set_number (member, "person_id", club_add_person (&club, "Перминов", "Фёдор"));
  club_save (&club, member);

  assert_names ((DovQuery) { .words = "федор", .also = also }, "Елисеевы");
  assert_names ((DovQuery) { .words = "федор бурец", .also = also }, "Елисеевы");
  assert_names ((DovQuery) { .words = "перм елк", .also = also }, "");
  assert_names ((DovQuery) { .words = "елк", .also = also }, "Ёлкины|Елкины");
  club_close (&club);
}

static void
test_bin (void)
{
  static const char *const names[] = { "Щукины", "Абрамовы", "Ёлкины" };

  open_with_families ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      DovQuery query = { .where = "family_name = ?1", .params = g_variant_new ("(s)", names[i]) };
      g_autoptr (DovRecord) record = dov_store_find_first (club.store, DOV_TYPE_FAMILY, &query, NULL);
      g_autoptr (GDateTime) now = dov_clock_dup_now ();
      g_autoptr (GDateTime) later = g_date_time_add_minutes (now, 1);

      dov_clock_set (later);
      g_assert_true (dov_store_remove (club.store, record, NULL));
    }
  assert_names ((DovQuery) { 0 }, "Елисеевы|Елкины|Жуковы");

  /* What was thrown away last is on top. */
  assert_names ((DovQuery) { .in_bin = TRUE }, "Ёлкины|Абрамовы|Щукины");
  assert_names ((DovQuery) { .in_bin = TRUE, .order = "family_name" }, "Абрамовы|Ёлкины|Щукины");
  assert_names ((DovQuery) { .in_bin = TRUE, .words = "щук" }, "Щукины");
  club_close (&club);
}

static void
test_first (void)
{
  g_autoptr (DovRecord) first = NULL;
  g_autoptr (DovRecord) none = NULL;
  g_autoptr (GError) error = NULL;
  DovQuery nothing = { .where = "rooms = 99" };

  open_with_families ();
  first = dov_store_find_first (club.store, DOV_TYPE_FAMILY, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (DOV_FAMILY (first)->family_name, ==, "Абрамовы");
  none = dov_store_find_first (club.store, DOV_TYPE_FAMILY, &nothing, &error);
  g_assert_null (none);
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  club_close (&club);
}

/* A list in its own order and a search read nothing but one index, and who
 * asks for a link or a date reads its index. */
static void
test_plans (void)
{
  static const struct { const char *sql, *index; } cases[] = {
    { "SELECT id FROM family WHERE removed IS NULL ORDER BY key, family_name, id",
      "COVERING INDEX family_key" },
    { "SELECT id FROM family WHERE removed IS NULL AND (instr (key, 'x') > 0) ORDER BY key, family_name, id",
      "COVERING INDEX family_key" },
    { "SELECT id FROM attendance WHERE removed IS NULL AND (event_id = 5) ORDER BY id",
      "attendance_event_id" },
    { "SELECT id FROM event WHERE removed IS NULL AND (starts_at >= '2027-01-01') ORDER BY starts_at DESC, id DESC",
      "event_starts_at" },
    { "SELECT count(*) FROM family INDEXED BY family_key WHERE removed IS NULL",
      "COVERING INDEX family_key" },
    { "SELECT count(*) FROM family WHERE removed IS NULL AND case_status = 'active' AND (5 = 0 OR lounge_id = 5)",
      "COVERING INDEX family_case_status" },
  };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN %s", cases[i].sql);
      g_autoptr (DovStatement) row = dov_database_prepare (dov_store_get_database (club.store), sql, NULL);
      g_autoptr (GString) plan = g_string_new (NULL);

      g_assert_nonnull (row);
      while (dov_statement_step (row, NULL))
        g_string_append_printf (plan, "%s\n", dov_statement_column_text (row, 3));
      g_test_message ("%s", plan->str);
      g_assert_nonnull (g_strstr_len (plan->str, -1, cases[i].index));
      g_assert_null (g_strstr_len (plan->str, -1, "TEMP B-TREE"));
    }
  club_close (&club);
}

static const DovField *
find_field (GType       type,
            const char *name)
{
  return dov_record_class_find_field (dov_registry_class (type), name);
}

/* On the page of a person an attendance is told by its event, the latest first, whenever it was put down; on that of
 * the event, by the person. */
static void
test_pointing (void)
{
  static const char *const starts[] = { "2027-03-05T17:00", "2027-03-19T17:00", "2027-03-12T17:00" };
  static const char *const titles[] = { "Лото", "Кино", "Вальс" };
  const DovField *by_person = find_field (DOV_TYPE_ATTENDANCE, "person_id");
  const DovField *by_event = find_field (DOV_TYPE_ATTENDANCE, "event_id");
  const DovField *by_member = find_field (DOV_TYPE_FAMILY_MEMBER, "person_id");
  gint64 person, other, events[3];
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) at_event = NULL;
  g_autoptr (GArray) families = NULL;
  g_autoptr (DovRecord) newest = NULL;
  g_autoptr (DovRecord) member = NULL;
  g_autofree char *words = NULL;
  g_autofree char *whom = NULL;
  g_autofree char *family = NULL;

  club_open (&club);
  person = club_add_person (&club, "Анисимов", "Глеб");
  other = club_add_person (&club, "Беляева", "Инна");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *event = NULL;
      g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);

      events[i] = club_add_event (&club, titles[i], starts[i]);
      event = g_strdup_printf ("%" G_GINT64_FORMAT, events[i]);
      club_add (&club, DOV_TYPE_ATTENDANCE, "event_id", event, "person_id", who, "status", "registered", NULL);
    }
  {
    g_autofree char *event = g_strdup_printf ("%" G_GINT64_FORMAT, events[1]);
    g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, other);
    g_autofree char *in = g_strdup_printf ("%" G_GINT64_FORMAT, club_add_family (&club, "Беляевы"));

    club_add (&club, DOV_TYPE_ATTENDANCE, "event_id", event, "person_id", who, "status", "registered", NULL);
    club_add (&club, DOV_TYPE_FAMILY_MEMBER, "family_id", in, "person_id", who, "kinship", "mother", NULL);
  }

  ids = dov_store_list_pointing (club.store, DOV_TYPE_ATTENDANCE, by_person, person, NULL);
  g_assert_cmpuint (ids->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      static const guint order[] = { 1, 2, 0 };
      g_autoptr (DovRecord) mark = dov_store_find (club.store, DOV_TYPE_ATTENDANCE, g_array_index (ids, gint64, i), NULL);

      g_assert_cmpint (DOV_ATTENDANCE (mark)->event_id, ==, events[order[i]]);
    }
  newest = dov_store_find (club.store, DOV_TYPE_ATTENDANCE, g_array_index (ids, gint64, 0), NULL);
  words = dov_store_describe_pointing (club.store, newest, by_person);
  g_assert_true (g_str_has_prefix (words, "Кино, "));
  g_assert_nonnull (strstr (words, "19.03.2027"));
  g_assert_null (strstr (words, "Анисимов"));
  whom = dov_store_describe_pointing (club.store, newest, by_event);
  g_assert_true (g_str_has_prefix (whom, "Анисимов Глеб"));
  g_assert_null (strstr (whom, "Кино"));

  at_event = dov_store_list_pointing (club.store, DOV_TYPE_ATTENDANCE, by_event, events[1], NULL);
  g_assert_cmpuint (at_event->len, ==, 2);
  families = dov_store_list_pointing (club.store, DOV_TYPE_FAMILY_MEMBER, by_member, other, NULL);
  g_assert_cmpuint (families->len, ==, 1);
  member = dov_store_find (club.store, DOV_TYPE_FAMILY_MEMBER, g_array_index (families, gint64, 0), NULL);
  family = dov_store_describe_pointing (club.store, member, by_member);
  g_assert_nonnull (strstr (family, "Беляевы"));
  g_assert_null (strstr (family, "Инна"));

  /* What lies in the bin points nowhere. */
  g_assert_true (dov_store_remove (club.store, newest, NULL));
  g_array_unref (ids);
  ids = dov_store_list_pointing (club.store, DOV_TYPE_ATTENDANCE, by_person, person, NULL);
  g_assert_cmpuint (ids->len, ==, 2);
  club_close (&club);
}

/* Records themselves, and those at the end of their links. */
static void
test_records (void)
{
  DovQuery query = { .where = "family_id = ?1" };
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (DovFamily) family = NULL;
  g_autoptr (DovRecord) village = NULL;
  gint64 id, person;

  club_open (&club);
  id = club_add_family (&club, "Гнездовы");
  person = club_add_person (&club, "Гнездова", "Ольга");
  {
    g_autofree char *of = g_strdup_printf ("%" G_GINT64_FORMAT, id);
    g_autofree char *who = g_strdup_printf ("%" G_GINT64_FORMAT, person);

    club_add (&club, DOV_TYPE_FAMILY_MEMBER, "family_id", of, "person_id", who, "kinship", "mother", NULL);
  }
  query.params = g_variant_new ("(x)", id);
  members = dov_store_read (club.store, DOV_TYPE_FAMILY_MEMBER, &query);
  g_assert_cmpuint (members->len, ==, 1);
  family = dov_store_follow (club.store, members->pdata[0], "family_id");
  g_assert_cmpint (dov_record_get_id (DOV_RECORD (family)), ==, id);
  village = dov_store_follow (club.store, members->pdata[0], "family_id.lounge_id.settlement_id");
  g_assert_nonnull (village);

  /* What leads nowhere, and what is not there. */
  g_assert_null (dov_store_follow (club.store, NULL, "family_id"));
  g_assert_null (dov_store_follow (club.store, family, "curator_id.person_id"));
  g_assert_null (dov_store_look_up (club.store, DOV_TYPE_PERSON, 0));
  g_assert_null (dov_store_look_up (club.store, DOV_TYPE_PERSON, id + 1000));
  query.params = g_variant_new ("(x)", person);
  none = dov_store_read (club.store, DOV_TYPE_FAMILY_MEMBER, &query);
  g_assert_cmpuint (none->len, ==, 0);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/order/default", test_default_order);
  g_test_add_func ("/query/order/tie", test_tie);
  g_test_add_func ("/query/order/fields", test_orders);
  g_test_add_func ("/query/order/choices", test_order_of_choices);
  g_test_add_func ("/query/order/items", test_order_of_items);
  g_test_add_func ("/query/words", test_words);
  g_test_add_func ("/query/nearest", test_nearest);
  g_test_add_func ("/query/case-numbers", test_case_numbers);
  g_test_add_func ("/query/telephone", test_telephone);
  g_test_add_func ("/query/where", test_where);
  g_test_add_func ("/query/wrong", test_wrong);
  g_test_add_func ("/query/also", test_also);
  g_test_add_func ("/query/orders-as-sql", test_orders_as_sql);
  g_test_add_func ("/query/bin", test_bin);
  g_test_add_func ("/query/first", test_first);
  g_test_add_func ("/query/pointing", test_pointing);
  g_test_add_func ("/query/records", test_records);
  g_test_add_func ("/query/plans", test_plans);

  return g_test_run ();
}
