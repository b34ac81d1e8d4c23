/* dov-stock-transfer.c - goods that went to another lounge, another drive or the general stock */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-transfer.h"

#include "dov-drive.h"
#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovStockTransfer, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovStockTransfer, date, N_("Date"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovStockTransfer, lounge_id, N_("From the lounge"), DOV_REQUIRED | DOV_LISTED,
            dov_lounge_get_type),
  DOV_LINK (DovStockTransfer, drive_id, N_("From the drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovStockTransfer, to_lounge_id, N_("To the lounge"), DOV_REQUIRED | DOV_LISTED,
            dov_lounge_get_type),
  DOV_LINK (DovStockTransfer, to_drive_id, N_("To the drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovStockTransfer, sent_by_id, N_("Handed over by"), 0, dov_staff_get_type),
  DOV_LINK (DovStockTransfer, received_by_id, N_("Taken over by"), 0, dov_staff_get_type),
  DOV_CHOICE (DovStockTransfer, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovStockStatus, dov_stock_status_get_type),
  DOV_TEXT (DovStockTransfer, status_reason, N_("Reason for cancelling"), 0),
  DOV_NOTE (DovStockTransfer, note, N_("Note"), 0),
};

DOV_DEFINE_RECORD (DovStockTransfer, dov_stock_transfer, fields,
                   .table = "stock_transfer",
                   .label = N_("Transfer"),
                   .labels = N_("Transfers"),
                   .line = N_("Transfer No. {no} of {date}"),
                   .presets = DOV_PRESETS (DOV_PRESET (DovStockTransfer, status, DOV_STOCK_STATUS_DRAFT)))
