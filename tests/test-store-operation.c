/* test-store-operation.c - rules, and several saves that belong together */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family-member.h"
#include "dov-family.h"
#include "dov-person.h"

#include <string.h>

static Club club;

static DovRecord *
dup_family (gint64 id)
{
  g_autoptr (DovRecord) family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);

  g_assert_nonnull (family);

  return dov_record_dup (family);
}

static gint64
count_sql (const char *sql)
{
  return dov_database_count (dov_store_get_database (club.store), sql, NULL);
}

static DovRecord *
new_person (const char *last_name)
{
  return club_new (&club, DOV_TYPE_PERSON, "last_name", last_name, "first_name", "Олег", "no_patronymic", "1",
                   "birth_date", "1980-01-02", NULL);
}

/* A rule that refuses one name, and to remove another. */
static guint n_asked;

static void
check_name (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  n_asked++;
  if (after == NULL)
    {
      if (g_str_equal (DOV_PERSON (before)->last_name, "Вечный"))
        dov_problems_add (problems, before, "last_name", "T1", "Вечного не удаляют");
      return;
    }
  if (g_str_equal (DOV_PERSON (after)->last_name, "Лишний"))
    dov_problems_add (problems, after, "last_name", "T1", "Лишнего не берут");
}

/* At the end: no more than two people of one last name. */
static void
check_count (DovStore  *store,
             DovRecord *before,
             DovRecord *after,
             GPtrArray *problems)
{
  DovQuery query = { .where = "last_name = ?1" };

  if (after == NULL)
    return;
  query.params = g_variant_new ("(s)", DOV_PERSON (after)->last_name);
  if (dov_store_count (store, DOV_TYPE_PERSON, &query, NULL) > 2)
    dov_problems_add (problems, after, "last_name", "T4", "Больше двух однофамильцев");
}

static void
test_rule_refuses (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  last = dov_store_get_last_operation (club.store);
  draft = new_person ("Лишний");
  problems = dov_store_list_problems (club.store, draft);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpstr (((DovProblem *) problems->pdata[0])->rule, ==, "T1");
  g_assert_cmpstr (((DovProblem *) problems->pdata[0])->field->name, ==, "last_name");
  g_assert_false (dov_store_save (club.store, draft, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "Лишнего не берут");
  g_assert_true (dov_store_get_refused (club.store) == draft);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last);

  /* Other records are no business of this rule. */
  n_asked = 0;
  club_add_family (&club, "Лишние");
  g_assert_cmpuint (n_asked, ==, 0);
  club_close (&club);
}

/* Whom a rule of a table is asked about: the changed, the kept, the removed. */
static void
test_rules_of (void)
{
  static const DovRuleOf rows[] = {
    { dov_person_get_type, 0, "last_name birth_date", check_name },
    { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, "", check_name },
    { dov_person_get_type, DOV_RULE_AT_END | DOV_RULE_OF_KEPT, NULL, check_name },
  };
  g_autoptr (DovRecord) draft = NULL;
  gint64 id;

  club_open (&club);
  dov_store_add_rules (club.store, rows, G_N_ELEMENTS (rows));
  draft = new_person ("Новый");
  n_asked = 0;
  id = club_save (&club, draft);
  /* What is new has changed in every field; the others wait for what is kept. */
  g_assert_cmpuint (n_asked, ==, 1);

  n_asked = 0;
  club_change (&club, DOV_TYPE_PERSON, id, "workplace", "клуб");
  g_assert_cmpuint (n_asked, ==, 2);
  n_asked = 0;
  club_change (&club, DOV_TYPE_PERSON, id, "birth_date", "1981-01-02");
  g_assert_cmpuint (n_asked, ==, 3);

  n_asked = 0;
  g_clear_object (&draft);
  draft = dov_store_find (club.store, DOV_TYPE_PERSON, id, NULL);
  g_assert_true (dov_store_remove (club.store, draft, NULL));
  g_assert_cmpuint (n_asked, ==, 1);
  club_close (&club);
}

static void
test_rule_on_change (void)
{
  g_autoptr (DovRecord) living = NULL;
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  id = club_add_person (&club, "Зыков", "Олег");
  living = dov_store_find (club.store, DOV_TYPE_PERSON, id, NULL);
  draft = dov_record_dup (living);
  club_fill (draft, "last_name", "Лишний", NULL);
  g_assert_false (dov_store_save (club.store, draft, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_cmpstr (DOV_PERSON (living)->last_name, ==, "Зыков");
  club_close (&club);
}

static void
test_rule_on_removal (void)
{
  g_autoptr (DovRecord) person = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  person = dov_store_find (club.store, DOV_TYPE_PERSON, club_add_person (&club, "Вечный", "Олег"), NULL);
  g_assert_false (dov_store_remove (club.store, person, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_false (dov_record_is_removed (person));
  club_close (&club);
}

/* Operations. */

typedef struct
{
  guint n_changed, n_reloaded, n_committed, n_notified;
} Told;

static void
changed_cb (Told *told)
{
  told->n_changed++;
}

static void
reloaded_cb (Told *told)
{
  told->n_reloaded++;
}

static void
committed_cb (Told *told)
{
  told->n_committed++;
}

static void
notify_cb (Told *told)
{
  told->n_notified++;
}

static void
listen (Told *told)
{
  g_signal_connect_swapped (club.store, "changed", G_CALLBACK (changed_cb), told);
  g_signal_connect_swapped (club.store, "reloaded", G_CALLBACK (reloaded_cb), told);
  g_signal_connect_swapped (club.store, "committed", G_CALLBACK (committed_cb), told);
}

static void
test_operation (void)
{
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (DovRecord) person = new_person ("Зыков");
  g_autoptr (DovRecord) member = NULL;
  g_autoptr (DovRecord) living = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  Told told = { 0 };
  gint64 last, id;

  club_open (&club);
  id = club_add_family (&club, "Зыковы");
  last = dov_store_get_last_operation (club.store);
  living = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);
  g_signal_connect_swapped (living, "notify", G_CALLBACK (notify_cb), &told);
  listen (&told);
  family = dov_record_dup (living);
  club_fill (family, "phone", "+79000000001", NULL);

  g_assert_true (dov_store_begin (club.store, "Семья и отец", &error));
  club_save (&club, family);
  club_save (&club, person);
  member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  club_fill (member, "kinship", "father", NULL);
  dov_record_set_number (member, "family_id", id);
  dov_record_set_number (member, "person_id", dov_record_get_id (person));
  club_save (&club, member);
  g_assert_cmpuint (told.n_changed + told.n_committed + told.n_notified, ==, 0);
  g_assert_cmpstr (DOV_FAMILY (living)->phone, ==, "+79000000001");
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (told.n_changed, ==, 3);
  g_assert_cmpuint (told.n_committed, ==, 1);
  g_assert_cmpuint (told.n_reloaded, ==, 0);
  g_assert_cmpuint (told.n_notified, ==, 1);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last + 1);
  words = dov_store_describe_operation (club.store, last + 1);
  g_assert_cmpstr (words, ==, "Семья и отец");
  club_close (&club);
}

static void
test_abandon (void)
{
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (DovRecord) person = new_person ("Зыков");
  g_autoptr (DovRecord) living = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, last, given;
  Told told = { 0 };

  club_open (&club);
  id = club_add_family (&club, "Зыковы");
  last = dov_store_get_last_operation (club.store);
  living = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);
  listen (&told);
  family = dov_record_dup (living);
  club_fill (family, "phone", "+79000000001", NULL);
  dov_store_begin (club.store, NULL, &error);
  club_save (&club, family);
  given = club_save (&club, person);
  g_assert_true (dov_store_remove (club.store, living, &error));
  dov_store_abandon (club.store);

  g_assert_cmpstr (DOV_FAMILY (living)->phone, ==, "");
  g_assert_false (dov_record_is_removed (living));
  g_assert_cmpint (dov_record_get_id (person), ==, 0);
  g_assert_null (dov_store_find (club.store, DOV_TYPE_PERSON, given, NULL));
  g_assert_cmpuint (told.n_changed + told.n_committed, ==, 0);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last);
  g_assert_cmpint (count_sql ("SELECT max (id) FROM operation"), ==, last);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM family WHERE phone IS NOT NULL"), ==, 0);

  /* The form is tried again. */
  club_save (&club, person);
  club_save (&club, family);
  g_assert_cmpstr (DOV_FAMILY (living)->phone, ==, "+79000000001");
  club_close (&club);
}

static void
test_rule_at_commit (void)
{
  g_autoptr (DovRecord) first = new_person ("Зыков");
  g_autoptr (DovRecord) second = new_person ("Зыков");
  g_autoptr (DovRecord) third = new_person ("Зыков");
  g_autoptr (GError) error = NULL;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, TRUE, check_count);
  club_save (&club, first);
  dov_store_begin (club.store, NULL, &error);
  club_save (&club, second);
  club_save (&club, third);
  g_assert_false (dov_store_commit (club.store, NULL, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_true (dov_store_get_refused (club.store) == second);
  g_assert_cmpint (dov_record_get_id (second), ==, 0);
  g_assert_cmpint (dov_record_get_id (third), ==, 0);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Зыков'"), ==, 1);
  g_clear_error (&error);

  /* A lone save asks the same rules. */
  club_save (&club, second);
  g_assert_false (dov_store_save (club.store, third, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Зыков'"), ==, 2);
  club_close (&club);
}

/* A save that fails in an operation takes nothing else with it. */
static void
test_failure_inside (void)
{
  g_autoptr (DovRecord) good = new_person ("Зыков");
  g_autoptr (DovRecord) bad = new_person ("Лишний");
  g_autoptr (GError) error = NULL;
  gint64 last;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  last = dov_store_get_last_operation (club.store);
  dov_store_begin (club.store, NULL, &error);
  g_assert_false (dov_store_save (club.store, bad, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_clear_error (&error);
  club_save (&club, good);
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_cmpint (dov_record_get_id (good), !=, 0);
  g_assert_cmpint (dov_record_get_id (bad), ==, 0);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last + 1);

  /* And an operation of failures only is none. */
  dov_store_begin (club.store, NULL, &error);
  g_assert_false (dov_store_save (club.store, bad, NULL));
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_cmpint (count_sql ("SELECT count(*) FROM operation"), ==, last + 1);
  club_close (&club);
}

/* What points to what is judged at the end. */
static void
test_links_wait (void)
{
  gint64 coming = G_GINT64_CONSTANT (9) << 32 | 1;
  g_autoptr (DovRecord) member = NULL;
  g_autoptr (DovRecord) person = dov_record_new (DOV_TYPE_PERSON, coming);
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  club_open (&club);
  id = club_add_family (&club, "Зыковы");
  member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  club_fill (member, "kinship", "father", NULL);
  dov_record_set_number (member, "family_id", id);
  dov_record_set_number (member, "person_id", coming);
  club_fill (person, "last_name", "Зыков", "first_name", "Олег", "no_patronymic", "1", "birth_date",
             "1980-01-02", NULL);

  /* The person never comes. */
  dov_store_begin (club.store, NULL, &error);
  club_save (&club, member);
  g_assert_false (dov_store_commit (club.store, NULL, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_true (dov_store_get_refused (club.store) == member);
  g_clear_error (&error);

  /* The person comes later in the same file. */
  dov_store_begin (club.store, NULL, &error);
  club_save (&club, member);
  club_save (&club, person);
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_no_error (error);

  /* The family goes before its member, but both go. */
  family = dup_family (id);
  dov_store_begin (club.store, NULL, &error);
  g_assert_true (dov_store_remove (club.store, family, &error));
  g_assert_true (dov_store_remove (club.store, member, &error));
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_no_error (error);
  club_close (&club);
}

static void
test_removed_link_inside (void)
{
  g_autoptr (DovRecord) person = NULL;
  g_autoptr (DovRecord) member = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  person = dov_store_find (club.store, DOV_TYPE_PERSON, club_add_person (&club, "Зыков", "Олег"), NULL);
  member = dov_record_new (DOV_TYPE_FAMILY_MEMBER, 0);
  club_fill (member, "kinship", "father", NULL);
  dov_record_set_number (member, "family_id", club_add_family (&club, "Зыковы"));
  dov_record_set_number (member, "person_id", dov_record_get_id (person));
  dov_store_begin (club.store, NULL, &error);
  club_save (&club, member);
  g_assert_true (dov_store_remove (club.store, person, &error));
  g_assert_false (dov_store_commit (club.store, NULL, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  g_assert_false (dov_record_is_removed (person));
  club_close (&club);
}

static void
test_many (void)
{
  g_autoptr (GError) error = NULL;
  Told told = { 0 };

  club_open (&club);
  listen (&told);
  dov_store_begin (club.store, NULL, &error);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (DovRecord) person = new_person ("Зыков");

      club_save (&club, person);
    }
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_cmpuint (told.n_changed, ==, 0);
  g_assert_cmpuint (told.n_reloaded, ==, 1);
  g_assert_cmpuint (told.n_committed, ==, 1);
  club_close (&club);
}

/* What a deed has made. */

static gint64
commit (void)
{
  g_autoptr (GError) error = NULL;
  gint64 made = -1;

  if (!dov_store_commit (club.store, &made, &error))
    g_error ("%s", error->message);

  return made;
}

static void
begin (const char *words)
{
  g_autoptr (GError) error = NULL;

  if (!dov_store_begin (club.store, words, &error))
    g_error ("%s", error->message);
}

/* One deed: @step of the family, whatever else it brings. */
static gint64
do_one (gboolean  (*step) (DovStore *, DovRecord *, GError **),
        gint64      id)
{
  g_autoptr (DovRecord) family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);

  begin ("Дело");
  g_assert_true (step (club.store, family, NULL));

  return commit ();
}

static gboolean
is_in_bin (gint64 id)
{
  g_autoptr (DovRecord) family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);

  return dov_record_is_removed (family);
}

/* Who removes what lies in the bin already has done nothing that could be
 * taken back; the last operation is another's. */
static void
test_commit_tells_its_own (void)
{
  g_autoptr (DovRecord) same = NULL;
  gint64 a, b, removed, restored;

  club_open (&club);
  a = club_add_family (&club, "Зыковы");
  b = club_add_family (&club, "Юрьевы");

  removed = do_one (dov_store_remove, a);
  g_assert_cmpint (removed, ==, dov_store_get_last_operation (club.store));
  club_change (&club, DOV_TYPE_FAMILY, b, "phone", "+79000000001");
  g_assert_cmpint (dov_store_get_last_operation (club.store), >, removed);
  g_assert_cmpint (do_one (dov_store_remove, a), ==, 0);

  restored = do_one (dov_store_restore, a);
  g_assert_cmpint (restored, ==, dov_store_get_last_operation (club.store));
  g_assert_cmpint (do_one (dov_store_restore, a), ==, 0);

  same = dup_family (b);
  begin (NULL);
  club_save (&club, same);
  g_assert_cmpint (commit (), ==, 0);
  begin (NULL);
  g_assert_cmpint (commit (), ==, 0);

  g_assert_true (dov_store_undo (club.store, restored, NULL));
  g_assert_true (is_in_bin (a));
  club_close (&club);
}

/* What was refused on the way leaves no operation behind. */
/* Begun, and ended by whether all went well. */
static void
test_end (void)
{
  g_autoptr (DovRecord) kept = NULL;
  g_autoptr (DovRecord) lost = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  kept = new_person ("Верный");
  lost = new_person ("Пропащий");
  g_assert_true (dov_store_begin (club.store, "Верный записан", &error));
  g_assert_true (dov_store_end (club.store, dov_store_save (club.store, kept, &error), &error));
  g_assert_no_error (error);
  g_assert_true (dov_store_begin (club.store, "Пропащий записан", &error));
  g_assert_true (dov_store_save (club.store, lost, &error));
  g_assert_false (dov_store_end (club.store, FALSE, &error));
  g_assert_false (dov_store_is_operating (club.store));
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Верный'"), ==, 1);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Пропащий'"), ==, 0);
  club_close (&club);
}

static void
test_commit_of_nothing (void)
{
  g_autoptr (DovRecord) refused = new_person ("Лишний");
  g_autoptr (GError) error = NULL;
  gint64 last, made = -1;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, TRUE, check_count);
  last = dov_store_get_last_operation (club.store);
  begin (NULL);
  g_assert_false (dov_store_save (club.store, refused, NULL));
  g_assert_cmpint (commit (), ==, 0);

  begin (NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (DovRecord) person = new_person ("Зыков");

      club_save (&club, person);
    }
  g_assert_false (dov_store_commit (club.store, &made, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED);
  g_assert_cmpint (made, ==, 0);
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, last);
  club_close (&club);
}

static void
save_another_cb (DovStore *store,
                 GType     type,
                 gint64    id,
                 gint64   *other)
{
  if (type == DOV_TYPE_FAMILY && *other == 0)
    *other = club_add_person (&club, "Слушатель", "Олег");
}

/* Who hears of an operation may save something himself: that is another one. */
static void
test_commit_among_listeners (void)
{
  g_autoptr (DovRecord) person = NULL;
  gint64 family, other = 0, made;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  g_signal_connect (club.store, "changed", G_CALLBACK (save_another_cb), &other);
  made = do_one (dov_store_remove, family);
  g_assert_cmpint (other, !=, 0);
  g_assert_cmpint (made, ==, dov_store_get_last_operation (club.store) - 1);

  g_assert_true (dov_store_undo (club.store, made, NULL));
  g_assert_false (is_in_bin (family));
  person = dov_store_find (club.store, DOV_TYPE_PERSON, other, NULL);
  g_assert_false (dov_record_is_removed (person));
  club_close (&club);
}

static gboolean
draw_person (DovStore  *store,
             GError   **error)
{
  g_autoptr (GArray) families = dov_store_list_touched (store, DOV_TYPE_FAMILY);
  g_autoptr (DovRecord) person = new_person ("Следствие");

  return families->len == 0 || dov_store_is_undoing (store) || dov_store_save (store, person, error);
}

/* What follows belongs to the operation, and nothing follows from none. */
static void
test_commit_with_consequences (void)
{
  gint64 family, made;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  dov_store_add_consequence (club.store, draw_person);
  made = do_one (dov_store_remove, family);
  g_assert_cmpint (made, ==, dov_store_get_last_operation (club.store));
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Следствие' AND removed IS NULL"), ==, 1);
  g_assert_cmpint (do_one (dov_store_remove, family), ==, 0);
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Следствие' AND removed IS NULL"), ==, 1);

  g_assert_true (dov_store_undo (club.store, made, NULL));
  g_assert_false (is_in_bin (family));
  g_assert_cmpint (count_sql ("SELECT count(*) FROM person WHERE last_name = 'Следствие' AND removed IS NULL"), ==, 0);
  club_close (&club);
}

/* Taking back is a deed too, and the button beside «Taken back» is its own. */
static void
test_commit_of_undo (void)
{
  gint64 family, removed, taken_back, again;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  removed = do_one (dov_store_remove, family);
  begin (NULL);
  g_assert_true (dov_store_undo (club.store, removed, NULL));
  taken_back = commit ();
  g_assert_cmpint (taken_back, ==, removed + 1);
  g_assert_false (is_in_bin (family));
  g_assert_cmpint (dov_store_find_redoable (club.store), ==, taken_back);

  begin (NULL);
  g_assert_true (dov_store_undo (club.store, taken_back, NULL));
  again = commit ();
  g_assert_true (is_in_bin (family));
  g_assert_cmpint (dov_store_find_undoable (club.store), ==, again);

  /* Refused before it began: the deed is still open, and holds nothing. */
  begin (NULL);
  g_assert_false (dov_store_undo (club.store, removed + 100, NULL));
  g_assert_cmpint (commit (), ==, 0);
  club_close (&club);
}

/* A step that is an operation by itself, as the verbs of the rules are. */
static gboolean
take_step (const char *phone,
           gboolean    is_well,
           gint64      id)
{
  g_autoptr (DovRecord) family = dup_family (id);
  gint64 made = -1;

  club_fill (family, "phone", phone, NULL);
  begin ("Шаг");
  club_save (&club, family);
  if (!is_well)
    {
      dov_store_abandon (club.store);
      return FALSE;
    }
  g_assert_true (dov_store_commit (club.store, &made, NULL));
  g_assert_cmpint (made, ==, 0);

  return TRUE;
}

/* A deed of several steps is one operation, by the words of its first step. */
static void
test_joined (void)
{
  g_autofree char *words = NULL;
  g_autofree char *phone = NULL;
  Told told = { 0 };
  gint64 family, other, last, made;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  other = club_add_family (&club, "Юрьевы");
  last = dov_store_get_last_operation (club.store);
  listen (&told);
  begin (NULL);
  g_assert_true (take_step ("+79000000001", TRUE, family));
  g_assert_true (take_step ("+79000000002", TRUE, other));
  g_assert_cmpuint (told.n_committed, ==, 0);
  made = commit ();
  g_assert_cmpuint (told.n_committed, ==, 1);
  g_assert_cmpint (made, ==, last + 1);
  words = dov_store_describe_operation (club.store, made);
  g_assert_cmpstr (words, ==, "Шаг");

  begin ("Дело");
  g_assert_true (take_step ("+79000000003", TRUE, family));
  g_assert_false (take_step ("+79000000004", FALSE, other));
  g_assert_false (dov_store_is_operating (club.store));
  dov_store_abandon (club.store);
  phone = club_read (&club, DOV_TYPE_FAMILY, family, "phone");
  g_assert_cmpstr (phone, ==, "+79000000001");
  g_assert_cmpint (dov_store_get_last_operation (club.store), ==, made);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rules/refuse", test_rule_refuses);
  g_test_add_func ("/store/rules/of", test_rules_of);
  g_test_add_func ("/store/rules/on-change", test_rule_on_change);
  g_test_add_func ("/store/rules/on-removal", test_rule_on_removal);
  g_test_add_func ("/store/rules/at-commit", test_rule_at_commit);
  g_test_add_func ("/store/operation", test_operation);
  g_test_add_func ("/store/operation/abandon", test_abandon);
  g_test_add_func ("/store/operation/failure-inside", test_failure_inside);
  g_test_add_func ("/store/operation/links-wait", test_links_wait);
  g_test_add_func ("/store/operation/removed-link", test_removed_link_inside);
  g_test_add_func ("/store/operation/many", test_many);
  g_test_add_func ("/store/operation/made", test_commit_tells_its_own);
  g_test_add_func ("/store/operation/end", test_end);
  g_test_add_func ("/store/operation/made/nothing", test_commit_of_nothing);
  g_test_add_func ("/store/operation/made/listeners", test_commit_among_listeners);
  g_test_add_func ("/store/operation/made/consequences", test_commit_with_consequences);
  g_test_add_func ("/store/operation/made/undo", test_commit_of_undo);
  g_test_add_func ("/store/operation/joined", test_joined);

  return g_test_run ();
}
