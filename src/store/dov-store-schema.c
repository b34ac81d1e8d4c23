/* dov-store-schema.c - the tables of the file, as the field tables declare them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-backup.h"
#include "dov-case-review.h"
#include "dov-contact-record.h"
#include "dov-family.h"
#include "dov-home-visit.h"
#include "dov-ref-item.h"
#include "dov-registry.h"
#include "dov-schema.h"
#include "dov-support-period.h"
#include "dov-version.h"

#include <glib/gi18n.h>

static gboolean
is_number (const DovField *field)
{
  return field->kind == DOV_KIND_NUMBER || field->kind == DOV_KIND_QUANTITY || field->kind == DOV_KIND_MONEY;
}

/* One column, as CREATE TABLE and ADD COLUMN take it. */
static char *
describe_column (const DovField *field)
{
  if (field->kind == DOV_KIND_FLAG || (is_number (field) && (field->flags & DOV_FROM_ZERO)))
    return g_strdup_printf ("%s INTEGER NOT NULL DEFAULT 0", field->name);
  if (is_number (field))
    return g_strdup_printf ("%s INTEGER", field->name);
  if (field->kind == DOV_KIND_LINK)
    return g_strdup_printf ("%s INTEGER REFERENCES %s (id) DEFERRABLE INITIALLY DEFERRED", field->name,
                            dov_registry_class (field->target ())->table);

  return g_strdup_printf ("%s TEXT", field->name);
}

static const DovField *
find_leading (DovRecordClass *klass)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == DOV_KIND_TEXT && (klass->fields[i].flags & DOV_LISTED))
      return &klass->fields[i];

  return NULL;
}

/* The statements that every read and write of the record uses. */
DovTable *
dov_store_table_new (GType type)
{
  DovTable *table = g_new0 (DovTable, 1);
  DovRecordClass *klass = dov_registry_class (type);
  g_autoptr (GString) columns = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  g_autoptr (GString) sets = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_string_append_printf (columns, ", %s", klass->fields[i].name);
      g_string_append_printf (marks, ", ?%u", i + 3);
      g_string_append_printf (sets, ", %s = ?%u", klass->fields[i].name, i + 3);
    }

  table->type = type;
  table->klass = klass;
  table->select = g_strdup_printf ("SELECT removed%s FROM %s WHERE id = ?1", columns->str, klass->table);
  table->insert = g_strdup_printf ("INSERT INTO %s (id, key%s) VALUES (?1, ?2%s)",
                                   klass->table, columns->str, marks->str);
  table->update = g_strdup_printf ("UPDATE %s SET key = ?2%s WHERE id = ?1", klass->table, sets->str);
  table->leading = find_leading (klass);
  table->referrers = g_array_new (FALSE, FALSE, sizeof (DovReferrer));

  return table;
}

void
dov_store_table_free (DovTable *table)
{
  g_array_unref (table->referrers);
  g_free (table->select);
  g_free (table->insert);
  g_free (table->update);
  g_free (table);
}

/* Notes in each table who may point to it. */
void
dov_store_table_find_referrers (GHashTable *tables)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      DovRecordClass *klass = dov_registry_class (types[t]);

      for (guint i = 0; i < klass->n_fields; i++)
        if (klass->fields[i].kind == DOV_KIND_LINK)
          {
            DovReferrer referrer = { types[t], &klass->fields[i] };
            DovTable *target = g_hash_table_lookup (tables, GSIZE_TO_POINTER (klass->fields[i].target ()));

            if (target == NULL)
              g_error ("%s.%s points to a record that is not in the list", klass->table,
                       klass->fields[i].name);
            g_array_append_val (target->referrers, referrer);
          }
    }
}

static void
add_index (GPtrArray  *indexes,
           const char *table,
           const char *name,
           const char *rest)
{
  g_ptr_array_add (indexes, g_strdup_printf ("CREATE INDEX %s_%s ON %s %s", table, name, table, rest));
}

/* The indexes hold only what does not lie in the bin, so that SQLite never
 * thinks “not removed” the narrower half of a condition. They carry all that
 * a list in their order reads: SQLite looks at “removed” even here, and knows
 * the id only as the last column of the order when it is one. */
static GPtrArray *
list_indexes (DovTable *table)
{
  const char *name = table->klass->table;
  GPtrArray *indexes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) guards = NULL;

  if (table->leading != NULL)
    {
      g_autofree char *rest = g_strdup_printf ("(key, %s, id, removed) WHERE removed IS NULL",
                                               table->leading->name);

      add_index (indexes, name, "key", rest);
    }
  add_index (indexes, name, "removed", "(removed) WHERE removed IS NOT NULL");

  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const DovField *field = &table->klass->fields[i];
      gboolean is_day = field->kind == DOV_KIND_DATE || field->kind == DOV_KIND_MOMENT;
      g_autofree char *link = g_strdup_printf ("(%s)", field->name);
      g_autofree char *day = g_strdup_printf ("(%s, id, removed) WHERE removed IS NULL", field->name);
      g_autofree char *number = g_strdup_printf ("(%s) WHERE %s IS NOT NULL", field->name, field->name);

      if (field->kind == DOV_KIND_LINK)
        add_index (indexes, name, field->name, link);
      else if (is_day && (field->flags & DOV_LISTED))
        add_index (indexes, name, field->name, day);
      else if (field->flags & DOV_SNILS)
        add_index (indexes, name, field->name, number);
    }

  /* What rules look for at every save, other than by a link. */
  if (table->type == DOV_TYPE_FAMILY)
    {
      add_index (indexes, name, "case_no", "(case_no, lounge_id)");
      add_index (indexes, name, "case_status",
                 "(case_status, lounge_id, key, id, removed) WHERE removed IS NULL");
    }
  /* «Сегодня» counts the families on support whenever it is shown. */
  if (table->type == DOV_TYPE_SUPPORT_PERIOD)
    add_index (indexes, name, "held", "(until, since, lounge_id, family_id, removed) WHERE removed IS NULL");
  if (table->type == DOV_TYPE_REF_ITEM)
    add_index (indexes, name, "code", "(code, list_code)");
  /* Of each family the last one is asked for, and what it named for the next (F8). */
  if (table->type == DOV_TYPE_HOME_VISIT)
    add_index (indexes, name, "last", "(family_id, visited_at, was_home, next_visit_on, removed) WHERE removed IS NULL");
  if (table->type == DOV_TYPE_CONTACT_RECORD)
    add_index (indexes, name, "last", "(family_id, contacted_at, reached, removed) WHERE removed IS NULL");
  if (table->type == DOV_TYPE_CASE_REVIEW)
    add_index (indexes, name, "last", "(family_id, date, id, next_review_on, removed) WHERE removed IS NULL");
  guards = dov_table_list_guards (table, "INDEX");
  for (guint i = 0; i < guards->len; i++)
    g_ptr_array_add (indexes, g_strdup (guards->pdata[i]));

  return indexes;
}

static char *
describe_table (DovTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY", table->klass->table);
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      g_autofree char *column = describe_column (&table->klass->fields[i]);

      g_string_append_printf (sql, ", %s", column);
    }
  g_string_append (sql, ", key TEXT NOT NULL, removed TEXT) STRICT;");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* How keys are folded: another word here makes all keys anew. Since “2” what nobody can see is no gap in a word. */
#define FOLDED "2"

/* The fields that make the search key, by which a change of them is noticed. */
static char *
describe_key (DovTable *table)
{
  g_autoptr (GString) names = g_string_new (FOLDED);

  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const DovField *field = &table->klass->fields[i];

      if ((field->flags & DOV_LISTED) && (field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE))
        g_string_append_printf (names, ",%s", field->name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Tables that are no records. The counter of ids and the tag of the file are
 * settings too. */
static const char own_tables[] =
  "CREATE TABLE IF NOT EXISTS operation (id INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL,"
  " words TEXT, undoes INTEGER REFERENCES operation (id), user INTEGER) STRICT;"
  "CREATE TABLE IF NOT EXISTS audit (number INTEGER PRIMARY KEY,"
  " operation INTEGER NOT NULL REFERENCES operation (id), record TEXT NOT NULL, id INTEGER NOT NULL,"
  " field TEXT, what TEXT NOT NULL, was TEXT, became TEXT) STRICT;"
  "CREATE INDEX IF NOT EXISTS operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;"
  "CREATE INDEX IF NOT EXISTS audit_operation ON audit (operation);"
  "CREATE INDEX IF NOT EXISTS audit_id ON audit (id);"
  "CREATE TABLE IF NOT EXISTS draft (number INTEGER PRIMARY KEY, record TEXT NOT NULL, id INTEGER NOT NULL,"
  " at TEXT NOT NULL, words TEXT) STRICT;"
  "CREATE TABLE IF NOT EXISTS draft_field ("
  "draft INTEGER NOT NULL REFERENCES draft (number) ON DELETE CASCADE,"
  " field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (draft, field)) STRICT, WITHOUT ROWID;"
  /* Apart from its record, so that a row of it stays small. */
  "CREATE TABLE IF NOT EXISTS attachment_content (id INTEGER PRIMARY KEY REFERENCES attachment (id)"
  " DEFERRABLE INITIALLY DEFERRED, content BLOB NOT NULL) STRICT;";

/**
 * dov_store_dup_setting:
 *
 * Returns: (transfer full) (nullable): what the file says about itself
 */
char *
dov_store_dup_setting (DovStore   *self,
                       const char *name)
{
  g_autoptr (DovStatement) row = dov_database_prepare (self->database,
                                                       "SELECT value FROM meta WHERE name = ?1", NULL);

  if (row == NULL)
    return NULL;
  dov_statement_bind_text (row, 1, name);

  return dov_statement_step (row, NULL) ? g_strdup (dov_statement_column_text (row, 0)) : NULL;
}

gboolean
dov_store_write_setting (DovStore    *self,
                         const char  *name,
                         const char  *value,
                         GError     **error)
{
  g_autoptr (DovStatement) row = dov_database_prepare (self->database,
    "INSERT INTO meta (name, value) VALUES (?1, ?2)"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value", error);

  if (row == NULL)
    return FALSE;
  dov_statement_bind_text (row, 1, name);
  dov_statement_bind_text (row, 2, value);

  return dov_statement_run (row, error);
}

/**
 * dov_store_is_demo:
 *
 * Returns: whether the file holds invented people
 */
gboolean
dov_store_is_demo (DovStore *self)
{
  g_autofree char *mark = dov_store_dup_setting (self, "demo");

  return mark != NULL;
}

/**
 * dov_store_mark_demo:
 *
 * From now on the file says of itself that it is an example.
 */
gboolean
dov_store_mark_demo (DovStore  *self,
                     GError   **error)
{
  return dov_store_write_setting (self, "demo", "1", error);
}

/* The first column of what @sql finds, which is a set of texts. */
static GHashTable *
list_texts (DovStore    *self,
            GError     **error,
            const char  *sql,
            ...) G_GNUC_PRINTF (3, 4);

static GHashTable *
list_texts (DovStore    *self,
            GError     **error,
            const char  *sql,
            ...)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (GError) own_error = NULL;
  g_autofree char *full = NULL;
  va_list words;

  va_start (words, sql);
  full = g_strdup_vprintf (sql, words);
  va_end (words);

  rows = dov_database_prepare (self->database, full, error);
  if (rows == NULL)
    return NULL;
  while (dov_statement_step (rows, &own_error))
    g_hash_table_add (texts, g_strdup (dov_statement_column_text (rows, 0)));
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&texts);
}

static gboolean
refuse_newer (DovStore  *self,
              GError   **error)
{
  dov_schema_refuse_newer (self->database, error);

  return FALSE;
}

/* What an older program does not know it would neither show nor check. */
static gboolean
check_tables (DovStore  *self,
              GError   **error)
{
  static const char *const own[] = { "meta", "operation", "audit", "draft", "draft_field", "attachment_content" };
  g_autoptr (GHashTable) tables = list_texts (self, error,
                                              "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                              " AND name NOT LIKE 'sqlite%%'");
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  if (tables == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_hash_table_remove (tables, own[i]);
  for (guint i = 0; i < n_types; i++)
    g_hash_table_remove (tables, dov_registry_class (types[i])->table);

  return g_hash_table_size (tables) == 0 || refuse_newer (self, error);
}

static GHashTable *
list_columns (DovStore    *self,
              const char  *table,
              GError     **error)
{
  return list_texts (self, error, "SELECT name FROM pragma_table_info ('%s')", table);
}

static gboolean
check_columns (DovStore  *self,
               DovTable  *table,
               GError   **error)
{
  static const char *const own[] = { "id", "key", "removed" };
  g_autoptr (GHashTable) columns = list_columns (self, table->klass->table, error);

  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    g_hash_table_remove (columns, own[i]);
  for (guint i = 0; i < table->klass->n_fields; i++)
    g_hash_table_remove (columns, table->klass->fields[i].name);

  return g_hash_table_size (columns) == 0 || refuse_newer (self, error);
}

/* Whether this program knows all that is in the file. */
static gboolean
check_known (DovStore  *self,
             GError   **error)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  if (!check_tables (self, error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    if (!check_columns (self, dov_store_get_table (self, types[i]), error))
      return FALSE;

  return TRUE;
}

/* Writes the keys of all rows anew, since other fields make them now. */
static gboolean
write_keys (DovStore  *self,
            DovTable  *table,
            GError   **error)
{
  g_autofree char *list = g_strdup_printf ("SELECT id FROM %s", table->klass->table);
  g_autofree char *write = g_strdup_printf ("UPDATE %s SET key = ?2 WHERE id = ?1", table->klass->table);
  g_autoptr (DovStatement) rows = dov_database_prepare (self->database, list, error);
  g_autoptr (DovStatement) row = dov_database_prepare (self->database, write, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rows == NULL || row == NULL)
    return FALSE;
  while (dov_statement_step (rows, NULL))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (DovRecord) record = dov_store_read_row (self, table->type, id, error);
      g_autofree char *key = NULL;

      if (record == NULL)
        return FALSE;
      key = dov_record_dup_key (record);
      dov_statement_bind_integer (row, 1, id);
      dov_statement_bind_text (row, 2, key);
      if (!dov_statement_run (row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
update_key (DovStore    *self,
            DovTable    *table,
            gboolean     was_there,
            GError     **error)
{
  g_autofree char *setting = g_strconcat ("key.", table->klass->table, NULL);
  g_autofree char *now = describe_key (table);
  g_autofree char *was = dov_store_dup_setting (self, setting);

  if (g_strcmp0 (was, now) == 0)
    return TRUE;
  if (was_there && !write_keys (self, table, error))
    return FALSE;

  return dov_store_write_setting (self, setting, now, error);
}

/* Where the name stands in “CREATE INDEX name …”, “CREATE UNIQUE INDEX name …”, “CREATE TRIGGER name …”. */
static char *
dup_name (const char *sql)
{
  g_auto (GStrv) parts = g_strsplit (sql, " ", 5);

  return g_strdup (g_str_equal (parts[1], "UNIQUE") ? parts[3] : parts[2]);
}

/* Drops the indexes or triggers that this program does not want, or wants
 * otherwise, and makes those that are not there. */
static gboolean
update_things (DovStore    *self,
               DovTable    *table,
               const char  *kind,
               GPtrArray   *wanted,
               GError     **error)
{
  g_autofree char *type = g_ascii_strdown (kind, -1);
  g_autoptr (GHashTable) found = list_texts (self, error, "SELECT sql FROM sqlite_schema WHERE type = '%s'"
                                             " AND tbl_name = '%s' AND sql IS NOT NULL", type, table->klass->table);
  g_autoptr (GHashTable) others = NULL;
  GHashTableIter other;
  gpointer name;

  if (found == NULL)
    return FALSE;
  others = list_texts (self, error, "SELECT name FROM sqlite_schema WHERE type = '%s'"
                       " AND tbl_name = '%s' AND sql IS NOT NULL", type, table->klass->table);
  if (others == NULL)
    return FALSE;

  for (guint i = 0; i < wanted->len; i++)
    if (g_hash_table_contains (found, wanted->pdata[i]))
      {
        g_autofree char *kept = dup_name (wanted->pdata[i]);

        g_hash_table_remove (others, kept);
      }

  g_hash_table_iter_init (&other, others);
  while (g_hash_table_iter_next (&other, &name, NULL))
    {
      g_autofree char *drop = g_strdup_printf ("DROP %s %s", kind, (const char *) name);

      if (!dov_database_execute (self->database, drop, error))
        return FALSE;
    }
  for (guint i = 0; i < wanted->len; i++)
    if (!g_hash_table_contains (found, wanted->pdata[i])
        && !dov_database_execute (self->database, wanted->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
update_guards (DovStore  *self,
               DovTable  *table,
               GError   **error)
{
  g_autoptr (GPtrArray) indexes = list_indexes (table);
  g_autoptr (GPtrArray) triggers = dov_table_list_guards (table, "TRIGGER");

  return update_things (self, table, "INDEX", indexes, error)
         && update_things (self, table, "TRIGGER", triggers, error);
}

static gboolean
add_columns (DovStore    *self,
             DovTable    *table,
             GHashTable  *columns,
             GError     **error)
{
  for (guint i = 0; i < table->klass->n_fields; i++)
    if (!g_hash_table_contains (columns, table->klass->fields[i].name))
      {
        g_autofree char *column = describe_column (&table->klass->fields[i]);
        g_autofree char *add = g_strdup_printf ("ALTER TABLE %s ADD COLUMN %s", table->klass->table, column);

        if (!dov_database_execute (self->database, add, error))
          return FALSE;
      }

  return TRUE;
}

static gboolean
update_table (DovStore  *self,
              DovTable  *table,
              GError   **error)
{
  g_autoptr (GHashTable) columns = list_columns (self, table->klass->table, error);
  g_autofree char *create = describe_table (table);
  gboolean was_there;

  if (columns == NULL)
    return FALSE;

  was_there = g_hash_table_size (columns) > 0;
  if (!was_there && !dov_database_execute (self->database, create, error))
    return FALSE;
  if (was_there && !add_columns (self, table, columns, error))
    return FALSE;

  return update_key (self, table, was_there, error) && update_guards (self, table, error);
}

/* One word for all tables as this program wants them. */
static char *
dup_fingerprint (DovStore *self)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) own_tables, -1);
  for (guint i = 0; i < n_types; i++)
    {
      DovTable *table = dov_store_get_table (self, types[i]);
      g_autofree char *columns = describe_table (table);
      g_autoptr (GPtrArray) indexes = list_indexes (table);
      g_autoptr (GPtrArray) triggers = dov_table_list_guards (table, "TRIGGER");
      g_autofree char *key = describe_key (table);

      g_checksum_update (sum, (const guchar *) columns, -1);
      g_checksum_update (sum, (const guchar *) key, -1);
      for (guint n = 0; n < indexes->len; n++)
        g_checksum_update (sum, indexes->pdata[n], -1);
      for (guint n = 0; n < triggers->len; n++)
        g_checksum_update (sum, triggers->pdata[n], -1);
    }

  return g_strdup (g_checksum_get_string (sum));
}

/* Files of before there were periods of support have them from what their families say today, cut by the
 * moves. A state that ended support without a day ended it when it was written down. */
static const char first_periods[] =
  "CREATE TEMP TABLE first_period AS"
  " WITH told AS (SELECT f.id, f.lounge_id, f.opened_on AS since, f.removed,"
  "  CASE WHEN f.case_status IN ('closed', 'rejected', 'refused', 'suspended', 'transferred') THEN f.case_status"
  "   WHEN f.closed_on IS NOT NULL THEN 'closed' END AS end_kind,"
  "  max (f.opened_on, coalesce (f.closed_on, CASE WHEN f.case_status IN"
  "   ('rejected', 'refused', 'suspended', 'transferred', 'closed') THEN coalesce ((SELECT substr (o.at, 1, 10)"
  "   FROM audit a JOIN operation o ON o.id = a.operation WHERE a.id = f.id"
  "   AND (a.field = 'case_status' OR a.what = 'made') ORDER BY a.number DESC LIMIT 1), f.opened_on) END)) AS until"
  "  FROM family f WHERE f.opened_on IS NOT NULL),"
  " moved AS (SELECT m.family_id, m.moved_on, m.from_lounge_id, m.to_lounge_id FROM family_move m JOIN told t"
  "  ON t.id = m.family_id WHERE m.removed IS NULL AND m.moved_on >= t.since AND (t.until IS NULL OR m.moved_on < t.until)),"
  " piece AS (SELECT id AS family_id, since, coalesce ((SELECT m.from_lounge_id FROM family_move m"
  "   WHERE m.family_id = told.id AND m.removed IS NULL AND m.moved_on >= told.since ORDER BY m.moved_on LIMIT 1),"
  "   lounge_id) AS lounge_id, 0 AS step FROM told"
  "  UNION ALL SELECT family_id, moved_on, to_lounge_id, 1 FROM moved)"
  " SELECT p.family_id, p.since, t.removed,"
  "  lead (p.since) OVER one AS next, t.until, t.end_kind, p.lounge_id, t.lounge_id AS last_lounge"
  "  FROM piece p JOIN told t ON t.id = p.family_id"
  "  WINDOW one AS (PARTITION BY p.family_id ORDER BY p.since, p.step);"
  "INSERT INTO support_period (id, family_id, lounge_id, since, until, end_kind, key, removed)"
  " SELECT ((SELECT CAST (value AS INTEGER) FROM meta WHERE name = 'tag') << 32)"
  "  + (SELECT CAST (value AS INTEGER) FROM meta WHERE name = 'counter') + row_number () OVER (ORDER BY family_id, since),"
  "  family_id, iif (next IS NULL AND until IS NULL, last_lounge, lounge_id), since, coalesce (next, until),"
  "  iif (next IS NULL, end_kind, 'moved'), '', removed FROM first_period;"
  "UPDATE meta SET value = CAST (value AS INTEGER) + (SELECT count (*) FROM first_period) WHERE name = 'counter';"
  "DROP TABLE first_period";

/* The tag is random and never 0, since ids with an upper half of 0 are those
 * of reference data, the same in every file. */
static gboolean
make_tag (DovStore  *self,
          GError   **error)
{
  g_autofree char *tag = g_strdup_printf ("%d", g_random_int_range (1, G_MAXINT32));

  return dov_store_write_setting (self, "tag", tag, error)
         && dov_store_write_setting (self, "counter", "0", error);
}

/* Files of before there were accounts. */
static gboolean
add_user (DovStore  *self,
          GError   **error)
{
  g_autoptr (GHashTable) columns = list_columns (self, "operation", error);

  return columns != NULL
         && (g_hash_table_contains (columns, "user")
             || dov_database_execute (self->database, "ALTER TABLE operation ADD COLUMN user INTEGER", error));
}

static gboolean
update_schema (DovStore    *self,
               const char  *fingerprint,
               GError     **error)
{
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);
  g_autoptr (GHashTable) periods = list_columns (self, dov_registry_class (DOV_TYPE_SUPPORT_PERIOD)->table, error);
  g_autofree char *tag = NULL;

  if (periods == NULL || !dov_database_execute (self->database, own_tables, error)
      || !add_user (self, error))
    return FALSE;
  for (guint i = 0; i < n_types; i++)
    if (!update_table (self, dov_store_get_table (self, types[i]), error))
      return FALSE;

  tag = dov_store_dup_setting (self, "tag");
  if (tag == NULL && !make_tag (self, error))
    return FALSE;
  if (g_hash_table_size (periods) == 0 && !dov_database_execute (self->database, first_periods, error))
    return FALSE;

  return dov_store_write_setting (self, "schema", fingerprint, error)
         && dov_store_write_setting (self, "version", dov_version (), error);
}

static gboolean
read_counters (DovStore  *self,
               GError   **error)
{
  g_autofree char *tag = dov_store_dup_setting (self, "tag");
  g_autofree char *counter = dov_store_dup_setting (self, "counter");

  if (tag == NULL || counter == NULL
      || !g_ascii_string_to_signed (tag, 10, 1, G_MAXINT32, &self->tag, NULL)
      || !g_ascii_string_to_signed (counter, 10, 0, G_MAXUINT32, &self->counter, NULL))
    {
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
                   _("The file “%s” is damaged. Leave it as it is and put back the last copy."), self->path);
      return FALSE;
    }
  self->last_operation = dov_database_count (self->database, "SELECT max (id) FROM operation", error);

  return self->last_operation >= 0;
}

/* Makes the tables that are not there and adds the columns that older ones lack. */
gboolean
dov_store_prepare_schema (DovStore  *self,
                          GError   **error)
{
  g_autofree char *wanted = dup_fingerprint (self);
  g_autofree char *found = dov_store_dup_setting (self, "schema");

  if (g_strcmp0 (found, wanted) != 0)
    {
      if (self->is_read_only)
        {
          g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY,
                       _("“%s” was kept by another version of the program and cannot be read as it is. "
                         "Open it once for writing."), self->path);
          return FALSE;
        }
      if (found != NULL && (!check_known (self, error) || !dov_backup_keep (self->database, error)))
        return FALSE;
      if (!dov_database_begin (self->database, error))
        return FALSE;
      if (!update_schema (self, wanted, error) || !dov_database_commit (self->database, error))
        {
          dov_database_roll_back (self->database);
          return FALSE;
        }
    }

  return read_counters (self, error);
}
