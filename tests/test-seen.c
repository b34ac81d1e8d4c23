/* test-seen.c - what is shown is read apart from what judges, and the log knows the account */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family.h"

#include <glib/gstdio.h>

static Club club;

static gint64
count_seen (void)
{
  return dov_store_see_number (club.store, "SELECT count(*) FROM live_family", NULL);
}

static gboolean
is_own (void)
{
  return dov_store_get_seen (club.store) == dov_store_get_database (club.store);
}

/* It reads the same file, and can do nothing else. */
static void
test_reads_only (void)
{
  g_autoptr (GError) error = NULL;

  club_open (&club);
  (void) club_add_family (&club, "Зыковы");
  g_assert_false (is_own ());
  g_assert_cmpint (count_seen (), ==, 1);
  g_assert_false (dov_database_execute (dov_store_get_seen (club.store), "DELETE FROM family", &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_assert_cmpint (count_seen (), ==, 1);
  club_close (&club);
}

/* In the middle of a deed it shows what was written; and nothing of it when it is abandoned. */
static void
test_operation (void)
{
  club_open (&club);
  g_assert_cmpint (count_seen (), ==, 0);
  g_assert_true (dov_store_begin (club.store, NULL, NULL));
  (void) club_add_family (&club, "Зыковы");
  g_assert_true (is_own ());
  g_assert_cmpint (count_seen (), ==, 1);
  dov_store_abandon (club.store);
  g_assert_false (is_own ());
  g_assert_cmpint (count_seen (), ==, 0);

  g_assert_true (dov_store_begin (club.store, NULL, NULL));
  (void) club_add_family (&club, "Зыковы");
  g_assert_true (dov_store_commit (club.store, NULL, NULL));
  g_assert_false (is_own ());
  g_assert_cmpint (count_seen (), ==, 1);
  club_close (&club);
}

static void
changed_cb (DovStore *store,
            GType     type,
            gint64    id,
            gint64   *n_seen)
{
  g_assert_false (is_own ());
  *n_seen = count_seen ();
}

static void
test_listeners (void)
{
  gint64 n_seen = 0;

  club_open (&club);
  g_signal_connect (club.store, "changed", G_CALLBACK (changed_cb), &n_seen);
  (void) club_add_family (&club, "Зыковы");
  g_assert_cmpint (n_seen, ==, 1);
  club_close (&club);
}

static guint n_judged;

static void
judge (DovStore  *store,
       DovRecord *before,
       DovRecord *after,
       GPtrArray *problems)
{
  n_judged++;
  g_assert_true (is_own ());
}

/* A rule sees all, be it asked by a save or by a form. */
static void
test_rules (void)
{
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gint64 id;

  club_open (&club);
  dov_store_add_rule (club.store, DOV_TYPE_FAMILY, FALSE, judge);
  id = club_add_family (&club, "Зыковы");
  family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);
  problems = dov_store_list_problems (club.store, family);
  faults = dov_store_list_faults (club.store, family);
  g_assert_cmpuint (n_judged, ==, 3);
  g_assert_false (is_own ());
  club_close (&club);
}

/* Closing brings all into the one file, whoever was reading. */
static void
test_close (void)
{
  g_autofree char *log = NULL;

  club_open (&club);
  log = g_strconcat (club.path, "-wal", NULL);
  (void) club_add_family (&club, "Зыковы");
  g_assert_cmpint (count_seen (), ==, 1);
  g_assert_true (dov_store_close (club.store, NULL));
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  club_close (&club);
}

static gint64
read_user (void)
{
  g_autofree char *sql = g_strdup_printf ("SELECT coalesce (user, -1) FROM operation WHERE id = %" G_GINT64_FORMAT,
                                          dov_store_get_last_operation (club.store));

  return dov_database_count (dov_store_get_database (club.store), sql, NULL);
}

static void
test_user (void)
{
  club_open (&club);
  (void) club_add_family (&club, "Зыковы");
  g_assert_cmpint (read_user (), ==, -1);
  dov_store_set_user_id (club.store, 41);
  (void) club_add_family (&club, "Юрьевы");
  g_assert_cmpint (read_user (), ==, 41);
  dov_store_set_user_id (club.store, 0);
  (void) club_add_family (&club, "Петровы");
  g_assert_cmpint (read_user (), ==, -1);
  club_close (&club);
}

/* A question that failed is no empty answer, is told once, and spoils nothing that is read later. */
static void
test_failed (void)
{
  const char *sql = "SELECT id FROM live_family";
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GError) error = NULL;

  club_open (&club);
  (void) club_add_family (&club, "Зыковы");
  g_assert_false (is_own ());
  (void) dov_database_fail_in (dov_store_get_seen (club.store), 1);
  none = dov_store_see_ids (club.store, sql, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_false (dov_store_has_seen (club.store, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  all = dov_store_see_ids (club.store, sql, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_true (dov_store_has_seen (club.store, NULL));
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seen/reads-only", test_reads_only);
  g_test_add_func ("/seen/operation", test_operation);
  g_test_add_func ("/seen/listeners", test_listeners);
  g_test_add_func ("/seen/rules", test_rules);
  g_test_add_func ("/seen/close", test_close);
  g_test_add_func ("/seen/user", test_user);
  g_test_add_func ("/seen/failed", test_failed);

  return g_test_run ();
}
