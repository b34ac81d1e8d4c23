/* test-store-undo.c - history, undo and redo: the same log */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-person.h"

#include <string.h>

static Club club;

static gint64
last (void)
{
  return dov_store_get_last_operation (club.store);
}

static void
undo (gint64 operation)
{
  g_autoptr (GError) error = NULL;

  dov_store_undo (club.store, operation, &error);
  g_assert_no_error (error);
}

static void
assert_cannot_undo (gint64      operation,
                    const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 before = last ();

  g_assert_false (dov_store_undo (club.store, operation, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (last (), ==, before);
}

static void
assert_field (gint64      family,
              const char *field,
              const char *expected)
{
  g_autofree char *text = club_read (&club, DOV_TYPE_FAMILY, family, field);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
is_in_bin (GType  type,
           gint64 id)
{
  g_autoptr (DovRecord) record = dov_store_find (club.store, type, id, NULL);

  return dov_record_is_removed (record);
}

static void
test_change (void)
{
  gint64 family, changed;
  g_autofree char *words = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  changed = last ();
  words = dov_store_describe_operation (club.store, changed);
  g_assert_nonnull (strstr (words, "Зыковы"));

  undo (changed);
  assert_field (family, "phone", "");
  undone = dov_store_describe_operation (club.store, last ());
  g_assert_nonnull (strstr (undone, words));
  g_assert_cmpstr (undone, !=, words);

  undo (last ());
  assert_field (family, "phone", "+79000000001");
  again = dov_store_describe_operation (club.store, last ());
  g_assert_nonnull (strstr (again, words));
  g_assert_cmpstr (again, !=, undone);
  club_close (&club);
}

/* Every kind comes back to what it was, empty too. */
static void
test_every_kind (void)
{
  static const struct { const char *field, *first, *second; } cases[] = {
    { "phone", "+79000000001", "+79000000002" },
    { "rooms", "3", "0" },
    { "area", "54.3", "" },
    { "heating", "stove", "gas" },
    { "smoke_detector", "1", "0" },
    { "strengths", "Дружные\nТрудолюбивые", "" },
  };

  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 family = club_add_family (&club, "Зыковы");
      gint64 changed;

      club_change (&club, DOV_TYPE_FAMILY, family, cases[i].field, cases[i].first);
      club_change (&club, DOV_TYPE_FAMILY, family, cases[i].field, cases[i].second);
      changed = last ();
      undo (changed);
      assert_field (family, cases[i].field, cases[i].first);
      undo (last ());
      assert_field (family, cases[i].field, cases[i].second);
    }
  club_close (&club);
}

static void
test_creation (void)
{
  gint64 family, made;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  made = last ();
  undo (made);
  g_assert_true (is_in_bin (DOV_TYPE_FAMILY, family));
  assert_cannot_undo (made, "");
  undo (last ());
  g_assert_false (is_in_bin (DOV_TYPE_FAMILY, family));
  assert_field (family, "family_name", "Зыковы");
  club_close (&club);
}

static void
test_removal (void)
{
  g_autoptr (DovRecord) record = NULL;
  gint64 family, removed;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  record = dov_store_find (club.store, DOV_TYPE_FAMILY, family, NULL);
  g_assert_true (dov_store_remove (club.store, record, NULL));
  removed = last ();
  undo (removed);
  g_assert_false (dov_record_is_removed (record));
  undo (last ());
  g_assert_true (dov_record_is_removed (record));

  /* Restored by hand: then there is nothing to undo. */
  g_assert_true (dov_store_restore (club.store, record, NULL));
  assert_cannot_undo (removed, "Зыковы");
  club_close (&club);
}

static gint64
add_member (gint64      family,
            gint64      person,
            const char *kinship)
{
  g_autoptr (DovRecord) member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);

  club_fill (member, "kinship", kinship, NULL);
  dov_record_set_number (member, "family_id", family);
  dov_record_set_number (member, "person_id", person);

  return club_save (&club, member);
}

static void
test_operation_of_several (void)
{
  gint64 family, person, member, operation;

  club_open (&club);
  dov_store_begin (club.store, "Новая семья", NULL);
  family = club_add_family (&club, "Зыковы");
  person = club_add_person (&club, "Зыков", "Олег");
  member = add_member (family, person, "father");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));
  operation = last ();

  undo (operation);
  g_assert_true (is_in_bin (DOV_TYPE_FAMILY, family));
  g_assert_true (is_in_bin (DOV_TYPE_PERSON, person));
  g_assert_true (is_in_bin (DOV_TYPE_FAMILY_MEMBER, member));
  g_assert_cmpint (last (), ==, operation + 1);

  undo (operation + 1);
  g_assert_false (is_in_bin (DOV_TYPE_FAMILY, family));
  g_assert_false (is_in_bin (DOV_TYPE_PERSON, person));
  g_assert_false (is_in_bin (DOV_TYPE_FAMILY_MEMBER, member));
  assert_field (family, "phone", "+79000000001");
  club_close (&club);
}

static void
test_changed_twice_in_one (void)
{
  gint64 family;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  dov_store_begin (club.store, NULL, NULL);
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000002");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000003");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));
  undo (last ());
  assert_field (family, "phone", "+79000000001");
  club_close (&club);
}

static void
test_changed_and_removed_in_one (void)
{
  g_autoptr (DovRecord) record = NULL;
  gint64 family;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  record = dov_store_find (club.store, DOV_TYPE_FAMILY, family, NULL);
  dov_store_begin (club.store, NULL, NULL);
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000002");
  g_assert_true (dov_store_remove (club.store, record, NULL));
  g_assert_true (dov_store_commit (club.store, NULL, NULL));

  undo (last ());
  g_assert_false (dov_record_is_removed (record));
  assert_field (family, "phone", "");
  undo (last ());
  g_assert_true (dov_record_is_removed (record));
  assert_field (family, "phone", "+79000000002");
  club_close (&club);
}

/* Refusals. */

static void
test_later_change (void)
{
  gint64 family, first;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  first = last ();
  dov_store_set_user (club.store, "Демакова В.П.");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000002");
  assert_cannot_undo (first, "Демакова В.П.");
  assert_cannot_undo (first, "05.03.2027");
  assert_field (family, "phone", "+79000000002");

  /* Another field does not stand in the way. */
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  club_change (&club, DOV_TYPE_FAMILY, family, "rooms", "4");
  undo (first);
  assert_field (family, "phone", "");
  assert_field (family, "rooms", "4");
  club_close (&club);
}

static void
test_later_removal (void)
{
  g_autoptr (DovRecord) record = NULL;
  gint64 family, changed;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  changed = last ();
  record = dov_store_find (club.store, DOV_TYPE_FAMILY, family, NULL);
  g_assert_true (dov_store_remove (club.store, record, NULL));
  assert_cannot_undo (changed, "Зыковы");
  assert_cannot_undo (changed - 1, "Зыковы");
  club_close (&club);
}

static void
test_others_point_here (void)
{
  g_autoptr (GError) error = NULL;
  gint64 family, made;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  made = last ();
  add_member (family, club_add_person (&club, "Зыков", "Олег"), "father");
  g_assert_false (dov_store_undo (club.store, made, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  g_assert_false (is_in_bin (DOV_TYPE_FAMILY, family));
  club_close (&club);
}

static void
refuse_empty_phone (DovStore  *store,
                    DovRecord *before,
                    DovRecord *after,
                    GPtrArray *problems)
{
  if (after != NULL && *DOV_FAMILY (after)->phone == '\0')
    dov_problems_add (problems, after, "phone", "T5", "Нужен телефон");
}

static void
warn_of_phone (DovStore  *store,
               DovRecord *before,
               DovRecord *after,
               GPtrArray *problems)
{
  if (after != NULL && *DOV_FAMILY (after)->phone == '\0')
    dov_problems_warn (problems, after, "phone", "T6", "Телефон бы");
}

static void
test_rule_refuses (void)
{
  gint64 family;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  dov_store_add_rule (club.store, DOV_TYPE_FAMILY, FALSE, warn_of_phone);
  undo (last ());
  undo (last ());
  dov_store_add_rule (club.store, DOV_TYPE_FAMILY, FALSE, refuse_empty_phone);
  assert_cannot_undo (last (), ": Нужен телефон");
  assert_field (family, "phone", "+79000000001");
  club_close (&club);
}

static void
test_no_such_operation (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  club_open (&club);
  g_assert_false (dov_store_undo (club.store, 4711, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  words = dov_store_describe_operation (club.store, 4711);
  g_assert_cmpstr (words, ==, "");
  club_close (&club);
}

/* What Ctrl+Z and Ctrl+Shift+Z do, many times over. */
static void
test_back_and_forth (void)
{
  static const char *const phones[] = { "+79000000001", "+79000000002", "+79000000003" };
  gint64 family;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  g_assert_cmpint (dov_store_find_redoable (club.store), ==, 0);
  for (guint i = 0; i < 3; i++)
    club_change (&club, DOV_TYPE_FAMILY, family, "phone", phones[i]);

  for (guint round = 0; round < 3; round++)
    {
      undo (dov_store_find_undoable (club.store));
      assert_field (family, "phone", phones[1]);
      undo (dov_store_find_undoable (club.store));
      assert_field (family, "phone", phones[0]);
      undo (dov_store_find_undoable (club.store));
      assert_field (family, "phone", "");
      undo (dov_store_find_redoable (club.store));
      assert_field (family, "phone", phones[0]);
      undo (dov_store_find_redoable (club.store));
      undo (dov_store_find_redoable (club.store));
      assert_field (family, "phone", phones[2]);
      g_assert_cmpint (dov_store_find_redoable (club.store), ==, 0);
    }

  /* Something new ends what could be done again. */
  undo (dov_store_find_undoable (club.store));
  g_assert_cmpint (dov_store_find_redoable (club.store), !=, 0);
  club_change (&club, DOV_TYPE_FAMILY, family, "rooms", "4");
  g_assert_cmpint (dov_store_find_redoable (club.store), ==, 0);
  undo (dov_store_find_undoable (club.store));
  undo (dov_store_find_undoable (club.store));
  assert_field (family, "phone", phones[0]);

  club_close (&club);
}

/* Opened anew, no key reaches what was done before; chosen by itself it is taken back as ever, and that is of now. */
static void
test_sitting (void)
{
  gint64 family, changed, n_records = 0;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  changed = last ();
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000002");
  undo (last ());
  g_assert_cmpint (dov_store_find_redoable (club.store), !=, 0);
  g_assert_true (dov_store_is_at_hand (club.store, changed, NULL));

  club_reopen (&club);
  g_assert_cmpint (dov_store_find_undoable (club.store), ==, 0);
  g_assert_cmpint (dov_store_find_redoable (club.store), ==, 0);
  g_assert_false (dov_store_is_at_hand (club.store, changed, &n_records));
  g_assert_cmpint (n_records, ==, 1);

  club_change (&club, DOV_TYPE_FAMILY, family, "rooms", "3");
  undo (dov_store_find_undoable (club.store));
  assert_field (family, "rooms", "");
  g_assert_cmpint (dov_store_find_undoable (club.store), ==, 0);

  undo (changed);
  assert_field (family, "phone", "");
  g_assert_cmpint (dov_store_find_undoable (club.store), ==, 0);
  g_assert_true (dov_store_is_at_hand (club.store, dov_store_find_redoable (club.store), NULL));
  undo (dov_store_find_redoable (club.store));
  assert_field (family, "phone", "+79000000001");
  undo (dov_store_find_undoable (club.store));
  assert_field (family, "phone", "");
  club_close (&club);
}

static gint64
add_families (guint n)
{
  g_assert_true (dov_store_begin (club.store, "Загрузка", NULL));
  for (guint i = 0; i < n; i++)
    club_add_family (&club, "Зыковы");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));

  return last ();
}

/* A load is no deed: it is asked about, and so is doing it again. */
static void
test_large (void)
{
  gint64 deed, load, n_records = 0;

  club_open (&club);
  deed = add_families (50);
  g_assert_true (dov_store_is_at_hand (club.store, deed, &n_records));
  g_assert_cmpint (n_records, ==, 50);
  load = add_families (51);
  g_assert_cmpint (dov_store_find_undoable (club.store), ==, load);
  g_assert_false (dov_store_is_at_hand (club.store, load, &n_records));
  g_assert_cmpint (n_records, ==, 51);
  undo (load);
  g_assert_false (dov_store_is_at_hand (club.store, dov_store_find_redoable (club.store), &n_records));
  g_assert_cmpint (n_records, ==, 51);
  club_close (&club);
}

/* However often it goes back and forth, one word says which way it went last. */
static void
test_turns (void)
{
  static const char *const leads[] = { "", "Undone: ", "Done again: ", "Undone: ", "Done again: " };

  club_open (&club);
  add_families (2);
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autofree char *expected = g_strconcat (leads[i], "Загрузка", NULL);
      g_autofree char *words = dov_store_describe_operation (club.store, last ());
      guint n_turns = 0;
      g_autofree char *deed = dov_store_describe_deed (club.store, last (), &n_turns);

      g_assert_cmpstr (words, ==, expected);
      g_assert_cmpstr (deed, ==, "Загрузка");
      g_assert_cmpuint (n_turns, ==, i);
      undo (last ());
    }
  club_close (&club);
}

/* History. */

static void
test_history (void)
{
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) earlier = g_date_time_new (zone, 2026, 1, 1, 10, 0, 0);
  g_autoptr (DovRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  DovChange *change;
  gint64 family;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "rooms", "4");

  /* The clock of the PC was set back: the order stays that of the doing. */
  dov_clock_set (earlier);
  dov_store_set_user (club.store, "Демакова В.П.");
  club_change (&club, DOV_TYPE_FAMILY, family, "rooms", "5");
  record = dov_store_find (club.store, DOV_TYPE_FAMILY, family, NULL);
  g_assert_true (dov_store_remove (club.store, record, NULL));

  history = dov_store_list_history (club.store, DOV_TYPE_FAMILY, family, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (history->len, ==, 4);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpstr (change->what, ==, "removed");
  change = g_ptr_array_index (history, 1);
  g_assert_cmpstr (change->what, ==, "changed");
  g_assert_cmpstr (change->field, ==, "rooms");
  g_assert_cmpstr (change->was, ==, "4");
  g_assert_cmpstr (change->became, ==, "5");
  g_assert_cmpstr (change->who, ==, "Демакова В.П.");
  g_assert_cmpstr (change->table, ==, "family");
  g_assert_cmpint (change->id, ==, family);
  at = g_date_time_format (change->at, "%Y-%m-%d %H:%M:%S");
  g_assert_cmpstr (at, ==, "2026-01-01 10:00:00");
  change = g_ptr_array_index (history, 2);
  g_assert_cmpstr (change->who, ==, "Кайсина Д.Л.");
  change = g_ptr_array_index (history, 3);
  g_assert_cmpstr (change->what, ==, "made");
  g_assert_null (change->field);
  club_close (&club);
}

static void
test_operations (void)
{
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (GError) error = NULL;
  DovChange *change;

  club_open (&club);
  dov_store_begin (club.store, "Две семьи", NULL);
  club_add_family (&club, "Зыковы");
  club_add_family (&club, "Кайсины");
  dov_store_commit (club.store, NULL, NULL);
  club_add_family (&club, "Перминовы");

  operations = dov_store_list_operations (club.store, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (operations->len, ==, 2);
  change = g_ptr_array_index (operations, 0);
  g_assert_nonnull (strstr (change->words, "Перминовы"));
  change = g_ptr_array_index (operations, 1);
  g_assert_cmpstr (change->words, ==, "Две семьи");
  g_assert_cmpint (change->operation, ==, last () - 1);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/undo/change", test_change);
  g_test_add_func ("/store/undo/every-kind", test_every_kind);
  g_test_add_func ("/store/undo/creation", test_creation);
  g_test_add_func ("/store/undo/removal", test_removal);
  g_test_add_func ("/store/undo/several", test_operation_of_several);
  g_test_add_func ("/store/undo/twice-in-one", test_changed_twice_in_one);
  g_test_add_func ("/store/undo/changed-and-removed", test_changed_and_removed_in_one);
  g_test_add_func ("/store/undo/refused/later-change", test_later_change);
  g_test_add_func ("/store/undo/refused/later-removal", test_later_removal);
  g_test_add_func ("/store/undo/refused/referenced", test_others_point_here);
  g_test_add_func ("/store/undo/refused/rule", test_rule_refuses);
  g_test_add_func ("/store/undo/refused/no-such-operation", test_no_such_operation);
  g_test_add_func ("/store/undo/back-and-forth", test_back_and_forth);
  g_test_add_func ("/store/undo/sitting", test_sitting);
  g_test_add_func ("/store/undo/large", test_large);
  g_test_add_func ("/store/undo/turns", test_turns);
  g_test_add_func ("/store/history", test_history);
  g_test_add_func ("/store/operations", test_operations);

  return g_test_run ();
}
