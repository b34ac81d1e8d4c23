/* dov-rental-loan.c - a thing lent to a family for a time */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-rental-loan.h"

#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-rental-item.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovRentalLoan, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_LINK (DovRentalLoan, item_id, N_("Rental item"), DOV_REQUIRED | DOV_LISTED,
            dov_rental_item_get_type),
  DOV_LINK (DovRentalLoan, person_id, N_("Who borrowed"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_LINK (DovRentalLoan, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovRentalLoan, agreement_no, N_("Agreement No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovRentalLoan, issued_on, N_("Lent on"), DOV_REQUIRED | DOV_LISTED | DOV_PAST),
  DOV_DATE (DovRentalLoan, due_on, N_("To be returned by"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovRentalLoan, returned_on, N_("Returned on"), DOV_LISTED | DOV_PAST),
  DOV_TEXT (DovRentalLoan, condition_out, N_("Condition when lent"), 0),
  DOV_TEXT (DovRentalLoan, condition_in, N_("Condition when returned"), 0),
  DOV_NUMBER_TO (DovRentalLoan, extensions, N_("Extended, times"), DOV_FROM_ZERO, 1000),
  DOV_FLAG (DovRentalLoan, signed_out, N_("Signed when lent"), 0),
  DOV_FLAG (DovRentalLoan, signed_in, N_("Signed when returned"), 0),
  DOV_LINK (DovRentalLoan, issued_by_id, N_("Lent by"), 0, dov_staff_get_type),
  DOV_LINK (DovRentalLoan, taken_by_id, N_("Taken back by"), 0, dov_staff_get_type),
  DOV_NOTE (DovRentalLoan, note, N_("Note"), 0),
};

static char *
dov_rental_loan_describe (DovRecord *record)
{
  DovRentalLoan *self = DOV_RENTAL_LOAN (record);
  g_autofree char *since = dov_date_to_shown (self->issued_on);
  g_autofree char *until = dov_date_to_shown (self->returned_on != NULL ? self->returned_on : self->due_on);

  return g_strdup_printf ("%s – %s", since, until);
}

static void
dov_rental_loan_check (DovRecord *record,
                       GPtrArray *problems)
{
  DovRentalLoan *self = DOV_RENTAL_LOAN (record);

  if (self->issued_on != NULL && self->due_on != NULL && g_date_compare (self->due_on, self->issued_on) <= 0)
    dov_problems_add (problems, record, "due_on", "S9", _("The day of returning is after the day of lending."));
  if (self->issued_on != NULL && self->returned_on != NULL && g_date_compare (self->returned_on, self->issued_on) < 0)
    dov_problems_add (problems, record, "returned_on", "S9", _("It cannot be returned before it was lent."));
}

DOV_DEFINE_RECORD (DovRentalLoan, dov_rental_loan, fields,
                   .table = "rental_loan",
                   .label = N_("Loan"),
                   .labels = N_("Loans"),
                   .describe = dov_rental_loan_describe,
                   .subject = "item_id",
                   .check = dov_rental_loan_check)
