/* dov-record-list.c - the rows of a query as a GListModel, each read when it is shown */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-record-list.h"

#include "dov-store-private.h"

#include <string.h>

/* Records kept alive after they scroll away; a view holds about 200 itself. */
#define N_RECENT 512

/* Up to so many changed records are looked at one by one. */
#define FEW 16

/* More separate changes than this are said as one: the list is emptied and refilled. */
#define MOST_CHANGES 64

struct _DovRecordList
{
  GObject    parent_instance;

  DovStore  *store;
  GType      type;

  char      *where;
  GVariant  *params;
  char      *words;
  char      *also;
  char      *order;
  gboolean   descending;
  gboolean   in_bin;
  gboolean   is_asked;      /* there was a query */
  gboolean   looks_around;  /* other records decide too which rows there are */
  gboolean   is_stale;      /* the whole query is to be asked again */

  GArray    *ids;
  GArray    *touched;       /* ids that changed since the list was right */
  DovRecord *recent[N_RECENT];
  guint      next_recent;
  guint      n_read;
};

static GType
dov_record_list_get_item_type (GListModel *model)
{
  return DOV_RECORD_LIST (model)->type;
}

static guint
dov_record_list_get_n_items (GListModel *model)
{
  return DOV_RECORD_LIST (model)->ids->len;
}

static gpointer
dov_record_list_get_item (GListModel *model,
                          guint       position)
{
  DovRecordList *self = DOV_RECORD_LIST (model);
  g_autoptr (GError) error = NULL;
  DovRecord *record;

  if (position >= self->ids->len)
    return NULL;

  self->n_read++;
  record = dov_store_find (self->store, self->type, g_array_index (self->ids, gint64, position), &error);
  if (record == NULL)
    {
      g_warning ("Row %u cannot be read: %s", position, error->message);
      return dov_record_new (self->type, 0);
    }

  g_set_object (&self->recent[self->next_recent], record);
  self->next_recent = (self->next_recent + 1) % N_RECENT;

  return record;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dov_record_list_get_item_type;
  iface->get_n_items = dov_record_list_get_n_items;
  iface->get_item = dov_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DovRecordList, dov_record_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Puts @added ids in the place of @removed ones, and says so. */
static void
replace (DovRecordList *self,
         guint          position,
         guint          removed,
         const gint64  *ids,
         guint          added)
{
  if (removed > 0)
    g_array_remove_range (self->ids, position, removed);
  if (added > 0)
    g_array_insert_vals (self->ids, position, ids, added);
  if (removed > 0 || added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* One stretch where the old and the new ids differ. */
typedef struct
{
  guint was_at, removed;
  guint is_at, added;
} Change;

static GHashTable *
collect (const gint64 *ids,
         guint         n)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, (gpointer) &ids[i]);

  return set;
}

/* The stretches that differ, or NULL when there are too many of them. An id
 * that moved counts as taken out here and put in there. */
static GArray *
list_changes (const gint64 *was,
              guint         n_was,
              const gint64 *is,
              guint         n_is)
{
  g_autoptr (GHashTable) before = collect (was, n_was);
  g_autoptr (GHashTable) after = collect (is, n_is);
  g_autoptr (GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  guint w = 0, i = 0;

  while (w < n_was || i < n_is)
    {
      Change change = { w, 0, i, 0 };

      if (w < n_was && i < n_is && was[w] == is[i])
        {
          w++;
          i++;
          continue;
        }
      for (;;)
        {
          if (w < n_was
              && (!g_hash_table_contains (after, &was[w]) || g_hash_table_contains (moved, &was[w])))
            w++;
          else if (i < n_is
                   && (!g_hash_table_contains (before, &is[i]) || g_hash_table_contains (moved, &is[i])))
            i++;
          else if (w < n_was && i < n_is && was[w] != is[i])
            {
              /* Whichever is met again sooner has stayed; the other has moved. */
              if (w + 1 < n_was && was[w + 1] == is[i])
                g_hash_table_add (moved, (gpointer) &was[w]);
              else
                g_hash_table_add (moved, (gpointer) &is[i]);
            }
          else
            break;
        }
      change.removed = w - change.was_at;
      change.added = i - change.is_at;
      g_array_append_val (changes, change);
      if (changes->len > MOST_CHANGES)
        return NULL;
    }

  return g_steal_pointer (&changes);
}

/* Takes the new ids and says what changed in as few rows as can be: when a
 * view is told that many rows were replaced, it reads all of them to see
 * whether the one in focus is still there. */
static void
take_ids (DovRecordList *self,
          GArray        *ids)
{
  g_autoptr (GArray) old = g_array_copy (self->ids);
  const gint64 *was = (gint64 *) old->data, *is = (gint64 *) ids->data;
  guint head = 0, tail = 0, shorter = MIN (old->len, ids->len), n_was, n_is;
  g_autoptr (GArray) changes = NULL;

  while (head < shorter && was[head] == is[head])
    head++;
  while (tail < shorter - head && was[old->len - 1 - tail] == is[ids->len - 1 - tail])
    tail++;
  n_was = old->len - head - tail;
  n_is = ids->len - head - tail;

  if (n_was == 0 || n_is == 0)
    {
      replace (self, head, n_was, is + head, n_is);
      return;
    }

  changes = list_changes (was + head, n_was, is + head, n_is);
  if (changes == NULL)
    {
      replace (self, 0, self->ids->len, NULL, 0);
      replace (self, 0, 0, is, ids->len);
      return;
    }

  /* From the end, so that what was said leaves earlier places as they are. */
  for (guint c = changes->len; c > 0; c--)
    {
      Change *change = &g_array_index (changes, Change, c - 1);

      replace (self, head + change->was_at, change->removed, is + head + change->is_at, change->added);
    }
}

static DovQuery
get_query (DovRecordList *self)
{
  return (DovQuery) { self->where, self->params, self->words, self->also, self->order, self->descending,
                      self->in_bin };
}

static gboolean
reload (DovRecordList  *self,
        GError        **error)
{
  DovQuery query = get_query (self);
  g_autoptr (GArray) ids = dov_store_list (self->store, self->type, &query, error);

  self->is_stale = FALSE;
  g_array_set_size (self->touched, 0);
  if (ids == NULL)
    return FALSE;
  take_ids (self, ids);

  return TRUE;
}

static int
compare_positions (gconstpointer a,
                   gconstpointer b)
{
  guint left = *(const guint *) a, right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

/* The rows of the records that changed and their neighbours, from the top. */
static GArray *
list_positions_around (DovRecordList *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->touched->len; i++)
    {
      guint position = 0;

      if (!dov_record_list_find_position (self, g_array_index (self->touched, gint64, i), &position))
        continue;
      for (guint p = position > 0 ? position - 1 : 0; p <= position + 1 && p < self->ids->len; p++)
        g_array_append_val (positions, p);
    }
  g_array_sort (positions, compare_positions);

  for (guint i = positions->len; i > 1; i--)
    if (g_array_index (positions, guint, i - 1) == g_array_index (positions, guint, i - 2))
      g_array_remove_index (positions, i - 1);

  return g_steal_pointer (&positions);
}

/* When a few records changed and each still stands between its neighbours, or
 * is not there any more, the rest of the list need not be asked. */
static gboolean
settle (DovRecordList *self)
{
  DovQuery query = get_query (self);
  g_autoptr (GArray) positions = NULL;
  g_autoptr (GArray) asked = NULL;
  g_autoptr (GArray) found = NULL;
  guint n_found = 0, n_gone = 0;

  if (self->looks_around || self->touched->len > FEW)
    return FALSE;

  positions = list_positions_around (self);
  asked = g_array_copy (self->touched);
  for (guint i = 0; i < positions->len; i++)
    g_array_append_val (asked, g_array_index (self->ids, gint64, g_array_index (positions, guint, i)));
  found = dov_store_list_among (self->store, self->type, &query, asked, NULL);
  if (found == NULL)
    return FALSE;

  /* What was found must be what stands there, in the same order, less what is gone. */
  for (guint i = 0; i < positions->len; i++)
    {
      gint64 id = g_array_index (self->ids, gint64, g_array_index (positions, guint, i));

      if (n_found < found->len && g_array_index (found, gint64, n_found) == id)
        n_found++;
      else
        n_gone++;
    }
  if (n_found != found->len)
    return FALSE;

  for (guint i = positions->len; i > 0 && n_gone > 0; i--)
    {
      guint position = g_array_index (positions, guint, i - 1);

      if (n_found > 0
          && g_array_index (self->ids, gint64, position) == g_array_index (found, gint64, n_found - 1))
        n_found--;
      else
        replace (self, position, 1, NULL, 0);
    }
  g_array_set_size (self->touched, 0);

  return TRUE;
}

static void
changed_cb (DovRecordList *self,
            GType          type,
            gint64         id)
{
  if (type == self->type)
    g_array_append_val (self->touched, id);
  else if (self->looks_around)
    self->is_stale = TRUE;
}

static void
reloaded_cb (DovRecordList *self)
{
  self->is_stale = TRUE;
}

/* However many records an operation touched, the list asks once. */
static void
committed_cb (DovRecordList *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->is_asked || (!self->is_stale && (self->touched->len == 0 || settle (self))))
    return;
  if (!reload (self, &error))
    g_warning ("A list cannot be refreshed: %s", error->message);
}

/* Whether @sql asks other tables too. */
static gboolean
asks_others (const char *sql)
{
  g_autofree char *upper = sql != NULL ? g_ascii_strup (sql, -1) : NULL;

  return upper != NULL && strstr (upper, "SELECT") != NULL;
}

/**
 * dov_record_list_set_query:
 * @query: (nullable): copied; %NULL is everything that does not lie in the bin
 *
 * Shows what @query finds, now and after every change. On error the list
 * stays what it was.
 */
gboolean
dov_record_list_set_query (DovRecordList   *self,
                           const DovQuery  *query,
                           GError         **error)
{
  static const DovQuery everything = { 0 };
  const DovQuery *asked = query != NULL ? query : &everything;
  g_autoptr (GVariant) params = asked->params != NULL ? g_variant_ref_sink (asked->params) : NULL;
  g_autoptr (GArray) ids = dov_store_list (self->store, self->type, asked, error);

  if (ids == NULL)
    return FALSE;

  g_clear_pointer (&self->params, g_variant_unref);
  self->params = g_steal_pointer (&params);
  g_free (self->where);
  self->where = g_strdup (asked->where);
  g_free (self->words);
  self->words = g_strdup (asked->words);
  g_free (self->also);
  self->also = g_strdup (asked->also);
  g_free (self->order);
  self->order = g_strdup (asked->order);
  self->descending = asked->descending;
  self->in_bin = asked->in_bin;
  self->is_asked = TRUE;
  self->looks_around = asks_others (asked->where) || asks_others (asked->also);
  self->is_stale = FALSE;
  g_array_set_size (self->touched, 0);
  take_ids (self, ids);

  return TRUE;
}

GType
dov_record_list_get_record_type (DovRecordList *self)
{
  return self->type;
}

/**
 * dov_record_list_get_id:
 *
 * Returns: the id of a row, without reading it; 0 when there is no such row
 */
gint64
dov_record_list_get_id (DovRecordList *self,
                        guint          position)
{
  return position < self->ids->len ? g_array_index (self->ids, gint64, position) : 0;
}

/**
 * dov_record_list_find_position:
 * @position: (out) (optional): where the record stands
 *
 * Returns: whether the record with that id is in the list
 */
gboolean
dov_record_list_find_position (DovRecordList *self,
                               gint64         id,
                               guint         *position)
{
  const gint64 *ids = (gint64 *) self->ids->data;

  for (guint i = 0; i < self->ids->len; i++)
    if (ids[i] == id)
      {
        if (position != NULL)
          *position = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * dov_record_list_count_read:
 *
 * Returns: how many rows were asked for so far, for tests of laziness
 */
guint
dov_record_list_count_read (DovRecordList *self)
{
  return self->n_read;
}

/**
 * dov_record_list_new:
 *
 * Returns: (transfer full): a list that is empty until
 *   dov_record_list_set_query()
 */
DovRecordList *
dov_record_list_new (DovStore *store,
                     GType     type)
{
  DovRecordList *self = g_object_new (DOV_TYPE_RECORD_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

static void
dov_record_list_finalize (GObject *object)
{
  DovRecordList *self = DOV_RECORD_LIST (object);

  for (guint i = 0; i < N_RECENT; i++)
    g_clear_object (&self->recent[i]);
  g_array_unref (self->ids);
  g_array_unref (self->touched);
  g_clear_pointer (&self->params, g_variant_unref);
  g_free (self->where);
  g_free (self->words);
  g_free (self->also);
  g_free (self->order);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_record_list_parent_class)->finalize (object);
}

static void
dov_record_list_class_init (DovRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_record_list_finalize;
}

static void
dov_record_list_init (DovRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->touched = g_array_new (FALSE, FALSE, sizeof (gint64));
}
