/* dov-volunteer.c - somebody who helps of their own free will */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-volunteer.h"

#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-person.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovVolunteer, dov_volunteer, DOV_TYPE_RECORD)

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
  DOV_DATE (DovVolunteer, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovVolunteer, until, N_("Until"), DOV_LISTED),
  DOV_LINK (DovVolunteer, organisation_id, N_("Organisation"), 0, dov_organisation_get_type),
  DOV_NOTE (DovVolunteer, skills, N_("Skills"), DOV_LISTED),
  DOV_TEXT (DovVolunteer, dobro_id, N_("Volunteer book no."), DOV_LISTED),
  DOV_DATE (DovVolunteer, parent_consent_on, N_("Consent of a parent of"), DOV_PERSONAL),
  DOV_LINK (DovVolunteer, parent_id, N_("Who gave the consent"), DOV_PERSONAL, dov_person_get_type),
  DOV_NOTE (DovVolunteer, note, N_("Note"), DOV_PERSONAL),
};

static char *
dov_volunteer_describe (DovRecord *record)
{
  const DovField *kind = dov_record_find_field (record, "kind");

  return dov_record_dup_shown (record, kind);
}

static void
dov_volunteer_check (DovRecord *record,
                     GPtrArray *problems)
{
  DovVolunteer *self = DOV_VOLUNTEER (record);
  GDate today = dov_today ();

  dov_problems_check_span (problems, record, "since", "until");
  if (self->parent_consent_on != NULL && g_date_compare (self->parent_consent_on, &today) > 0)
    dov_problems_add (problems, record, "parent_consent_on", "V5", _("This day is still to come. Check the date."));
  if (self->parent_id != 0 && self->parent_id == self->person_id)
    dov_problems_add (problems, record, "parent_id", "W1",
                      _("Nobody gives a parent's consent for themselves. Choose the parent or guardian."));
}

static void
dov_volunteer_class_init (DovVolunteerClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Volunteer");
  record_class->labels = N_("Volunteers");
  record_class->describe = dov_volunteer_describe;
  record_class->check = dov_volunteer_check;

  dov_record_class_set_fields (record_class, "volunteer", fields, G_N_ELEMENTS (fields));
}

static void
dov_volunteer_init (DovVolunteer *self)
{
  self->kind = DOV_VOLUNTEER_KIND_GENERAL;
}
