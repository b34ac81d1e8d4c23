/* dov-stock-figures.c - what lies where: balances, reserves, what a family got */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-goods-words.h"
#include "dov-item.h"
#include "dov-number.h"

#include <glib/gi18n.h>

/* Reservations that still hold. */
#define HOLDS(today) "status = 'reserved' AND reserved_until >= " today

/* The least that a batch holds at any moment from the end of the day @since
 * on: what may still be taken out on that day. */
gint64
dov_stock_get_least (DovStore          *store,
                     const DovStockKey *key,
                     const char        *since)
{
  g_autofree char *end = g_strconcat (since, "T24", NULL);
  gint64 there =
    dov_store_see_number (store, "SELECT ifnull (sum (qty), 0) FROM stock_move WHERE " DOV_STOCK_IS_KEY " AND at < ?5",
                          DOV_STOCK_KEY "s", DOV_STOCK_OF (key), end);
  gint64 least =
    dov_store_see_number (store, "SELECT ifnull (min (balance), 0) FROM"
                          " (SELECT sum (sum (qty)) OVER (ORDER BY at) AS balance FROM stock_move"
                          " WHERE " DOV_STOCK_IS_KEY " AND at >= ?5 GROUP BY at)",
                          DOV_STOCK_KEY "s", DOV_STOCK_OF (key), end);

  return there + MIN (0, least);
}

/* The same over all batches that are still good on the day, each by itself. */
gint64
dov_stock_get_issuable (DovStore          *store,
                        const DovStockKey *key,
                        const char        *since,
                        gboolean           with_expired)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT DISTINCT expires_on FROM stock_move WHERE item_id = ?1 AND lounge_id = ?2"
                   " AND drive_id IS ?3 AND (?4 OR expires_on IS NULL OR expires_on >= ?5)",
                   "(xxlbs)", key->item_id, key->lounge_id, key->drive_id, with_expired, since);
  gint64 all = 0;

  while (dov_statement_next (rows))
    {
      g_autofree char *batch = g_strdup (dov_statement_column_text (rows, 0));
      DovStockKey one = *key;
      gint64 least;

      one.expires_on = batch;
      least = dov_stock_get_least (store, &one, since);
      all += MAX (0, least);
    }

  return all;
}

/* What the books say of one line of a count at the end of its day, had there
 * been no such count. */
gint64
dov_stock_get_book (DovStore          *store,
                    DovInventoryCount *count,
                    DovInventoryLine  *line)
{
  g_autofree char *batch = line->expires_on != NULL ? dov_date_to_iso (line->expires_on) : NULL;
  g_autofree char *day = dov_date_to_iso (count->date);
  g_autofree char *end = g_strconcat (day, "T24", NULL);

  return dov_store_see_number (store, "SELECT ifnull (sum (qty), 0) FROM stock_move WHERE " DOV_STOCK_IS_KEY
                               " AND at < ?5 AND (inventory_line_id IS NULL OR"
                               " inventory_line_id NOT IN (SELECT id FROM inventory_line WHERE count_id = ?6))",
                               DOV_STOCK_KEY "sx", line->item_id, count->lounge_id, line->drive_id, batch, end,
                               dov_record_get_id (DOV_RECORD (count)));
}

gint64
dov_stock_get_reserved (DovStore *store,
                        gint64    item_id,
                        gint64    lounge_id,
                        gint64    drive_id,
                        gint64    but_need_id)
{
  GDate today = dov_today ();

  return dov_store_see_number (store, "SELECT ifnull (sum (qty), 0) FROM live_need WHERE item_id = ?1"
                               " AND (?2 = -1 OR lounge_id = ?2) AND (?3 = -1 OR drive_id IS nullif (?3, 0))"
                               " AND id <> ?4 AND " HOLDS ("?5"),
                               "(xxxxD)", item_id, lounge_id, drive_id, but_need_id, &today);
}

/**
 * dov_stock_get_kept:
 * @until: (out) (optional) (nullable) (transfer full): the last day for which any of it is kept
 *
 * Returns: how much of an item is kept back for one family
 */
gint64
dov_stock_get_kept (DovStore  *store,
                    gint64     item_id,
                    gint64     family_id,
                    GDate    **until)
{
  GDate today = dov_today ();
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT ifnull (sum (qty), 0), min (reserved_until) FROM live_need"
                   " WHERE item_id = ?1 AND family_id = ?2 AND " HOLDS ("?3"),
                   "(xxD)", item_id, family_id, &today);

  if (!dov_statement_next (rows))
    return 0;
  if (until != NULL)
    *until = dov_statement_dup_date (rows, 1);

  return dov_statement_column_integer (rows, 0);
}

char *
dov_stock_describe_item (DovStore *store,
                         gint64    item_id)
{
  return dov_store_describe_id (store, DOV_TYPE_ITEM, item_id);
}

/* Lists. */

void
dov_stock_figure_free (DovStockFigure *figure)
{
  g_clear_pointer (&figure->expires_on, g_date_free);
  g_free (figure);
}

void
dov_received_free (DovReceived *received)
{
  g_clear_pointer (&received->date, g_date_free);
  g_free (received);
}

void
dov_obstacle_free (DovObstacle *obstacle)
{
  g_free (obstacle->words);
  g_free (obstacle);
}

static GPtrArray *
list_figures (DovStore         *store,
              const char       *where,
              gint64            first,
              gint64            second,
              DovFiguresFlags   flags,
              GError          **error)
{
  gboolean has_batches = (flags & DOV_FIGURES_BATCHES) != 0;
  GDate today = dov_today ();
  g_autofree char *sql =
    g_strdup_printf ("SELECT m.item_id, m.lounge_id, ifnull (m.drive_id, 0), %s, sum (m.qty),"
                     " sum (CASE WHEN m.kind = 'receipt' THEN m.qty ELSE 0 END),"
                     " -sum (CASE WHEN m.kind IN ('issue', 'return') THEN m.qty ELSE 0 END),"
                     " ifnull ((SELECT sum (n.qty) FROM live_need n WHERE n.item_id = m.item_id AND n.lounge_id = m.lounge_id"
                     "  AND n.drive_id IS m.drive_id AND n." HOLDS ("?3") "), 0)"
                     " FROM stock_move m JOIN item i ON i.id = m.item_id WHERE %s"
                     " GROUP BY m.item_id, m.lounge_id, m.drive_id%s%s"
                     " ORDER BY i.key, m.item_id, m.lounge_id, m.drive_id%s",
                     has_batches ? "m.expires_on" : "NULL", where, has_batches ? ", m.expires_on" : "",
                     (flags & DOV_FIGURES_EMPTY) ? "" : " HAVING sum (m.qty) <> 0",
                     has_batches ? ", m.expires_on" : "");
  g_autoptr (DovStatement) rows = dov_store_see (store, sql, "(xxD)", first, second, &today);
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_stock_figure_free);

  while (dov_statement_next (rows))
    {
      DovStockFigure *figure = g_new0 (DovStockFigure, 1);

      figure->item_id = dov_statement_column_integer (rows, 0);
      figure->lounge_id = dov_statement_column_integer (rows, 1);
      figure->drive_id = dov_statement_column_integer (rows, 2);
      figure->expires_on = dov_statement_dup_date (rows, 3);
      figure->balance = dov_statement_column_integer (rows, 4);
      figure->received = dov_statement_column_integer (rows, 5);
      figure->issued = dov_statement_column_integer (rows, 6);
      figure->reserved = has_batches ? 0 : dov_statement_column_integer (rows, 7);
      figure->free = MAX (0, figure->balance - figure->reserved);
      g_ptr_array_add (figures, figure);
    }

  return dov_store_has_seen (store, error) ? g_steal_pointer (&figures) : NULL;
}

/**
 * dov_stock_list_figures:
 * @lounge_id: or %DOV_STOCK_ALL
 * @drive_id: 0 for the general stock, or %DOV_STOCK_ALL
 *
 * Returns: (transfer full) (element-type DovStockFigure): what there is, a row for
 *   every item, lounge and drive (and batch), by the names of items; one query
 */
GPtrArray *
dov_stock_list_figures (DovStore         *store,
                        gint64            lounge_id,
                        gint64            drive_id,
                        DovFiguresFlags   flags,
                        GError          **error)
{
  const char *where = "(?1 = -1 OR m.lounge_id = ?1) AND m.drive_id = ?2";

  if (drive_id == 0)
    where = "(?1 = -1 OR m.lounge_id = ?1) AND m.drive_id IS NULL AND ?2 = 0";
  else if (drive_id == DOV_STOCK_ALL)
    where = "(?1 = -1 OR m.lounge_id = ?1) AND ?2 = -1";

  return list_figures (store, where, lounge_id, drive_id, flags, error);
}

/**
 * dov_stock_list_item_figures:
 *
 * Returns: (transfer full) (element-type DovStockFigure): where one item lies: in
 *   every lounge and drive (and batch)
 */
GPtrArray *
dov_stock_list_item_figures (DovStore         *store,
                             gint64            item_id,
                             DovFiguresFlags   flags,
                             GError          **error)
{
  return list_figures (store, "m.item_id = ?1 AND ?2 = 0", item_id, 0, flags, error);
}

/**
 * dov_stock_get_figure:
 * @lounge_id: or %DOV_STOCK_ALL
 * @drive_id: 0 for the general stock, or %DOV_STOCK_ALL
 * @figure: (out caller-allocates): all batches together; nothing to free
 */
void
dov_stock_get_figure (DovStore       *store,
                      gint64          item_id,
                      gint64          lounge_id,
                      gint64          drive_id,
                      DovStockFigure *figure)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT ifnull (sum (qty), 0),"
                   " ifnull (sum (CASE WHEN kind = 'receipt' THEN qty END), 0),"
                   " -ifnull (sum (CASE WHEN kind IN ('issue', 'return') THEN qty END), 0)"
                   " FROM stock_move WHERE item_id = ?1 AND (?2 = -1 OR lounge_id = ?2)"
                   " AND (?3 = -1 OR drive_id IS nullif (?3, 0))",
                   "(xxx)", item_id, lounge_id, drive_id);

  *figure = (DovStockFigure) { .item_id = item_id, .lounge_id = lounge_id, .drive_id = drive_id };
  if (!dov_statement_next (rows))
    return;
  figure->balance = dov_statement_column_integer (rows, 0);
  figure->received = dov_statement_column_integer (rows, 1);
  figure->issued = dov_statement_column_integer (rows, 2);
  figure->reserved = dov_stock_get_reserved (store, item_id, lounge_id, drive_id, 0);
  figure->free = MAX (0, figure->balance - figure->reserved);
}

/**
 * dov_stock_list_received:
 * @drive_id: a drive, or %DOV_STOCK_ALL
 * @since: (nullable): nothing handed out before
 *
 * Returns: (transfer full) (element-type DovReceived): what the family got and
 *   kept, the last first
 */
GPtrArray *
dov_stock_list_received (DovStore     *store,
                         gint64        family_id,
                         gint64        drive_id,
                         const GDate  *since,
                         GError      **error)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT d.id, l.id, d.date, ifnull (d.drive_id, 0), l.item_id, ifnull (l.child_id, 0), l.qty"
                   " FROM live_distribution d JOIN live_distribution_line l ON l.distribution_id = d.id"
                   " WHERE d.family_id = ?1 AND d.status = 'issued'"
                   " AND (?2 = -1 OR d.drive_id IS nullif (?2, 0)) AND d.date >= ?3"
                   " ORDER BY d.date DESC, d.id DESC, l.id",
                   "(xxD)", family_id, drive_id, since);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_received_free);

  while (dov_statement_next (rows))
    {
      DovReceived *received = g_new0 (DovReceived, 1);

      received->distribution_id = dov_statement_column_integer (rows, 0);
      received->line_id = dov_statement_column_integer (rows, 1);
      received->date = dov_statement_dup_date (rows, 2);
      received->drive_id = dov_statement_column_integer (rows, 3);
      received->item_id = dov_statement_column_integer (rows, 4);
      received->child_id = dov_statement_column_integer (rows, 5);
      received->qty = dov_statement_column_integer (rows, 6);
      g_ptr_array_add (list, received);
    }

  return dov_store_has_seen (store, error) ? g_steal_pointer (&list) : NULL;
}

/* Words. */

/**
 * dov_stock_dup_quantity:
 *
 * Returns: (transfer full): with its unit: “3 шт.”, “1,5 кг”
 */
char *
dov_stock_dup_quantity (DovStore *store,
                        gint64    item_id,
                        gint64    qty)
{
  g_autoptr (DovRecord) item = dov_store_look_up (store, DOV_TYPE_ITEM, item_id);
  g_autofree char *number = dov_quantity_to_shown (qty);
  g_autofree char *unit = NULL;

  if (item == NULL)
    return g_steal_pointer (&number);
  unit = dov_record_dup_shown (item, dov_record_find_field (item, "unit"));

  return *unit != '\0' ? g_strdup_printf ("%s\302\240%s", number, unit) : g_steal_pointer (&number);
}

/* “free 24 kg, kept back 12 kg” */
char *
dov_stock_dup_free (DovStore             *store,
                    const DovStockFigure *figure)
{
  g_autofree char *free_words = dov_stock_dup_quantity (store, figure->item_id, figure->free);
  g_autofree char *kept = dov_stock_dup_quantity (store, figure->item_id, figure->reserved);

  return figure->reserved > 0 ? g_strdup_printf (_("free %1$s, kept back %2$s"), free_words, kept)
                              : g_strdup_printf (_("free %s"), free_words);
}

static void
add_elsewhere (DovStore  *store,
               DovStockFigure *figure,
               gint64     lounge_id,
               gint64     drive_id,
               GString   *words)
{
  g_autofree char *more = dov_quantity_to_shown (figure->free);
  g_autofree char *drive = figure->drive_id != 0 ? dov_store_describe_id (store, DOV_TYPE_DRIVE, figure->drive_id)
                                                 : NULL;
  g_autofree char *place = dov_goods_place_words (store, figure->lounge_id);

  if (figure->free <= 0 || (figure->lounge_id == lounge_id && figure->drive_id == drive_id))
    return;
  if (figure->lounge_id != lounge_id)
    /* Translators: how many, and the village: “ещё 4 в с. Слудка”. */
    g_string_append_printf (words, _(", %s more in %s"), more, place);
  else if (drive == NULL)
    g_string_append_printf (words, _(", %s more in the general stock"), more);
  else
    /* Translators: how many, and the name of a drive. */
    g_string_append_printf (words, _(", %s more in the drive “%s”"), more, drive);
}

/**
 * dov_stock_dup_shortage:
 * @have: what may be taken there
 * @wanted: more than that
 *
 * Returns: (transfer full): what is there, what is wanted, and where there is
 *   more: “Рюкзак: есть 3, нужно 5, ещё 4 в с. Слудка”
 */
char *
dov_stock_dup_shortage (DovStore *store,
                        gint64    item_id,
                        gint64    lounge_id,
                        gint64    drive_id,
                        gint64    have,
                        gint64    wanted)
{
  g_autoptr (GPtrArray) places = dov_stock_list_item_figures (store, item_id, 0, NULL);
  g_autofree char *item = dov_stock_describe_item (store, item_id);
  g_autofree char *there = dov_quantity_to_shown (MAX (0, have));
  g_autofree char *needed = dov_quantity_to_shown (wanted);
  GString *words = g_string_new (NULL);

  /* Translators: the item, how many there are, how many are needed. */
  g_string_append_printf (words, _("%s: there are %s, %s are needed"), item, there, needed);
  for (guint i = 0; places != NULL && i < places->len; i++)
    add_elsewhere (store, places->pdata[i], lounge_id, drive_id, words);
  g_string_append_c (words, '.');

  return g_string_free (words, FALSE);
}

/**
 * dov_stock_get_usual_value:
 *
 * Returns: what one was said to be worth when such goods last came in, in
 *   kopecks; %DOV_UNKNOWN when nobody said
 */
gint64
dov_stock_get_usual_value (DovStore *store,
                           gint64    item_id)
{
  g_autoptr (DovStatement) rows =
    dov_store_see (store, "SELECT unit_value FROM live_donation_line WHERE item_id = ?1 AND unit_value IS NOT NULL"
                   " ORDER BY id DESC LIMIT 1",
                   "(x)", item_id);

  return dov_statement_next (rows) ? dov_statement_column_integer (rows, 0) : DOV_UNKNOWN;
}
