/* dov-posted-paper.c - the papers about goods: what of each is shown once it was written */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-posted-paper.h"

#include "dov-distribution-line.h"
#include "dov-distribution.h"
#include "dov-donation-line.h"
#include "dov-donation-receipt.h"
#include "dov-inventory-count.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build-line.h"
#include "dov-kit-build.h"
#include "dov-number.h"
#include "dov-shelf.h"
#include "dov-stock-transfer-line.h"
#include "dov-stock-transfer.h"
#include "dov-write-off-line.h"
#include "dov-write-off.h"

static const DovPostedPaper papers[] = {
  { dov_donation_receipt_get_type, dov_donation_line_get_type, "receipt_id",
    "donor_id drive_id lounge_id legal_form agreement_no agreement_date purpose received_by_id money_note status_reason note",
    "condition qty unit_value expires_on", "D-31 D-30" },
  { dov_distribution_get_type, dov_distribution_line_get_type, "distribution_id",
    "family_id person_id proxy drive_id lounge_id issued_by_id basis sheet_no returned_on status_reason note",
    "child_id qty unit_value expires_on", "D-33b" },
  { dov_write_off_get_type, dov_write_off_line_get_type, "write_off_id",
    "reason reason_words drive_id lounge_id made_by_id status_reason note", "qty unit_value expires_on disposal", "D-33c" },
  { dov_stock_transfer_get_type, dov_stock_transfer_line_get_type, "transfer_id",
    "lounge_id drive_id to_lounge_id to_drive_id sent_by_id received_by_id status_reason note", "qty expires_on", "" },
  { dov_kit_build_get_type, dov_kit_build_line_get_type, "build_id",
    "kit_id qty is_unbuild drive_id lounge_id made_by_id expires_on status_reason note", "qty expires_on", "" },
  { dov_inventory_count_get_type, dov_inventory_line_get_type, "count_id", "lounge_id made_by_id status_reason note",
    "drive_id book_qty actual_qty note", "D-33d" },
};

/**
 * dov_posted_paper_find:
 *
 * Returns: (nullable): the paper whose records are of this kind
 */
const DovPostedPaper *
dov_posted_paper_find (GType type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].type () == type)
      return &papers[i];

  return NULL;
}

/**
 * dov_posted_paper_amount_words:
 * @row: the line of a paper
 *
 * Returns: (transfer full): “36 kg” in the column of how much
 */
char *
dov_posted_paper_amount_words (DovStore             *store,
                               gpointer              row,
                               const DovTableColumn *column)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (row), column->name);
  const DovField *link = dov_record_class_find_field (DOV_RECORD_GET_CLASS (row), "item_id");
  g_auto (GValue) amount = G_VALUE_INIT;
  g_auto (GValue) item = G_VALUE_INIT;
  g_autoptr (DovRecord) thing = NULL;
  g_autofree char *unit = NULL;

  dov_record_get_value (row, field, &amount);
  dov_record_get_value (row, link, &item);
  if (g_value_get_int64 (&amount) == DOV_UNKNOWN)
    return g_strdup ("—");
  thing = dov_store_find (store, DOV_TYPE_ITEM, g_value_get_int64 (&item), NULL);
  if (thing == NULL)
    return dov_quantity_to_shown (g_value_get_int64 (&amount));
  unit = dov_record_dup_shown (thing, dov_record_class_find_field (DOV_RECORD_GET_CLASS (thing), "unit"));

  return dov_shelf_amount_words (g_value_get_int64 (&amount), unit);
}
