/* test-store-fields.c - every field of every record goes through the file and back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "club.h"

#include "dov-backup.h"
#include "dov-family.h"
#include "dov-registry.h"
#include "dov-store-private.h"

static Club club;

/* Two values for each field, all of them different; texts with all that texts may hold. */
static char *
make_text (const DovField *field,
           guint           n)
{
  switch (field->kind)
    {
    case DOV_KIND_TEXT:
      return g_strdup_printf ("Щёлково «%s» 'n%u' \"—\" ёЁ😀 %%_", field->name, n);

    case DOV_KIND_NOTE:
      return g_strdup_printf ("первая строка %s\nвторая\tстрока %u\n", field->name, n);

    case DOV_KIND_NUMBER:
      return g_strdup_printf ("%u", 1000000007u + n);

    case DOV_KIND_QUANTITY:
      return g_strdup_printf ("%u.%u", 1000 + n, 125);

    case DOV_KIND_MONEY:
      return g_strdup_printf ("%u.%u", 2000 + n, 10 + n % 89);

    case DOV_KIND_LINK:
      return g_strdup_printf ("%" G_GINT64_FORMAT, (G_GINT64_CONSTANT (0x7ffffff0) << 32) + n);

    case DOV_KIND_FLAG:
      return g_strdup (n % 2 ? "1" : "0");

    case DOV_KIND_DATE:
      return g_strdup_printf ("20%02u-02-28", 10 + n % 80);

    case DOV_KIND_TIME:
      return g_strdup_printf ("23:%02u", n % 60);

    case DOV_KIND_MOMENT:
      return g_strdup_printf ("2027-03-05T00:%02u", n % 60);

    case DOV_KIND_CHOICE:
      {
        g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

        return g_strdup (choices->values[1 + n % (choices->n_values - 1)].value_nick);
      }

    case DOV_KIND_CHOICES:
      {
        g_autoptr (GFlagsClass) choices = g_type_class_ref (field->target ());
        guint first = n % choices->n_values;

        return first == 0 ? g_strdup (choices->values[0].value_nick)
                          : g_strdup_printf ("%s,%s", choices->values[0].value_nick,
                                             choices->values[first].value_nick);
      }

    default:
      g_assert_not_reached ();
    }
}

static DovRecord *
make_record (GType  type,
             gint64 id,
             guint  first)
{
  DovRecord *record = dov_record_new (type, id);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = make_text (&klass->fields[i], first + i);
      g_autoptr (GError) error = NULL;

      dov_record_set_text (record, &klass->fields[i], text, &error);
      g_assert_no_error (error);
    }

  return record;
}

static void
assert_same (DovRecord *record,
             DovRecord *expected)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = dov_record_dup_text (record, &klass->fields[i]);
      g_autofree char *wanted = dov_record_dup_text (expected, &klass->fields[i]);

      if (g_strcmp0 (text, wanted) != 0)
        g_error ("%s.%s: “%s” came back as “%s”", klass->table, klass->fields[i].name, wanted, text);
    }
}

static void
write_row (DovRecord *record,
           gboolean   is_new)
{
  g_autoptr (GError) error = NULL;

  dov_store_write_row (club.store, record, is_new, &error);
  g_assert_no_error (error);
}

static DovRecord *
read_row (GType  type,
          gint64 id)
{
  g_autoptr (GError) error = NULL;
  DovRecord *record = dov_store_read_row (club.store, type, id, &error);

  g_assert_no_error (error);

  return record;
}

/* Nothing links to nothing here, and the rules of the records are not asked. */
static void
open_loose (void)
{
  club_open (&club);
  dov_database_execute (dov_store_get_database (club.store), "PRAGMA foreign_keys = OFF", NULL);
}

static void
test_full (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  open_loose ();
  g_assert_cmpuint (n_types, >=, 15);
  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (DovRecord) first = make_record (types[t], 5001 + t, 1);
      g_autoptr (DovRecord) second = make_record (types[t], 5001 + t, 2);
      g_autoptr (DovRecord) back = NULL;
      g_autoptr (DovRecord) changed = NULL;

      write_row (first, TRUE);
      back = read_row (types[t], 5001 + t);
      assert_same (back, first);
      if (DOV_RECORD_GET_CLASS (first)->is_ledger)
        continue;
      write_row (second, FALSE);
      changed = read_row (types[t], 5001 + t);
      assert_same (changed, second);
    }
  club_close (&club);
}

static void
test_empty (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  open_loose ();
  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (DovRecord) empty = dov_record_new (types[t], 5001 + t);
      g_autoptr (DovRecord) back = NULL;
      DovRecordClass *klass = DOV_RECORD_GET_CLASS (empty);

      for (guint i = 0; i < klass->n_fields; i++)
        dov_record_set_text (empty, &klass->fields[i], "", NULL);
      write_row (empty, TRUE);
      back = read_row (types[t], 5001 + t);
      assert_same (back, empty);

      for (guint i = 0; i < klass->n_fields; i++)
        {
          const DovField *field = &klass->fields[i];
          gboolean has_zero = field->kind == DOV_KIND_FLAG || (field->flags & DOV_FROM_ZERO);
          g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE id = %u AND %s IS %s",
                                                  klass->table,
                                                  5001 + t, field->name, has_zero ? "0" : "NULL");

          g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), sql, NULL), ==, 1);
        }
    }
  club_close (&club);
}

/* Numbers are numbers in the file, texts are texts. */
static void
test_types (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  open_loose ();
  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (DovRecord) record = make_record (types[t], 5001 + t, 1);
      DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

      write_row (record, TRUE);
      for (guint i = 0; i < klass->n_fields; i++)
        {
          const DovField *field = &klass->fields[i];
          gboolean is_text = field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE
                             || field->kind == DOV_KIND_DATE || field->kind == DOV_KIND_TIME
                             || field->kind == DOV_KIND_MOMENT || field->kind == DOV_KIND_CHOICE
                             || field->kind == DOV_KIND_CHOICES;
          g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE id = %u AND typeof (%s) = '%s'",
                                                  klass->table, 5001 + t, field->name, is_text ? "text" : "integer");

          if (dov_database_count (dov_store_get_database (club.store), sql, NULL) != 1)
            g_error ("%s.%s is of a wrong type in the file", klass->table, field->name);
        }
    }
  club_close (&club);
}

/* The links of the tables are links of the file. */
static void
test_foreign_keys (void)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  club_open (&club);
  for (guint t = 0; t < n_types; t++)
    {
      DovRecordClass *klass = dov_registry_class (types[t]);

      for (guint i = 0; i < klass->n_fields; i++)
        {
          g_autofree char *sql = NULL;

          if (klass->fields[i].kind != DOV_KIND_LINK)
            continue;
          sql = g_strdup_printf ("SELECT count(*) FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'"
                                 " AND \"table\" = '%s' AND \"to\" = 'id'", klass->table, klass->fields[i].name,
                                 dov_registry_class (klass->fields[i].target ())->table);
          g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), sql, NULL), ==, 1);
        }
    }
  club_close (&club);
}

/* A file of an older program lacks columns and a table; its keys were others. */
static void
test_older_file (void)
{
  static const char make_older[] =
    "PRAGMA foreign_keys = OFF;"
    "ALTER TABLE family DROP COLUMN strengths;"
    "ALTER TABLE family DROP COLUMN smoke_detector;"
    "DROP TABLE not_duplicate;"
    "DROP INDEX family_key;"
    "CREATE INDEX family_key ON family (key);"
    "CREATE INDEX family_unwanted ON family (rooms);"
    "UPDATE family SET key = 'прежний ключ', family_name = 'Череми' || char (173) || 'синовы' || char (65534);"
    "UPDATE meta SET value = 'family_name' WHERE name = 'key.family';"
    "ALTER TABLE operation DROP COLUMN user;"
    "UPDATE meta SET value = 'older' WHERE name = 'schema';";
  g_autoptr (DovDatabase) older = NULL;
  g_autoptr (DovRecord) family = NULL;
  g_autoptr (DovStore) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *key = NULL;
  g_autofree char *sql = NULL;
  gint64 id;

  club_open (&club);
  id = club_add_family (&club, "Черемисиновы");
  dov_store_close (club.store, NULL);
  older = dov_database_open (club.path, 0, &error);
  g_assert_no_error (error);
  g_assert_true (dov_database_execute (older, make_older, &error));
  g_assert_no_error (error);
  g_clear_object (&older);

  /* Who only looks does not change the file, and is told so. */
  reader = dov_store_open (club.path, DOV_STORE_READ_ONLY, &error);
  g_assert_null (reader);
  g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* What it let in that nobody can see stands in no way of who looks for it. */
  club_reopen (&club);
  g_assert_cmpint (dov_store_count (club.store, DOV_TYPE_FAMILY, &(DovQuery) { .words = "черемисиновы" }, NULL), ==, 1);
  family = dov_store_find (club.store, DOV_TYPE_FAMILY, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (DOV_FAMILY (family)->family_name, ==, "Черемисиновы");
  g_assert_cmpstr (DOV_FAMILY (family)->strengths, ==, "");
  g_assert_false (DOV_FAMILY (family)->smoke_detector);
  g_assert_cmpint (dov_store_count (club.store, dov_registry_find ("not_duplicate"), NULL, &error), ==, 0);
  club_change (&club, DOV_TYPE_FAMILY, id, "strengths", "Дружные");
  key = dov_record_dup_key (family);
  sql = g_strdup_printf ("SELECT count(*) FROM family WHERE key = '%s'", key);
  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store), sql, NULL), ==, 1);

  g_assert_cmpint (dov_database_count (dov_store_get_database (club.store),
                                       "SELECT count(*) FROM sqlite_schema WHERE name = 'family_unwanted' OR"
                                       " (name = 'family_key' AND sql NOT LIKE '%removed IS NULL')", NULL), ==, 0);

  /* A copy of the file as it was lies beside it. */
  copies = dov_backup_list (club.path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 1);
  club_close (&club);
}

/* A file of a newer program holds what this one would neither show nor check. */
static void
test_newer_file (void)
{
  static const char *const newer[] = {
    "ALTER TABLE family ADD COLUMN pets INTEGER; UPDATE meta SET value = 'newer' WHERE name = 'schema'",
    "CREATE TABLE spaceship (id INTEGER PRIMARY KEY) STRICT; UPDATE meta SET value = 'newer' WHERE name = 'schema'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (newer); i++)
    {
      g_autoptr (DovStore) store = NULL;
      g_autoptr (GError) error = NULL;

      club_open (&club);
      g_assert_true (dov_database_execute (dov_store_get_database (club.store), newer[i], &error));
      g_assert_no_error (error);
      dov_store_close (club.store, NULL);
      store = dov_store_open (club.path, 0, &error);
      g_assert_null (store);
      g_assert_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NEWER);
      club_close (&club);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/fields/full", test_full);
  g_test_add_func ("/store/fields/empty", test_empty);
  g_test_add_func ("/store/fields/types", test_types);
  g_test_add_func ("/store/fields/foreign-keys", test_foreign_keys);
  g_test_add_func ("/store/fields/older-file", test_older_file);
  g_test_add_func ("/store/fields/newer-file", test_newer_file);

  return g_test_run ();
}
