/* test-store-warnings.c - what rules warn of, and the reasons given for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-person.h"

static Club club;

static DovRecord *
new_person (const char *last_name)
{
  return club_new (&club, DOV_TYPE_PERSON, "last_name", last_name, "first_name", "Олег", "no_patronymic", "1",
                   "birth_date", "1980-01-02", NULL);
}

static void
check_name (DovStore  *store,
            DovRecord *before,
            DovRecord *after,
            GPtrArray *problems)
{
  if (after == NULL)
    return;
  if (g_str_equal (DOV_PERSON (after)->last_name, "Лишний"))
    dov_problems_add (problems, after, "last_name", "T1", "Лишнего не берут");
  if (g_str_equal (DOV_PERSON (after)->last_name, "Странный"))
    dov_problems_warn (problems, after, "last_name", "T2", "Странный человек");
  if (g_str_equal (DOV_PERSON (after)->first_name, "Никто"))
    dov_problems_warn (problems, after, "first_name", "T3", "Никто — не имя");
}

static void
test_warning (void)
{
  g_autoptr (DovRecord) draft = new_person ("Странный");
  g_autoptr (DovRecord) other = new_person ("Странный");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  DovChange *change;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  g_assert_false (dov_store_save (club.store, draft, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  g_assert_cmpint (dov_record_get_id (draft), ==, 0);
  g_clear_error (&error);

  dov_store_accept (club.store, "T2", "Так в паспорте");
  g_assert_true (dov_store_save (club.store, draft, &error));
  g_assert_no_error (error);
  history = dov_store_list_history (club.store, DOV_TYPE_PERSON, dov_record_get_id (draft), &error);
  g_assert_cmpuint (history->len, ==, 2);
  change = g_ptr_array_index (history, 0);
  g_assert_cmpstr (change->what, ==, "accepted");
  g_assert_cmpstr (change->was, ==, "T2");
  g_assert_cmpstr (change->became, ==, "Так в паспорте");
  g_assert_cmpstr (change->who, ==, "Кайсина Д.Л.");

  /* A confirmation holds for one operation. */
  g_assert_false (dov_store_save (club.store, other, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  club_close (&club);
}

static void
warn_by_name (DovStore  *store,
              DovRecord *before,
              DovRecord *after,
              GPtrArray *problems)
{
  dov_problems_warn (problems, after, "last_name", "T7", "%s: редкая фамилия", DOV_PERSON (after)->last_name);
}

/* A reason for what was read is none for what the same rule says of another record; it is written down with each. */
static void
test_accept_said (void)
{
  g_autoptr (GError) error = NULL;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, warn_by_name);
  for (guint n_read = 1; n_read <= 2; n_read++)
    {
      g_assert_true (dov_store_begin (club.store, NULL, NULL));
      dov_store_accept_said (club.store, "T7", "Щука: редкая фамилия", "местная");
      if (n_read == 2)
        dov_store_accept_said (club.store, "T7", "Ёрш: редкая фамилия", "тоже местный");
      for (guint i = 0; i < 3 && error == NULL; i++)
        {
          g_autoptr (DovRecord) draft = new_person (i < 2 ? "Щука" : "Ёрш");

          dov_store_save (club.store, draft, &error);
        }
      if (n_read == 1)
        {
          g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
          g_assert_cmpstr (error->message, ==, "Ёрш: редкая фамилия");
          g_clear_error (&error);
          dov_store_abandon (club.store);
        }
    }
  g_assert_no_error (error);
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), "SELECT count(DISTINCT id) FROM main.audit"
                                       " WHERE what = 'accepted' AND became = 'местная'", NULL), ==, 2);
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), "SELECT count(*) FROM main.audit"
                                       " WHERE what = 'accepted' AND became = 'тоже местный'", NULL), ==, 1);
  club_close (&club);
}

/* Two warnings, confirmed one after the other, while another form comes between. */
static void
test_two_warnings (void)
{
  g_autoptr (DovRecord) draft = new_person ("Странный");
  g_autoptr (DovRecord) other = new_person ("Странный");
  g_autoptr (GError) error = NULL;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  club_fill (draft, "first_name", "Никто", NULL);
  dov_store_accept (club.store, "T2", "Так в паспорте");
  g_assert_false (dov_store_save (club.store, draft, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  g_assert_cmpstr (error->message, ==, "Никто — не имя");
  g_clear_error (&error);
  dov_store_accept (club.store, "T3", "Так в паспорте");
  g_assert_true (dov_store_save (club.store, draft, &error));
  g_assert_no_error (error);

  dov_store_accept (club.store, "T2", "Так в паспорте");
  club_fill (other, "first_name", "Никто", NULL);
  g_assert_false (dov_store_save (club.store, other, &error));
  g_clear_error (&error);
  g_clear_object (&draft);
  draft = new_person ("Странный");
  g_assert_false (dov_store_save (club.store, draft, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  club_close (&club);
}

static void
test_accept_all (void)
{
  g_autoptr (GPtrArray) told = dov_warnings_new ();
  g_autoptr (DovRecord) first = new_person ("Странный");
  g_autoptr (DovRecord) second = new_person ("Странный");
  g_autoptr (DovRecord) third = new_person ("Странный");
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const DovWarning *warning;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  dov_store_begin (club.store, "Загрузка", &error);
  dov_store_accept_all (club.store, told);
  g_assert_true (dov_store_save (club.store, first, &error));
  g_assert_true (dov_store_save (club.store, second, &error));
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (told->len, ==, 2);
  warning = g_ptr_array_index (told, 1);
  g_assert_cmpstr (warning->message, ==, "Странный человек");
  g_assert_cmpint (warning->id, ==, dov_record_get_id (second));
  g_assert_true (warning->type == DOV_TYPE_PERSON);
  g_assert_false (dov_store_save (club.store, third, &error));

  /* What was accepted still stands when the file is looked over. */
  faults = dov_store_list_faults (club.store, first);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (((DovProblem *) g_ptr_array_index (faults, 0))->is_warning);
  club_close (&club);
}

/* To let all warnings pass is not for ever, even when the operation fails. */
static void
test_accept_all_ends (void)
{
  g_autoptr (DovRecord) bad = new_person ("Лишний");
  g_autoptr (DovRecord) strange = new_person ("Странный");
  g_autoptr (GError) error = NULL;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_PERSON, FALSE, check_name);
  dov_store_accept_all (club.store, NULL);
  g_assert_false (dov_store_save (club.store, bad, NULL));
  g_assert_false (dov_store_save (club.store, strange, &error));
  g_assert_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_WARNING);
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/warnings", test_warning);
  g_test_add_func ("/store/warnings/two", test_two_warnings);
  g_test_add_func ("/store/warnings/accept-said", test_accept_said);
  g_test_add_func ("/store/warnings/accept-all", test_accept_all);
  g_test_add_func ("/store/warnings/accept-all-ends", test_accept_all_ends);

  return g_test_run ();
}
