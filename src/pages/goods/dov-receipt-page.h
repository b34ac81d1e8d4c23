/* dov-receipt-page.h - what somebody gives is received: from whom, what, in what state, by which paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-donation-receipt.h"
#include "dov-goods-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_RECEIPT_PAGE (dov_receipt_page_get_type ())
G_DECLARE_FINAL_TYPE (DovReceiptPage, dov_receipt_page, DOV, RECEIPT_PAGE, DovGoodsPage)

DovPage *dov_receipt_page_new (DovStore           *store,
                               DovDonationReceipt *draft,
                               gint64              kept);

G_END_DECLS
