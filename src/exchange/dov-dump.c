/* dov-dump.c - every record becomes a JSON line */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-dump.h"

#include "dov-attachment.h"
#include "dov-registry.h"

#include <glib/gi18n.h>

/* The reference data that every file has from the start: its ids have an
 * empty upper half. */
#define IS_PRELOADED(id) ((id) >> 32 == 0)

typedef struct
{
  DovStore             *store;
  GOutputStream        *stream;
  DovDumpFlags          flags;
  DovExchangeProgress   progress;
  gpointer              user_data;
  GCancellable         *cancellable;
  JsonGenerator        *generator;
  guint64               done;
  GHashTable           *reasons;  /* id → why nobody was counted there */
} DovDump;

/* One record. */

static JsonNode *
dup_node (DovRecord      *record,
          const DovField *field,
          const char     *text)
{
  JsonNode *node = json_node_alloc ();

  if (field->kind == DOV_KIND_FLAG)
    return json_node_init_boolean (node, *text == '1');
  if (*text == '\0')
    return json_node_init_null (node);
  if (field->kind == DOV_KIND_NUMBER)
    return json_node_init_int (node, g_ascii_strtoll (text, NULL, 10));

  return json_node_init_string (node, text);
}

/* A field is left out when a new record would have the same by itself; but
 * reference data is not new where it is loaded. */
static gboolean
is_worth_a_word (DovRecord      *record,
                 DovRecord      *fresh,
                 const DovField *field,
                 const char     *text)
{
  g_autofree char *by_itself = dov_record_dup_text (fresh, field);

  return IS_PRELOADED (dov_record_get_id (record)) || !g_str_equal (text, by_itself) ||
         (*text != '\0' && field->kind != DOV_KIND_FLAG && !(field->flags & DOV_FROM_ZERO));
}

/* Events that were held for nobody, with their headcounts, and the reasons
 * the log has: without these a load would refuse them. */
static GHashTable *
read_reasons (DovStore  *store,
              GError   **error)
{
  g_autoptr (GHashTable) reasons = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GError) broken = NULL;
  g_autoptr (DovStatement) rows =
    dov_database_prepare (dov_store_get_database (store),
                          "WITH uncounted AS (SELECT id FROM event WHERE status = 'held' AND removed IS NULL"
                          " AND id NOT IN (SELECT event_id FROM event_headcount WHERE removed IS NULL"
                          " AND b0_6 + b7_13 + b14_17 + b18_35 + b36_59 + b60 > 0)),"
                          " wanted AS (SELECT id FROM uncounted UNION ALL SELECT id FROM event_headcount"
                          " WHERE removed IS NULL AND event_id IN (SELECT id FROM uncounted))"
                          " SELECT id, (SELECT became FROM audit a WHERE a.id = wanted.id AND a.what = 'accepted'"
                          " AND a.was = 'E1' AND a.became <> '' ORDER BY number DESC LIMIT 1) FROM wanted", error);

  if (rows == NULL)
    return NULL;
  while (dov_statement_step (rows, &broken))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_hash_table_insert (reasons, g_memdup2 (&id, sizeof id),
                           g_strdup (dov_statement_column_is_null (rows, 1) ? _("no reason was written")
                                                                            : dov_statement_column_text (rows, 1)));
    }
  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return NULL;
    }

  return g_steal_pointer (&reasons);
}

static JsonNode *
record_to_node (DovDump   *self,
                DovRecord *record,
                DovRecord *fresh)
{
  gint64 number = dov_record_get_id (record);
  const char *reason = g_hash_table_lookup (self->reasons, &number);
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, dov_record_get_id (record));
  g_autoptr (JsonObject) line = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_object_set_string_member (line, "record", klass->table);
  json_object_set_string_member (line, "id", id);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *text = dov_record_dup_text (record, &klass->fields[i]);

      if (is_worth_a_word (record, fresh, &klass->fields[i], text))
        json_object_set_member (line, klass->fields[i].name, dup_node (record, &klass->fields[i], text));
    }
  if (dov_record_is_removed (record))
    json_object_set_boolean_member (line, "removed", TRUE);
  if (reason != NULL)
    {
      JsonObject *accept = json_object_new ();

      json_object_set_string_member (accept, "E1", reason);
      json_object_set_object_member (line, "accept", accept);
    }
  json_node_set_object (node, line);

  return node;
}

/* What is in a file, the last of its line: there is no better place for megabytes. */
static gboolean
add_content (DovDump    *self,
             DovRecord  *record,
             JsonNode   *node,
             GError    **error)
{
  g_autoptr (GError) broken = NULL;
  g_autoptr (GBytes) content = dov_store_read_content (self->store, dov_record_get_id (record), &broken);
  g_autofree char *text = NULL;

  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return FALSE;
    }
  if (content != NULL)
    {
      text = g_base64_encode (g_bytes_get_data (content, NULL), g_bytes_get_size (content));
      json_object_set_string_member (json_node_get_object (node), "content", text);
    }

  return TRUE;
}

static gboolean
write_record (DovDump    *self,
              DovRecord  *record,
              DovRecord  *fresh,
              GError    **error)
{
  g_autoptr (JsonNode) node = record_to_node (self, record, fresh);
  g_autofree char *line = NULL;
  gsize length = 0;

  if (DOV_IS_ATTACHMENT (record) && !add_content (self, record, node, error))
    return FALSE;
  json_generator_set_root (self->generator, node);
  line = json_generator_to_data (self->generator, &length);
  if (!g_output_stream_write_all (self->stream, line, length, NULL, self->cancellable, error) ||
      !g_output_stream_write_all (self->stream, "\n", 1, NULL, self->cancellable, error))
    return FALSE;

  self->done++;
  if (self->progress != NULL && self->done % 500 == 0)
    self->progress (self->done, self->user_data);

  return TRUE;
}

/* The records of one table: by id, but those that others point to first. */

static gboolean
write_with_targets (DovDump     *self,
                    GType        type,
                    gint64       id,
                    GHashTable  *pending,
                    DovRecord   *fresh,
                    GError     **error)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (fresh);
  g_autoptr (DovRecord) record = NULL;

  if (!g_hash_table_remove (pending, &id))
    return TRUE;
  record = dov_store_find (self->store, type, id, error);
  if (record == NULL)
    return FALSE;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      gint64 target;

      if (field->kind != DOV_KIND_LINK || field->target () != type)
        continue;
      target = G_STRUCT_MEMBER (gint64, record, field->offset);
      if (!write_with_targets (self, type, target, pending, fresh, error))
        return FALSE;
    }

  return write_record (self, record, fresh, error);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static gboolean
collect_ids (DovDump   *self,
             GType      type,
             gboolean   in_bin,
             GArray    *ids,
             GError   **error)
{
  DovQuery query = { .in_bin = in_bin };
  g_autoptr (GArray) found = dov_store_list (self->store, type, &query, error);

  if (found == NULL)
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      gint64 id = g_array_index (found, gint64, i);

      if (!in_bin || (self->flags & DOV_DUMP_WITH_BIN) || IS_PRELOADED (id))
        g_array_append_val (ids, id);
    }

  return TRUE;
}

/* Movements stay when the paper they follow from goes into the bin; without the
 * paper they, which came to nothing, would hang in the air. */
static gboolean
leads_into_bin (DovDump *self,
                GType    type,
                gint64   id)
{
  DovRecordClass *klass = dov_registry_class (type);
  g_autoptr (DovRecord) record = dov_store_find (self->store, type, id, NULL);

  for (guint i = 0; record != NULL && i < klass->n_fields; i++)
    {
      const DovField *field = &klass->fields[i];
      gint64 target = field->kind == DOV_KIND_LINK ? G_STRUCT_MEMBER (gint64, record, field->offset) : 0;
      g_autoptr (DovRecord) found = target != 0 ? dov_store_find (self->store, field->target (), target, NULL) : NULL;

      if (found != NULL && dov_record_is_removed (found) && !IS_PRELOADED (target))
        return TRUE;
    }

  return FALSE;
}

static gboolean
write_table (DovDump  *self,
             GType     type,
             GError  **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) pending = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (DovRecord) fresh = dov_record_new (type, 0);

  if (!collect_ids (self, type, FALSE, ids, error) || !collect_ids (self, type, TRUE, ids, error))
    return FALSE;
  g_array_sort (ids, compare_ids);
  if (dov_registry_class (type)->is_ledger && !(self->flags & DOV_DUMP_WITH_BIN))
    for (guint i = ids->len; i > 0; i--)
      if (leads_into_bin (self, type, g_array_index (ids, gint64, i - 1)))
        g_array_remove_index (ids, i - 1);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (pending, &g_array_index (ids, gint64, i));

  for (guint i = 0; i < ids->len; i++)
    if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
        !write_with_targets (self, type, g_array_index (ids, gint64, i), pending, fresh, error))
      return FALSE;

  return TRUE;
}

/* Tables: those that others point to first. */

static void
order_table (GType   type,
             GArray *ordered,
             GArray *seen)
{
  DovRecordClass *klass = dov_registry_class (type);

  for (guint i = 0; i < seen->len; i++)
    if (g_array_index (seen, GType, i) == type)
      return;
  g_array_append_val (seen, type);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == DOV_KIND_LINK)
      order_table (klass->fields[i].target (), ordered, seen);
  g_array_append_val (ordered, type);
}

static GArray *
list_tables (void)
{
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (GType));
  GArray *ordered = g_array_new (FALSE, FALSE, sizeof (GType));
  guint n_types = 0;
  const GType *types = dov_registry_list (&n_types);

  for (guint i = 0; i < n_types; i++)
    order_table (types[i], ordered, seen);

  return ordered;
}

static gboolean
write_all (DovDump  *self,
           GError  **error)
{
  g_autoptr (GArray) tables = list_tables ();

  for (guint i = 0; i < tables->len; i++)
    if (!write_table (self, g_array_index (tables, GType, i), error))
      return FALSE;

  return g_output_stream_flush (self->stream, self->cancellable, error);
}

/**
 * dov_dump_stream:
 * @progress: (nullable): called now and then with the number of records written
 * @n_records: (out) (optional): how many there were
 *
 * Writes every record as one JSON line, ids kept, each after those it points
 * to, always in the same order: a load of it into an empty file and a second
 * dump give the same bytes. It is the file as it was at one moment, whatever
 * another program writes meanwhile.
 */
gboolean
dov_dump_stream (DovStore             *store,
                 GOutputStream        *stream,
                 DovDumpFlags          flags,
                 DovExchangeProgress   progress,
                 gpointer              user_data,
                 guint64              *n_records,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (stream, 64 * 1024);
  DovDatabase *database = dov_store_get_database (store);
  DovDump self = { store, buffered, flags, progress, user_data, cancellable, generator, 0, NULL };
  gboolean done;

  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (buffered), FALSE);
  if (!dov_database_begin (database, error))
    return FALSE;
  self.reasons = read_reasons (store, error);
  done = self.reasons != NULL && write_all (&self, error);
  g_clear_pointer (&self.reasons, g_hash_table_unref);
  dov_database_roll_back (database);
  if (!done)
    return FALSE;
  if (n_records != NULL)
    *n_records = self.done;

  return TRUE;
}
