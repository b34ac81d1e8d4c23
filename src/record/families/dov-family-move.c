/* dov-family-move.c - a family goes over from one lounge to another, with all that is known of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-move.h"

#include "dov-family.h"
#include "dov-lounge.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovFamilyMove, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL, dov_family_get_type),
  DOV_DATE (DovFamilyMove, moved_on, N_("Moved on"), DOV_REQUIRED | DOV_PAST | DOV_LISTED),
  DOV_LINK (DovFamilyMove, from_lounge_id, N_("From the lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovFamilyMove, from_case_no, N_("Case no. there"), DOV_LISTED),
  DOV_LINK (DovFamilyMove, to_lounge_id, N_("To the lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovFamilyMove, to_case_no, N_("New case no."), DOV_LISTED),
  DOV_TEXT (DovFamilyMove, address, N_("New address"), DOV_PERSONAL),
  DOV_TEXT (DovFamilyMove, reason, N_("Reason"), DOV_REQUIRED | DOV_LISTED),
};

DOV_DEFINE_RECORD (DovFamilyMove, dov_family_move, fields,
                   .table = "family_move",
                   .label = N_("Move to another lounge"),
                   .labels = N_("Moves to other lounges"),
                   .line = N_("Moved on {moved_on}"))
