/* dov-volunteer.c - somebody who helps of their own free will */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer.h"

#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovVolunteerKind, dov_volunteer_kind,
  { DOV_VOLUNTEER_KIND_SILVER, N_("silver volunteer"), "silver" },
  { DOV_VOLUNTEER_KIND_YOUNG, N_("young volunteer"), "young" },
  { DOV_VOLUNTEER_KIND_CORPORATE, N_("corporate volunteer"), "corporate" },
  { DOV_VOLUNTEER_KIND_GENERAL, N_("ordinary volunteer"), "general" })

static const DovField fields[] = {
  DOV_LINK (DovVolunteer, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovVolunteer, kind, N_("Kind"), DOV_REQUIRED | DOV_LISTED,
              DovVolunteerKind, dov_volunteer_kind_get_type),
  DOV_LINK (DovVolunteer, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_DATE (DovVolunteer, since, N_("Since"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY),
  DOV_DATE_AFTER (DovVolunteer, until, N_("Until"), DOV_LISTED, since),
  DOV_LINK (DovVolunteer, organisation_id, N_("Organisation"), 0, dov_organisation_get_type),
  DOV_NOTE (DovVolunteer, skills, N_("Skills"), DOV_LISTED),
  DOV_TEXT (DovVolunteer, dobro_id, N_("Volunteer book no."), DOV_LISTED),
  DOV_DATE (DovVolunteer, parent_consent_on, N_("Consent of a parent of"), DOV_PERSONAL | DOV_PAST),
  DOV_LINK (DovVolunteer, parent_id, N_("Who gave the consent"), DOV_PERSONAL, dov_person_get_type),
  DOV_NOTE (DovVolunteer, note, N_("Note"), DOV_PERSONAL),
};

static void
dov_volunteer_check (DovRecord *record,
                     GPtrArray *problems)
{
  DovVolunteer *self = DOV_VOLUNTEER (record);

  if (self->parent_id != 0 && self->parent_id == self->person_id)
    dov_problems_add (problems, record, "parent_id", "W1",
                      _("Nobody gives a parent's consent for themselves. Choose the parent or guardian."));
}

DOV_DEFINE_RECORD (DovVolunteer, dov_volunteer, fields,
                   .table = "volunteer",
                   .label = N_("Volunteer"),
                   .labels = N_("Volunteers"),
                   .line = "{kind}",
                   .check = dov_volunteer_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovVolunteer, kind, DOV_VOLUNTEER_KIND_GENERAL)))
