/* dov-stock-count.c - stock counts: what the books say, what was counted, the difference (S6) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-commission-member.h"
#include "dov-inventory-line.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>

static gboolean
add_line (DovStore           *store,
          DovInventoryCount  *count,
          DovStatement       *row,
          GError            **error)
{
  g_autoptr (DovRecord) record = dov_record_new (DOV_TYPE_INVENTORY_LINE, 0);
  DovInventoryLine *line = DOV_INVENTORY_LINE (record);
  g_autoptr (GDate) day = NULL;

  if (!dov_statement_column_is_null (row, 2))
    (void) dov_date_from_iso (dov_statement_column_text (row, 2), &day);
  dov_set (line, count_id, dov_record_get_id (DOV_RECORD (count)));
  dov_set (line, item_id, dov_statement_column_integer (row, 0));
  dov_set (line, drive_id, dov_statement_column_integer (row, 1));
  dov_set (line, expires_on, day);
  dov_set (line, book_qty, dov_statement_column_integer (row, 3));
  dov_set (line, unit_value, dov_stock_get_usual_value (store, line->item_id));

  return dov_store_save (store, record, error);
}

static gboolean
add_lines (DovStore           *store,
           DovInventoryCount  *count,
           gint64              drive_id,
           GError            **error)
{
  g_autofree char *day = dov_date_to_iso (count->date);
  g_autofree char *end = g_strconcat (day, "T24", NULL);
  g_autoptr (DovStatement) rows =
    dov_store_ask (store, "SELECT m.item_id, ifnull (m.drive_id, 0), m.expires_on, sum (m.qty) FROM stock_move m"
                   " JOIN item i ON i.id = m.item_id WHERE m.lounge_id = ?1 AND m.at < ?2"
                   " AND (?3 = -1 OR m.drive_id IS nullif (?3, 0))"
                   " GROUP BY m.item_id, m.drive_id, m.expires_on HAVING sum (m.qty) <> 0"
                   " ORDER BY i.key, m.item_id, m.drive_id, m.expires_on",
                   "(xsx)", count->lounge_id, end, drive_id);

  while (dov_statement_next (rows))
    if (!add_line (store, count, rows, error))
      return FALSE;

  return TRUE;
}

static gboolean
begin_count (DovStore           *store,
             DovInventoryCount  *count,
             gint64              drive_id,
             GPtrArray          *commission,
             GError            **error)
{
  g_autofree char *number = NULL;

  if (*count->no == '\0' && count->date != NULL)
    {
      number = dov_stock_propose_number (store, DOV_TYPE_INVENTORY_COUNT, count->lounge_id, count->date);
      dov_set (count, no, number);
    }
  if (!dov_store_save (store, DOV_RECORD (count), error) || !add_lines (store, count, drive_id, error))
    return FALSE;
  for (guint i = 0; commission != NULL && i < commission->len; i++)
    {
      dov_set (DOV_COMMISSION_MEMBER (commission->pdata[i]), count_id, dov_record_get_id (DOV_RECORD (count)));
      if (!dov_store_save (store, commission->pdata[i], error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dov_stock_begin_count:
 * @count: a draft: the lounge and the day
 * @drive_id: what is counted: a drive, 0 for the general stock, or %DOV_STOCK_ALL
 * @commission: (nullable) (element-type DovCommissionMember)
 *
 * Begins a count: a line for everything that the books have there at the end
 * of the day; what is counted is typed into the lines.
 */
gboolean
dov_stock_begin_count (DovStore           *store,
                       DovInventoryCount  *count,
                       gint64              drive_id,
                       GPtrArray          *commission,
                       GError            **error)
{
  if (dov_record_get_id (DOV_RECORD (count)) != 0)
    return TRUE;
  if (!dov_store_begin (store, _("Stock count begun"), error))
    return FALSE;

  return dov_store_end (store, begin_count (store, count, drive_id, commission, error), error);
}

static GArray *
list_lines (DovStore  *store,
            gint64     count_id,
            GError   **error)
{
  DovQuery query = { .where = "count_id = ?1", .params = g_variant_new ("(x)", count_id) };

  return dov_store_list (store, DOV_TYPE_INVENTORY_LINE, &query, error);
}

static gboolean
refresh_lines (DovStore           *store,
               DovInventoryCount  *count,
               GError            **error)
{
  g_autoptr (GArray) ids = list_lines (store, dov_record_get_id (DOV_RECORD (count)), error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) living = dov_store_find (store, DOV_TYPE_INVENTORY_LINE, g_array_index (ids, gint64, i),
                                                     error);
      g_autoptr (DovRecord) draft = living != NULL ? dov_record_dup (living) : NULL;

      if (draft == NULL)
        return FALSE;
      dov_set (DOV_INVENTORY_LINE (draft), book_qty, dov_stock_get_book (store, count, DOV_INVENTORY_LINE (draft)));
      if (!dov_store_save (store, draft, error))
        return FALSE;
    }

  return ids != NULL;
}

/**
 * dov_stock_refresh_count:
 *
 * Reads the books again for a count that is not posted yet: something may have
 * moved since it was begun.
 */
gboolean
dov_stock_refresh_count (DovStore  *store,
                         gint64     count_id,
                         GError   **error)
{
  g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_INVENTORY_COUNT, count_id, error);

  if (record == NULL || dov_stock_is_posted (record))
    return record != NULL;
  if (!dov_store_begin (store, _("Books read again"), error))
    return FALSE;

  return dov_store_end (store, refresh_lines (store, DOV_INVENTORY_COUNT (record), error), error);
}

/* The first line whose books have moved since the count was begun. */
static gboolean
check_books (DovStore           *store,
             DovInventoryCount  *count,
             GError            **error)
{
  g_autoptr (GArray) ids = list_lines (store, dov_record_get_id (DOV_RECORD (count)), error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (store, DOV_TYPE_INVENTORY_LINE, g_array_index (ids, gint64, i),
                                                     error);
      DovInventoryLine *line = record != NULL ? DOV_INVENTORY_LINE (record) : NULL;
      g_autofree char *words = line != NULL ? dov_stock_describe_book (store, count, line) : NULL;

      if (line == NULL)
        return FALSE;
      if (words != NULL)
        return dov_store_refuse (store, record, "book_qty", "S6", words, error);
    }

  return ids != NULL;
}

/**
 * dov_stock_post_count:
 *
 * Ends a count: differences become movements. Refused while something is not
 * counted, or the books have moved since; then dov_stock_refresh_count().
 */
gboolean
dov_stock_post_count (DovStore  *store,
                      gint64     count_id,
                      GError   **error)
{
  g_autoptr (DovRecord) living = dov_store_find (store, DOV_TYPE_INVENTORY_COUNT, count_id, error);
  g_autoptr (DovRecord) draft = living != NULL ? dov_record_dup (living) : NULL;

  if (draft == NULL || dov_stock_is_posted (living))
    return draft != NULL;
  if (!check_books (store, DOV_INVENTORY_COUNT (draft), error))
    return FALSE;
  dov_set (DOV_INVENTORY_COUNT (draft), status, DOV_STOCK_STATUS_POSTED);

  return dov_store_save (store, draft, error);
}
