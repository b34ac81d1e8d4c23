/* dov-store-table.c - what the field table of a record says in SQL */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-family.h"
#include "dov-registry.h"

static gboolean
is_number (const DovField *field)
{
  return field->kind == DOV_KIND_NUMBER || field->kind == DOV_KIND_QUANTITY || field->kind == DOV_KIND_MONEY;
}

/* One column, as CREATE TABLE and ADD COLUMN take it. */
char *
dov_table_describe_column (const DovField *field)
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
GPtrArray *
dov_table_list_indexes (DovTable *table)
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
      /* «Сегодня» counts the families on support whenever it is shown. */
      add_index (indexes, name, "case_status",
                 "(case_status, lounge_id, key, id, removed) WHERE removed IS NULL");
    }
  guards = dov_table_list_guards (table, "INDEX");
  for (guint i = 0; i < guards->len; i++)
    g_ptr_array_add (indexes, g_strdup (guards->pdata[i]));

  return indexes;
}

char *
dov_table_describe (DovTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY", table->klass->table);
  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      g_autofree char *column = dov_table_describe_column (&table->klass->fields[i]);

      g_string_append_printf (sql, ", %s", column);
    }
  g_string_append (sql, ", key TEXT NOT NULL, removed TEXT) STRICT;");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* The fields that make the search key, by which a change of them is noticed. */
char *
dov_table_describe_key (DovTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < table->klass->n_fields; i++)
    {
      const DovField *field = &table->klass->fields[i];

      if ((field->flags & DOV_LISTED) && (field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE))
        g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", field->name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}
