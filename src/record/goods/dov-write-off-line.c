/* dov-write-off-line.c - one line of what was written off */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-write-off-line.h"

#include "dov-item.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovWriteOffLine, write_off_id, N_("Write-off"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_write_off_get_type),
  DOV_LINK (DovWriteOffLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovWriteOffLine, qty, N_("Quantity"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_DATE (DovWriteOffLine, expires_on, N_("Use by"), DOV_LISTED),
  DOV_MONEY (DovWriteOffLine, unit_value, N_("Value of one, roubles"), DOV_LISTED),
  DOV_TEXT (DovWriteOffLine, disposal, N_("Way of disposal"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovWriteOffLine, dov_write_off_line, fields,
                   .table = "write_off_line",
                   .label = N_("Line of a write-off"),
                   .labels = N_("Lines of write-offs"),
                   .line = "{qty}")
