/* dov-load.c - JSON lines become records: all of them, or none */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-load.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-attachment.h"
#include "dov-clean.h"
#include "dov-fold.h"
#include "dov-registry.h"

/* Where a record came from, so that a refusal at the end finds its line. */
typedef struct
{
  gint64      id;
  const char *where;  /* in the chunk of names */
} DovOrigin;

/* A record that a later line may point to. */
typedef struct
{
  GType  type;
  gint64 id;
} DovKnown;

struct _DovLoad
{
  DovStore     *store;
  GHashTable   *refs;    /* the local name of a record → DovKnown */
  GHashTable   *items;   /* "list/code" of a reference item → DovKnown */
  GArray       *origins;
  GStringChunk *names;
  GPtrArray    *heard;   /* DovWarning */
  gboolean      is_open;
};

static gboolean
is_blank (const char *line)
{
  while (g_ascii_isspace (*line))
    line++;

  return *line == '\0';
}

static const char *
skip_mark (const char *line,
           gsize      *length)
{
  if (*length < 3 || memcmp (line, "\xef\xbb\xbf", 3) != 0)
    return line;
  *length -= 3;

  return line + 3;
}

static gboolean
take_line (DovLoad     *load,
           const char  *line,
           gsize        length,
           guint        number,
           GError     **error)
{
  g_autofree char *where = g_strdup_printf (_("Line %u"), number);
  g_autoptr (JsonObject) object = NULL;

  if (number == 1)
    line = skip_mark (line, &length);
  if (is_blank (line) && strlen (line) == length)
    return TRUE;

  object = dov_line_parse (line, length, error);
  if (object == NULL)
    {
      g_prefix_error (error, "%s: ", where);
      return FALSE;
    }

  return dov_load_take (load, object, where, error);
}

/**
 * dov_load_stream:
 * @stream: JSON lines
 * @progress: (nullable): called now and then with the number of lines read
 * @told: (nullable) (element-type utf8): takes the warnings, each with its
 *   line
 * @n_records: (out) (optional): how many records were loaded
 *
 * Loads every line as one operation. On error, which names the line, nothing
 * is kept.
 */
gboolean
dov_load_stream (DovStore             *store,
                 GInputStream         *stream,
                 DovExchangeProgress   progress,
                 gpointer              user_data,
                 GPtrArray            *told,
                 guint64              *n_records,
                 GCancellable         *cancellable,
                 GError              **error)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (stream);
  g_autoptr (DovLoad) load = dov_load_begin (store, _("Records loaded from a file"), error);

  if (load == NULL)
    return FALSE;

  for (guint number = 1; ; number++)
    {
      g_autoptr (GError) failed = NULL;
      gsize length = 0;
      g_autofree char *line = g_data_input_stream_read_line (lines, &length, cancellable, &failed);

      if (failed != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return FALSE;
        }
      if (line == NULL)
        break;
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !take_line (load, line, length, number, error))
        return FALSE;
      if (progress != NULL && number % 500 == 0)
        progress (number, user_data);
    }

  return dov_load_commit (load, told, n_records, error);
}

/* The line cannot be taken, and why. */
G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError     **error,
        const char  *format,
        ...)
{
  va_list arguments;

  va_start (arguments, format);
  if (error != NULL)
    *error = g_error_new_valist (DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE, format, arguments);
  va_end (arguments);

  return FALSE;
}

/* Links. */

/* From now on @name leads to @record. */
static void
remember (GHashTable *names,
          const char *name,
          DovRecord  *record)
{
  DovKnown known = { G_OBJECT_TYPE (record), dov_record_get_id (record) };

  g_hash_table_insert (names, g_strdup (name), g_memdup2 (&known, sizeof known));
}

static gboolean
follow_ref (DovLoad         *self,
            const DovField  *field,
            const char      *ref,
            gint64          *id,
            GError         **error)
{
  const DovKnown *made = g_hash_table_lookup (self->refs, ref + 1);

  if (made == NULL)
    return refuse (error, _("“%s” was not made before this line. A record stands before those that point to it"),
                   ref);
  if (made->type != field->target ())
    return refuse (error,
                   /* Translators: the label of a field, @ and a name, the kind of record it is. */
                   _("“%s” cannot be “%s”: that is “%s”"), _(field->label), ref,
                   _(dov_registry_class (made->type)->label));
  *id = made->id;

  return TRUE;
}

/* An item of a reference list may also be named by its code. */
static gboolean
follow_code (DovLoad         *self,
             const DovField  *field,
             const char      *code,
             gint64          *id,
             GError         **error)
{
  g_autofree char *name = g_strdup_printf ("%s/%s", field->list, code);
  const DovKnown *known = g_hash_table_lookup (self->items, name);
  g_autoptr (DovRecord) item = NULL;

  if (known == NULL)
    {
      DovQuery query = { .where = "list_code = ?1 AND code = ?2",
                         .params = g_variant_new ("(ss)", field->list, code) };
      g_autoptr (GError) lookup = NULL;

      item = dov_store_find_first (self->store, field->target (), &query, &lookup);
      if (item == NULL)
        return refuse (error, _("“%s”: there is no “%s” in its list"), _(field->label), code);
      remember (self->items, name, item);
      known = g_hash_table_lookup (self->items, name);
    }
  *id = known->id;

  return TRUE;
}

static gboolean
take_link (DovLoad         *self,
           DovRecord       *record,
           const DovField  *field,
           const char      *text,
           GError         **error)
{
  gint64 id = 0;

  if (*text == '@')
    {
      if (!follow_ref (self, field, text, &id, error))
        return FALSE;
    }
  else if (field->list != NULL && *text != '\0' && !g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    {
      if (!follow_code (self, field, text, &id, error))
        return FALSE;
    }
  else
    return dov_record_set_text (record, field, text, error);

  dov_record_set_number (record, field->name, id);

  return TRUE;
}

/* Fields. */

static const char *
say_expected (DovKind kind)
{
  switch (kind)
    {
    case DOV_KIND_NUMBER:
      return _("a whole number");
    case DOV_KIND_QUANTITY:
      return _("a number");
    case DOV_KIND_FLAG:
      return _("true or false");
    case DOV_KIND_MONEY:
      return _("roubles and kopecks as text, such as \"1500.50\"");
    case DOV_KIND_DATE:
      return _("a date as text, such as \"2027-03-05\"");
    case DOV_KIND_TIME:
      return _("a time as text, such as \"18:30\"");
    case DOV_KIND_MOMENT:
      return _("a date and a time as text, such as \"2027-03-05T18:30\"");
    case DOV_KIND_LINK:
      return _("an id, or @ and the ref of an earlier line");
    case DOV_KIND_TEXT:
    case DOV_KIND_NOTE:
    case DOV_KIND_CHOICE:
    case DOV_KIND_CHOICES:
    default:
      return _("a text");
    }
}

static gboolean
refuse_value (const DovField  *field,
              JsonNode        *value,
              GError         **error)
{
  g_autofree char *text = json_to_string (value, FALSE);

  return refuse (error,
                 /* Translators: the label of a field, what the file says, what it should be. */
                 _("“%s” cannot be %s: it is %s"), _(field->label), text, say_expected (field->kind));
}

/* The form in which files keep the field, from the form in which JSON has it. */
static char *
dup_text_of (const DovField *field,
             JsonNode       *value)
{
  GType type = json_node_get_value_type (value);

  if (json_node_is_null (value))
    return g_strdup (field->kind == DOV_KIND_FLAG ? "0" : "");
  if (field->kind == DOV_KIND_FLAG)
    return type == G_TYPE_BOOLEAN ? g_strdup (json_node_get_boolean (value) ? "1" : "0") : NULL;
  if (type == G_TYPE_STRING)
    return json_node_dup_string (value);
  if (type == G_TYPE_INT64 &&
      (field->kind == DOV_KIND_NUMBER || field->kind == DOV_KIND_QUANTITY || field->kind == DOV_KIND_LINK))
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (value));
  if (type == G_TYPE_DOUBLE && field->kind == DOV_KIND_QUANTITY)
    {
      char digits[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.15g", json_node_get_double (value)));
    }

  return NULL;
}

/* The value of a field as JSON has it; a link also by @ref or by the code of
 * an item. */
static gboolean
take_field (DovLoad         *self,
            DovRecord       *record,
            const DovField  *field,
            JsonNode        *value,
            GError         **error)
{
  g_autofree char *text = JSON_NODE_HOLDS_VALUE (value) || JSON_NODE_HOLDS_NULL (value)
                          ? dup_text_of (field, value) : NULL;

  if (text == NULL)
    return refuse_value (field, value, error);
  if (field->kind == DOV_KIND_LINK)
    return take_link (self, record, field, text, error);

  if (!dov_record_set_text (record, field, text, NULL))
    {
      /* A code that is not in the list needs other words than a bad date. */
      if (field->kind != DOV_KIND_CHOICE && field->kind != DOV_KIND_CHOICES)
        return refuse_value (field, value, error);
      return dov_record_set_text (record, field, text, error);
    }

  return TRUE;
}

static gboolean
is_about_the_line (DovRecord  *record,
                   const char *member)
{
  return (DOV_IS_ATTACHMENT (record) && g_str_equal (member, "content")) ||
         g_str_equal (member, "record") || g_str_equal (member, "id") || g_str_equal (member, "ref") ||
         g_str_equal (member, "removed") || g_str_equal (member, "accept");
}

static gboolean
take_fields (DovLoad     *self,
             DovRecord   *record,
             JsonObject  *line,
             GError     **error)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, line);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      const DovField *field;

      if (is_about_the_line (record, member))
        continue;
      field = dov_record_class_find_field (klass, member);
      if (field == NULL)
        return refuse (error, _("“%s” (%s) has no field “%s”"), _(klass->label), klass->table, member);
      if (!take_field (self, record, field, value, error))
        return FALSE;
    }

  return TRUE;
}

/* Lines. */

static gboolean
read_string (JsonObject  *line,
             const char  *member,
             const char **text,
             GError     **error)
{
  JsonNode *node = json_object_get_member (line, member);

  *text = NULL;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (error, _("“%s” is a text"), member);
  *text = json_node_get_string (node);

  return TRUE;
}

static gboolean
read_id (JsonObject  *line,
         gint64      *id,
         GError     **error)
{
  JsonNode *node = json_object_get_member (line, "id");

  *id = 0;
  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    *id = json_node_get_int (node);
  else if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    (void) g_ascii_string_to_signed (json_node_get_string (node), 10, 1, G_MAXINT64, id, NULL);
  if (*id > 0)
    return TRUE;

  return refuse (error, _("“%s” is a whole number above zero"), "id");
}

static gboolean
read_removed (JsonObject  *line,
              gboolean    *removed,
              GError     **error)
{
  JsonNode *node = json_object_get_member (line, "removed");

  *removed = FALSE;
  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse (error, _("“%s” is true or false"), "removed");
  *removed = json_node_get_boolean (node);

  return TRUE;
}

/* "accept":{"E1":"rain, nobody came"}: why a rule is right to be broken by this line. */
static gboolean
accept (DovLoad     *self,
        JsonObject  *line,
        gint64       id,
        GError     **error)
{
  JsonNode *node = json_object_get_member (line, "accept");
  gboolean is_well = node == NULL || (JSON_NODE_HOLDS_OBJECT (node) &&
                                      json_object_get_size (json_node_get_object (node)) > 0);
  JsonObjectIter iter;
  const char *rule;
  JsonNode *reason;

  if (node != NULL && is_well)
    json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (node != NULL && is_well && json_object_iter_next_ordered (&iter, &rule, &reason))
    {
      is_well = JSON_NODE_HOLDS_VALUE (reason) && json_node_get_value_type (reason) == G_TYPE_STRING &&
                !dov_fold_is_empty (json_node_get_string (reason));
      if (is_well)
        dov_store_accept_of (self->store, id, rule, json_node_get_string (reason));
    }

  return is_well || refuse (error, _("“%s” is rules and reasons, such as {\"E1\": \"rain, nobody came\"}"), "accept");
}

/* A line whose id the file knows changes that record; what lies in the bin is
 * restored first. Any other line makes a record. */
static DovRecord *
start_record (DovLoad     *self,
              GType        type,
              gint64       id,
              gboolean     is_restored,
              GError     **error)
{
  g_autoptr (DovRecord) known = NULL;
  g_autoptr (GError) lookup = NULL;

  if (id == 0)
    return dov_record_new (type, 0);

  known = dov_store_find (self->store, type, id, &lookup);
  if (known != NULL)
    {
      if (dov_record_is_removed (known) && is_restored && !dov_store_restore (self->store, known, error))
        return NULL;
      return dov_record_dup (known);
    }
  if (!g_error_matches (lookup, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&lookup));
      return NULL;
    }

  return dov_record_new (type, id);
}

static DovRecord *
read_record (DovLoad     *self,
             JsonObject  *line,
             gboolean    *removed,
             GError     **error)
{
  g_autoptr (DovRecord) record = NULL;
  const char *table;
  gint64 id;
  GType type;

  if (!read_string (line, "record", &table, error) || !read_id (line, &id, error) ||
      !read_removed (line, removed, error))
    return NULL;
  if (table == NULL)
    {
      g_set_error_literal (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE,
                           _("it does not say which “record” it is"));
      return NULL;
    }
  type = dov_registry_find (table);
  if (type == G_TYPE_INVALID)
    {
      g_set_error (error, DOV_EXCHANGE_ERROR, DOV_EXCHANGE_ERROR_LINE, _("there is no record “%s”"), table);
      return NULL;
    }
  record = start_record (self, type, id, !*removed, error);

  return record != NULL && take_fields (self, record, line, error) ? g_steal_pointer (&record) : NULL;
}

/* A refusal says what is wrong; in a file people also need to know with what. */
static void
name_field (DovLoad    *self,
            DovRecord  *record,
            GError    **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  if (error == NULL || (*error)->domain != DOV_RECORD_ERROR)
    return;
  problems = dov_store_list_problems (self->store, record);
  for (guint i = 0; i < problems->len; i++)
    {
      const DovProblem *problem = g_ptr_array_index (problems, i);

      if (problem->field == NULL || !g_str_equal (problem->message, (*error)->message))
        continue;
      if (strstr (problem->message, _(problem->field->label)) == NULL)
        g_prefix_error (error, _("“%s”: "), _(problem->field->label));
      return;
    }
}

/* What is in a file that is kept already is not written once more; that of the line is the same, or refused. */
static gboolean
save_content (DovLoad     *self,
              DovRecord   *record,
              JsonObject  *line,
              GError     **error)
{
  const char *text;
  gsize length = 0;
  g_autofree guchar *start = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) broken = NULL;

  if (!read_string (line, "content", &text, error))
    return FALSE;
  if (text == NULL)
    return TRUE;
  start = g_base64_decode (text, &length);
  content = g_bytes_new_take (g_steal_pointer (&start), length);
  if (length == 0 || (gint64) length != DOV_ATTACHMENT (record)->bytes)
    return refuse (error, _("“%s” is not as long as “%s” says, or no base64"), "content", "bytes");
  kept = dov_store_read_content (self->store, dov_record_get_id (record), &broken);
  if (broken != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&broken));
      return FALSE;
    }
  if (kept != NULL)
    return g_bytes_equal (kept, content)
           || refuse (error, _("what is in a file is never changed: add it as another file"));

  return dov_store_write_content (self->store, record, content, error);
}

static gboolean
save (DovLoad     *self,
      DovRecord   *record,
      JsonObject  *line,
      gboolean     removed,
      GError     **error)
{
  g_autoptr (DovRecord) living = NULL;

  if (!dov_store_save (self->store, record, error))
    {
      name_field (self, record, error);
      return FALSE;
    }
  if (DOV_IS_ATTACHMENT (record) && !save_content (self, record, line, error))
    return FALSE;
  if (!removed)
    return TRUE;
  living = dov_store_find (self->store, G_OBJECT_TYPE (record), dov_record_get_id (record), error);

  return living != NULL && dov_store_remove (self->store, living, error);
}

static int
compare_origins (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = ((const DovOrigin *) a)->id, second = ((const DovOrigin *) b)->id;

  return first < second ? -1 : first > second;
}

/* The origins are in order of their ids by now. */
static const char *
find_origin (DovLoad *self,
             gint64   id)
{
  DovOrigin wanted = { id, NULL };
  guint index;

  if (!g_array_binary_search (self->origins, &wanted, compare_origins, &index))
    return NULL;

  return g_array_index (self->origins, DovOrigin, index).where;
}

/* What was warned of, each with its line. */
static void
tell (DovLoad   *self,
      GPtrArray *told)
{
  for (guint i = 0; i < self->heard->len; i++)
    {
      const DovWarning *warning = g_ptr_array_index (self->heard, i);
      const char *where = find_origin (self, warning->id);

      g_ptr_array_add (told, where != NULL ? g_strdup_printf ("%s: %s", where, warning->message)
                                           : g_strdup (warning->message));
    }
}

/**
 * dov_load_begin:
 * @words: (nullable): what the operation is called in the history
 *
 * Begins to load: all that is taken from here on is one operation. Warnings
 * of rules are let pass and told at the end; only an event held for nobody
 * needs its reason on the line.
 */
DovLoad *
dov_load_begin (DovStore    *store,
                const char  *words,
                GError     **error)
{
  DovLoad *self;

  if (!dov_store_begin (store, words, error))
    return NULL;

  self = g_new0 (DovLoad, 1);
  self->store = g_object_ref (store);
  self->refs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->items = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->origins = g_array_new (FALSE, FALSE, sizeof (DovOrigin));
  self->names = g_string_chunk_new (4096);
  self->heard = dov_warnings_new ();
  self->is_open = TRUE;
  dov_store_accept_all (store, self->heard);
  dov_store_ask_reason (store, "E1");

  return self;
}

static gboolean
take (DovLoad     *self,
      JsonObject  *line,
      const char  *where,
      GError     **error)
{
  g_autoptr (DovRecord) record = NULL;
  DovOrigin origin = { 0, NULL };
  const char *ref;
  gboolean removed;

  if (!read_string (line, "ref", &ref, error))
    return FALSE;
  if (ref != NULL && g_hash_table_contains (self->refs, ref))
    return refuse (error, _("the ref “%s” was used before"), ref);
  record = read_record (self, line, &removed, error);
  if (record == NULL || !save (self, record, line, removed, error) ||
      !accept (self, line, dov_record_get_id (record), error))
    return FALSE;

  if (ref != NULL)
    remember (self->refs, ref, record);
  origin.id = dov_record_get_id (record);
  origin.where = g_string_chunk_insert (self->names, where);
  g_array_append_val (self->origins, origin);

  return TRUE;
}

/**
 * dov_load_take:
 * @line: one record
 * @where: where it stands, for people: “Line 7”
 *
 * On error, which names @where, the whole load is given up: nothing of it is
 * kept.
 */
gboolean
dov_load_take (DovLoad     *self,
               JsonObject  *line,
               const char  *where,
               GError     **error)
{
  if (take (self, line, where, error))
    return TRUE;

  g_prefix_error (error, "%s: ", where);
  dov_store_abandon (self->store);
  self->is_open = FALSE;

  return FALSE;
}

/**
 * dov_load_commit:
 * @told: (nullable) (element-type utf8): takes the warnings, each with its line
 * @n_records: (out) (optional): how many lines became records
 */
gboolean
dov_load_commit (DovLoad    *self,
                 GPtrArray  *told,
                 guint64    *n_records,
                 GError    **error)
{
  g_return_val_if_fail (self->is_open, FALSE);

  self->is_open = FALSE;
  g_array_sort (self->origins, compare_origins);
  if (!dov_store_commit (self->store, NULL, error))
    {
      DovRecord *refused = dov_store_get_refused (self->store);
      const char *where = refused != NULL ? find_origin (self, dov_record_get_id (refused)) : NULL;

      if (where != NULL)
        g_prefix_error (error, "%s: ", where);
      return FALSE;
    }

  if (told != NULL)
    tell (self, told);
  if (n_records != NULL)
    *n_records = self->origins->len;

  return TRUE;
}

/**
 * dov_load_free:
 *
 * What was not committed is given up.
 */
void
dov_load_free (DovLoad *self)
{
  if (self == NULL)
    return;

  if (self->is_open)
    dov_store_abandon (self->store);
  g_object_unref (self->store);
  g_hash_table_unref (self->refs);
  g_hash_table_unref (self->items);
  g_array_unref (self->origins);
  g_string_chunk_free (self->names);
  g_ptr_array_unref (self->heard);
  g_free (self);
}
