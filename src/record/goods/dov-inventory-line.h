/* dov-inventory-line.h - one item as it stands in the books and as it was counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_INVENTORY_LINE (dov_inventory_line_get_type ())
G_DECLARE_FINAL_TYPE (DovInventoryLine, dov_inventory_line, DOV, INVENTORY_LINE, DovRecord)

struct _DovInventoryLine
{
  DovRecord parent_instance;

  gint64  count_id;
  gint64  item_id;
  gint64  drive_id;
  GDate  *expires_on;
  gint64  book_qty;
  gint64  actual_qty;
  gint64  unit_value;
  char   *note;
};

gint64 dov_inventory_line_get_difference (DovInventoryLine *self);

G_END_DECLS
