/* dov-store-order.c - puts many rows in the order of a value that no index holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-fold.h"

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
list_ids (Book     *book,
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
GArray *
dov_store_order_ids (DovStatement  *rows,
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

  return list_ids (&book, all, is_descending);
}
