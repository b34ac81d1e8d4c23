/* test-store-drafts.c - unfinished forms survive whatever happens to the program */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family.h"
#include "dov-person.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static Club club;

static gint64
keep (DovRecord  *draft,
      const char *words,
      gint64      number)
{
  g_autoptr (GError) error = NULL;

  dov_store_keep_draft (club.store, draft, words, &number, &error);
  g_assert_no_error (error);

  return number;
}

static DovRecord *
read_back (gint64 number)
{
  g_autoptr (GError) error = NULL;
  DovRecord *draft = dov_store_read_draft (club.store, number, &error);

  g_assert_no_error (error);

  return draft;
}

static DovRecord *
dup_family (gint64 id)
{
  g_autoptr (DovRecord) family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);

  return dov_record_dup (family);
}

static void
test_new (void)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (DovRecord) back = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;
  DovDraft *first;

  club_open (&club);

  /* Half done: nothing of it could be saved yet. */
  club_fill (draft, "family_name", "Зыковы", "area", "54.3", "smoke_detector", "1",
             "strengths", "Дружные\nВесёлые", "opened_on", "2027-03-01", NULL);
  number = keep (draft, "Новая семья «Зыковы»", 0);
  g_assert_cmpint (number, !=, 0);
  club_fill (draft, "rooms", "3", "opened_on", "", NULL);
  g_assert_cmpint (keep (draft, "Новая семья «Зыковы»", number), ==, number);

  club_reopen (&club);
  drafts = dov_store_list_drafts (club.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 1);
  first = g_ptr_array_index (drafts, 0);
  g_assert_cmpint (first->number, ==, number);
  g_assert_cmpint (first->id, ==, 0);
  g_assert_true (first->type == DOV_TYPE_FAMILY);
  g_assert_cmpstr (first->words, ==, "Новая семья «Зыковы»");
  g_assert_cmpint (g_date_time_get_hour (first->at), ==, 9);

  back = read_back (number);
  g_assert_cmpuint (dov_record_diff (back, draft), ==, 0);
  g_assert_cmpint (dov_record_get_id (back), ==, 0);
  club_close (&club);
}

/* Only what was typed is kept: what others saved meanwhile stays. */
static void
test_edited (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (DovRecord) back = NULL;
  gint64 family, number;

  club_open (&club);
  family = club_add_family (&club, "Зыковы");
  club_change (&club, DOV_TYPE_FAMILY, family, "phone", "+79000000001");
  draft = dup_family (family);
  club_fill (draft, "rooms", "3", "phone", "", NULL);
  number = keep (draft, NULL, 0);
  club_change (&club, DOV_TYPE_FAMILY, family, "address", "д. Куршино");

  back = read_back (number);
  g_assert_cmpint (dov_record_get_id (back), ==, family);
  g_assert_cmpstr (DOV_FAMILY (back)->address, ==, "д. Куршино");
  g_assert_cmpstr (DOV_FAMILY (back)->phone, ==, "");
  g_assert_cmpint (DOV_FAMILY (back)->rooms, ==, 3);
  club_save (&club, back);
  club_close (&club);
}

static void
test_drop (void)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number, other;

  club_open (&club);
  club_fill (draft, "family_name", "Зыковы", NULL);
  number = keep (draft, "первая", 0);
  other = keep (draft, "вторая", 0);
  g_assert_cmpint (number, !=, other);
  g_assert_true (dov_store_drop_draft (club.store, number, &error));
  g_assert_no_error (error);
  g_assert_null (dov_store_read_draft (club.store, number, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND);
  drafts = dov_store_list_drafts (club.store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store),
                                       "SELECT count(*) FROM draft_field WHERE draft NOT IN (SELECT number FROM draft)",
                                       NULL), ==, 0);
  club_close (&club);
}

/* What another version of the program kept is read as far as it is understood. */
static void
test_other_version (void)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (DovRecord) back = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *sql = NULL;
  gint64 number;

  club_open (&club);
  club_fill (draft, "family_name", "Зыковы", NULL);
  number = keep (draft, NULL, 0);
  sql = g_strdup_printf ("INSERT INTO draft_field VALUES (%" G_GINT64_FORMAT ", 'unheard_of', 'x'),"
                         " (%" G_GINT64_FORMAT ", 'heating', 'fusion'), (%" G_GINT64_FORMAT ", 'rooms', '5');"
                         "INSERT INTO draft (record, id, at) VALUES ('unheard_of', 0, '2027-01-01T10:00:00')",
                         number, number, number);
  g_assert_true (dov_database_execute (dov_store_get_database (club.store), sql, NULL));
  back = read_back (number);
  g_assert_cmpstr (DOV_FAMILY (back)->family_name, ==, "Зыковы");
  g_assert_cmpint (DOV_FAMILY (back)->rooms, ==, 5);
  g_assert_cmpint (DOV_FAMILY (back)->heating, ==, 0);
  drafts = dov_store_list_drafts (club.store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  club_close (&club);
}

/* The power goes: what the form held at its last keeping is there. */
static void
test_killed (void)
{
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (DovRecord) back = NULL;
  g_autoptr (GError) error = NULL;
  DovDraft *kept;
  pid_t typist;
  int ends[2], status;
  char byte = 0;

  club_open (&club);
  g_assert_true (dov_store_close (club.store, NULL));
  g_assert_finalize_object (g_steal_pointer (&club.store));
  g_assert_cmpint (pipe (ends), ==, 0);

  typist = fork ();
  if (typist == 0)
    {
      DovStore *store = dov_store_open (club.path, 0, NULL);
      DovRecord *draft = dov_record_new (DOV_TYPE_PERSON, 0);
      gint64 number = 0;
      gboolean done;

      club_fill (draft, "last_name", "Черемисинова", NULL);
      done = store != NULL && dov_store_keep_draft (store, draft, "Новый человек", &number, NULL);
      byte = done ? 'y' : 'n';
      done = write (ends[1], &byte, 1) == 1;
      for (;;)
        pause ();
    }
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  kill (typist, SIGKILL);
  waitpid (typist, &status, 0);
  close (ends[0]);
  close (ends[1]);

  club.store = dov_store_open (club.path, 0, &error);
  g_assert_no_error (error);
  drafts = dov_store_list_drafts (club.store, &error);
  g_assert_cmpuint (drafts->len, ==, 1);
  kept = g_ptr_array_index (drafts, 0);
  g_assert_cmpstr (kept->words, ==, "Новый человек");
  back = read_back (kept->number);
  g_assert_cmpstr (DOV_PERSON (back)->last_name, ==, "Черемисинова");
  club_close (&club);
}

/* The form is saved and its draft goes, together or not at all. */
static void
test_saved_together (void)
{
  g_autoptr (DovRecord) draft = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;

  club_open (&club);
  draft = club_new (&club, DOV_TYPE_PERSON, "last_name", "Зыков", "first_name", "Олег", "no_patronymic", "1",
                    "birth_date", "1980-01-02", NULL);
  number = keep (draft, NULL, 0);
  dov_store_begin (club.store, NULL, &error);
  club_save (&club, draft);
  g_assert_true (dov_store_drop_draft (club.store, number, &error));
  dov_store_abandon (club.store);
  drafts = dov_store_list_drafts (club.store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_clear_pointer (&drafts, g_ptr_array_unref);

  dov_store_begin (club.store, NULL, &error);
  club_save (&club, draft);
  g_assert_true (dov_store_drop_draft (club.store, number, &error));
  g_assert_true (dov_store_commit (club.store, NULL, &error));
  drafts = dov_store_list_drafts (club.store, NULL);
  g_assert_cmpuint (drafts->len, ==, 0);
  club_close (&club);
}

/* What was typed and made no sense yet lies beside the fields, and goes when it is mended. */
static void
test_half_typed (void)
{
  g_autoptr (DovRecord) draft = dov_record_new (DOV_TYPE_FAMILY, 0);
  g_autoptr (DovRecord) back = NULL;
  g_autoptr (DovRecord) mended = NULL;
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) kept = NULL;
  g_autoptr (GArray) none = NULL;
  gint64 number;

  club_open (&club);
  club_fill (draft, "family_name", "Зыковы", NULL);
  dov_record_keep_typed (draft, "opened_on", "31.02.2027");
  dov_record_keep_typed (draft, "mother.first_name", "Ал");
  g_array_append_vals (ids, (gint64[]) { 700, 0, 12 }, 3);
  dov_record_keep_ids (draft, "people", ids);
  number = keep (draft, "Новая семья", 0);
  club_reopen (&club);

  back = read_back (number);
  g_assert_cmpstr (DOV_FAMILY (back)->family_name, ==, "Зыковы");
  g_assert_null (DOV_FAMILY (back)->opened_on);
  g_assert_cmpstr (dov_record_get_typed (back, "opened_on"), ==, "31.02.2027");
  g_assert_null (dov_record_get_typed (back, "family_name"));
  keys = dov_record_list_typed (back);
  g_assert_cmpuint (keys->len, ==, 3);
  g_assert_cmpstr (g_ptr_array_index (keys, 0), ==, "mother.first_name");
  kept = dov_record_dup_kept_ids (back, "people");
  g_assert_cmpmem (kept->data, kept->len * sizeof (gint64), ids->data, ids->len * sizeof (gint64));
  none = dov_record_dup_kept_ids (back, "nobody");
  g_assert_cmpuint (none->len, ==, 0);

  dov_record_keep_typed (back, "opened_on", NULL);
  g_assert_cmpint (keep (back, "Новая семья", number), ==, number);
  mended = read_back (number);
  g_assert_null (dov_record_get_typed (mended, "opened_on"));
  g_assert_cmpstr (dov_record_get_typed (mended, "mother.first_name"), ==, "Ал");
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drafts/new", test_new);
  g_test_add_func ("/drafts/edited", test_edited);
  g_test_add_func ("/drafts/half-typed", test_half_typed);
  g_test_add_func ("/drafts/drop", test_drop);
  g_test_add_func ("/drafts/other-version", test_other_version);
  g_test_add_func ("/drafts/killed", test_killed);
  g_test_add_func ("/drafts/saved-together", test_saved_together);

  return g_test_run ();
}
