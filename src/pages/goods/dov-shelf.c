/* dov-shelf.c - what there is of each thing: received, handed out, in stock, kept back, free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shelf.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-number.h"
#include "dov-stock.h"

/* So many days before its use-by date a thing is marked. */
#define SOON_DAYS 14

struct _DovShelf
{
  GObject   parent_instance;

  gint64    item;
  gint64    category;
  char     *name;
  char     *unit;
  gint64    received;
  gint64    issued;
  gint64    balance;
  gint64    reserved;
  gint64    elsewhere;
  GDate    *expires;    /* of the batch that goes first; NULL: none */
};

G_DEFINE_FINAL_TYPE (DovShelf, dov_shelf, G_TYPE_OBJECT)

static gint64
place_of (gint64 lounge)
{
  return lounge != 0 ? lounge : DOV_STOCK_ALL;
}

static gboolean
is_in (const DovStockFigure *figure,
       gint64                lounge,
       gint64                drive)
{
  return (lounge == 0 || figure->lounge_id == lounge) && (drive == DOV_STOCK_ALL || figure->drive_id == drive);
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
  self->unit = dov_record_dup_shown (item, dov_record_class_find_field (DOV_RECORD_GET_CLASS (item), "unit"));
  self->category = DOV_GOODS (item)->category_id;

  return self;
}

static void
add_figure (DovShelf             *self,
            const DovStockFigure *figure,
            gint64                lounge,
            gint64                drive)
{
  if (lounge != 0 && figure->lounge_id != lounge)
    self->elsewhere += figure->balance;
  if (!is_in (figure, lounge, drive))
    return;
  self->received += figure->received;
  self->issued += figure->issued;
  self->balance += figure->balance;
  self->reserved += figure->reserved;
}

static void
add_batch (DovShelf             *self,
           const DovStockFigure *batch,
           gint64                lounge,
           gint64                drive)
{
  if (is_in (batch, lounge, drive) && batch->expires_on != NULL && batch->balance > 0 &&
      (self->expires == NULL || g_date_compare (batch->expires_on, self->expires) < 0))
    {
      g_clear_pointer (&self->expires, g_date_free);
      self->expires = g_date_copy (batch->expires_on);
    }
}

/* The figures of the wish, thing by thing, in the order of their names. */
static GPtrArray *
gather (DovStore            *store,
        const DovShelfWish  *wish,
        GError             **error)
{
  g_autoptr (GPtrArray) shelves = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) figures = dov_stock_list_figures (store, DOV_STOCK_ALL, DOV_STOCK_ALL, DOV_FIGURES_EMPTY, error);
  g_autoptr (GPtrArray) batches =
    figures == NULL ? NULL : dov_stock_list_figures (store, place_of (wish->lounge), wish->drive, DOV_FIGURES_BATCHES, error);

  if (batches == NULL)
    return NULL;
  for (guint i = 0; i < figures->len; i++)
    {
      DovStockFigure *figure = g_ptr_array_index (figures, i);

      if (!is_in (figure, wish->lounge, wish->drive) || g_hash_table_contains (places, &figure->item_id))
        continue;
      g_hash_table_insert (places, &figure->item_id, shelf_new (store, figure->item_id));
      if (g_hash_table_lookup (places, &figure->item_id) != NULL)
        g_ptr_array_add (shelves, g_hash_table_lookup (places, &figure->item_id));
    }
  for (guint i = 0; i < figures->len; i++)
    {
      DovStockFigure *figure = g_ptr_array_index (figures, i);
      DovShelf *shelf = g_hash_table_lookup (places, &figure->item_id);

      if (shelf != NULL)
        add_figure (shelf, figure, wish->lounge, wish->drive);
    }
  for (guint i = 0; i < batches->len; i++)
    {
      DovStockFigure *batch = g_ptr_array_index (batches, i);
      DovShelf *shelf = g_hash_table_lookup (places, &batch->item_id);

      if (shelf != NULL)
        add_batch (shelf, batch, wish->lounge, wish->drive);
    }

  return g_steal_pointer (&shelves);
}

/* How the use-by date stands: 2 it is over, 1 soon, 0 not yet. */
static int
judge_expiry (DovShelf *self)
{
  GDate today = dov_today ();
  int days = self->expires != NULL ? g_date_days_between (&today, self->expires) : G_MAXINT;

  return self->balance <= 0 ? 0 : days < 0 ? 2 : days <= SOON_DAYS ? 1 : 0;
}

static gboolean
has_words (DovShelf  *self,
           char     **words)
{
  g_autofree char *folded = dov_fold (self->name);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * dov_shelf_get_figure:
 * @column: received, issued, balance, reserved, free or elsewhere
 */
gint64
dov_shelf_get_figure (DovShelf   *self,
                      const char *column)
{
  if (g_str_equal (column, "received"))
    return self->received;
  if (g_str_equal (column, "issued"))
    return self->issued;
  if (g_str_equal (column, "balance"))
    return self->balance;
  if (g_str_equal (column, "reserved"))
    return self->reserved;
  if (g_str_equal (column, "elsewhere"))
    return self->elsewhere;

  return dov_shelf_get_free (self);
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
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GListStore *list;

  if (shelves == NULL)
    return NULL;
  for (guint i = 0; i < shelves->len; i++)
    {
      DovShelf *shelf = g_ptr_array_index (shelves, i);

      if ((wish->all || shelf->balance != 0 || shelf->reserved != 0) &&
          (wish->category == 0 || shelf->category == wish->category) &&
          (!wish->soon || judge_expiry (shelf) > 0) && has_words (shelf, words))
        g_ptr_array_add (found, shelf);
    }
  if (wish->order != NULL)
    g_ptr_array_sort_with_data (found, compare, (gpointer) wish);

  list = g_list_store_new (DOV_TYPE_SHELF);
  g_list_store_splice (list, 0, 0, found->pdata, found->len);

  return G_LIST_MODEL (list);
}

/**
 * dov_shelf_find:
 * @lounge: 0: of all lounges
 * @drive: 0: the general stock, or %DOV_STOCK_ALL
 *
 * Returns: (transfer full) (nullable): what there is of one thing
 */
DovShelf *
dov_shelf_find (DovStore *store,
                gint64    item,
                gint64    lounge,
                gint64    drive)
{
  DovShelf *self = item != 0 ? shelf_new (store, item) : NULL;
  g_autoptr (GPtrArray) figures = self == NULL ? NULL : dov_stock_list_item_figures (store, item, DOV_FIGURES_EMPTY, NULL);
  g_autoptr (GPtrArray) batches = self == NULL ? NULL : dov_stock_list_item_figures (store, item, DOV_FIGURES_BATCHES, NULL);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    add_figure (self, g_ptr_array_index (figures, i), lounge, drive);
  for (guint i = 0; batches != NULL && i < batches->len; i++)
    add_batch (self, g_ptr_array_index (batches, i), lounge, drive);

  return self;
}

const char *
dov_shelf_get_name (DovShelf *self)
{
  return self->name;
}

/**
 * dov_shelf_dup_mark:
 *
 * Returns: (transfer full): what the badge behind its name says: run out, all kept back, good until; or ""
 */
char *
dov_shelf_dup_mark (DovShelf *self)
{
  int expiry = judge_expiry (self);

  if (expiry > 0)
    {
      g_autofree char *day = dov_goods_day_words (self->expires);

      /* Translators: the use-by date is over since the day, or comes soon */
      return g_strdup_printf (expiry == 2 ? _("over since %s") : _("good until %s"), day);
    }
  if (self->balance <= 0)
    return g_strdup (_("run out"));
  if (self->reserved >= self->balance)
    return g_strdup (_("all kept back"));

  return g_strdup ("");
}

gint64
dov_shelf_get_item (DovShelf *self)
{
  return self->item;
}

gint64
dov_shelf_get_balance (DovShelf *self)
{
  return self->balance;
}

gint64
dov_shelf_get_reserved (DovShelf *self)
{
  return self->reserved;
}

/**
 * dov_shelf_get_free:
 *
 * Returns: what may be handed out to anybody
 */
gint64
dov_shelf_get_free (DovShelf *self)
{
  return MAX (0, self->balance - self->reserved);
}

/**
 * dov_shelf_goes_off:
 *
 * Returns: whether the use-by date of a batch is over or comes soon
 */
gboolean
dov_shelf_goes_off (DovShelf *self)
{
  return judge_expiry (self) > 0;
}

gint64
dov_shelf_get_category (DovShelf *self)
{
  return self->category;
}

const char *
dov_shelf_get_unit (DovShelf *self)
{
  return self->unit;
}

char *
dov_shelf_amount_words (gint64      amount,
                        const char *unit)
{
  g_autofree char *shown = dov_quantity_to_shown (amount);

  return g_strdup_printf ("%s\u00a0%s", shown, unit);
}

/* ---- the table ---- */

static char *
name_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  DovShelf *self = row;

  /* Translators: a thing and the unit it is counted in: “Potatoes, kg” */
  return g_strdup_printf (C_("thing and unit", "%s, %s"), self->name, self->unit);
}

static char *
mark_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  return dov_shelf_dup_mark (row);
}

static const DovSign *
mark_sign (gpointer              row,
           const DovTableColumn *column)
{
  static const DovSign over = { "dialog-error-symbolic", "error" };
  static const DovSign soon = { "alarm-symbolic", "warning" };
  static const DovSign kept = { "changes-prevent-symbolic", "warning" };
  static const DovSign gone = { NULL, "plain" };
  DovShelf *self = row;
  int expiry = judge_expiry (self);

  return expiry == 2 ? &over : expiry == 1 ? &soon : self->balance <= 0 ? &gone : &kept;
}

static char *
figure_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  gint64 figure = dov_shelf_get_figure (row, column->name);

  if (figure == 0 && !g_str_equal (column->name, "free"))
    return g_strdup ("—");

  return dov_quantity_to_shown (figure);
}

/* Every figure opens the movements behind it. */
static const char *
figure_look (gpointer              row,
             const DovTableColumn *column)
{
  return dov_shelf_get_figure (row, column->name) != 0 && !g_str_equal (column->name, "elsewhere") ? "opens" : NULL;
}

#define FIGURE(column, heading, kind, ...) \
  { column, .title = heading, .width = 5, .is_number = TRUE, .words = figure_words, .look = figure_look, \
    .order = column, .index = kind, .heading_wraps = TRUE, __VA_ARGS__ }

static const DovTableColumn drive_columns[] = {
  { "name", .title = N_("Thing"), .width = 26, .expands = TRUE, .words = name_words, .badge = mark_words,
    .sign = mark_sign, .order = "name",
    .index = DOV_SHELF_NAME },
  FIGURE ("received", N_("Received"), DOV_SHELF_RECEIVED, .leaves = 2),
  FIGURE ("issued", N_("Handed out"), DOV_SHELF_ISSUED, .leaves = 3),
  FIGURE ("balance", N_("In stock"), DOV_SHELF_BALANCE),
  FIGURE ("reserved", N_("Kept back"), DOV_SHELF_RESERVED, .leaves = 4),
  FIGURE ("free", N_("Free"), DOV_SHELF_FREE, .is_bold = TRUE),
};

static const DovTableColumn stock_columns[] = {
  { "name", .title = N_("Thing"), .width = 26, .expands = TRUE, .words = name_words, .badge = mark_words,
    .sign = mark_sign, .order = "name",
    .index = DOV_SHELF_NAME },
  FIGURE ("balance", N_("In stock"), DOV_SHELF_BALANCE),
  FIGURE ("reserved", N_("Kept back"), DOV_SHELF_RESERVED, .leaves = 2),
  FIGURE ("free", N_("Free"), DOV_SHELF_FREE, .is_bold = TRUE),
  FIGURE ("elsewhere", N_("Other lounges"), DOV_SHELF_ELSEWHERE, .leaves = 1),
};

const DovTableColumn *
dov_shelf_columns_of_drive (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (drive_columns);

  return drive_columns;
}

const DovTableColumn *
dov_shelf_columns_of_stock (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (stock_columns);

  return stock_columns;
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
