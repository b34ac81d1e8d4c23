/* dov-shelf.c - what there is of each thing: received, handed out, in stock, kept back, free */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shelf.h"

#include <glib/gi18n.h>

#include "dov-fold.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-number.h"

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

/* ?1 drive, ?2 lounge, ?3 category, ?4 today, ?5 one thing. What is kept back counts while its day is not over. */
#define SHELF \
  "SELECT i.id, " \
  "sum(CASE WHEN m.kind = 'receipt' THEN m.qty ELSE 0 END), " \
  "-sum(CASE WHEN m.kind IN ('issue', 'return') THEN m.qty ELSE 0 END), " \
  "coalesce(sum(m.qty), 0), " \
  "coalesce((SELECT sum(n.qty) FROM need n WHERE n.item_id = i.id AND n.status = 'reserved' AND n.removed IS NULL " \
  "  AND (n.reserved_until IS NULL OR n.reserved_until >= ?4) AND (?2 = 0 OR n.lounge_id = ?2) " \
  "  AND (?1 = 0 OR n.drive_id = ?1)), 0), " \
  "(SELECT min(e) FROM (SELECT b.expires_on AS e FROM stock_move b WHERE b.item_id = i.id AND b.expires_on IS NOT NULL " \
  "  AND b.removed IS NULL AND (?1 = 0 OR b.drive_id = ?1) AND (?2 = 0 OR b.lounge_id = ?2) " \
  "  GROUP BY b.expires_on HAVING sum(b.qty) > 0)), " \
  "coalesce((SELECT sum(o.qty) FROM stock_move o WHERE o.item_id = i.id AND o.removed IS NULL " \
  "  AND ?2 <> 0 AND o.lounge_id <> ?2), 0) " \
  "FROM item i %s JOIN stock_move m ON m.item_id = i.id AND m.removed IS NULL " \
  "AND (?1 = 0 OR m.drive_id = ?1) AND (?2 = 0 OR m.lounge_id = ?2) " \
  "WHERE i.removed IS NULL AND (?3 = 0 OR i.category_id = ?3) AND (?5 = 0 OR i.id = ?5) " \
  "GROUP BY i.id ORDER BY i.key, i.id"

static char *
dup_today (void)
{
  GDate day = dov_today ();

  return dov_date_to_iso (&day);
}

static DovStatement *
ask (DovStore   *store,
     gint64      drive,
     gint64      lounge,
     gint64      category,
     gint64      item,
     GError    **error)
{
  g_autofree char *today = dup_today ();
  g_autofree char *sql = g_strdup_printf (SHELF, item != 0 ? "LEFT" : "");
  DovStatement *rows = dov_database_prepare (dov_store_get_database (store), sql, error);

  if (rows == NULL)
    return NULL;
  dov_statement_bind_integer (rows, 1, drive);
  dov_statement_bind_integer (rows, 2, lounge);
  dov_statement_bind_integer (rows, 3, category);
  dov_statement_bind_text (rows, 4, today);
  dov_statement_bind_integer (rows, 5, item);

  return rows;
}

static DovShelf *
read_row (DovStore     *store,
          DovStatement *rows)
{
  DovShelf *self = g_object_new (DOV_TYPE_SHELF, NULL);
  g_autoptr (DovRecord) item = NULL;

  self->item = dov_statement_column_integer (rows, 0);
  self->received = dov_statement_column_integer (rows, 1);
  self->issued = dov_statement_column_integer (rows, 2);
  self->balance = dov_statement_column_integer (rows, 3);
  self->reserved = dov_statement_column_integer (rows, 4);
  self->elsewhere = dov_statement_column_integer (rows, 6);
  if (!dov_statement_column_is_null (rows, 5))
    dov_date_from_iso (dov_statement_column_text (rows, 5), &self->expires);
  item = dov_store_find (store, DOV_TYPE_ITEM, self->item, NULL);
  self->name = item != NULL ? dov_store_describe (store, item) : g_strdup ("");
  self->unit = item == NULL ? g_strdup ("") :
    dov_record_dup_shown (item, dov_record_class_find_field (DOV_RECORD_GET_CLASS (item), "unit"));
  self->category = item != NULL ? DOV_GOODS (item)->category_id : 0;

  return self;
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

static gint64
get_figure (DovShelf   *self,
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
      gint64 first = get_figure (left, wish->order), second = get_figure (right, wish->order);

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
  g_autoptr (DovStatement) rows = ask (store, wish->drive, wish->lounge, wish->category, 0, error);
  g_auto (GStrv) words = wish->words != NULL ? dov_fold_words (wish->words) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) own_error = NULL;
  GListStore *shelves;

  if (rows == NULL)
    return NULL;
  while (dov_statement_step (rows, &own_error))
    {
      g_autoptr (DovShelf) shelf = read_row (store, rows);

      if ((wish->all || shelf->balance != 0 || shelf->reserved != 0) && has_words (shelf, words))
        g_ptr_array_add (found, g_steal_pointer (&shelf));
    }
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return NULL;
    }
  if (wish->order != NULL)
    g_ptr_array_sort_with_data (found, compare, (gpointer) wish);

  shelves = g_list_store_new (DOV_TYPE_SHELF);
  g_list_store_splice (shelves, 0, 0, found->pdata, found->len);

  return G_LIST_MODEL (shelves);
}

/**
 * dov_shelf_find:
 * @drive: 0: of all drives and of none
 *
 * Returns: (transfer full) (nullable): what there is of one thing
 */
DovShelf *
dov_shelf_find (DovStore *store,
                gint64    item,
                gint64    lounge,
                gint64    drive)
{
  g_autoptr (DovStatement) rows = ask (store, drive, lounge, 0, item, NULL);

  return rows != NULL && item != 0 && dov_statement_step (rows, NULL) ? read_row (store, rows) : NULL;
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

const GDate *
dov_shelf_get_expires (DovShelf *self)
{
  return self->expires;
}

char *
dov_shelf_amount_words (gint64      amount,
                        const char *unit)
{
  g_autofree char *shown = dov_quantity_to_shown (amount);

  return g_strdup_printf ("%s\u00a0%s", shown, unit);
}

/* ---- the table ---- */

/* How the use-by date stands: 2 it is over, 1 soon, 0 not yet. */
static int
judge_expiry (DovShelf *self)
{
  GDate today = dov_today ();
  int days = self->expires != NULL ? g_date_days_between (&today, self->expires) : G_MAXINT;

  return self->balance <= 0 ? 0 : days < 0 ? 2 : days <= SOON_DAYS ? 1 : 0;
}

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
  DovShelf *self = row;
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
  gint64 figure = get_figure (row, column->name);

  if (figure == 0 && !g_str_equal (column->name, "free"))
    return g_strdup ("—");

  return dov_quantity_to_shown (figure);
}

/* Every figure opens the movements behind it. */
static const char *
figure_look (gpointer              row,
             const DovTableColumn *column)
{
  return get_figure (row, column->name) != 0 && !g_str_equal (column->name, "elsewhere") ? "opens" : NULL;
}

#define FIGURE(column, heading, kind, ...) \
  { column, .title = heading, .width = 5, .is_number = TRUE, .words = figure_words, .look = figure_look, \
    .order = column, .index = kind, __VA_ARGS__ }

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
  FIGURE ("elsewhere", N_("Other lounges"), DOV_SHELF_ELSEWHERE, .leaves = 1, .heading_wraps = TRUE),
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
