/* dov-shelf.c - what there is of each thing: received, handed out, in stock, kept back, free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shelf.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-stock.h"

/* So many days before its use-by date a thing is marked. */
#define SOON_DAYS 14

G_DEFINE_FINAL_TYPE (DovShelf, dov_shelf, G_TYPE_OBJECT)

static gboolean
is_in (const DovStockFigure *figure,
       const DovShelfWish   *wish)
{
  return (wish->lounge == 0 || figure->lounge_id == wish->lounge) &&
         (wish->drive == DOV_STOCK_ALL || figure->drive_id == wish->drive);
}

/* NULL: it lies in the bin. */
static DovShelf *
shelf_new (DovStore *store,
           gint64    id)
{
  g_autoptr (DovRecord) item = dov_store_find (store, DOV_TYPE_ITEM, id, NULL);
  DovShelf *self;

  if (item == NULL || dov_record_is_removed (item))
    return NULL;

  self = g_object_new (DOV_TYPE_SHELF, NULL);
  self->item = id;
  self->name = dov_store_describe (store, item);
  self->unit = dov_record_dup_shown (item, dov_record_find_field (item, "unit"));
  self->category = DOV_GOODS (item)->category_id;

  return self;
}

static void
add_figure (DovShelf             *self,
            const DovStockFigure *figure,
            const DovShelfWish   *wish)
{
  if (wish->lounge != 0 && figure->lounge_id != wish->lounge)
    self->elsewhere += figure->balance;
  if (!is_in (figure, wish))
    return;
  self->received += figure->received;
  self->issued += figure->issued;
  self->balance += figure->balance;
  self->reserved += figure->reserved;
  self->free = MAX (0, self->balance - self->reserved);
}

static void
add_batch (DovShelf             *self,
           const DovStockFigure *batch)
{
  if (batch->expires_on == NULL || batch->balance <= 0 ||
      (self->expires != NULL && g_date_compare (batch->expires_on, self->expires) >= 0))
    return;
  g_clear_pointer (&self->expires, g_date_free);
  self->expires = g_date_copy (batch->expires_on);
}

/* The things of the wish by their names, as the figures come: all of one thing together. */
static GPtrArray *
gather (DovStore            *store,
        const DovShelfWish  *wish,
        GError             **error)
{
  g_autoptr (GPtrArray) shelves = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_item = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) figures = dov_stock_list_figures (store, DOV_STOCK_ALL, DOV_STOCK_ALL, DOV_FIGURES_EMPTY, error);
  g_autoptr (GPtrArray) batches = figures == NULL ? NULL :
    dov_stock_list_figures (store, wish->lounge != 0 ? wish->lounge : DOV_STOCK_ALL, wish->drive, DOV_FIGURES_BATCHES, error);

  if (batches == NULL)
    return NULL;
  for (guint first = 0, next; first < figures->len; first = next)
    {
      gint64 item = ((DovStockFigure *) figures->pdata[first])->item_id;
      DovShelf *shelf = NULL;

      for (next = first; next < figures->len && ((DovStockFigure *) figures->pdata[next])->item_id == item; next++)
        if (shelf == NULL && is_in (figures->pdata[next], wish))
          shelf = shelf_new (store, item);
      if (shelf == NULL)
        continue;
      for (guint i = first; i < next; i++)
        add_figure (shelf, figures->pdata[i], wish);
      g_ptr_array_add (shelves, shelf);
      g_hash_table_insert (by_item, &shelf->item, shelf);
    }
  for (guint i = 0; i < batches->len; i++)
    {
      DovStockFigure *batch = batches->pdata[i];
      DovShelf *shelf = g_hash_table_lookup (by_item, &batch->item_id);

      if (shelf != NULL)
        add_batch (shelf, batch);
    }

  return g_steal_pointer (&shelves);
}

DovExpiry
dov_shelf_judge (DovShelf *self)
{
  GDate today = dov_today ();
  int days = self->expires != NULL ? g_date_days_between (&today, self->expires) : G_MAXINT;

  return self->balance <= 0 || days > SOON_DAYS ? DOV_EXPIRY_FAR : days < 0 ? DOV_EXPIRY_OVER : DOV_EXPIRY_SOON;
}

static gboolean
is_wished (DovShelf            *self,
           const DovShelfWish  *wish,
           char               **words)
{
  g_autofree char *folded = dov_fold (self->name);

  if ((!wish->all && self->balance == 0 && self->reserved == 0) ||
      (wish->category != 0 && self->category != wish->category) ||
      (wish->soon && dov_shelf_judge (self) == DOV_EXPIRY_FAR))
    return FALSE;
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * dov_shelf_get_figure:
 * @name: received, issued, balance, reserved, free or elsewhere
 */
gint64
dov_shelf_get_figure (DovShelf   *self,
                      const char *name)
{
  const struct { const char *name; gint64 figure; } figures[] = {
    { "received", self->received }, { "issued", self->issued }, { "balance", self->balance },
    { "reserved", self->reserved }, { "free", self->free }, { "elsewhere", self->elsewhere },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (g_str_equal (figures[i].name, name))
      return figures[i].figure;

  g_return_val_if_reached (0);
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const DovShelfWish *wish = user_data;
  DovShelf *left = *(DovShelf **) a, *right = *(DovShelf **) b;
  int order;

  if (g_str_equal (wish->order, "name"))
    {
      g_autofree char *first = dov_fold (left->name);
      g_autofree char *second = dov_fold (right->name);

      order = g_strcmp0 (first, second);
    }
  else
    {
      gint64 first = dov_shelf_get_figure (left, wish->order), second = dov_shelf_get_figure (right, wish->order);

      order = (first > second) - (first < second);
    }

  return wish->descending ? -order : order;
}

/**
 * dov_shelf_list:
 *
 * Returns: (transfer full) (element-type DovShelf): the things, or %NULL with @error set
 */
GListModel *
dov_shelf_list (DovStore           *store,
                const DovShelfWish *wish,
                GError            **error)
{
  g_autoptr (GPtrArray) shelves = gather (store, wish, error);
  g_auto (GStrv) words = wish->words != NULL ? dov_fold_words (wish->words) : NULL;
  GListStore *list;

  if (shelves == NULL)
    return NULL;
  if (wish->order != NULL)
    g_ptr_array_sort_with_data (shelves, compare, (gpointer) wish);
  list = g_list_store_new (DOV_TYPE_SHELF);
  for (guint i = 0; i < shelves->len; i++)
    if (is_wished (shelves->pdata[i], wish, words))
      g_list_store_append (list, shelves->pdata[i]);

  return G_LIST_MODEL (list);
}

/**
 * dov_shelf_dup_mark:
 *
 * Returns: (transfer full): what the badge behind its name says: run out, all kept back, good until; or ""
 */
char *
dov_shelf_dup_mark (DovShelf *self)
{
  DovExpiry expiry = dov_shelf_judge (self);

  if (expiry != DOV_EXPIRY_FAR)
    {
      g_autofree char *day = dov_goods_day_words (self->expires);

      /* Translators: the use-by date is over since the day, or comes soon */
      return g_strdup_printf (expiry == DOV_EXPIRY_OVER ? _("over since %s") : _("good until %s"), day);
    }

  return g_strdup (self->balance <= 0 ? _("run out") : self->reserved >= self->balance ? _("all kept back") : "");
}

static void
dov_shelf_finalize (GObject *object)
{
  DovShelf *self = DOV_SHELF (object);

  g_free (self->name);
  g_free (self->unit);
  g_clear_pointer (&self->expires, g_date_free);

  G_OBJECT_CLASS (dov_shelf_parent_class)->finalize (object);
}

static void
dov_shelf_class_init (DovShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_shelf_finalize;
}

static void
dov_shelf_init (DovShelf *self)
{
}
