/* dov-child-placement.h - where a child lives, since when and by which decision */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PLACEMENT_KIND_HOME = 1,
  DOV_PLACEMENT_KIND_RELATIVES,
  DOV_PLACEMENT_KIND_GUARDIAN,
  DOV_PLACEMENT_KIND_SRCN,
  DOV_PLACEMENT_KIND_HOSPITAL,
  DOV_PLACEMENT_KIND_BOARDING,
  DOV_PLACEMENT_KIND_OTHER,
} DovPlacementKind;

GType dov_placement_kind_get_type (void);

#define DOV_TYPE_CHILD_PLACEMENT (dov_child_placement_get_type ())
G_DECLARE_FINAL_TYPE (DovChildPlacement, dov_child_placement, DOV, CHILD_PLACEMENT, DovRecord)

struct _DovChildPlacement
{
  DovRecord parent_instance;

  gint64            person_id;
  DovPlacementKind  place;
  GDate            *since;
  GDate            *until;
  char             *reason;
  char             *decision_no;
  GDate            *decision_on;
};

G_END_DECLS
