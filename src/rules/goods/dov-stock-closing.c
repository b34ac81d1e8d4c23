/* dov-stock-closing.c - the end of a drive: every item accounted for (S7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-private.h"

#include "dov-donation-line.h"
#include "dov-lounge.h"
#include "dov-stock-status.h"
#include "dov-stock-transfer-line.h"

#include <glib/gi18n.h>

static void
take_obstacle (GPtrArray  *obstacles,
               GType       type,
               gint64      id,
               char       *words)
{
  DovObstacle *obstacle = g_new0 (DovObstacle, 1);

  obstacle->type = type;
  obstacle->id = id;
  obstacle->words = words;
  g_ptr_array_add (obstacles, obstacle);
}

/* Records of @type that @where finds for the drive ?1, each told by @format. */
static gboolean
list_records (DovStore    *store,
              gint64       drive_id,
              GType        type,
              const char  *where,
              const char  *format,
              GPtrArray   *obstacles,
              GError     **error)
{
  DovQuery query = { .where = where, .params = g_variant_new ("(x)", drive_id) };
  g_autoptr (GArray) ids = dov_store_list (store, type, &query, error);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *what = dov_store_describe_id (store, type, id);

      take_obstacle (obstacles, type, id, g_strconcat (parts[0], what, parts[1], NULL));
    }

  return ids != NULL;
}

static gboolean
list_leftover (DovStore   *store,
               gint64      drive_id,
               GPtrArray  *obstacles,
               GError    **error)
{
  g_autoptr (GPtrArray) figures = dov_stock_list_figures (store, DOV_STOCK_ALL, drive_id, 0, error);

  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const DovStockFigure *figure = figures->pdata[i];
      g_autofree char *item = dov_stock_describe_item (store, figure->item_id);
      g_autofree char *left = dov_stock_dup_quantity (store, figure->item_id, figure->balance);
      g_autofree char *lounge = dov_store_describe_id (store, DOV_TYPE_LOUNGE, figure->lounge_id);
      DovObstacle *obstacle;

      /* Translators: the item, how much of it, the lounge. */
      take_obstacle (obstacles, G_TYPE_INVALID, 0,
                     g_strdup_printf (_("%s: %s are left (%s). "
                                        "Move them to the general stock or another lounge, or write them off."),
                                      item, left, lounge));
      obstacle = obstacles->pdata[obstacles->len - 1];
      obstacle->item_id = figure->item_id;
      obstacle->lounge_id = figure->lounge_id;
      obstacle->qty = figure->balance;
    }

  return figures != NULL;
}

/**
 * dov_stock_list_obstacles:
 *
 * Returns: (transfer full) (element-type DovObstacle): what stands in the way
 *   of closing the drive: papers that are not finished, handouts that nobody
 *   signed, goods that are left; empty when it can be closed
 */
GPtrArray *
dov_stock_list_obstacles (DovStore  *store,
                          gint64     drive_id,
                          GError   **error)
{
  g_autoptr (GPtrArray) obstacles = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_obstacle_free);
  const struct
  {
    GType       type;
    const char *where;
    const char *format;
  } kinds[] = {
    { DOV_TYPE_DISTRIBUTION, "drive_id = ?1 AND status = 'draft'",
      _("“%s” is not finished. Hand it out, or remove it.") },
    { DOV_TYPE_DISTRIBUTION, "drive_id = ?1 AND status = 'issued' AND NOT is_signed",
      _("“%s” is not signed by the recipient. Mark the signature, or take the handout back.") },
    { DOV_TYPE_DONATION_RECEIPT, "drive_id = ?1 AND status = 'draft'",
      _("“%s” is not finished. Post it, or remove it.") },
    { DOV_TYPE_STOCK_TRANSFER, "(drive_id = ?1 OR to_drive_id = ?1) AND status = 'draft'",
      _("“%s” is not finished. Post it, or remove it.") },
    { DOV_TYPE_KIT_BUILD, "drive_id = ?1 AND status = 'draft'", _("“%s” is not finished. Post it, or remove it.") },
    { DOV_TYPE_WRITE_OFF, "drive_id = ?1 AND status = 'draft'", _("“%s” is not finished. Post it, or remove it.") },
    { DOV_TYPE_INVENTORY_COUNT, "status = 'draft' AND id IN (SELECT count_id FROM live_inventory_line WHERE drive_id = ?1"
                                ")", _("“%s” is not finished. Post it, or remove it.") },
    { DOV_TYPE_DONATION_LINE, "condition = 'to_sort' AND receipt_id IN (SELECT id FROM live_donation_receipt"
                              " WHERE drive_id = ?1 AND status = 'posted')",
      _("“%s” is not sorted yet. Say what of it is good.") },
    { DOV_TYPE_NEED, "drive_id = ?1 AND status = 'reserved'",
      _("“%s” is kept back. Hand it out, or release it.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!list_records (store, drive_id, kinds[i].type, kinds[i].where, kinds[i].format, obstacles, error))
      return NULL;
  if (!list_leftover (store, drive_id, obstacles, error))
    return NULL;

  return g_steal_pointer (&obstacles);
}

static DovStockTransfer *
open_transfer (DovStore     *store,
               gint64        drive_id,
               gint64        lounge_id,
               const GDate  *on,
               gint64        staff_id)
{
  DovStockTransfer *transfer = DOV_STOCK_TRANSFER (dov_record_new (DOV_TYPE_STOCK_TRANSFER, 0));
  g_autofree char *number = dov_stock_propose_number (store, DOV_TYPE_STOCK_TRANSFER, lounge_id, on);

  dov_set (transfer, no, number);
  dov_set (transfer, date, on);
  dov_set (transfer, lounge_id, lounge_id);
  dov_set (transfer, drive_id, drive_id);
  dov_set (transfer, to_lounge_id, lounge_id);
  dov_set (transfer, sent_by_id, staff_id);
  dov_set (transfer, received_by_id, staff_id);
  dov_set (transfer, status, DOV_STOCK_STATUS_POSTED);

  return transfer;
}

/* The batches of one lounge after another. */
static gboolean
move_batches (DovStore     *store,
              GPtrArray    *batches,
              gint64        drive_id,
              const GDate  *on,
              gint64        staff_id,
              GError      **error)
{
  g_autoptr (GHashTable) transfers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);

  for (guint i = 0; i < batches->len; i++)
    {
      const DovStockFigure *batch = batches->pdata[i];
      DovStockTransfer *transfer = g_hash_table_lookup (transfers, &batch->lounge_id);
      g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_STOCK_TRANSFER_LINE, 0);

      if (transfer == NULL)
        {
          transfer = open_transfer (store, drive_id, batch->lounge_id, on, staff_id);
          g_hash_table_insert (transfers, g_memdup2 (&batch->lounge_id, sizeof batch->lounge_id), transfer);
          if (!dov_store_save (store, DOV_RECORD (transfer), error))
            return FALSE;
        }
      dov_set (DOV_STOCK_TRANSFER_LINE (line), transfer_id, dov_record_get_id (DOV_RECORD (transfer)));
      dov_set (DOV_STOCK_TRANSFER_LINE (line), item_id, batch->item_id);
      dov_set (DOV_STOCK_TRANSFER_LINE (line), expires_on, batch->expires_on);
      dov_set (DOV_STOCK_TRANSFER_LINE (line), qty, batch->balance);
      if (!dov_store_save (store, line, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * dov_stock_move_leftover:
 * @lounge_id: or %DOV_STOCK_ALL
 * @item_id: or %DOV_STOCK_ALL
 * @staff_id: who hands it over and takes it over, or 0
 *
 * Moves what is left of the drive into the general stock of the same lounge,
 * by one transfer for each.
 */
gboolean
dov_stock_move_leftover (DovStore     *store,
                         gint64        drive_id,
                         gint64        lounge_id,
                         gint64        item_id,
                         const GDate  *on,
                         gint64        staff_id,
                         GError      **error)
{
  g_autoptr (GPtrArray) batches = dov_stock_list_figures (store, lounge_id, drive_id, DOV_FIGURES_BATCHES, error);

  for (guint i = batches != NULL ? batches->len : 0; i > 0 && item_id != DOV_STOCK_ALL; i--)
    if (((DovStockFigure *) batches->pdata[i - 1])->item_id != item_id)
      g_ptr_array_remove_index (batches, i - 1);
  if (batches == NULL || batches->len == 0)
    return batches != NULL;
  if (!dov_store_begin (store, C_("toast", "Leftovers moved to the general stock"), error))
    return FALSE;

  return dov_store_end (store, move_batches (store, batches, drive_id, on, staff_id, error), error);
}

/**
 * dov_stock_close_drive:
 *
 * Closes the drive; refused with the first obstacle when there is one.
 */
gboolean
dov_stock_close_drive (DovStore     *store,
                       gint64        drive_id,
                       const GDate  *on,
                       GError      **error)
{
  g_autoptr (DovDrive) draft = dov_store_find_draft (store, DOV_TYPE_DRIVE, drive_id, error);

  if (draft == NULL || draft->status == DOV_DRIVE_STATUS_CLOSED)
    return draft != NULL;
  dov_set (draft, status, DOV_DRIVE_STATUS_CLOSED);
  dov_set (draft, closed_on, on);

  return dov_store_save (store, DOV_RECORD (draft), error);
}
