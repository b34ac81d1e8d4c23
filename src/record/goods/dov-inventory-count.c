/* dov-inventory-count.c - the goods of a lounge, counted by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-inventory-count.h"

#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovInventoryCount, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovInventoryCount, date, N_("Date"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovInventoryCount, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovInventoryCount, made_by_id, N_("Counted by"), DOV_LISTED, dov_staff_get_type),
  DOV_CHOICE (DovInventoryCount, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovStockStatus, dov_stock_status_get_type),
  DOV_TEXT (DovInventoryCount, status_reason, N_("Reason for cancelling"), 0),
  DOV_NOTE (DovInventoryCount, note, N_("Note"), 0),
};

DOV_DEFINE_RECORD (DovInventoryCount, dov_inventory_count, fields,
                   .table = "inventory_count",
                   .label = N_("Stock count"),
                   .labels = N_("Stock counts"),
                   .line = N_("Stock count No. {no} of {date}"),
                   .presets = DOV_PRESETS (DOV_PRESET (DovInventoryCount, status, DOV_STOCK_STATUS_DRAFT)))
