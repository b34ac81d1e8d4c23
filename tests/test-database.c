/* test-database.c - statements, levels of a transaction, the guard, cancelling, copying */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-database.h"
#include "dov-scratch.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  DovScratch  *scratch;
  char        *path;
  DovDatabase *database;
} Fixture;

static void
execute (DovDatabase *database,
         const char  *sql)
{
  g_autoptr (GError) error = NULL;

  dov_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static gint64
count (DovDatabase *database,
       const char  *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = dov_database_count (database, sql, &error);

  g_assert_no_error (error);

  return n;
}

static void
begin (DovDatabase *database)
{
  g_autoptr (GError) error = NULL;

  dov_database_begin (database, &error);
  g_assert_no_error (error);
}

static void
commit (DovDatabase *database)
{
  g_autoptr (GError) error = NULL;

  dov_database_commit (database, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->scratch = dov_scratch_new ();
  self->path = dov_scratch_path (self->scratch, "a club, 100% #1?.doverie");
  self->database = dov_database_open (self->path, DOV_DATABASE_CREATE, &error);
  g_assert_no_error (error);
  execute (self->database,
           "CREATE TABLE street (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
           "CREATE TABLE house (id INTEGER PRIMARY KEY, number TEXT,"
           " street_id INTEGER REFERENCES street (id) DEFERRABLE INITIALLY DEFERRED) STRICT;"
           "INSERT INTO street VALUES (1, 'Ёлочная'), (2, 'Садовая'), (3, 'Еловая'), (4, NULL);");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->database);
  g_free (self->path);
  dov_scratch_free (self->scratch);
}

static void
test_values (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStatement) statement = dov_database_prepare (self->database, "SELECT ?1, ?2, ?3, ?4, :last AS end", &error);
  int last;

  g_assert_no_error (error);
  dov_statement_bind_null (statement, 1);
  dov_statement_bind_integer (statement, 2, G_MAXINT64);
  dov_statement_bind_real (statement, 3, 1500.5);
  dov_statement_bind_text (statement, 4, "Имя");
  last = dov_statement_find_parameter (statement, ":last");
  g_assert_cmpint (last, ==, 5);
  g_assert_cmpint (dov_statement_find_parameter (statement, ":first"), ==, 0);
  dov_statement_bind_text (statement, last, NULL);

  g_assert_true (dov_statement_step (statement, &error));
  g_assert_cmpint (dov_statement_count_columns (statement), ==, 5);
  g_assert_cmpstr (dov_statement_column_name (statement, 4), ==, "end");
  g_assert_true (dov_statement_column_is_null (statement, 0));
  g_assert_true (dov_statement_column_is_null (statement, 4));
  g_assert_cmpint (dov_statement_column_integer (statement, 1), ==, G_MAXINT64);
  g_assert_cmpfloat (dov_statement_column_real (statement, 2), ==, 1500.5);
  g_assert_cmpstr (dov_statement_column_text (statement, 3), ==, "Имя");
  g_assert_cmpint (dov_statement_column (statement, 0).type, ==, DOV_VALUE_NULL);
  g_assert_cmpint (dov_statement_column (statement, 1).type, ==, DOV_VALUE_INTEGER);
  g_assert_cmpint (dov_statement_column (statement, 2).type, ==, DOV_VALUE_REAL);
  g_assert_cmpstr (dov_statement_column (statement, 3).text, ==, "Имя");
  g_assert_false (dov_statement_step (statement, &error));
  g_assert_no_error (error);
}

static void
test_variant (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStatement) statement = dov_database_prepare (self->database, "SELECT ?1, ?2, ?3, ?4, ?5", &error);

  dov_statement_bind_variant (statement, g_variant_new ("(xibsd)", G_GINT64_CONSTANT (8589934592), 7, TRUE, "да", 2.5));
  g_assert_true (dov_statement_step (statement, &error));
  g_assert_cmpint (dov_statement_column_integer (statement, 0), ==, 8589934592);
  g_assert_cmpint (dov_statement_column_integer (statement, 1), ==, 7);
  g_assert_cmpint (dov_statement_column_integer (statement, 2), ==, 1);
  g_assert_cmpstr (dov_statement_column_text (statement, 3), ==, "да");
  g_assert_cmpfloat (dov_statement_column_real (statement, 4), ==, 2.5);
}

/* The same text is prepared once; while it is in use another is made. */
static void
test_kept_statements (Fixture       *self,
                      gconstpointer  data)
{
  const char *sql = "SELECT name FROM street WHERE id = ?1";
  g_autoptr (GError) error = NULL;
  DovStatement *first = dov_database_prepare (self->database, sql, &error);
  DovStatement *inner = dov_database_prepare (self->database, sql, &error);

  g_assert_true (first != inner);
  dov_statement_bind_integer (first, 1, 2);
  dov_statement_bind_integer (inner, 1, 3);
  g_assert_true (dov_statement_step (first, &error));
  g_assert_true (dov_statement_step (inner, &error));
  g_assert_cmpstr (dov_statement_column_text (first, 0), ==, "Садовая");
  g_assert_cmpstr (dov_statement_column_text (inner, 0), ==, "Еловая");
  dov_statement_release (inner);
  dov_statement_release (first);

  inner = dov_database_prepare (self->database, sql, &error);
  g_assert_true (inner == first);
  g_assert_false (dov_statement_step (inner, &error));
  g_assert_no_error (error);
  dov_statement_release (inner);

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *many = g_strdup_printf ("SELECT %u", i);

      g_assert_cmpint (count (self->database, many), ==, i);
    }
}

static void
test_malformed (Fixture       *self,
                gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    int         offset;
  } cases[] = {
    { "SELECT nme FROM street", 7 },
    { "SELECT name FROM streets", -1 },
    { "SELECT name FRM street", -1 },
    { "SELECT \"name of none\" FROM street", 7 },
    { "", 0 },
    { "-- nothing", 0 },
    { "SELECT 1; DELETE FROM street", 9 },
    { "SELECT 1; SELEKT", 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      DovStatement *statement = dov_database_prepare (self->database, cases[i].sql, &error);

      g_test_message ("%s", cases[i].sql);
      g_assert_null (statement);
      g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
      if (cases[i].offset >= 0)
        g_assert_cmpint (dov_database_get_error_offset (self->database), ==, cases[i].offset);
    }
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street; -- and no more ;"), ==, 4);
}

static void
test_levels (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (DovDatabase) other = dov_database_open (self->path, DOV_DATABASE_READ_ONLY, NULL);

  begin (self->database);
  execute (self->database, "INSERT INTO street VALUES (10, 'Новая')");
  begin (self->database);
  execute (self->database, "DELETE FROM street");
  begin (self->database);
  execute (self->database, "INSERT INTO street VALUES (11, 'Лишняя')");
  commit (self->database);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 1);
  dov_database_roll_back (self->database);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 5);
  g_assert_cmpint (count (other, "SELECT count(*) FROM street"), ==, 4);
  commit (self->database);
  g_assert_cmpint (count (other, "SELECT count(*) FROM street"), ==, 5);

  begin (self->database);
  execute (self->database, "DELETE FROM street");
  dov_database_roll_back (self->database);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 5);
}

/* A link to nothing is found at the outermost commit, which stays open. */
static void
test_broken_link (Fixture       *self,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  begin (self->database);
  begin (self->database);
  execute (self->database, "INSERT INTO house VALUES (1, '5а', 77)");
  commit (self->database);
  g_assert_false (dov_database_commit (self->database, &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED);
  execute (self->database, "INSERT INTO street VALUES (77, 'Дальняя')");
  commit (self->database);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM house"), ==, 1);
}

/* When SQLite takes a transaction back by itself, nothing that follows may be
 * written as a change of its own. */
static void
test_lost (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  begin (self->database);
  execute (self->database, "INSERT INTO street VALUES (20, 'Первая')");
  begin (self->database);
  execute (self->database, "ROLLBACK");
  g_assert_false (dov_database_execute (self->database, "INSERT INTO street VALUES (21, 'Вторая')", &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (dov_database_count (self->database, "SELECT 1", &error), ==, -1);
  g_clear_error (&error);
  g_assert_false (dov_database_commit (self->database, &error));
  dov_database_roll_back (self->database);
  dov_database_roll_back (self->database);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 4);
}

static void
test_functions (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (DovStatement) order = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street WHERE fold(name) = fold('ЕЛОЧНАЯ')"), ==, 1);
  g_assert_cmpint (count (self->database, "SELECT fold(NULL) IS NULL"), ==, 1);

  order = dov_database_prepare (self->database,
                                "SELECT name FROM street WHERE name IS NOT NULL ORDER BY name COLLATE russian", NULL);
  while (dov_statement_step (order, NULL))
    g_string_append_printf (found, "%s ", dov_statement_column_text (order, 0));
  g_assert_cmpstr (found->str, ==, "Еловая Ёлочная Садовая ");
}

static void
join_cb (const DovValue *arguments,
         int             n_arguments,
         DovValue       *result,
         gpointer        user_data)
{
  if (n_arguments == 0)
    return;
  switch (arguments[0].type)
    {
    case DOV_VALUE_TEXT:
      result->type = DOV_VALUE_TEXT;
      result->text = result->owned = g_strconcat (user_data, arguments[0].text, NULL);
      break;
    case DOV_VALUE_INTEGER:
      result->type = DOV_VALUE_INTEGER;
      result->integer = -arguments[0].integer;
      break;
    case DOV_VALUE_REAL:
      result->type = DOV_VALUE_REAL;
      result->real = -arguments[0].real;
      break;
    case DOV_VALUE_NULL:
      result->type = DOV_VALUE_TEXT;
      result->text = "nothing";
      break;
    }
}

static void
test_own_function (Fixture       *self,
                   gconstpointer  data)
{
  dov_database_add_function (self->database, "join", -1, join_cb, "ул. ");
  execute (self->database, "CREATE TEMP VIEW joined AS SELECT id, \"join\"(name) AS name FROM street");

  g_assert_cmpint (count (self->database, "SELECT name = 'ул. Садовая' FROM joined WHERE id = 2"), ==, 1);
  g_assert_cmpint (count (self->database, "SELECT name = 'nothing' FROM joined WHERE id = 4"), ==, 1);
  g_assert_cmpint (count (self->database, "SELECT \"join\"(7)"), ==, -7);
  g_assert_cmpint (count (self->database, "SELECT \"join\"(1.5) = -1.5"), ==, 1);
  g_assert_cmpint (count (self->database, "SELECT \"join\"() IS NULL"), ==, 1);
}

static gboolean
allow_names (const char *table,
             const char *name,
             const char *schema,
             const char *view,
             gpointer    user_data)
{
  if (table == NULL)
    return g_str_equal (name, "fold");

  return g_str_equal (table, "names") || (g_strcmp0 (view, "names") == 0 && g_str_equal (name, "name"));
}

static void
test_guard (Fixture       *self,
            gconstpointer  data)
{
  static const char *refused[] = {
    "SELECT name FROM street", "SELECT id FROM street", "SELECT upper(name) FROM names", "DELETE FROM street",
    "UPDATE street SET name = ''", "INSERT INTO street VALUES (5, '')", "DROP TABLE street",
    "ATTACH 'other' AS other", "PRAGMA user_version", "CREATE TEMP TABLE x (y)", "BEGIN", "SAVEPOINT x",
    "SELECT name FROM sqlite_schema",
  };
  g_autoptr (GError) error = NULL;

  execute (self->database, "CREATE TEMP VIEW names AS SELECT name FROM street");
  g_assert_cmpint (count (self->database, "SELECT count(name) FROM street"), ==, 3);

  dov_database_set_guard (self->database, allow_names, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_test_message ("%s", refused[i]);
      g_assert_null (dov_database_prepare (self->database, refused[i], &error));
      g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED);
      g_clear_error (&error);
    }
  /* A text that was prepared while nobody guarded is no way round. */
  g_assert_cmpint (dov_database_count (self->database, "SELECT count(name) FROM street", &error), ==, -1);
  g_clear_error (&error);
  {
    g_autoptr (DovStatement) allowed = dov_database_prepare (self->database, "SELECT fold(name) FROM names", &error);

    g_assert_no_error (error);
    g_assert_true (dov_statement_step (allowed, &error));
  }
  dov_database_set_guard (self->database, NULL, NULL);
  g_assert_cmpint (count (self->database, "SELECT count(name) FROM street"), ==, 3);
}

static void
test_cancel (Fixture       *self,
             gconstpointer  data)
{
  const char *endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  dov_database_set_cancellable (self->database, cancellable);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 4);
  g_cancellable_cancel (cancellable);
  g_assert_cmpint (dov_database_count (self->database, endless, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dov_database_set_cancellable (self->database, NULL);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 4);

  /* A time that is over stops it just the same; the next statement goes on without one. */
  g_clear_error (&error);
  dov_database_set_deadline (self->database, g_get_monotonic_time () + G_USEC_PER_SEC / 50);
  g_assert_cmpint (dov_database_count (self->database, endless, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dov_database_set_deadline (self->database, 0);
  g_assert_cmpint (count (self->database, "SELECT count(*) FROM street"), ==, 4);
}

static void
note_progress_cb (goffset  done,
                  goffset  total,
                  gpointer user_data)
{
  goffset *last = user_data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *path = dov_scratch_path (self->scratch, "копия.doverie");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DovDatabase) copy = NULL;
  g_autoptr (GError) error = NULL;
  goffset last = 0;

  execute (self->database, "INSERT INTO house (number) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
           " WHERE i < 90000) SELECT hex (i) FROM n");
  dov_database_copy (self->database, path, note_progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last, >, 1000000);
  copy = dov_database_open (path, DOV_DATABASE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (dov_database_is_read_only (copy));
  g_assert_cmpint (count (copy, "SELECT count(*) FROM house"), ==, 90000);
  g_assert_false (dov_database_execute (copy, "DELETE FROM house", &error));
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_false (dov_database_copy (self->database, path, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  g_clear_object (&copy);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_false (dov_database_copy (self->database, path, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  dov_scratch_assert_private (self->scratch);
}

/* What every connection must be set to. */
static void
test_settings (Fixture       *self,
               gconstpointer  data)
{
  g_assert_cmpint (count (self->database, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (count (self->database, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (count (self->database, "PRAGMA secure_delete"), ==, 1);
  g_assert_cmpint (count (self->database, "PRAGMA temp_store"), ==, 2);
  g_assert_cmpint (count (self->database, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  g_assert_cmpuint (dov_scratch_count_files (self->scratch, "-wal"), ==, 1);
  g_assert_true (dov_database_was_made (self->database));
  dov_scratch_assert_private (self->scratch);
}

#define TEST(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/database/values", test_values);
  TEST ("/database/variant", test_variant);
  TEST ("/database/kept-statements", test_kept_statements);
  TEST ("/database/malformed", test_malformed);
  TEST ("/database/levels", test_levels);
  TEST ("/database/broken-link", test_broken_link);
  TEST ("/database/lost", test_lost);
  TEST ("/database/functions", test_functions);
  TEST ("/database/own-function", test_own_function);
  TEST ("/database/guard", test_guard);
  TEST ("/database/cancel", test_cancel);
  TEST ("/database/copy", test_copy);
  TEST ("/database/settings", test_settings);

  return g_test_run ();
}
