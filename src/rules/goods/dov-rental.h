/* dov-rental.h - social rental: what is lent, to whom, until when */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-period.h"
#include "dov-rental-item.h"
#include "dov-rental-loan.h"
#include "dov-store.h"

G_BEGIN_DECLS

gboolean  dov_rental_lend         (DovStore       *store,
                                   DovRentalLoan  *loan,
                                   GError        **error);
gboolean  dov_rental_extend       (DovStore       *store,
                                   gint64          loan_id,
                                   const GDate    *due_on,
                                   GError        **error);
gboolean  dov_rental_take_back    (DovStore       *store,
                                   gint64          loan_id,
                                   const GDate    *on,
                                   const char     *condition,
                                   gint64          staff_id,
                                   DovRentalStatus status,
                                   GError        **error);
gint64    dov_rental_find_open    (DovStore       *store,
                                   gint64          item_id);
GArray   *dov_rental_list_loans   (DovStore       *store,
                                   gint64          item_id,
                                   const GDate    *from,
                                   const GDate    *to) G_GNUC_WARN_UNUSED_RESULT;
GArray   *dov_rental_list_free    (DovStore       *store,
                                   gint64          item_id,
                                   const GDate    *from,
                                   const GDate    *to) G_GNUC_WARN_UNUSED_RESULT;
guint32   dov_rental_find_days    (DovStore       *store,
                                   gint64          item_id,
                                   const GDate    *month);
char     *dov_rental_dup_days     (guint32         days) G_GNUC_WARN_UNUSED_RESULT;
GArray   *dov_rental_list_overdue (DovStore       *store,
                                   gint64          lounge_id,
                                   const GDate    *on) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
