/* dov-staff.c - somebody who works for the lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-staff.h"

#include "dov-organisation.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovStaffRole, dov_staff_role,
  { DOV_STAFF_ROLE_LOUNGE_MANAGER, N_("manager of the lounge"), "lounge_manager" },
  { DOV_STAFF_ROLE_CULTURE_WORKER, N_("organiser of events"), "culture_worker" },
  { DOV_STAFF_ROLE_CASE_WORKER, N_("family specialist"), "case_worker" },
  { DOV_STAFF_ROLE_FAMILY_CURATOR, N_("curator of the family"), "family_curator" },
  { DOV_STAFF_ROLE_PSYCHOLOGIST, N_("psychologist"), "psychologist" },
  { DOV_STAFF_ROLE_SOCIAL_PEDAGOGUE, N_("social pedagogue"), "social_pedagogue" },
  { DOV_STAFF_ROLE_NARCOLOGIST, N_("narcologist"), "narcologist" },
  { DOV_STAFF_ROLE_EMPLOYMENT_OFFICER, N_("employment officer"), "employment_officer" },
  { DOV_STAFF_ROLE_POLICE_OFFICER, N_("juvenile or district police officer"), "police_officer" },
  { DOV_STAFF_ROLE_SETTLEMENT_HEAD, N_("head of the settlement"), "settlement_head" },
  { DOV_STAFF_ROLE_COORDINATOR, N_("district coordinator"), "coordinator" },
  { DOV_STAFF_ROLE_OTHER, N_("other"), "other" })

static const DovField fields[] = {
  DOV_LINK (DovStaff, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_TEXT (DovStaff, position, N_("Position"), DOV_REQUIRED | DOV_LISTED),
  DOV_CHOICE (DovStaff, role, N_("Role"), DOV_REQUIRED | DOV_LISTED, DovStaffRole, dov_staff_role_get_type),
  DOV_LINK (DovStaff, organisation_id, N_("Organisation"), DOV_LISTED, dov_organisation_get_type),
  DOV_DATE (DovStaff, since, N_("Since"), DOV_LISTED),
  DOV_DATE_AFTER (DovStaff, until, N_("Until"), DOV_LISTED, since),
  DOV_DATE (DovStaff, away_since, N_("Away since"), 0),
  DOV_DATE_AFTER (DovStaff, away_until, N_("Away until"), 0, away_since),
  DOV_LINK (DovStaff, deputy_id, N_("Deputy meanwhile"), 0, dov_staff_get_type),
  DOV_TEXT (DovStaff, phone_work, N_("Telephone at work"), DOV_LISTED | DOV_PHONE),
  DOV_NUMBER (DovStaff, experience_since, N_("Works in this trade since (year)"), DOV_YEAR),
};

static void
dov_staff_check (DovRecord *record,
                 GPtrArray *problems)
{
  DovStaff *self = DOV_STAFF (record);

  if (self->deputy_id != 0 && self->deputy_id == dov_record_get_id (record))
    dov_problems_add (problems, record, "deputy_id", NULL, _("Nobody stands in for themselves. Choose somebody else."));
  if (self->deputy_id != 0 && self->away_since == NULL)
    dov_problems_add (problems, record, "away_since", NULL, _("Type since when the deputy stands in."));
}

DOV_DEFINE_RECORD (DovStaff, dov_staff, fields,
                   .table = "staff",
                   .check = dov_staff_check,
                   .label = N_("Specialist"),
                   .labels = N_("Staff"),
                   .line = "{position}")
