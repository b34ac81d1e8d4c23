/* dov-stock-transfer-line.h - one line of what was moved */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_STOCK_TRANSFER_LINE (dov_stock_transfer_line_get_type ())
G_DECLARE_FINAL_TYPE (DovStockTransferLine, dov_stock_transfer_line, DOV, STOCK_TRANSFER_LINE, DovRecord)

struct _DovStockTransferLine
{
  DovRecord parent_instance;

  gint64  transfer_id;
  gint64  item_id;
  gint64  qty;
  GDate  *expires_on;
};

G_END_DECLS
