/* dov-store-order.c - puts many rows in the order of a value that no index holds */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-store-private.h"

#include "dov-fold.h"

#include <string.h>

/* SQLite sorts whole rows by calling back for every two of them, which takes
 * twice as long for 100,000 as comparing numbers that stand for them. */
typedef struct
{
  guint64     head[2];   /* decides nearly always */
  const char *text;      /* decides between equal heads, kept once; NULL for a number */
  gint64      id;
  gboolean    is_null;
} Row;

typedef struct
{
  gboolean is_russian;
  gboolean is_descending;
} Order;

/* The first bytes of a text as numbers that are compared as they are. */
static void
read_head (const char *text,
           guint64     head[2])
{
  head[0] = head[1] = 0;
  for (guint i = 0; i < 16 && *text != '\0'; i++, text++)
    head[i / 8] |= (guint64) (guchar) *text << (56 - i % 8 * 8);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Row *ours = a, *theirs = b;
  const Order *order = data;
  int sign = 0;

  if (ours->is_null != theirs->is_null)
    sign = ours->is_null ? -1 : 1;
  else if (ours->head[0] != theirs->head[0])
    sign = ours->head[0] < theirs->head[0] ? -1 : 1;
  else if (ours->head[1] != theirs->head[1])
    sign = ours->head[1] < theirs->head[1] ? -1 : 1;
  else if (ours->text != theirs->text && ours->text != NULL && theirs->text != NULL)
    sign = order->is_russian ? dov_compare_russian (ours->text, -1, theirs->text, -1)
                             : strcmp (ours->text, theirs->text);
  if (sign == 0)
    sign = ours->id < theirs->id ? -1 : ours->id > theirs->id;

  return order->is_descending ? -sign : sign;
}

static Row
read_row (DovStatement *rows,
          gboolean      is_russian,
          GStringChunk *texts)
{
  DovValue value = dov_statement_column (rows, 1);
  Row row = { .id = dov_statement_column_integer (rows, 0), .is_null = value.type == DOV_VALUE_NULL };

  if (value.type == DOV_VALUE_TEXT)
    {
      row.text = g_string_chunk_insert_const (texts, value.text);
      if (is_russian)
        dov_fold_head (row.text, row.head);
      else
        read_head (row.text, row.head);
    }
  else if (!row.is_null)
    row.head[0] = (guint64) value.integer ^ G_GUINT64_CONSTANT (1) << 63;

  return row;
}

/* Reads rows of an id and a value, whole number or text, and gives the ids in
 * the order of the values, as ORDER BY value, id would. */
GArray *
dov_store_order_ids (DovStatement  *rows,
                     gboolean       is_russian,
                     gboolean       is_descending,
                     GError       **error)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64 * 1024);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Row));
  GArray *ids = NULL;
  Order order = { is_russian, is_descending };
  g_autoptr (GError) own_error = NULL;

  while (dov_statement_step (rows, &own_error))
    {
      Row row = read_row (rows, is_russian, texts);

      g_array_append_val (all, row);
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  g_array_sort_with_data (all, compare_rows, &order);

  ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), all->len);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (ids, g_array_index (all, Row, i).id);

  return ids;
}
