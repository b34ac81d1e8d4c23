/* dov-donation-line.c - one line of what a donor gave */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-donation-line.h"

#include "dov-donation-receipt.h"
#include "dov-item.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovCondition, dov_condition,
  { DOV_CONDITION_NEW, N_("brand-new"), "new" },
  { DOV_CONDITION_GOOD, N_("used, in good state"), "good" },
  { DOV_CONDITION_TO_SORT, N_("to be sorted"), "to_sort" },
  { DOV_CONDITION_UNFIT, N_("unfit"), "unfit" })

static const DovField fields[] = {
  DOV_LINK (DovDonationLine, receipt_id, N_("Receipt"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_donation_receipt_get_type),
  DOV_LINK (DovDonationLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovDonationLine, qty, N_("Quantity"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_CHOICE (DovDonationLine, condition, N_("Condition"), DOV_REQUIRED | DOV_LISTED,
              DovCondition, dov_condition_get_type),
  DOV_MONEY (DovDonationLine, unit_value, N_("Value of one, roubles"), DOV_LISTED),
  DOV_DATE (DovDonationLine, expires_on, N_("Use by"), DOV_LISTED),
};

/**
 * dov_condition_is_stocked:
 *
 * Returns: whether goods of this condition go into the stock (S2)
 */
gboolean
dov_condition_is_stocked (DovCondition condition)
{
  return condition == DOV_CONDITION_NEW || condition == DOV_CONDITION_GOOD;
}

DOV_DEFINE_RECORD (DovDonationLine, dov_donation_line, fields,
                   .table = "donation_line",
                   .label = N_("Line of a receipt"),
                   .labels = N_("Lines of receipts"),
                   .line = "{qty}",
                   .presets = DOV_PRESETS (DOV_PRESET (DovDonationLine, condition, DOV_CONDITION_NEW)))
