/* dov-former-title.c - what an organisation, a lounge, a club or a drive was called until a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-former-title.h"

#include "dov-club-group.h"
#include "dov-drive.h"
#include "dov-lounge.h"
#include "dov-organisation.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovFormerTitle, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovFormerTitle, full_name, N_("Full name"), DOV_LISTED),
  DOV_DATE (DovFormerTitle, until, N_("Until"), DOV_REQUIRED | DOV_PAST | DOV_LISTED),
  DOV_LINK (DovFormerTitle, organisation_id, N_("Organisation"), DOV_LISTED | DOV_PART, dov_organisation_get_type),
  DOV_LINK (DovFormerTitle, lounge_id, N_("Lounge"), DOV_LISTED | DOV_PART, dov_lounge_get_type),
  DOV_LINK (DovFormerTitle, group_id, N_("Group"), DOV_LISTED | DOV_PART, dov_club_group_get_type),
  DOV_LINK (DovFormerTitle, drive_id, N_("Drive"), DOV_LISTED | DOV_PART, dov_drive_get_type),
};

static void
dov_former_title_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovFormerTitle *self = DOV_FORMER_TITLE (record);
  guint n_named = (self->organisation_id != 0) + (self->lounge_id != 0) + (self->group_id != 0) + (self->drive_id != 0);

  /* Of a new one the fields that must be filled in speak first. */
  if (*self->name != '\0' && n_named != 1)
    dov_problems_add (problems, record, "organisation_id", NULL,
                      _("A former name is of one organisation, lounge, group or drive. Choose which."));
}

DOV_DEFINE_RECORD (DovFormerTitle, dov_former_title, fields,
                   .table = "former_title",
                   .label = N_("Former title"),
                   .labels = N_("Former titles"),
                   .line = N_("{name}, until {until}"),
                   .check = dov_former_title_check)
