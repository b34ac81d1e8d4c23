/* dov-generate.c - a big invented club, made quickly, for benchmarks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-generate.h"

#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"
#include "dov-staff.h"

#include <stdarg.h>

#define N_LOUNGES 5
#define PEOPLE_AN_EVENT 200

static const char *const beginnings[] = {
  "Берёз", "Сосн", "Елоч", "Рябин", "Луг", "Пол", "Озер", "Реч", "Камен", "Холм", "Мор", "Снег", "Дожд", "Ветр",
  "Солн", "Зар", "Облак", "Гром", "Лист", "Трав", "Цвет", "Медов", "Хлеб", "Соль", "Печ", "Двор", "Ворот", "Крыл",
  "Щук", "Ёрш",
};
static const char *const middles[] = {
  "ан", "ин", "ов", "ун", "ак", "ич", "ен", "ок", "ух", "ат", "ар", "ол", "юк", "яг", "еш", "иш", "уш", "аж", "от", "ед",
};
static const char *const women[] = {
  "Алёна", "Мария", "Ольга", "Вера", "Надежда", "Любовь", "Дарья", "Полина", "Ксения", "Юлия", "Фёкла", "Нина",
};
static const char *const boys[] = {
  "Артём", "Пётр", "Семён", "Матвей", "Фёдор", "Иван", "Егор", "Тимофей", "Глеб", "Лев", "Яков", "Захар",
};
static const char *const girls[] = {
  "Анна", "Варвара", "Ульяна", "Софья", "Алиса", "Ева", "Василиса", "Таисия", "Злата", "Мила", "Кира", "Вера",
};

/* Every statement repeats a row as often as ?1 says; i is which. */
#define REPEAT "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?1) "

static gboolean
run (DovStore    *store,
     const char  *sql,
     gint64       n_rows,
     gint64       first,
     GError     **error)
{
  g_autoptr (DovStatement) statement = dov_database_prepare (dov_store_get_database (store), sql, error);

  if (statement == NULL)
    return FALSE;
  dov_statement_bind_integer (statement, 1, n_rows);
  dov_statement_bind_integer (statement, 2, first);

  return dov_statement_run (statement, error);
}

static gboolean
write_words (DovStore           *store,
             const char         *kind,
             const char *const  *words,
             guint               n_words,
             GError            **error)
{
  g_autoptr (DovStatement) statement = NULL;

  statement = dov_database_prepare (dov_store_get_database (store), "INSERT INTO word VALUES (?1, ?2, ?3)", error);
  for (guint i = 0; statement != NULL && i < n_words; i++)
    {
      dov_statement_bind_text (statement, 1, kind);
      dov_statement_bind_integer (statement, 2, i);
      dov_statement_bind_text (statement, 3, words[i]);
      if (!dov_statement_run (statement, error))
        return FALSE;
    }

  return statement != NULL;
}

static gint64
add (DovStore  *store,
     GType      type,
     GError   **error,
     ...)
{
  g_autoptr (DovRecord) draft = dov_record_new (type, 0);
  const char *name;
  va_list pairs;
  gboolean good = TRUE;

  va_start (pairs, error);
  while (good && (name = va_arg (pairs, const char *)) != NULL)
    good = dov_record_set_text (draft, dov_record_class_find_field (DOV_RECORD_GET_CLASS (draft), name),
                                va_arg (pairs, const char *), error);
  va_end (pairs);

  return good && dov_store_save (store, draft, error) ? dov_record_get_id (draft) : 0;
}

/* A lounge in each of the five settlements, and who runs it. */
static gboolean
add_lounges (DovStore  *store,
             GError   **error)
{
  for (guint i = 0; i < N_LOUNGES; i++)
    {
      g_autofree char *settlement = g_strdup_printf ("%u", 11 + i);
      g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT,
        add (store, DOV_TYPE_PERSON, error, "last_name", "Ветлугина", "first_name", women[i], "patronymic", "Павловна",
             "birth_date", "1974-05-06", NULL));
      g_autofree char *organisation = g_strdup_printf ("%" G_GINT64_FORMAT,
        add (store, DOV_TYPE_ORGANISATION, error, "short_name", "Клуб", "full_name", "Сельский клуб",
             "kind", "municipal", "sector", "culture", NULL));
      g_autofree char *staff = g_strdup_printf ("%" G_GINT64_FORMAT,
        add (store, DOV_TYPE_STAFF, error, "person_id", person, "position", "Заведующая", "role", "lounge_manager",
             "organisation_id", organisation, NULL));
      gint64 lounge;

      lounge = add (store, DOV_TYPE_LOUNGE, error, "name", "Гостиная «Доверие»", "settlement_id", settlement,
                    "host_institution_id", organisation, "address", "ул. Мира, 1", "opened_on", "2020-01-09",
                    "manager_id", staff, NULL);
      if (lounge == 0)
        return FALSE;
    }

  return dov_database_execute (dov_store_get_database (store),
                               "CREATE TEMP TABLE place (n INTEGER PRIMARY KEY, lounge, staff);"
                               "INSERT INTO place SELECT row_number () OVER (ORDER BY id) - 1, id, manager_id FROM lounge",
                               error);
}

static gboolean
add_words (DovStore  *store,
           GError   **error)
{
  return dov_database_execute (dov_store_get_database (store),
                               "CREATE TEMP TABLE word (kind, n, word, PRIMARY KEY (kind, n)) WITHOUT ROWID", error)
         && write_words (store, "beginning", beginnings, G_N_ELEMENTS (beginnings), error)
         && write_words (store, "middle", middles, G_N_ELEMENTS (middles), error)
         && write_words (store, "woman", women, G_N_ELEMENTS (women), error)
         && write_words (store, "boy", boys, G_N_ELEMENTS (boys), error)
         && write_words (store, "girl", girls, G_N_ELEMENTS (girls), error)
         && dov_database_execute (dov_store_get_database (store),
                                  "CREATE TEMP TABLE surname (n INTEGER PRIMARY KEY, stem);"
                                  "INSERT INTO surname SELECT b.n * 20 + m.n, b.word || m.word || 'ов' FROM word b, word m"
                                  " WHERE b.kind = 'beginning' AND m.kind = 'middle'", error);
}

static gboolean
add_families (DovStore            *store,
              const DovGenerated  *generated,
              GError             **error)
{
  return run (store, REPEAT
              "INSERT INTO family (id, family_name, case_no, lounge_id, address, structure, case_status, opened_on, key) "
              "SELECT ?2 + i, stem || 'ы', no, lounge, address, 'full', 'identified', opened,"
              " fold (stem || 'ы ' || no || ' ' || address) "
              "FROM (SELECT i, stem, lounge, (i % 5 + 1) || '-2027/' || printf ('%05d', i) AS no,"
              " 'ул. Мира, д. ' || (i % 211 + 1) || ', кв. ' || (i % 83 + 1) AS address,"
              " date ('2020-01-01', '+' || (i * 7 % 2500) || ' days') AS opened"
              " FROM n JOIN surname s ON s.n = i * 7919 % 600 JOIN place p ON p.n = i % 5)",
              generated->n_families, DOV_GENERATED_FAMILY, error);
}

static gboolean
add_persons (DovStore            *store,
             const DovGenerated  *generated,
             GError             **error)
{
  return run (store, REPEAT
              "INSERT INTO person (id, last_name, first_name, patronymic, birth_date, sex, live_address, key) "
              "SELECT ?2 + i, surname, name, patronymic, birth, sex, address,"
              " fold (surname || ' ' || name || ' ' || patronymic || ' ' || address) "
              "FROM (SELECT i, w.word AS name,"
              " CASE WHEN w.kind = 'boy' THEN stem ELSE stem || 'а' END AS surname,"
              " CASE WHEN w.kind = 'boy' THEN 'Сергеевич' ELSE 'Сергеевна' END AS patronymic,"
              " CASE WHEN w.kind = 'boy' THEN 'm' ELSE 'f' END AS sex,"
              " date (CASE i % 2 WHEN 0 THEN '1975-01-01' ELSE '2009-01-01' END,"
              "  '+' || (i * 13 % 5500) || ' days') AS birth,"
              " 'ул. Мира, д. ' || (i / 2 % 211 + 1) || ', кв. ' || (i / 2 % 83 + 1) AS address"
              " FROM n JOIN surname s ON s.n = i / 2 * 7919 % 600"
              " JOIN word w ON w.kind = CASE WHEN i % 2 = 0 THEN 'woman' WHEN i % 4 = 1 THEN 'boy' ELSE 'girl' END"
              "  AND w.n = i * 31 % 12)",
              generated->n_persons, DOV_GENERATED_PERSON, error)
         && run (store, REPEAT
                 "INSERT INTO family_member (id, family_id, person_id, kinship, is_legal_rep, lives_together, since, key) "
                 "SELECT ?2 + i, f.id, p.id, CASE i % 2 WHEN 0 THEN 'mother' ELSE 'child' END, i % 2 = 0, 1, f.opened_on, '' "
                 "FROM n JOIN family f ON f.id = (7 << 32) + 1000000 + i / 2 JOIN person p ON p.id = (7 << 32) + 20000000 + i",
                 generated->n_persons, DOV_GENERATED_MEMBER, error)
         && run (store, REPEAT
                 "INSERT INTO family_category (id, family_id, category_id, since, key) "
                 "SELECT ?2 + i, f.id, 201 + i % 20, f.opened_on, '' "
                 "FROM n JOIN family f ON f.id = (7 << 32) + 1000000 + i",
                 generated->n_families, DOV_GENERATED_CATEGORY, error)
         && run (store, REPEAT
                 "INSERT INTO support_period (id, family_id, lounge_id, since, key) "
                 "SELECT ?2 + i, f.id, f.lounge_id, f.opened_on, '' "
                 "FROM n JOIN family f ON f.id = (7 << 32) + 1000000 + i",
                 generated->n_families, DOV_GENERATED_SUPPORT, error);
}

/* Every band counts at least those who are named, whatever their age.
 * A person comes to an event once: within one event the numbers of people follow one another. */
static gboolean
add_events (DovStore            *store,
            const DovGenerated  *generated,
            GError             **error)
{
  g_autofree char *attendances = g_strdup_printf (
    REPEAT
    "INSERT INTO attendance (id, event_id, person_id, status, role, check_in_at, key) "
    "SELECT ?2 + i, e.id, (7 << 32) + 20000000 + (i / %u * 7919 + i %% %u) %% %u,"
    " CASE i %% 10 WHEN 0 THEN 'no_show' WHEN 1 THEN 'walk_in' ELSE 'checked_in' END,"
    " CASE i %% 8 WHEN 0 THEN 'parent' ELSE 'guest' END, CASE WHEN i %% 10 > 0 THEN e.starts_at END, '' "
    "FROM n JOIN event e ON e.id = (7 << 32) + 60000000 + i / %u",
    PEOPLE_AN_EVENT, PEOPLE_AN_EVENT, generated->n_persons, PEOPLE_AN_EVENT);

  return run (store, REPEAT
              "INSERT INTO event (id, title, starts_at, ends_at, lounge_id, place, form_id, stat_kind, audience,"
              " age_mark, responsible_id, planned_count, status, key) "
              "SELECT ?2 + i, title, day || 'T' || printf ('%02d', 9 + i % 10) || ':30',"
              " day || 'T' || printf ('%02d', 11 + i % 10) || ':00', lounge, 'зал', 101 + i % 10, 'leisure', 'family',"
              " '6+', staff, 200, 'held', fold (title || ' зал') "
              "FROM (SELECT i, lounge, staff, 'Вечер «' || stem || '» № ' || i AS title,"
              " date ('2022-01-01', '+' || (i * 5 % 1900) || ' days') AS day"
              " FROM n JOIN surname s ON s.n = i % 600 JOIN place p ON p.n = i % 5)",
              generated->n_events, DOV_GENERATED_EVENT, error)
         && run (store, REPEAT
                 "INSERT INTO event_headcount (id, event_id, b0_6, b7_13, b14_17, b18_35, b36_59, b60, key) "
                 "SELECT ?2 + i, e.id, 210 + i % 40, 260 + i % 30, 250, 240, 260 + i % 50, i % 25, '' "
                 "FROM n JOIN event e ON e.id = (7 << 32) + 60000000 + i",
                 generated->n_events, DOV_GENERATED_HEADCOUNT, error)
         && run (store, attendances, generated->n_attendances, DOV_GENERATED_ATTENDANCE, error);
}

static gboolean
fill (DovStore            *store,
      const DovGenerated  *generated,
      GError             **error)
{
  DovDatabase *database = dov_store_get_database (store);

  if (!dov_database_begin (database, error))
    return FALSE;
  if (add_words (store, error)
      && add_families (store, generated, error)
      && add_persons (store, generated, error)
      && add_events (store, generated, error)
      && dov_database_commit (database, error))
    return TRUE;
  dov_database_roll_back (database);

  return FALSE;
}

/**
 * dov_generate:
 * @path: where no file is yet
 * @n_attendances: at 200 an event
 *
 * Makes a file of five lounges with as many families, their mothers and
 * children, events and attendances, by SQL and without audit: 100,000 families
 * with 1,000,000 attendances take some seconds.
 */
gboolean
dov_generate (const char    *path,
              guint          n_families,
              guint          n_attendances,
              DovGenerated  *generated,
              GError       **error)
{
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_CREATE, error);
  DovDatabase *database;

  if (store == NULL)
    return FALSE;

  *generated = (DovGenerated) { n_families, n_families * 2, MAX (n_attendances / PEOPLE_AN_EVENT, 1), n_attendances };
  database = dov_store_get_database (store);

  return dov_database_execute (database, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000", error)
         && add_lounges (store, error)
         && fill (store, generated, error)
         && dov_store_close (store, error);
}
