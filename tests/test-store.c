/* test-store.c - saving, finding, removing: what the file and the living objects hold */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-plan-template.h"
#include "dov-ref-item.h"
#include "dov-settings.h"
#include "dov-settlement.h"
#include "dov-staff.h"

#include <string.h>

static Club club;

static void
assert_refused (GError     **error,
                const char  *word)
{
  g_assert_error (*error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_test_message ("%s", (*error)->message);
  g_assert_nonnull (strstr ((*error)->message, word));
  g_clear_error (error);
}

static DovFamily *
find_family (gint64 id)
{
  g_autoptr (GError) error = NULL;
  DovRecord *record = dov_store_find (club.store, DOV_TYPE_FAMILY, id, &error);

  g_assert_no_error (error);

  return DOV_FAMILY (record);
}

static DovRecord *
dup_family (gint64 id)
{
  g_autoptr (DovFamily) family = find_family (id);

  return dov_record_dup (DOV_RECORD (family));
}

static gint64
count (GType type)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_store_count (club.store, type, NULL, &error);

  g_assert_no_error (error);

  return n;
}

static gint64
count_sql (const char *sql)
{
  return dov_database_count (dov_store_get_database (club.store), sql, NULL);
}

static void
test_preload (void)
{
  g_autofree char *name = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *edited = NULL;
  g_autoptr (DovRecord) bin = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  g_assert_cmpint (count (DOV_TYPE_SETTLEMENT), ==, 5);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM ref_item WHERE list_code = 'event_form'"), ==, 25);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM ref_item WHERE list_code = 'family_category'"), ==, 21);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM ref_item WHERE list_code = 'item_category'"), ==, 14);
  g_assert_cmpint (count (DOV_TYPE_SETTINGS), ==, 1);
  name = club_read (&club, DOV_TYPE_SETTLEMENT, 15, "name");
  g_assert_cmpstr (name, ==, "Новый Бурец");
  detail = club_read (&club, DOV_TYPE_REF_ITEM, 104, "detail");
  g_assert_cmpstr (detail, ==, "info");

  /* A newer program brings what is missing, and touches nothing else. */
  club_change (&club, DOV_TYPE_REF_ITEM, 101, "label", "Праздник села");
  bin = dov_store_find (club.store, DOV_TYPE_REF_ITEM, 122, &error);
  dov_store_remove (club.store, bin, &error);
  g_assert_no_error (error);
  dov_database_execute (dov_store_get_database (club.store),
                        "DELETE FROM ref_item WHERE id = 124; UPDATE meta SET value = 'older' WHERE name = 'preload'",
                        &error);
  g_assert_no_error (error);
  g_clear_object (&bin);
  club_reopen (&club);
  edited = club_read (&club, DOV_TYPE_REF_ITEM, 101, "label");
  g_assert_cmpstr (edited, ==, "Праздник села");
  g_assert_cmpint (count_sql ("SELECT count(*) FROM ref_item WHERE list_code = 'event_form' AND removed IS NULL"), ==, 24);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM ref_item WHERE id = 124"), ==, 1);
  club_close (&club);
}

static void
test_preload_is_sound (void)
{
  const GType types[] = { DOV_TYPE_SETTLEMENT, DOV_TYPE_REF_ITEM, DOV_TYPE_SETTINGS, DOV_TYPE_PLAN_TEMPLATE };

  club_open (&club);
  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GArray) ids = dov_store_list (club.store, types[t], NULL, NULL);

      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (DovRecord) record = dov_store_find (club.store, types[t], g_array_index (ids, gint64, i),
                                                         NULL);
          g_autoptr (GPtrArray) problems = dov_store_list_problems (club.store, record);

          if (problems->len > 0)
            g_test_message ("%s", ((DovProblem *) problems->pdata[0])->message);
          g_assert_cmpuint (problems->len, ==, 0);
        }
    }
  club_close (&club);
}

static void
test_ids (void)
{
  Club other = { NULL };
  gint64 family, person, after;

  club_open (&club);
  family = club_add_family (&club, "Черемисиновы");
  person = club_add_person (&club, "Черемисинов", "Артём");
  g_assert_cmpint (family >> 32, >, 0);
  g_assert_cmpint (family >> 32, ==, person >> 32);
  g_assert_cmpint (person, ==, family + 1);

  club_reopen (&club);
  after = club_add_family (&club, "Кайсины");
  g_assert_cmpint (after, ==, person + 1);

  club_open (&other);
  g_assert_cmpint (other.lounge >> 32, !=, club.lounge >> 32);
  club_close (&other);
  club_close (&club);
}

/* A dump that is loaded keeps its ids, and no id is ever made twice. */
static void
test_given_ids (void)
{
  gint64 id = G_GINT64_CONSTANT (77) << 32 | 5, own, next;
  g_autoptr (DovRecord) person = NULL;
  g_autoptr (DovRecord) mine = NULL;
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  person = dov_record_new (DOV_TYPE_PERSON, id);
  club_fill (person, "last_name", "Перминова", "first_name", "Ольга", "no_patronymic", "1",
             "birth_date", "1991-04-05", NULL);
  g_assert_cmpint (club_save (&club, person), ==, id);

  own = club_add_person (&club, "Зыков", "Олег");
  mine = dov_record_new (DOV_TYPE_PERSON, own + 100);
  dov_record_assign (mine, person);
  club_save (&club, mine);
  next = club_add_person (&club, "Зыкова", "Анна");
  g_assert_cmpint (next, ==, own + 101);

  /* The same number for another kind of record would name two. */
  family = dov_record_new (DOV_TYPE_SETTLEMENT, id);
  club_fill (family, "name", "Слудка", "type", "с", NULL);
  g_assert_false (dov_store_save (club.store, family, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  club_close (&club);
}

static void
test_one_living_object (void)
{
  gint64 id;
  DovFamily *first, *second;

  club_open (&club);
  id = club_add_family (&club, "Черемисиновы");
  first = find_family (id);
  second = find_family (id);
  g_assert_true (first == second);
  g_object_unref (second);

  /* The card sees what the form saved. */
  club_change (&club, DOV_TYPE_FAMILY, id, "phone", "+79000001714");
  g_assert_cmpstr (first->phone, ==, "+79000001714");
  g_object_unref (first);
  club_close (&club);
}

/* The records outlive the store that made them. */
static void
test_records_outlive_the_store (void)
{
  g_autoptr (DovFamily) family = NULL;

  club_open (&club);
  family = find_family (club_add_family (&club, "Черемисиновы"));
  club_close (&club);
  g_assert_cmpstr (family->family_name, ==, "Черемисиновы");
}

static void
test_many_living_objects (void)
{
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  const guint n = 20000;
  gint64 start;

  club_open (&club);
  dov_database_execute (dov_store_get_database (club.store),
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                        " INSERT INTO person (id, last_name, key) SELECT 1000 + i, 'Перминов', 'перминов' FROM n", NULL);
  for (guint i = 1; i <= n; i++)
    g_ptr_array_add (held, dov_store_find (club.store, DOV_TYPE_PERSON, 1000 + i, NULL));
  start = g_get_monotonic_time ();
  g_ptr_array_set_size (held, 0);
  g_test_message ("%u living objects let go in %.1f ms", n, (g_get_monotonic_time () - start) / 1000.0);
  club_close (&club);
}

static void
test_draft_is_not_the_living_object (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (DovFamily) living = NULL;
  g_autofree char *lounge = NULL;

  club_open (&club);
  lounge = g_strdup_printf ("%" G_GINT64_FORMAT, club.lounge);
  draft = club_new (&club, DOV_TYPE_FAMILY, "family_name", "  Черемисиновы ", "case_no", "1-2027/900",
                    "lounge_id", lounge, "address", "с. Слудка", "phone", "8 900 000-17-14", "structure", "full",
                    "case_status", "identified", NULL);
  club_save (&club, draft);
  g_assert_cmpstr (DOV_FAMILY (draft)->family_name, ==, "Черемисиновы");
  g_assert_cmpstr (DOV_FAMILY (draft)->phone, ==, "+79000001714");

  living = find_family (dov_record_get_id (draft));
  g_assert_true (DOV_RECORD (living) != draft);
  club_fill (draft, "family_name", "Кайсины", NULL);
  g_assert_cmpstr (living->family_name, ==, "Черемисиновы");
  club_save (&club, draft);
  g_assert_cmpstr (living->family_name, ==, "Кайсины");
  club_close (&club);
}

/* Whoever edits what is shown is wrong, but loses nothing. */
static void
test_save_of_the_living_object (void)
{
  g_autoptr (DovFamily) living = NULL;
  gint64 id;

  club_open (&club);
  id = club_add_family (&club, "Черемисиновы");
  living = find_family (id);
  dov_set (living, family_name, "Кайсины");
  club_save (&club, DOV_RECORD (living));
  g_assert_cmpint (count_sql ("SELECT count(*) FROM family WHERE family_name = 'Кайсины'"), ==, 1);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM audit WHERE was = 'Черемисиновы' AND became = 'Кайсины'"),
                   ==, 1);
  club_close (&club);
}

static void
test_nothing_changed (void)
{
  g_autoptr (DovFamily) living = NULL;
  g_autoptr (DovRecord) draft = NULL;
  gint64 id, last;

  club_open (&club);
  id = club_add_family (&club, "Черемисиновы");
  last = dov_store_get_last_operation (club.store);
  living = find_family (id);
  draft = dov_record_dup (DOV_RECORD (living));
  club_save (&club, draft);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last);
  g_assert_cmpint (count_sql ("SELECT max (id) FROM operation"), ==, last);
  club_close (&club);
}

static void
test_table_refuses (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last, counter;

  club_open (&club);
  last = dov_store_get_last_operation (club.store);
  counter = count_sql ("SELECT value FROM meta WHERE name = 'counter'");
  draft = club_new (&club, DOV_TYPE_PERSON, "first_name", "Зыян", "no_patronymic", "1", "birth_date",
                    "1980-01-02", NULL);
  problems = dov_store_list_problems (club.store, draft);
  g_assert_cmpuint (problems->len, >=, 1);
  g_assert_cmpstr (((DovProblem *) problems->pdata[0])->field->name, ==, "last_name");

  g_assert_false (dov_store_save (club.store, draft, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_true (dov_store_get_refused (club.store) == draft);
  g_assert_cmpint (dov_record_get_id (draft), ==, 0);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last);
  g_assert_cmpint (count_sql ("SELECT value FROM meta WHERE name = 'counter'"), ==, counter);
  club_close (&club);
}

/* Links. */

static void
test_links (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  draft = dup_family (club_add_family (&club, "Черемисиновы"));

  /* Nobody there; somebody else's kind; another list. */
  club_fill (draft, "lounge_id", "12345", NULL);
  problems = dov_store_list_problems (club.store, draft);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((DovProblem *) problems->pdata[0])->field->name, ==, "lounge_id");
  g_assert_false (dov_store_save (club.store, draft, &error));
  assert_refused (&error, "");
  dov_record_set_number (draft, "lounge_id", club.manager);
  g_assert_false (dov_store_save (club.store, draft, &error));
  assert_refused (&error, "");
  club_close (&club);
}

static void
test_link_to_another_list (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (DovRecord) event = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  event = dov_store_find (club.store, g_type_from_name ("DovEvent"),
                          club_add_event (&club, "Ёлка", "2027-03-06T18:00"), NULL);
  draft = dov_record_dup (event);
  club_fill (draft, "form_id", "201", NULL);
  g_assert_false (dov_store_save (club.store, draft, &error));
  assert_refused (&error, "");
  club_close (&club);
}

static void
test_removal (void)
{
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (DovRecord) lounge = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) bin = NULL;
  DovQuery in_bin = { .in_bin = TRUE };
  gint64 id;

  club_open (&club);
  id = club_add_family (&club, "Черемисиновы");
  family = DOV_RECORD (find_family (id));
  lounge = dov_store_find (club.store, DOV_TYPE_LOUNGE, club.lounge, NULL);

  /* The family says where it belongs: the lounge stays. */
  g_assert_false (dov_store_remove (club.store, lounge, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (error->message, "Черемисиновы"));
  g_assert_false (dov_record_is_removed (lounge));
  g_clear_error (&error);

  g_assert_true (dov_store_remove (club.store, family, &error));
  g_assert_no_error (error);
  g_assert_true (dov_record_is_removed (family));
  g_assert_cmpint (count (DOV_TYPE_FAMILY), ==, 0);
  bin = dov_store_list (club.store, DOV_TYPE_FAMILY, &in_bin, NULL);
  g_assert_cmpuint (bin->len, ==, 1);

  /* What lies in the bin is not edited. */
  draft = dov_record_dup (family);
  club_fill (draft, "family_name", "Кайсины", NULL);
  g_assert_false (dov_store_save (club.store, draft, &error));
  assert_refused (&error, "Черемисиновы");

  g_assert_true (dov_store_remove (club.store, lounge, &error));
  g_assert_no_error (error);
  g_assert_false (dov_store_restore (club.store, family, &error));
  assert_refused (&error, "Доверие");
  g_assert_true (dov_record_is_removed (family));

  g_assert_true (dov_store_restore (club.store, lounge, &error));
  g_assert_true (dov_store_restore (club.store, family, &error));
  g_assert_no_error (error);
  g_assert_false (dov_record_is_removed (family));
  g_assert_cmpint (count (DOV_TYPE_FAMILY), ==, 1);
  club_close (&club);
}

static void
test_many_referrers (void)
{
  g_autoptr (DovRecord) lounge = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  for (guint i = 0; i < 5; i++)
    club_add_family (&club, "Черемисиновы");
  lounge = dov_store_find (club.store, DOV_TYPE_LOUNGE, club.lounge, NULL);
  g_assert_false (dov_store_remove (club.store, lounge, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  g_assert_nonnull (strstr (error->message, " 2 "));
  club_close (&club);
}

static void
test_not_found (void)
{
  g_autoptr (GError) error = NULL;

  club_open (&club);
  g_assert_null (dov_store_find (club.store, DOV_TYPE_FAMILY, 4, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (dov_store_find (club.store, DOV_TYPE_FAMILY, club.lounge, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  club_close (&club);
}

/* Descriptions. */

static void
test_describe (void)
{
  g_autoptr (DovRecord) member = NULL;
  g_autofree char *family = NULL;
  g_autofree char *person = NULL;
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *nobody = NULL;
  gint64 id;

  club_open (&club);
  family = g_strdup_printf ("%" G_GINT64_FORMAT, club_add_family (&club, "Черемисиновы"));
  person = g_strdup_printf ("%" G_GINT64_FORMAT, club_add_person (&club, "Черемисинов", "Артём"));
  id = club_add (&club, DOV_TYPE_FAMILY_MEMBER, "family_id", family, "person_id", person, "kinship", "child",
                 NULL);
  member = dov_store_find (club.store, DOV_TYPE_FAMILY_MEMBER, id, NULL);

  words = dov_store_describe (club.store, member);
  g_assert_true (g_str_has_prefix (words, "Черемисинов Артём"));
  g_assert_nonnull (strstr (words, " — "));
  shown = dov_store_dup_shown (club.store, member,
                               dov_record_class_find_field (DOV_RECORD_GET_CLASS (member), "family_id"));
  g_assert_nonnull (strstr (shown, "Черемисиновы"));
  nobody = dov_store_describe_id (club.store, DOV_TYPE_FAMILY, 0);
  g_assert_cmpstr (nobody, ==, "");
  club_close (&club);
}

/* Two who open. */

static void
test_read_only (void)
{
  g_autoptr (DovStore) reader = NULL;
  g_autoptr (DovStore) writer = NULL;
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, number = 0;

  club_open (&club);
  id = club_add_family (&club, "Черемисиновы");
  writer = dov_store_open (club.path, 0, &error);
  g_assert_null (writer);
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE);
  g_clear_error (&error);

  reader = dov_store_open (club.path, DOV_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (dov_store_is_read_only (reader));
  family = dov_store_find (reader, DOV_TYPE_FAMILY, id, &error);
  g_assert_no_error (error);
  draft = dov_record_dup (family);
  club_fill (draft, "family_name", "Кайсины", NULL);
  g_assert_false (dov_store_save (reader, draft, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (dov_store_keep_draft (reader, draft, NULL, &number, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (dov_store_begin (reader, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  club_close (&club);
}

static void
test_close (void)
{
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  log = g_strconcat (club.path, "-wal", NULL);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (dov_store_close (club.store, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_true (dov_store_close (club.store, &error));
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/preload", test_preload);
  g_test_add_func ("/store/preload/is-sound", test_preload_is_sound);
  g_test_add_func ("/store/ids", test_ids);
  g_test_add_func ("/store/ids/given", test_given_ids);
  g_test_add_func ("/store/living/one", test_one_living_object);
  g_test_add_func ("/store/living/many", test_many_living_objects);
  g_test_add_func ("/store/living/outlive-the-store", test_records_outlive_the_store);
  g_test_add_func ("/store/living/draft-is-another", test_draft_is_not_the_living_object);
  g_test_add_func ("/store/living/saved-itself", test_save_of_the_living_object);
  g_test_add_func ("/store/save/nothing-changed", test_nothing_changed);
  g_test_add_func ("/store/save/table-refuses", test_table_refuses);
  g_test_add_func ("/store/links", test_links);
  g_test_add_func ("/store/links/another-list", test_link_to_another_list);
  g_test_add_func ("/store/removal", test_removal);
  g_test_add_func ("/store/removal/many-referrers", test_many_referrers);
  g_test_add_func ("/store/not-found", test_not_found);
  g_test_add_func ("/store/describe", test_describe);
  g_test_add_func ("/store/read-only", test_read_only);
  g_test_add_func ("/store/close", test_close);

  return g_test_run ();
}
