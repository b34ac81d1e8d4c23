/* dov-donation-receipt.c - what a donor gave, by an act, an agreement or a collection box */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-donation-receipt.h"

#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovLegalForm, dov_legal_form,
  { DOV_LEGAL_FORM_ACT, N_("act of acceptance"), "act" },
  { DOV_LEGAL_FORM_AGREEMENT, N_("donation agreement"), "agreement" },
  { DOV_LEGAL_FORM_BOX, N_("collection without papers"), "box" })

static const DovField fields[] = {
  DOV_TEXT (DovDonationReceipt, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovDonationReceipt, date, N_("Date"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovDonationReceipt, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovDonationReceipt, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovDonationReceipt, donor_id, N_("Donor"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_donor_get_type),
  DOV_CHOICE (DovDonationReceipt, legal_form, N_("Legal form"), DOV_REQUIRED | DOV_LISTED,
              DovLegalForm, dov_legal_form_get_type),
  DOV_TEXT (DovDonationReceipt, agreement_no, N_("No. of the agreement"), DOV_LISTED),
  DOV_DATE (DovDonationReceipt, agreement_date, N_("Date of the agreement"), DOV_MOSTLY_PAST),
  DOV_TEXT (DovDonationReceipt, purpose, N_("Purpose"), 0),
  DOV_LINK (DovDonationReceipt, received_by_id, N_("Received by"), DOV_REQUIRED | DOV_LISTED,
            dov_staff_get_type),
  DOV_CHOICE (DovDonationReceipt, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovStockStatus, dov_stock_status_get_type),
  DOV_TEXT (DovDonationReceipt, money_note, N_("Gift of money (for information, bank document)"), 0),
  DOV_TEXT (DovDonationReceipt, status_reason, N_("Reason for cancelling"), 0),
  DOV_NOTE (DovDonationReceipt, note, N_("Note"), 0),
};

static void
dov_donation_receipt_check (DovRecord *record,
                            GPtrArray *problems)
{
  DovDonationReceipt *self = DOV_DONATION_RECEIPT (record);

  if (self->legal_form == DOV_LEGAL_FORM_AGREEMENT && *self->agreement_no == '\0')
    dov_problems_add (problems, record, "agreement_no", NULL, _("Type the number of the donation agreement."));
}

DOV_DEFINE_RECORD (DovDonationReceipt, dov_donation_receipt, fields,
                   .table = "donation_receipt",
                   .label = N_("Donation received"),
                   .labels = N_("Donations received"),
                   .line = N_("Receipt No. {no} of {date}"),
                   .check = dov_donation_receipt_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovDonationReceipt, legal_form, DOV_LEGAL_FORM_ACT),
                                           DOV_PRESET (DovDonationReceipt, status, DOV_STOCK_STATUS_DRAFT)))
