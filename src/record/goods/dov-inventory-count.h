/* dov-inventory-count.h - the goods of a lounge, counted by hand */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"
#include "dov-stock-status.h"

G_BEGIN_DECLS

#define DOV_TYPE_INVENTORY_COUNT (dov_inventory_count_get_type ())
G_DECLARE_FINAL_TYPE (DovInventoryCount, dov_inventory_count, DOV, INVENTORY_COUNT, DovRecord)

struct _DovInventoryCount
{
  DovRecord parent_instance;

  char           *no;
  GDate          *date;
  gint64          lounge_id;
  gint64          made_by_id;
  DovStockStatus  status;
  char           *status_reason;
  char           *note;
};

G_END_DECLS
