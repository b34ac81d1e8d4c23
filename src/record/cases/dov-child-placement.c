/* dov-child-placement.c - where a child lives, since when and by which decision */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-child-placement.h"

#include "dov-fold.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovPlacementKind, dov_placement_kind,
  { DOV_PLACEMENT_KIND_HOME, N_("with the own family"), "home" },
  { DOV_PLACEMENT_KIND_RELATIVES, N_("at relatives’"), "relatives" },
  { DOV_PLACEMENT_KIND_GUARDIAN, N_("with a guardian"), "guardian" },
  { DOV_PLACEMENT_KIND_SRCN, N_("in a shelter for children"), "srcn" },
  { DOV_PLACEMENT_KIND_HOSPITAL, N_("in hospital"), "hospital" },
  { DOV_PLACEMENT_KIND_BOARDING, N_("in a boarding school"), "boarding" },
  { DOV_PLACEMENT_KIND_OTHER, N_("elsewhere"), "other" })

static const DovField fields[] = {
  DOV_LINK (DovChildPlacement, person_id, N_("Child"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovChildPlacement, place, N_("Where"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
              DovPlacementKind, dov_placement_kind_get_type),
  DOV_DATE (DovChildPlacement, since, N_("Since"), DOV_REQUIRED | DOV_LISTED | DOV_MOSTLY_PAST),
  DOV_DATE_AFTER (DovChildPlacement, until, N_("Until"), 0, since),
  DOV_TEXT (DovChildPlacement, reason, N_("Reason"), DOV_PERSONAL | DOV_COVERED),
  DOV_TEXT (DovChildPlacement, decision_no, N_("Decision no."), 0),
  DOV_DATE (DovChildPlacement, decision_on, N_("Decision of (date)"), DOV_PAST),
};

DOV_DEFINE_RECORD (DovChildPlacement, dov_child_placement, fields,
                   .table = "child_placement",
                   .label = N_("Where the child lives"),
                   .labels = N_("Where children live"),
                   .line = N_("{place}, since {since}"))
