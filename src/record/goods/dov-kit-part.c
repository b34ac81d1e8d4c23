/* dov-kit-part.c - what one kit is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-kit-part.h"

#include "dov-item.h"
#include "dov-stock-status.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovKitPart, dov_kit_part, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovKitPart, kit_id, N_("Kit"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_LINK (DovKitPart, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovKitPart, qty, N_("Quantity in one kit"), DOV_REQUIRED | DOV_LISTED),
};

static char *
dov_kit_part_describe (DovRecord *record)
{
  DovKitPart *self = DOV_KIT_PART (record);
  const DovField *qty = dov_record_find_field (record, "qty");

  return self->qty != DOV_UNKNOWN ? dov_record_dup_shown (record, qty) : g_strdup ("");
}

static void
dov_kit_part_check (DovRecord *record,
                    GPtrArray *problems)
{
  DovKitPart *self = DOV_KIT_PART (record);

  dov_stock_check_qty (problems, record, "qty", self->qty);
}

static void
dov_kit_part_class_init (DovKitPartClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Part of a kit");
  record_class->labels = N_("Parts of kits");
  record_class->describe = dov_kit_part_describe;
  record_class->check = dov_kit_part_check;

  dov_record_class_set_fields (record_class, "kit_part", fields, G_N_ELEMENTS (fields));
}

static void
dov_kit_part_init (DovKitPart *self)
{
}
