/* dov-drive.c - a charity drive, from its plan to its closing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive.h"

#include "dov-family.h"
#include "dov-fold.h"
#include "dov-lounge.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovDriveKind, dov_drive_kind,
  { DOV_DRIVE_KIND_GENERAL, N_("general drive"), "general" },
  { DOV_DRIVE_KIND_TARGETED, N_("targeted drive"), "targeted" })

DOV_DEFINE_CHOICES (
  DovDriveStatus, dov_drive_status,
  { DOV_DRIVE_STATUS_PLANNED, N_("being planned"), "planned" },
  { DOV_DRIVE_STATUS_COLLECTING, N_("collecting"), "collecting" },
  { DOV_DRIVE_STATUS_DISTRIBUTING, N_("handing out"), "distributing" },
  { DOV_DRIVE_STATUS_CLOSED, N_("finished"), "closed" },
  { DOV_DRIVE_STATUS_CANCELLED, N_("called off"), "cancelled" })

static const DovField fields[] = {
  DOV_TEXT (DovDrive, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_CHOICE (DovDrive, kind, N_("Kind"), DOV_REQUIRED | DOV_LISTED,
              DovDriveKind, dov_drive_kind_get_type),
  DOV_LINK (DovDrive, lounge_id, N_("Lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovDrive, family_id, N_("Family"), DOV_LISTED | DOV_PERSONAL, dov_family_get_type),
  DOV_DATE (DovDrive, since, N_("Since"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY),
  DOV_DATE_AFTER (DovDrive, until, N_("Until"), DOV_REQUIRED | DOV_LISTED, since),
  DOV_CHOICE (DovDrive, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovDriveStatus, dov_drive_status_get_type),
  DOV_TEXT (DovDrive, organiser, N_("Organiser"), DOV_LISTED),
  DOV_NOTE (DovDrive, aims, N_("Aims"), 0),
  DOV_NOTE (DovDrive, collection_points, N_("Collection points"), 0),
  DOV_NOTE (DovDrive, needs, N_("What is needed"), 0),
  DOV_TEXT (DovDrive, basis, N_("Grounds (decision, application)"), DOV_PERSONAL),
  DOV_NUMBER (DovDrive, planned_items, N_("Planned: items"), 0),
  DOV_MONEY_TO (DovDrive, planned_value, N_("Planned: value, roubles"), 0, G_GINT64_CONSTANT (100000000000)),
  DOV_NUMBER (DovDrive, planned_families, N_("Planned: families"), 0),
  DOV_NUMBER (DovDrive, planned_children, N_("Planned: children"), 0),
  DOV_NUMBER (DovDrive, publications, N_("Publications"), 0),
  DOV_DATE_AFTER (DovDrive, closed_on, N_("Closed on"), DOV_LISTED | DOV_PAST, since),
  DOV_TEXT (DovDrive, status_reason, N_("Reason for cancelling"), 0),
  DOV_NOTE (DovDrive, note, N_("Note"), 0),
};

static void
dov_drive_check (DovRecord *record,
                 GPtrArray *problems)
{
  DovDrive *self = DOV_DRIVE (record);

  if (self->kind == DOV_DRIVE_KIND_TARGETED && self->family_id == 0)
    dov_problems_add (problems, record, "family_id", "S3",
                      _("A targeted drive is for one family. Choose the family, or make the drive general."));
  if (self->kind == DOV_DRIVE_KIND_GENERAL && self->family_id != 0)
    dov_problems_add (problems, record, "family_id", "S3",
                      _("A general drive is for many families. Leave the family empty, or make the drive targeted."));
  if (self->status == DOV_DRIVE_STATUS_CANCELLED && dov_fold_is_empty (self->status_reason))
    dov_problems_add (problems, record, "status_reason", NULL, _("Type why the drive was cancelled."));
}

DOV_DEFINE_RECORD (DovDrive, dov_drive, fields,
                   .table = "drive",
                   .label = N_("Charity drive"),
                   .labels = N_("Charity drives"),
                   .line = "{name}",
                   .check = dov_drive_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovDrive, kind, DOV_DRIVE_KIND_GENERAL),
                                           DOV_PRESET (DovDrive, status, DOV_DRIVE_STATUS_PLANNED)))
