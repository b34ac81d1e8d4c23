/* dov-rental-loan.h - a thing lent to a family for a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_RENTAL_LOAN (dov_rental_loan_get_type ())
G_DECLARE_FINAL_TYPE (DovRentalLoan, dov_rental_loan, DOV, RENTAL_LOAN, DovRecord)

struct _DovRentalLoan
{
  DovRecord parent_instance;

  gint64    family_id;
  gint64    item_id;
  gint64    person_id;
  gint64    lounge_id;
  char     *agreement_no;
  GDate    *issued_on;
  GDate    *due_on;
  GDate    *returned_on;
  char     *condition_out;
  char     *condition_in;
  gint64    extensions;
  gboolean  signed_out;
  gboolean  signed_in;
  gint64    issued_by_id;
  gint64    taken_by_id;
  char     *note;
};

G_END_DECLS
