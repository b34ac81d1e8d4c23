/* dov-stock-transfer-line.c - one line of what was moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-transfer-line.h"

#include "dov-item.h"
#include "dov-stock-transfer.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovStockTransferLine, transfer_id, N_("Transfer"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_stock_transfer_get_type),
  DOV_LINK (DovStockTransferLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovStockTransferLine, qty, N_("Quantity"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_DATE (DovStockTransferLine, expires_on, N_("Use by"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovStockTransferLine, dov_stock_transfer_line, fields,
                   .table = "stock_transfer_line",
                   .label = N_("Line of a transfer"),
                   .labels = N_("Lines of transfers"),
                   .line = "{qty}")
