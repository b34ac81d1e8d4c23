/* dov-patrol-finding.h - what a patrol found on its walk */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-person.h"

G_BEGIN_DECLS

/* The kinds that the rules know: reference items of the list “finding_kind”,
 * whose ids are the same in every file. */
#define DOV_FINDING_KIND_CURFEW         G_GINT64_CONSTANT (701)
#define DOV_FINDING_KIND_HARMFUL_PLACE  G_GINT64_CONSTANT (702)
#define DOV_FINDING_KIND_ALCOHOL        G_GINT64_CONSTANT (703)
#define DOV_FINDING_KIND_SMOKING        G_GINT64_CONSTANT (704)
#define DOV_FINDING_KIND_OFFENCE        G_GINT64_CONSTANT (705)
#define DOV_FINDING_KIND_NEGLECT        G_GINT64_CONSTANT (706)
#define DOV_FINDING_KIND_DANGER         G_GINT64_CONSTANT (707)
#define DOV_FINDING_KIND_WATER_ICE      G_GINT64_CONSTANT (708)
#define DOV_FINDING_KIND_SALE_TO_MINOR  G_GINT64_CONSTANT (709)
#define DOV_FINDING_KIND_ADULT          G_GINT64_CONSTANT (710)
#define DOV_FINDING_KIND_OTHER          G_GINT64_CONSTANT (711)

typedef enum
{
  DOV_PLACE_KIND_STREET = 1,
  DOV_PLACE_KIND_YARD,
  DOV_PLACE_KIND_PLAYGROUND,
  DOV_PLACE_KIND_STAIRWELL,
  DOV_PLACE_KIND_STOP,
  DOV_PLACE_KIND_SHOP,
  DOV_PLACE_KIND_WATER,
  DOV_PLACE_KIND_ABANDONED,
  DOV_PLACE_KIND_OTHER,
} DovPlaceKind;

GType dov_place_kind_get_type (void);

typedef enum
{
  DOV_FINDING_MEASURES_TALK           = 1 << 0,
  DOV_FINDING_MEASURES_LEAFLET        = 1 << 1,
  DOV_FINDING_MEASURES_PARENTS_CALLED = 1 << 2,
  DOV_FINDING_MEASURES_PARENTS_CAME   = 1 << 3,
  DOV_FINDING_MEASURES_ESCORTED       = 1 << 4,
  DOV_FINDING_MEASURES_POLICE         = 1 << 5,
  DOV_FINDING_MEASURES_MEDICAL        = 1 << 6,
  DOV_FINDING_MEASURES_KDN            = 1 << 7,
  DOV_FINDING_MEASURES_NONE           = 1 << 8,
} DovFindingMeasures;

GType dov_finding_measures_get_type (void);

typedef enum
{
  DOV_FINDING_OUTCOME_HOME = 1,
  DOV_FINDING_OUTCOME_POLICE,
  DOV_FINDING_OUTCOME_MEDICAL,
  DOV_FINDING_OUTCOME_SRCN,
  DOV_FINDING_OUTCOME_LEFT_SELF,
  DOV_FINDING_OUTCOME_ADULTS_TALKED,
  DOV_FINDING_OUTCOME_NO_CHILD,
} DovFindingOutcome;

GType dov_finding_outcome_get_type (void);

#define DOV_TYPE_PATROL_FINDING (dov_patrol_finding_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolFinding, dov_patrol_finding, DOV, PATROL_FINDING, DovRecord)

struct _DovPatrolFinding
{
  DovRecord parent_instance;

  GDateTime           *found_at;
  gint64               shift_id;
  gint64               kind_id;
  gboolean             danger;
  GDateTime           *called_at;
  DovPlaceKind         place_kind;
  char                *place;
  gint64               person_id;
  char                *described_as;
  DovSex               sex;
  gint64               age_known;
  gint64               age_apparent;
  char                *with_whom;
  gint64               family_id;
  DovFindingMeasures   measures;
  GDateTime           *parents_notified_at;
  char                *parents_reason;
  DovFindingOutcome    outcome;
  gint64               handover_id;
  char                *keep_basis;
  GDate               *anonymised_on;
  char                *note;
};

gboolean dov_patrol_finding_is_of_child    (DovPatrolFinding  *self);
gboolean dov_finding_outcome_needs_handover (DovFindingOutcome  outcome);

G_END_DECLS
