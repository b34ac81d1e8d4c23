/* dov-stock-transfer.h - goods that went to another lounge, another drive or the general stock */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"
#include "dov-stock-status.h"

G_BEGIN_DECLS

#define DOV_TYPE_STOCK_TRANSFER (dov_stock_transfer_get_type ())
G_DECLARE_FINAL_TYPE (DovStockTransfer, dov_stock_transfer, DOV, STOCK_TRANSFER, DovRecord)

struct _DovStockTransfer
{
  DovRecord parent_instance;

  char           *no;
  GDate          *date;
  gint64          lounge_id;
  gint64          drive_id;
  gint64          to_lounge_id;
  gint64          to_drive_id;
  gint64          sent_by_id;
  gint64          received_by_id;
  DovStockStatus  status;
  char           *status_reason;
  char           *note;
};

G_END_DECLS
