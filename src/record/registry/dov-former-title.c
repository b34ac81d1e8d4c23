/* dov-former-title.c - what an organisation, a place, a club, a drive, a donor or a patrol was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-former-title.h"

#include "dov-club-group.h"
#include "dov-donor.h"
#include "dov-drive.h"
#include "dov-lounge.h"
#include "dov-organisation.h"
#include "dov-patrol-route.h"
#include "dov-patrol.h"
#include "dov-settlement.h"

#include <glib/gi18n.h>

/* Among those who give are people. */
static const DovField fields[] = {
  DOV_TEXT (DovFormerTitle, name, N_("Name"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL),
  DOV_TEXT (DovFormerTitle, full_name, N_("Full name"), DOV_LISTED),
  DOV_DATE (DovFormerTitle, until, N_("Until"), DOV_REQUIRED | DOV_PAST | DOV_LISTED),
  DOV_LINK (DovFormerTitle, organisation_id, N_("Organisation"), DOV_LISTED | DOV_PART, dov_organisation_get_type),
  DOV_LINK (DovFormerTitle, lounge_id, N_("Lounge"), DOV_LISTED | DOV_PART, dov_lounge_get_type),
  DOV_LINK (DovFormerTitle, group_id, N_("Group"), DOV_LISTED | DOV_PART, dov_club_group_get_type),
  DOV_LINK (DovFormerTitle, drive_id, N_("Drive"), DOV_LISTED | DOV_PART, dov_drive_get_type),
  DOV_LINK (DovFormerTitle, settlement_id, N_("Settlement"), DOV_LISTED | DOV_PART, dov_settlement_get_type),
  DOV_LINK (DovFormerTitle, donor_id, N_("Donor"), DOV_LISTED | DOV_PART, dov_donor_get_type),
  DOV_LINK (DovFormerTitle, patrol_id, N_("Patrol"), DOV_LISTED | DOV_PART, dov_patrol_get_type),
  DOV_LINK (DovFormerTitle, route_id, N_("Route"), DOV_LISTED | DOV_PART, dov_patrol_route_get_type),
};

static void
dov_former_title_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovFormerTitle *self = DOV_FORMER_TITLE (record);
  guint n_named = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    n_named += fields[i].kind == DOV_KIND_LINK && dov_record_get_number (record, fields[i].name) != 0;

  /* Of a new one the fields that must be filled in speak first. */
  if (*self->name != '\0' && n_named != 1)
    dov_problems_add (problems, record, "organisation_id", NULL,
                      _("A former name is of one organisation, place, group, drive, donor, patrol or route. Choose which."));
}

DOV_DEFINE_RECORD (DovFormerTitle, dov_former_title, fields,
                   .table = "former_title",
                   .label = N_("Former title"),
                   .labels = N_("Former titles"),
                   .line = N_("{name}, until {until}"),
                   .check = dov_former_title_check)
