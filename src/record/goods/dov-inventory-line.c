/* dov-inventory-line.c - one item as it stands in the books and as it was counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-inventory-line.h"

#include "dov-drive.h"
#include "dov-inventory-count.h"
#include "dov-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovInventoryLine, count_id, N_("Stock count"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_inventory_count_get_type),
  DOV_LINK (DovInventoryLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_LINK (DovInventoryLine, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_DATE (DovInventoryLine, expires_on, N_("Use by"), DOV_LISTED),
  DOV_QUANTITY_TO (DovInventoryLine, book_qty, N_("By the books"), DOV_LISTED, DOV_MOST_IN_STOCK),
  DOV_QUANTITY (DovInventoryLine, actual_qty, N_("Actual"), DOV_LISTED),
  DOV_MONEY (DovInventoryLine, unit_value, N_("Value of one, roubles"), 0),
  DOV_TEXT (DovInventoryLine, note, N_("Note"), DOV_LISTED),
};

/**
 * dov_inventory_line_get_difference:
 *
 * Returns: how much more there is than in the books, below zero when less; 0
 *   while the item is not counted
 */
gint64
dov_inventory_line_get_difference (DovInventoryLine *self)
{
  if (self->book_qty == DOV_UNKNOWN || self->actual_qty == DOV_UNKNOWN)
    return 0;

  return self->actual_qty - self->book_qty;
}

DOV_DEFINE_RECORD (DovInventoryLine, dov_inventory_line, fields,
                   .table = "inventory_line",
                   .label = N_("Line of a count"),
                   .labels = N_("Lines of counts"),
                   .line = "{actual_qty}")
