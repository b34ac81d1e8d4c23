/* dov-stock-move.c - one movement of goods: never changed, never removed */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-move.h"

#include "dov-distribution-line.h"
#include "dov-donation-line.h"
#include "dov-drive.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-kit-build.h"
#include "dov-lounge.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovMoveKind, dov_move_kind,
  { DOV_MOVE_KIND_RECEIPT, N_("receipt"), "receipt" },
  { DOV_MOVE_KIND_ISSUE, N_("handout"), "issue" },
  { DOV_MOVE_KIND_RETURN, N_("brought back"), "return" },
  { DOV_MOVE_KIND_KIT_BUILD, N_("kits made up"), "kit_build" },
  { DOV_MOVE_KIND_KIT_PART, N_("into kits"), "kit_part" },
  { DOV_MOVE_KIND_TRANSFER_OUT, N_("moved away"), "transfer_out" },
  { DOV_MOVE_KIND_TRANSFER_IN, N_("moved in"), "transfer_in" },
  { DOV_MOVE_KIND_WRITEOFF, N_("write-off"), "writeoff" },
  { DOV_MOVE_KIND_ADJUST_PLUS, N_("surplus of a count"), "adjust_plus" },
  { DOV_MOVE_KIND_ADJUST_MINUS, N_("shortage of a count"), "adjust_minus" })

static const DovField fields[] = {
  DOV_LINK (DovStockMove, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_MOMENT (DovStockMove, at, N_("Moment"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovStockMove, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovStockMove, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_DATE (DovStockMove, expires_on, N_("Use by"), DOV_LISTED),
  DOV_QUANTITY_TO (DovStockMove, qty, N_("Quantity"), DOV_REQUIRED | DOV_LISTED | DOV_SIGNED, DOV_MOST_IN_STOCK),
  DOV_CHOICE (DovStockMove, kind, N_("Kind"), DOV_REQUIRED | DOV_LISTED,
              DovMoveKind, dov_move_kind_get_type),
  DOV_LINK (DovStockMove, donation_line_id, N_("Line of a receipt"), 0, dov_donation_line_get_type),
  DOV_LINK (DovStockMove, distribution_line_id, N_("Line of a handout"), 0,
            dov_distribution_line_get_type),
  DOV_LINK (DovStockMove, write_off_line_id, N_("Line of a write-off"), 0, dov_write_off_line_get_type),
  DOV_LINK (DovStockMove, transfer_line_id, N_("Line of a transfer"), 0, dov_stock_transfer_line_get_type),
  DOV_LINK (DovStockMove, inventory_line_id, N_("Line of a count"), 0, dov_inventory_line_get_type),
  DOV_LINK (DovStockMove, kit_build_id, N_("Making up of kits"), 0, dov_kit_build_get_type),
  DOV_LINK (DovStockMove, kit_build_line_id, N_("Part used"), 0, dov_kit_build_line_get_type),
  DOV_FLAG (DovStockMove, is_correction, N_("Correction"), DOV_LISTED),
};

/* The first of the links that say what the movement follows from. */
static const char *
find_cause (DovRecord *record)
{
  DovRecordClass *klass = DOV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == DOV_KIND_LINK && (klass->fields[i].flags & DOV_LISTED) == 0 &&
        G_STRUCT_MEMBER (gint64, record, klass->fields[i].offset) != 0)
      return klass->fields[i].name;

  return NULL;
}

static char *
dov_stock_move_describe (DovRecord *record)
{
  DovStockMove *self = DOV_STOCK_MOVE (record);
  const DovField *qty = dov_record_find_field (record, "qty");
  g_autofree char *shown = dov_record_dup_shown (record, qty);
  g_autofree char *at = dov_moment_to_shown (self->at);

  return g_strdup_printf ("%s: %s%s", at, self->qty > 0 ? "+" : "", shown);
}

static void
dov_stock_move_check (DovRecord *record,
                      GPtrArray *problems)
{
  DovStockMove *self = DOV_STOCK_MOVE (record);
  guint n_causes = (self->donation_line_id != 0) + (self->distribution_line_id != 0) + (self->write_off_line_id != 0) +
                   (self->transfer_line_id != 0) + (self->inventory_line_id != 0) + (self->kit_build_id != 0) +
                   (self->kit_build_line_id != 0);

  if (self->qty == 0)
    dov_problems_add (problems, record, "qty", "S1", _("A movement of nothing is none."));
  if (n_causes > 1)
    dov_problems_add (problems, record, find_cause (record), "S1", _("A movement follows from one line of one document."));
}

DOV_DEFINE_RECORD (DovStockMove, dov_stock_move, fields,
                   .table = "stock_move",
                   .label = N_("Stock movement"),
                   .labels = N_("Stock movements"),
                   .describe = dov_stock_move_describe,
                   .check = dov_stock_move_check,
                   .is_ledger = TRUE)
