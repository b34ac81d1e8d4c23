/* dov-donor.c - who gives: a person, an organisation, or nobody knows who */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-donor.h"

#include "dov-organisation.h"
#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovDonor, name, N_("Name"), DOV_LISTED | DOV_PERSONAL),
  DOV_LINK (DovDonor, person_id, N_("Person"), DOV_PERSONAL, dov_person_get_type),
  DOV_LINK (DovDonor, organisation_id, N_("Organisation"), 0, dov_organisation_get_type),
  DOV_FLAG (DovDonor, anonymous, N_("Anonymous"), DOV_LISTED),
  DOV_FLAG (DovDonor, wants_public_thanks, N_("Agrees to be thanked publicly"), DOV_LISTED),
  DOV_TEXT (DovDonor, consent, N_("Consent to show the name (No., date)"), DOV_PERSONAL),
  DOV_NOTE (DovDonor, note, N_("Note"), 0),
  DOV_DATE (DovDonor, name_since, N_("Name since"), DOV_PAST),
  DOV_TEXT (DovDonor, former_names, N_("Former names"), DOV_LISTED | DOV_PERSONAL),
};

static char *
dov_donor_describe (DovRecord *record)
{
  DovDonor *self = DOV_DONOR (record);

  if (*self->name != '\0')
    return g_strdup (self->name);

  return g_strdup (self->anonymous ? _("anonymous") : "");
}

static void
dov_donor_check (DovRecord *record,
                 GPtrArray *problems)
{
  DovDonor *self = DOV_DONOR (record);
  guint n_known = (self->person_id != 0) + (self->organisation_id != 0) + (self->anonymous ? 1 : 0);

  if (n_known > 1)
    dov_problems_add (problems, record, self->person_id != 0 ? "person_id" : "organisation_id", NULL,
                      _("A donor is a person, an organisation or anonymous: one of the three."));
  if (self->anonymous && self->wants_public_thanks)
    dov_problems_add (problems, record, "wants_public_thanks", "S8",
                      _("Who is anonymous stays so and is not thanked by name. Take one of the two marks away."));
  if (self->person_id != 0 && self->wants_public_thanks && *self->consent == '\0')
    dov_problems_add (problems, record, "consent", "S8",
                      _("A person is named publicly only with a consent. Type its number and date, or take the mark away."));
}

DOV_DEFINE_RECORD (DovDonor, dov_donor, fields,
                   .table = "donor",
                   .label = N_("Donor"),
                   .labels = N_("Donors"),
                   .describe = dov_donor_describe,
                   .check = dov_donor_check)
