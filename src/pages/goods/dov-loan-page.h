/* dov-loan-page.h - a thing is lent to a family: to whom, until when, in what state */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-form-page.h"
#include "dov-rental-loan.h"

G_BEGIN_DECLS

#define DOV_TYPE_LOAN_PAGE (dov_loan_page_get_type ())
G_DECLARE_FINAL_TYPE (DovLoanPage, dov_loan_page, DOV, LOAN_PAGE, DovFormPage)

DovPage *dov_loan_page_new (DovStore      *store,
                            DovRentalLoan *draft,
                            gint64         kept);

G_END_DECLS
