/* dov-kit-part.c - what one kit is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-kit-part.h"

#include "dov-item.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovKitPart, kit_id, N_("Kit"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_LINK (DovKitPart, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovKitPart, qty, N_("Quantity in one kit"), DOV_REQUIRED | DOV_LISTED),
};

static void
dov_kit_part_check (DovRecord *record,
                    GPtrArray *problems)
{
  DovKitPart *self = DOV_KIT_PART (record);

  dov_stock_check_qty (problems, record, "qty", self->qty);
}

DOV_DEFINE_RECORD (DovKitPart, dov_kit_part, fields,
                   .table = "kit_part",
                   .label = N_("Part of a kit"),
                   .labels = N_("Parts of kits"),
                   .line = "{qty}",
                   .check = dov_kit_part_check)
