/* test-questions.c - a record about which something could not be asked is not saved, whatever its kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"
#include "dov-demo.h"
#include "dov-family-link.h"
#include "dov-family-move.h"
#include "dov-family.h"
#include "dov-former-item-name.h"
#include "dov-former-name.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-not-duplicate.h"
#include "dov-person.h"
#include "dov-registry.h"
#include "dov-report-instance.h"
#include "dov-rules.h"
#include "dov-saved-view.h"

#include <string.h>

/* Adds one of each kind of which the demo data hold none. */
static void
add_missing (Club *club)
{
  club_add (club, DOV_TYPE_SAVED_VIEW, "title", "Мой вид", "listed", "family", NULL);
  club_add (club, DOV_TYPE_REPORT_INSTANCE, "code", "D-21", "since", "2026-01-01", "until", "2026-01-31",
            "status", "sent", "sent_on", "2026-02-05", NULL);
}

/* Whoever and whatever comes first was called otherwise. */
static void
add_former (Club *club)
{
  g_autoptr (DovRecord) name =
    club_new (club, DOV_TYPE_FORMER_NAME, "last_name", "Девичева", "first_name", "Алла", "until", "2025-06-01", NULL);
  g_autoptr (DovRecord) thing = club_new (club, DOV_TYPE_FORMER_ITEM_NAME, "name", "Стул", "until", "2025-07-01", NULL);
  g_autoptr (GArray) persons = dov_store_list (club->store, DOV_TYPE_PERSON, NULL, NULL);
  g_autoptr (GArray) items = dov_store_list (club->store, DOV_TYPE_ITEM, NULL, NULL);

  dov_record_set_number (name, "person_id", g_array_index (persons, gint64, 0));
  club_save (club, name);
  dov_record_set_number (thing, "item_id", g_array_index (items, gint64, 0));
  club_save (club, thing);
}

/* What links two of a kind. */
static void
add_between (Club       *club,
             DovRecord  *record,
             const char *one,
             const char *other,
             GType       type)
{
  g_autoptr (GArray) ids = dov_store_list (club->store, type, NULL, NULL);

  dov_record_set_number (record, one, g_array_index (ids, gint64, 0));
  dov_record_set_number (record, other, g_array_index (ids, gint64, ids->len / 2));
  dov_store_accept_all (club->store, NULL);
  club_save (club, record);
}

static void
add_links (Club *club)
{
  g_autoptr (DovRecord) link = club_new (club, DOV_TYPE_FAMILY_LINK, "kind", "relatives", NULL);
  g_autoptr (DovRecord) pair = club_new (club, DOV_TYPE_NOT_DUPLICATE, "reason", "Разные люди", NULL);
  g_autoptr (DovRecord) move = club_new (club, DOV_TYPE_FAMILY_MOVE, "moved_on", "2026-02-01", "reason", "Переезд", NULL);
  g_autoptr (GArray) families = dov_store_list (club->store, DOV_TYPE_FAMILY, NULL, NULL);

  add_between (club, link, "family_id", "other_id", DOV_TYPE_FAMILY);
  add_between (club, pair, "person_id", "other_id", DOV_TYPE_PERSON);
  dov_record_set_number (move, "family_id", g_array_index (families, gint64, 0));
  add_between (club, move, "from_lounge_id", "to_lounge_id", DOV_TYPE_LOUNGE);
}

static void
make_demo (Club *club)
{
  g_autoptr (GArray) lounges = NULL;
  g_autoptr (GError) error = NULL;

  club->folder = g_dir_make_tmp ("doverie-XXXXXX", &error);
  g_assert_no_error (error);
  club->path = g_build_filename (club->folder, "demo.doverie", NULL);
  club->store = dov_store_open (club->path, DOV_STORE_CREATE, &error);
  g_assert_no_error (error);
  dov_rules_install (club->store);
  dov_demo_load (club->store, NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lounges = dov_store_list (club->store, DOV_TYPE_LOUNGE, NULL, &error);
  g_assert_no_error (error);
  club->lounge = g_array_index (lounges, gint64, 0);
  add_links (club);
  add_former (club);
  add_missing (club);
}

static void
reopen (Club *club)
{
  g_autoptr (GError) error = NULL;

  dov_store_close (club->store, NULL);
  g_clear_object (&club->store);
  club->store = dov_store_open (club->path, 0, &error);
  g_assert_no_error (error);
  dov_rules_install (club->store);
}

static gint64
count (Club       *club,
       const char *what,
       GType       type)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s", what, dov_registry_class (type)->table);

  return dov_database_count (dov_store_get_database (club->store), sql, NULL);
}

/* Puts a row where it can be taken from, past all rules; nobody holds it yet. */
static void
put_into_bin (Club   *club,
              GType   type,
              gint64  id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE %s SET removed = '2026-01-01T00:00:00' WHERE id = %" G_GINT64_FORMAT,
                                          dov_registry_class (type)->table, id);

  dov_database_execute (dov_store_get_database (club->store), sql, &error);
  g_assert_no_error (error);
}

typedef gboolean (*Step) (DovStore *, DovRecord *, GError **);

/* Takes @step with the first question failing, then with the second, and so
 * on until none fails. */
static void
fail_each (Club  *club,
           GType  type,
           gint64 id,
           Step   step)
{
  DovDatabase *database = dov_store_get_database (club->store);
  const char *table = dov_registry_class (type)->table;
  guint n_questions = 0;

  while (TRUE)
    {
      g_autoptr (DovRecord) record = dov_store_find (club->store, type, id, NULL);
      g_autoptr (GError) error = NULL;
      gint64 before = count (club, "count(removed)", type);
      gboolean done;

      g_assert_true (dov_store_begin (club->store, NULL, NULL));
      dov_store_accept_all (club->store, NULL);
      (void) dov_database_fail_in (database, ++n_questions);
      done = step (club->store, record, &error) && dov_store_commit (club->store, NULL, &error);
      if (!done)
        dov_store_abandon (club->store);
      if (dov_database_fail_in (database, 0) > 0)
        {
          g_test_message ("%s: %u%s%s", table, n_questions - 1, done ? "" : " ", done ? "" : error->message);
          return;
        }

      if (done || count (club, "count(removed)", type) != before)
        g_error ("%s: it passes though its question %u failed", table, n_questions);
      if (error == NULL || *error->message == '\0')
        g_error ("%s: it is refused without a word when its question %u fails", table, n_questions);
    }
}

/* What comes out of the bin is judged as if it were new. */
static void
test_kind (gconstpointer data)
{
  Club *club = (Club *) ((gconstpointer *) data)[0];
  GType type = GPOINTER_TO_SIZE (((gconstpointer *) data)[1]);
  gint64 id;

  reopen (club);
  id = count (club, "max(id)", type);
  if (id == 0)
    g_error ("Add one %s, so that it can be tried", dov_registry_class (type)->table);
  put_into_bin (club, type, id);
  fail_each (club, type, id, dov_store_restore);
  fail_each (club, type, id, dov_store_remove);
}

/* Nothing is taken back twice because nobody could tell that it was. */
static void
test_undo (gconstpointer data)
{
  Club *club = (Club *) data;
  DovDatabase *database;
  gint64 id, made = 0;
  guint n_questions = 0;
  gboolean done = FALSE;

  reopen (club);
  database = dov_store_get_database (club->store);
  id = club_add_person (club, "Лишнев", "Пробор");
  made = dov_store_get_last_operation (club->store);
  do
    {
      g_autoptr (GError) error = NULL;

      (void) dov_database_fail_in (database, ++n_questions);
      done = dov_store_undo (club->store, made, &error);
      if (dov_database_fail_in (database, 0) > 0)
        break;
      if (done || error == NULL)
        g_error ("It is undone though question %u failed", n_questions);
    }
  while (TRUE);
  g_assert_true (done);
  g_assert_cmpuint (n_questions, >, 10);
  g_assert_cmpint (id, !=, 0);
  g_assert_false (dov_store_undo (club->store, made, NULL));
}

/* A form that only asks is told too. */
static void
test_form (gconstpointer data)
{
  Club *club = (Club *) data;
  g_autoptr (DovRecord) family = NULL;
  guint n_questions = 0;

  reopen (club);
  family = dov_store_find_first (club->store, DOV_TYPE_FAMILY, NULL, NULL);
  do
    {
      g_autoptr (DovRecord) draft = dov_record_dup (family);
      g_autoptr (GPtrArray) problems = NULL;

      dov_record_give_id (draft, 0);
      (void) dov_database_fail_in (dov_store_get_database (club->store), ++n_questions);
      problems = dov_store_list_problems (club->store, draft);
      if (dov_database_fail_in (dov_store_get_database (club->store), 0) > 0)
        break;
      g_assert_nonnull (strstr (((DovProblem *) problems->pdata[problems->len - 1])->message, "could not be read"));
    }
  while (TRUE);
  g_assert_cmpuint (n_questions, >, 1);
}

int
main (int    argc,
      char **argv)
{
  Club club = { 0 };
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);
  int status;

  g_test_init (&argc, &argv, NULL);
  make_demo (&club);
  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);
      g_autofree char *path = g_strconcat ("/questions/", klass->table, NULL);
      gconstpointer *data = g_new (gconstpointer, 2);

      data[0] = &club;
      data[1] = GSIZE_TO_POINTER (types[i]);
      if (klass->is_ledger)
        g_free (data);
      else
        g_test_add_data_func_full (path, data, test_kind, g_free);
    }
  g_test_add_data_func ("/questions/undo", &club, test_undo);
  g_test_add_data_func ("/questions/form", &club, test_form);
  status = g_test_run ();
  club_close (&club);

  return status;
}
