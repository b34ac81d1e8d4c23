/* dov-patrol.c - the public patrol of a settlement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol.h"

#include "dov-lounge.h"
#include "dov-settlement.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovPatrolStatus, dov_patrol_status,
  { DOV_PATROL_STATUS_ACTIVE, N_("at work"), "active" },
  { DOV_PATROL_STATUS_SUSPENDED, N_("suspended for a time"), "suspended" },
  { DOV_PATROL_STATUS_CLOSED, N_("closed for good"), "closed" })

/* Named, not included: a member knows its patrol, and the patrol only that one of them is its head. */
GType dov_patrol_member_get_type (void);

static const DovField fields[] = {
  DOV_TEXT (DovPatrol, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovPatrol, settlement_id, N_("Settlement"), DOV_REQUIRED | DOV_LISTED, dov_settlement_get_type),
  DOV_LINK (DovPatrol, lounge_id, N_("Base lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_CHOICE (DovPatrol, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovPatrolStatus, dov_patrol_status_get_type),
  DOV_LINK (DovPatrol, leader_id, N_("Head of the patrol"), DOV_LISTED | DOV_PERSONAL, dov_patrol_member_get_type),
  DOV_TEXT (DovPatrol, created_by_doc, N_("Decision that made the patrol, no."), 0),
  DOV_DATE (DovPatrol, created_on, N_("Date of the decision"), DOV_PAST),
  DOV_TEXT (DovPatrol, regulation_file, N_("Regulation (file)"), 0),
  DOV_NOTE (DovPatrol, note, N_("Note"), 0),
  DOV_DATE (DovPatrol, name_since, N_("Name since"), DOV_PAST),
  DOV_TEXT (DovPatrol, former_names, N_("Former names"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovPatrol, dov_patrol, fields,
                   .table = "patrol",
                   .label = N_("Public patrol"),
                   .labels = N_("Public patrols"),
                   .line = "{name}",
                   .presets = DOV_PRESETS (DOV_PRESET (DovPatrol, status, DOV_PATROL_STATUS_ACTIVE)))
