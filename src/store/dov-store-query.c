/* dov-store-query.c - which records, and in which order */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-fold.h"
#include "dov-registry.h"

#include <stdlib.h>
#include <string.h>

/* By so many different texts it shows whether rows share them. */
#define PROBE 256

/* SQLite sorts whole rows by calling back for every two of them. Here each
 * value is looked at once, however many rows have it, and only the values are
 * compared with each other: among 100,000 rows there are few lounges, and far
 * fewer addresses than families. */
typedef struct
{
  guint64     head[2];   /* decides nearly always */
  const char *text;      /* decides between equal heads; NULL for a number */
  gboolean    is_null;
  guint       place;     /* among all values, once they are in order */
} Value;

typedef struct
{
  guint   value;         /* which one in the book */
  gint64  id;
} Row;

/* The values that were met; the first is that of rows without any. */
typedef struct
{
  gboolean      is_russian;
  DovStatement *links;     /* gives the value of an id; NULL: the rows have values of their own */
  GArray       *values;
  GStringChunk *strings;
  GHashTable   *texts;     /* text → which value */
  gboolean      is_own;    /* nearly every row has a text of its own, such as a number: none is looked for */
  GHashTable   *numbers;   /* number, or id of a link → which value */
} Book;

static void
book_init (Book         *book,
           gboolean      is_russian,
           DovStatement *links)
{
  const Value none = { .is_null = TRUE };

  book->is_russian = is_russian;
  book->links = links;
  book->values = g_array_new (FALSE, FALSE, sizeof (Value));
  book->strings = g_string_chunk_new (64 * 1024);
  book->texts = g_hash_table_new (g_str_hash, g_str_equal);
  book->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_array_append_val (book->values, none);
}

static void
book_clear (Book *book)
{
  g_array_unref (book->values);
  g_string_chunk_free (book->strings);
  g_hash_table_unref (book->texts);
  g_hash_table_unref (book->numbers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

/* The first bytes of a text as numbers that are compared as they are. */
static void
read_head (const char *text,
           guint64     head[2])
{
  head[0] = head[1] = 0;
  for (guint i = 0; i < 16 && *text != '\0'; i++, text++)
    head[i / 8] |= (guint64) (guchar) *text << (56 - i % 8 * 8);
}

static Value
weigh_number (gint64 number)
{
  return (Value) { .head = { (guint64) number ^ G_GUINT64_CONSTANT (1) << 63 } };
}

static guint
add_value (Book  *book,
           Value  value)
{
  g_array_append_val (book->values, value);

  return book->values->len - 1;
}

static guint
find_text (Book       *book,
           const char *text,
           guint       n_rows)
{
  gpointer found = book->is_own ? NULL : g_hash_table_lookup (book->texts, text);
  Value value = { 0 };
  guint added;

  if (found != NULL)
    return GPOINTER_TO_UINT (found);

  value.text = g_string_chunk_insert (book->strings, text);
  if (book->is_russian)
    dov_fold_head (text, value.head);
  else
    read_head (text, value.head);
  added = add_value (book, value);
  if (!book->is_own)
    g_hash_table_insert (book->texts, (gpointer) value.text, GUINT_TO_POINTER (added));
  if (added == PROBE)
    book->is_own = n_rows <= PROBE + 1;

  return added;
}

static guint
find_number (Book   *book,
             gint64  number)
{
  gpointer found = g_hash_table_lookup (book->numbers, &number);
  guint added;

  if (found != NULL)
    return GPOINTER_TO_UINT (found);

  added = add_value (book, weigh_number (number));
  g_hash_table_insert (book->numbers, g_memdup2 (&number, sizeof number), GUINT_TO_POINTER (added));

  return added;
}

/* What the record that a link points to is put in order by: its key, or its place in its list. */
static guint
follow_link (Book    *book,
             gint64   id,
             GError **error)
{
  gpointer found = NULL;
  guint value = 0;

  if (g_hash_table_lookup_extended (book->numbers, &id, NULL, &found))
    return GPOINTER_TO_UINT (found);

  dov_statement_bind_integer (book->links, 1, id);
  while (dov_statement_step (book->links, error))
    {
      DovValue told = dov_statement_column (book->links, 0);
      Value text = { 0 };

      if (told.type == DOV_VALUE_INTEGER)
        value = add_value (book, weigh_number (told.integer));
      if (told.type != DOV_VALUE_TEXT)
        continue;
      text.text = g_string_chunk_insert (book->strings, told.text);
      read_head (text.text, text.head);
      value = add_value (book, text);
    }
  g_hash_table_insert (book->numbers, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (value));

  return value;
}

static guint
find_value (Book            *book,
            const DovValue  *value,
            guint            n_rows,
            GError         **error)
{
  if (value->type == DOV_VALUE_NULL)
    return 0;
  if (book->links != NULL)
    return follow_link (book, value->integer, error);
  if (value->type == DOV_VALUE_TEXT)
    return find_text (book, value->text, n_rows);

  return find_number (book, value->integer);
}

/* What is moved about: the other values are not looked at while heads differ. */
typedef struct
{
  guint64 head;
  guint   value;
} Rank;

static int
compare_ranks (gconstpointer a,
               gconstpointer b,
               gpointer      data)
{
  const Rank *our = a, *their = b;
  const Book *book = data;
  const Value *ours, *theirs;

  if (our->head != their->head)
    return our->head < their->head ? -1 : 1;

  ours = &g_array_index (book->values, Value, our->value);
  theirs = &g_array_index (book->values, Value, their->value);
  if (ours->is_null != theirs->is_null)
    return ours->is_null ? -1 : 1;
  if (ours->head[1] != theirs->head[1])
    return ours->head[1] < theirs->head[1] ? -1 : 1;
  if (ours->text == NULL || theirs->text == NULL)
    return 0;

  return book->is_russian ? dov_compare_russian (ours->text, -1, theirs->text, -1)
                          : strcmp (ours->text, theirs->text);
}

/* Gives each value its place; equal ones share it. Returns how many places there are. */
static guint
put_in_order (Book *book)
{
  guint n_values = book->values->len;
  g_autofree Rank *order = g_new (Rank, n_values);
  guint place = 0;

  for (guint i = 0; i < n_values; i++)
    order[i] = (Rank) { g_array_index (book->values, Value, i).head[0], i };
  g_qsort_with_data (order, (int) n_values, sizeof *order, compare_ranks, book);
  for (guint i = 0; i < n_values; i++)
    {
      if (i > 0 && compare_ranks (&order[i - 1], &order[i], book) != 0)
        place++;
      g_array_index (book->values, Value, order[i].value).place = place;
    }

  return place + 1;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 ours = ((const Row *) a)->id, theirs = ((const Row *) b)->id;

  return ours < theirs ? -1 : ours > theirs;
}

/* Rows of one value keep the order in which they stand in @rows, that of ids. */
static GArray *
unfold (Book     *book,
        GArray   *rows,
        gboolean  is_descending)
{
  guint n_places = put_in_order (book);
  g_autofree guint *next = g_new0 (guint, n_places + 1);
  GArray *ids = g_array_set_size (g_array_new (FALSE, FALSE, sizeof (gint64)), rows->len);

  for (guint i = 0; i < rows->len; i++)
    next[g_array_index (book->values, Value, g_array_index (rows, Row, i).value).place + 1]++;
  for (guint i = 1; i <= n_places; i++)
    next[i] += next[i - 1];
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      guint at = next[g_array_index (book->values, Value, row->value).place]++;

      g_array_index (ids, gint64, is_descending ? rows->len - 1 - at : at) = row->id;
    }

  return ids;
}

/* Reads rows of an id and a value, whole number or text, and gives the ids in
 * the order of the values, as ORDER BY value, id would. With @links the values
 * are ids that it gives the value of. */
static GArray *
order_ids (DovStatement  *rows,
           DovStatement  *links,
           gboolean       is_russian,
           gboolean       is_descending,
           GError       **error)
{
  g_auto (Book) book = { 0 };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Row));
  gboolean is_sorted = TRUE;
  g_autoptr (GError) own_error = NULL;

  book_init (&book, is_russian, links);
  while (own_error == NULL && dov_statement_step (rows, &own_error))
    {
      DovValue value = dov_statement_column (rows, 1);
      Row row = { find_value (&book, &value, all->len, &own_error), dov_statement_column_integer (rows, 0) };

      is_sorted = is_sorted && (all->len == 0 || g_array_index (all, Row, all->len - 1).id < row.id);
      g_array_append_val (all, row);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  if (!is_sorted)
    g_array_sort (all, compare_ids);

  return unfold (&book, all, is_descending);
}

/* Long words are rare words: what the first rules out the others need not see. Letters are counted and not
 * bytes, or a Russian “кв” would come before “117”. */
static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  glong left = g_utf8_strlen (*(char *const *) a, -1), right = g_utf8_strlen (*(char *const *) b, -1);

  return left > right ? -1 : left < right;
}

/* A telephone as people type its beginning, 8 (900) 000-17-14 or +7 900…, is
 * one word and not five; the country's digit is left out, for 8 is kept as 7.
 * NULL when @typed is no telephone. */
static char *
find_telephone (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gboolean has_plus;

  while (*typed == ' ')
    typed++;
  has_plus = *typed == '+';
  if (strspn (typed, "+0123456789 ()-") != strlen (typed))
    return NULL;
  for (const char *c = typed; *c != '\0'; c++)
    if (g_ascii_isdigit (*c))
      g_string_append_c (digits, *c);
  if (digits->len < 5 || digits->str[0] != (has_plus ? '7' : '8'))
    return NULL;

  return g_strdup (digits->str + 1);
}

static GStrv
dup_words (const DovQuery *query)
{
  g_autofree char *telephone = NULL;
  GStrv words = NULL;

  if (query->words == NULL)
    return NULL;

  telephone = find_telephone (query->words);
  words = dov_fold_words (telephone != NULL ? telephone : query->words);
  qsort (words, g_strv_length (words), sizeof *words, compare_lengths);

  return words;
}

static void
append_words (GString         *sql,
              const DovQuery  *query,
              char           **words)
{
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_string_append_printf (sql, " AND (holds (key, :w%u)", i);
      if (query->also != NULL)
        {
          g_autoptr (GString) also = g_string_new (query->also);
          g_autofree char *name = g_strdup_printf (":w%u", i);

          g_string_replace (also, "?w", name, 0);
          g_string_append_printf (sql, " OR id IN (%s)", also->str);
        }
      g_string_append_c (sql, ')');
    }
}

static void
append_choice_order (GString        *sql,
                     const DovField *field)
{
  g_autoptr (GEnumClass) choices = g_type_class_ref (field->target ());

  g_string_append_printf (sql, "CASE %s", field->name);
  for (guint i = 0; i < choices->n_values; i++)
    if (*choices->values[i].value_nick != '\0')
      g_string_append_printf (sql, " WHEN '%s' THEN %u", choices->values[i].value_nick, i);
  g_string_append (sql, " END");
}

/* What a link goes by in an order, when @id is where it points. */
static char *
dup_link_value (const DovField *field,
                const char     *id)
{
  return g_strdup_printf ("SELECT o.%s FROM %s o WHERE o.id = %s", field->list != NULL ? "position" : "key",
                          dov_registry_class (field->target ())->table, id);
}

static void
append_link_order (GString        *sql,
                   DovTable       *table,
                   const DovField *field)
{
  g_autofree char *id = g_strdup_printf ("%s.%s", table->klass->table, field->name);
  g_autofree char *value = dup_link_value (field, id);

  g_string_append_printf (sql, "(%s)", value);
}

static void
append_own_order (GString    *sql,
                  DovTable   *table,
                  const char *direction)
{
  if (table->leading != NULL)
    g_string_append_printf (sql, "key%s, %s%s, id%s", direction, table->leading->name, direction, direction);
  else
    g_string_append_printf (sql, "id%s", direction);
}

static gboolean
is_text (const DovField *field)
{
  return field->kind == DOV_KIND_TEXT || field->kind == DOV_KIND_NOTE;
}

/* What stands for the field when rows are put in its order. */
static void
append_value (GString        *sql,
              DovTable       *table,
              const DovField *field)
{
  if (field->kind == DOV_KIND_CHOICE)
    append_choice_order (sql, field);
  else if (field->kind == DOV_KIND_LINK)
    append_link_order (sql, table, field);
  else
    g_string_append (sql, field->name);
}

/* Rows of one value stand in the order of ids, the same way round, since
 * only so does an index give the order. */
static void
append_order (GString        *sql,
              DovTable       *table,
              const DovQuery *query)
{
  const char *direction = query->descending ? " DESC" : "";
  const DovField *field = NULL;

  if (query->order != NULL)
    field = dov_record_class_find_field (table->klass, query->order);
  if (query->order != NULL && field == NULL)
    g_warning ("%s cannot be put in the order of “%s”", table->klass->table, query->order);

  g_string_append (sql, " ORDER BY ");
  if (field == NULL && query->in_bin)
    g_string_append_printf (sql, "removed%s, id%s", query->descending ? "" : " DESC",
                            query->descending ? "" : " DESC");
  else if (field == NULL || field == table->leading)
    append_own_order (sql, table, direction);
  else
    {
      append_value (sql, table, field);
      if (is_text (field))
        g_string_append (sql, " COLLATE russian");
      g_string_append_printf (sql, "%s, id%s", direction, direction);
    }
}

/* The field of an order that no index gives; NULL for any other order. */
static const DovField *
find_unindexed (DovTable       *table,
                const DovQuery *query)
{
  const DovField *field = query->order != NULL ? dov_record_class_find_field (table->klass, query->order) : NULL;

  if (field == NULL || field == table->leading)
    return NULL;
  if ((field->kind == DOV_KIND_DATE || field->kind == DOV_KIND_MOMENT) && (field->flags & DOV_LISTED) && !query->in_bin)
    return NULL;

  return field;
}

static void
append_among (GString *sql,
              GArray  *ids)
{
  g_string_append (sql, " AND id IN (");
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (sql, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (ids, gint64, i));
  g_string_append_c (sql, ')');
}

/* What a query is asked for. */
typedef struct
{
  const char *what;
  gboolean    in_order;
  gboolean    has_value; /* the second column is what the order goes by */
  const char *limit;
  GArray     *among;     /* only these ids, or NULL for all */
} Wish;

static char *
describe_query (DovTable        *table,
                const DovQuery  *query,
                char           **words,
                const Wish      *wish)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT %s FROM %s", wish->what, table->klass->table);
  if (query->where == NULL && !query->in_bin && !wish->in_order && !wish->has_value && table->leading != NULL)
    g_string_append_printf (sql, " INDEXED BY %s_key", table->klass->table);
  /* Every row is read: one after the other as they lie on the disk, not here and there as an index has them. */
  else if (query->where == NULL && !query->in_bin && wish->has_value && wish->among == NULL)
    g_string_append (sql, " NOT INDEXED");
  g_string_append_printf (sql, " WHERE removed IS %sNULL", query->in_bin ? "NOT " : "");
  if (query->where != NULL)
    g_string_append_printf (sql, " AND (%s)", query->where);
  if (wish->among != NULL)
    append_among (sql, wish->among);
  append_words (sql, query, words);
  if (wish->in_order)
    append_order (sql, table, query);
  g_string_append (sql, wish->limit);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static DovStatement *
ask (DovStore        *self,
     GType            type,
     const DovQuery  *query,
     const Wish      *wish,
     GError         **error)
{
  static const DovQuery everything = { 0 };
  const DovQuery *asked = query != NULL ? query : &everything;
  g_auto (GStrv) words = dup_words (asked);
  g_autofree char *sql = describe_query (dov_store_get_table (self, type), asked, words, wish);
  DovStatement *rows = dov_database_prepare (self->database, sql, error);

  if (rows == NULL)
    {
      /* They would have been taken; a question that cannot be asked takes them too. */
      if (asked->params != NULL && g_variant_is_floating (asked->params))
        g_variant_unref (g_variant_ref_sink (asked->params));
      return NULL;
    }

  dov_statement_bind_variant (rows, asked->params);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf (":w%u", i);

      dov_statement_bind_text (rows, dov_statement_find_parameter (rows, name), words[i]);
    }

  return rows;
}

static GArray *
list_ids (DovStore        *self,
          GType            type,
          const DovQuery  *query,
          const Wish      *wish,
          GError         **error)
{
  g_autoptr (DovStatement) rows = ask (self, type, query, wish, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;
  while (dov_statement_step (rows, &own_error))
    {
      gint64 id = dov_statement_column_integer (rows, 0);

      g_array_append_val (ids, id);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }

  return g_steal_pointer (&ids);
}

static GArray *
list_by_value (DovStore        *self,
               DovTable        *table,
               const DovQuery  *query,
               const DovField  *field,
               GError         **error)
{
  g_autoptr (GString) what = g_string_new ("id, ");
  g_autoptr (DovStatement) rows = NULL;
  g_autoptr (DovStatement) links = NULL;
  Wish values = { .has_value = TRUE, .limit = "" };

  /* Many rows point to few records, such as lounges. */
  if (field->kind == DOV_KIND_LINK)
    {
      g_autofree char *value = dup_link_value (field, "?1");

      links = dov_database_prepare (self->database, value, error);
      if (links == NULL)
        return NULL;
      g_string_append (what, field->name);
    }
  else
    {
      append_value (what, table, field);
    }
  values.what = what->str;
  rows = ask (self, table->type, query, &values, error);
  if (rows == NULL)
    return NULL;

  return order_ids (rows, links, is_text (field), query->descending, error);
}

/* How near a row is to what was typed. */
typedef struct
{
  gint64 id;
  guint  rank;
} Near;

static int
compare_near (gconstpointer a,
              gconstpointer b)
{
  guint ours = ((const Near *) a)->rank, theirs = ((const Near *) b)->rank;

  return ours < theirs ? -1 : ours > theirs;
}

/* Of one rank, in the order of keys in which they are read: the sort is a stable one. */
static GArray *
list_nearest (DovStore        *self,
              DovTable        *table,
              const DovQuery  *query,
              GError         **error)
{
  const char *leading_name = table->leading != NULL ? table->leading->name : "NULL";
  g_autofree char *what = g_strconcat ("id, key, ", leading_name, NULL);
  const Wish wish = { .what = what, .in_order = TRUE, .limit = "" };
  g_autoptr (DovStatement) rows = ask (self, table->type, query, &wish, error);
  g_auto (GStrv) words = dov_fold_words (query->words);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Near));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;
  while (dov_statement_step (rows, &own_error))
    {
      const char *leading = dov_statement_column_text (rows, 2);
      guint n_leading = dov_fold_count_words (leading);
      Near near = { dov_statement_column_integer (rows, 0),
                    dov_fold_rank (dov_statement_column_text (rows, 1), n_leading, words) };

      g_array_append_val (all, near);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  g_array_sort (all, compare_near);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (ids, g_array_index (all, Near, i).id);

  return g_steal_pointer (&ids);
}

/**
 * dov_store_list:
 * @query: (nullable): %NULL is everything that does not lie in the bin
 *
 * Returns: (transfer full) (element-type gint64): the ids of all matching
 *   records, in order: all that a list must hold to know its length and find
 *   each of its rows
 */
GArray *
dov_store_list (DovStore        *self,
                GType            type,
                const DovQuery  *query,
                GError         **error)
{
  DovTable *table = dov_store_get_table (self, type);
  const DovField *field = query != NULL ? find_unindexed (table, query) : NULL;
  static const Wish all = { .what = "id", .in_order = TRUE, .limit = "" };

  if (field != NULL)
    return list_by_value (self, table, query, field, error);
  if (query != NULL && query->is_nearest_first && query->words != NULL && query->order == NULL &&
      !query->in_bin)
    return list_nearest (self, table, query, error);

  return list_ids (self, type, query, &all, error);
}

/* Which of a few records match, in order. */
GArray *
dov_store_list_among (DovStore        *self,
                      GType            type,
                      const DovQuery  *query,
                      GArray          *ids,
                      GError         **error)
{
  const Wish few = { .what = "id", .in_order = TRUE, .limit = "", .among = ids };

  return list_ids (self, type, query, &few, error);
}

/**
 * dov_store_find_first:
 *
 * Returns: (transfer full): the first matching record; %NULL with
 *   %DOV_STORE_ERROR_NOT_FOUND when there is none
 */
DovRecord *
dov_store_find_first (DovStore        *self,
                      GType            type,
                      const DovQuery  *query,
                      GError         **error)
{
  static const Wish one = { .what = "id", .in_order = TRUE, .limit = " LIMIT 1" };
  g_autoptr (DovStatement) rows = ask (self, type, query, &one, error);
  g_autoptr (GError) own_error = NULL;

  if (rows == NULL)
    return NULL;
  if (dov_statement_step (rows, &own_error))
    return dov_store_find (self, type, dov_statement_column_integer (rows, 0), error);

  if (own_error != NULL)
    g_propagate_error (error, g_steal_pointer (&own_error));
  else
    dov_store_set_not_found (dov_store_get_table (self, type), error);

  return NULL;
}

/**
 * dov_store_read:
 *
 * Returns: (transfer full) (element-type DovRecord): all that match, none when
 *   they cannot be listed
 */
GPtrArray *
dov_store_read (DovStore       *self,
                GType           type,
                const DovQuery *query)
{
  g_autoptr (GArray) ids = dov_store_list (self, type, query, NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      DovRecord *record = dov_store_find (self, type, g_array_index (ids, gint64, i), NULL);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  return records;
}

/**
 * dov_store_find_draft:
 *
 * Returns: (transfer full) (nullable) (type DovRecord): what dov_store_find()
 *   finds as a draft, to be changed and saved
 */
gpointer
dov_store_find_draft (DovStore  *self,
                      GType      type,
                      gint64     id,
                      GError   **error)
{
  g_autoptr (DovRecord) stored = dov_store_find (self, type, id, error);

  return stored != NULL ? dov_record_dup (stored) : NULL;
}

/**
 * dov_store_look_up:
 * @id: 0: none
 *
 * Returns: (transfer full) (nullable) (type DovRecord): dov_store_find() for
 *   what may well not be there
 */
gpointer
dov_store_look_up (DovStore *self,
                   GType     type,
                   gint64    id)
{
  return id != 0 ? dov_store_find (self, type, id, NULL) : NULL;
}

/**
 * dov_store_follow:
 * @record: (nullable) (type DovRecord): whose link it is
 * @path: a link, or several: "member_id.person_id"
 *
 * Returns: (transfer full) (nullable) (type DovRecord): what it leads to
 */
gpointer
dov_store_follow (DovStore   *self,
                  gpointer    record,
                  const char *path)
{
  g_auto (GStrv) links = g_strsplit (path, ".", -1);
  DovRecord *at = record != NULL ? g_object_ref (record) : NULL;

  for (guint i = 0; at != NULL && links[i] != NULL; i++)
    {
      g_autoptr (DovRecord) from = at;
      const DovField *link = dov_record_class_find_field (DOV_RECORD_GET_CLASS (from), links[i]);

      at = dov_store_look_up (self, link->target (), dov_record_get_number (from, links[i]));
    }

  return at;
}

/**
 * dov_store_count:
 *
 * Returns: how many records match, -1 on error
 */
gint64
dov_store_count (DovStore        *self,
                 GType            type,
                 const DovQuery  *query,
                 GError         **error)
{
  static const Wish number = { .what = "count(*)", .limit = "" };
  g_autoptr (DovStatement) rows = ask (self, type, query, &number, error);

  if (rows == NULL || !dov_statement_step (rows, error))
    return -1;

  return dov_statement_column_integer (rows, 0);
}
