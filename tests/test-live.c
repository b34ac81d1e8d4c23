/* test-live.c - the views hide what lies in the bin, and no index is lost by asking them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-family.h"
#include "dov-registry.h"

#include <string.h>

static Club club;

static gint64
count_rows (const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_database_count (dov_store_get_database (club.store), sql, &error);

  g_assert_no_error (error);

  return n;
}

static void
test_bin (void)
{
  g_autoptr (DovRecord) family = NULL;
  gint64 id;

  club_open (&club);
  id = club_add_family (&club, "Зыковы");
  (void) club_add_family (&club, "Юрьевы");
  g_assert_cmpint (count_rows ("SELECT count(*) FROM live_family"), ==, 2);
  family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, NULL);
  g_assert_true (dov_store_remove (club.store, family, NULL));
  g_assert_cmpint (count_rows ("SELECT count(*) FROM live_family"), ==, 1);
  g_assert_cmpint (count_rows ("SELECT count(*) FROM family"), ==, 2);
  g_assert_true (dov_store_restore (club.store, family, NULL));
  g_assert_cmpint (count_rows ("SELECT count(*) FROM live_family"), ==, 2);
  club_close (&club);
}

/* Each kind has its view with all of its fields, and the file has none. */
static void
test_every_kind (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  club_open (&club);
  for (guint i = 0; i < n_types; i++)
    {
      DovRecordClass *klass = dov_registry_class (types[i]);
      g_autoptr (GString) sql = g_string_new ("SELECT count(*) FROM (SELECT id, key");
      g_autofree char *all = g_strdup_printf ("SELECT count(*) FROM %s WHERE removed IS NULL", klass->table);

      for (guint j = 0; j < klass->n_fields; j++)
        g_string_append_printf (sql, ", %s", klass->fields[j].name);
      g_string_append_printf (sql, " FROM live_%s)", klass->table);
      g_assert_cmpint (count_rows (sql->str), ==, count_rows (all));
    }
  g_assert_cmpint (count_rows ("SELECT count(*) FROM main.sqlite_schema WHERE type = 'view'"), ==, 0);
  club_close (&club);
}

/* What is asked at every save or key, and the steps by which it must be answered. */
static const struct
{
  const char *sql;
  const char *steps[4];
} hot[] = {
  { "SELECT id FROM live_attendance WHERE event_id = ?1 AND person_id = ?2 AND id <> ?3",
    { "USING INDEX attendance_" } },
  { "SELECT id FROM live_person WHERE snils = ?1 AND id <> ?2", { "USING INDEX person_snils" } },
  { "SELECT id FROM live_person p WHERE key >= ?2 AND key < ?3 AND id <> ?1 AND NOT EXISTS"
    " (SELECT 1 FROM live_not_duplicate n WHERE n.person_id = ?1 AND n.other_id = p.id)",
    { "INDEX person_key (key>? AND key<?)", "INDEX not_duplicate_" } },
  { "SELECT s.id FROM live_patrol_member m CROSS JOIN live_shift_member x CROSS JOIN live_patrol_shift s"
    " WHERE m.person_id = ?1 AND x.member_id = m.id AND s.id = x.shift_id",
    { "INDEX patrol_member_person_id", "INDEX shift_member_member_id", "USING INTEGER PRIMARY KEY" } },
  { "SELECT g.name FROM live_club_session s JOIN live_club_group g ON g.id = s.group_id WHERE g.lounge_id = ?1"
    " AND s.starts_at BETWEEN date(?2, '-1 day') AND ?3",
    { "club_session_", "club_group" } },
  { "SELECT sum(h.hours) FROM live_volunteer_hours h JOIN volunteer v ON v.id = h.volunteer_id"
    " WHERE v.person_id = ?1 AND h.date = ?2", { "INDEX volunteer_hours_date", "INDEX volunteer_person_id" } },
  { "SELECT p.id FROM live_family_member m JOIN live_person p ON p.id = m.person_id WHERE m.family_id = ?1",
    { "INDEX family_member_family_id", "USING INTEGER PRIMARY KEY" } },
  { "SELECT s.id, a.mark FROM live_club_session s LEFT JOIN live_club_attendance a ON a.session_id = s.id"
    " WHERE s.group_id = ?1", { "INDEX club_session_group_id", "INDEX club_attendance_session_id" } },
  { "SELECT f.id, c.curator_id FROM live_patrol_finding f LEFT JOIN live_family c ON c.id = f.family_id"
    " WHERE f.shift_id = ?1", { "INDEX patrol_finding_shift_id", "USING INTEGER PRIMARY KEY" } },
  { "SELECT id FROM live_rental_loan WHERE item_id = ?1 AND returned_on IS NULL", { "INDEX rental_loan_" } },
  { "SELECT id FROM live_event WHERE starts_at = ?1 AND +lounge_id = ?2", { "INDEX event_starts_at (starts_at=?)" } },
};

static char *
read_plan (const char *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStatement) rows = dov_database_prepare (dov_store_get_database (club.store), explain, &error);

  g_assert_no_error (error);
  while (dov_statement_next (rows))
    g_string_append_printf (plan, "%s\n", dov_statement_column_text (rows, 3));

  return g_string_free (g_steal_pointer (&plan), FALSE);
}

static void
test_plans (void)
{
  club_open (&club);
  for (guint i = 0; i < G_N_ELEMENTS (hot); i++)
    {
      g_autofree char *plan = read_plan (hot[i].sql);
      gboolean is_walked = strstr (plan, "SCAN") != NULL || strstr (plan, "MATERIALIZE") != NULL ||
                           strstr (plan, "CO-ROUTINE") != NULL;

      if (is_walked)
        g_error ("%s\nis answered by\n%s", hot[i].sql, plan);
      for (guint j = 0; j < G_N_ELEMENTS (hot[i].steps) && hot[i].steps[j] != NULL; j++)
        if (strstr (plan, hot[i].steps[j]) == NULL)
          g_error ("%s\nis not answered by %s but by\n%s", hot[i].sql, hot[i].steps[j], plan);
    }
  club_close (&club);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/live/bin", test_bin);
  g_test_add_func ("/live/every-kind", test_every_kind);
  g_test_add_func ("/live/plans", test_plans);

  return g_test_run ();
}
