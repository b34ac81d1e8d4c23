/* dov-rental-page.h - «Прокат»: what can be lent, who has what until when, what is overdue */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_RENTAL_PAGE (dov_rental_page_get_type ())
G_DECLARE_FINAL_TYPE (DovRentalPage, dov_rental_page, DOV, RENTAL_PAGE, DovPage)

DovPage   *dov_rental_page_new        (DovStore  *store);

/* One loan in a line: what, who, until when; with “Take back” and “Extend” while it is out. Of a
 * family, who of it took it; or the family itself. Both are DovRelatedList.row. */
GtkWidget *dov_loan_row_new           (DovStore  *store,
                                       DovRecord *loan);
GtkWidget *dov_loan_row_new_of_family (DovStore  *store,
                                       DovRecord *loan);

G_END_DECLS
