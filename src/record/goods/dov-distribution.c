/* dov-distribution.c - what was handed out to a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-distribution.h"

#include "dov-drive.h"
#include "dov-family.h"
#include "dov-lounge.h"
#include "dov-person.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovDistributionStatus, dov_distribution_status,
  { DOV_DISTRIBUTION_STATUS_DRAFT, N_("draft"), "draft" },
  { DOV_DISTRIBUTION_STATUS_ISSUED, N_("handed out"), "issued" },
  { DOV_DISTRIBUTION_STATUS_RETURNED, N_("given back"), "returned" },
  { DOV_DISTRIBUTION_STATUS_CANCELLED, N_("handout annulled"), "cancelled" })

static const DovField fields[] = {
  DOV_TEXT (DovDistribution, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovDistribution, date, N_("Date"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovDistribution, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovDistribution, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovDistribution, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_LINK (DovDistribution, person_id, N_("Recipient"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_TEXT (DovDistribution, proxy, N_("Power of attorney"), DOV_PERSONAL),
  DOV_LINK (DovDistribution, issued_by_id, N_("Handed out by"), DOV_REQUIRED | DOV_LISTED,
            dov_staff_get_type),
  DOV_FLAG (DovDistribution, is_signed, N_("Signed by the recipient"), DOV_LISTED),
  DOV_CHOICE (DovDistribution, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovDistributionStatus, dov_distribution_status_get_type),
  DOV_DATE (DovDistribution, returned_on, N_("Returned on"), DOV_PAST),
  DOV_TEXT (DovDistribution, status_reason, N_("Reason for returning or cancelling"), 0),
  DOV_TEXT (DovDistribution, basis, N_("Grounds (decision, application)"), DOV_PERSONAL),
  DOV_TEXT (DovDistribution, sheet_no, N_("Sheet No."), DOV_LISTED),
  DOV_NUMBER (DovDistribution, row_no, N_("Row of the sheet"), 0),
  DOV_NOTE (DovDistribution, note, N_("Note"), 0),
};

static void
dov_distribution_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovDistribution *self = DOV_DISTRIBUTION (record);

  if (self->status == DOV_DISTRIBUTION_STATUS_RETURNED && self->returned_on == NULL)
    dov_problems_add (problems, record, "returned_on", "S3", _("Type the day on which it was brought back."));
  if (self->returned_on != NULL && self->status != DOV_DISTRIBUTION_STATUS_RETURNED)
    dov_problems_add (problems, record, "returned_on", "S3", _("Only what was returned has a day of returning."));
  if (self->returned_on != NULL && self->date != NULL && g_date_compare (self->returned_on, self->date) < 0)
    dov_problems_add (problems, record, "returned_on", "S3", _("It cannot be returned before it was handed out."));
}

DOV_DEFINE_RECORD (DovDistribution, dov_distribution, fields,
                   .table = "distribution",
                   .label = N_("Handout"),
                   .labels = N_("Handouts"),
                   .line = N_("Handout No. {no} of {date}"),
                   .check = dov_distribution_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovDistribution, status, DOV_DISTRIBUTION_STATUS_DRAFT)))
