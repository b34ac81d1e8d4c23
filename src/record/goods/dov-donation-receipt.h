/* dov-donation-receipt.h - what a donor gave, by an act, an agreement or a collection box */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"
#include "dov-stock-status.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_LEGAL_FORM_ACT = 1,
  DOV_LEGAL_FORM_AGREEMENT,
  DOV_LEGAL_FORM_BOX,
} DovLegalForm;

GType dov_legal_form_get_type (void);

#define DOV_TYPE_DONATION_RECEIPT (dov_donation_receipt_get_type ())
G_DECLARE_FINAL_TYPE (DovDonationReceipt, dov_donation_receipt, DOV, DONATION_RECEIPT, DovRecord)

struct _DovDonationReceipt
{
  DovRecord parent_instance;

  char           *no;
  GDate          *date;
  gint64          lounge_id;
  gint64          drive_id;
  gint64          donor_id;
  DovLegalForm    legal_form;
  char           *agreement_no;
  GDate          *agreement_date;
  char           *purpose;
  gint64          received_by_id;
  DovStockStatus  status;
  char           *money_note;
  char           *status_reason;
  char           *note;
};

G_END_DECLS
