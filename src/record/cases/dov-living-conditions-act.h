/* dov-living-conditions-act.h - how a family lives, as a commission saw it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CONDITIONS_KIND_PRIMARY = 1,
  DOV_CONDITIONS_KIND_REPEAT,
  DOV_CONDITIONS_KIND_FINAL,
} DovConditionsKind;

GType dov_conditions_kind_get_type (void);

typedef enum
{
  DOV_ACT_ENTRY_YES = 1,
  DOV_ACT_ENTRY_REFUSED,
} DovActEntry;

GType dov_act_entry_get_type (void);

typedef enum
{
  DOV_REPAIR_STATE_GOOD = 1,
  DOV_REPAIR_STATE_NEEDS_REPAIR,
  DOV_REPAIR_STATE_DANGEROUS,
} DovRepairState;

GType dov_repair_state_get_type (void);

typedef enum
{
  DOV_SANITARY_STATE_GOOD = 1,
  DOV_SANITARY_STATE_FAIR,
  DOV_SANITARY_STATE_POOR,
} DovSanitaryState;

GType dov_sanitary_state_get_type (void);

typedef enum
{
  DOV_HOME_EXTENT_FULL = 1,
  DOV_HOME_EXTENT_PART,
  DOV_HOME_EXTENT_NONE,
} DovHomeExtent;

GType dov_home_extent_get_type (void);

typedef enum
{
  DOV_ACT_SIGNED_SIGNED = 1,
  DOV_ACT_SIGNED_REFUSED,
} DovActSigned;

GType dov_act_signed_get_type (void);

#define DOV_TYPE_LIVING_CONDITIONS_ACT (dov_living_conditions_act_get_type ())
G_DECLARE_FINAL_TYPE (DovLivingConditionsAct, dov_living_conditions_act, DOV, LIVING_CONDITIONS_ACT, DovRecord)

struct _DovLivingConditionsAct
{
  DovRecord parent_instance;

  gint64            family_id;
  char             *no;
  GDate            *date;
  DovConditionsKind kind;
  char             *address;
  DovActEntry       entry_allowed;
  DovHousingKind    housing_kind;
  gint64            floor;
  gint64            area;
  gint64            rooms;
  DovHousingTenure  housing_tenure;
  DovUtilities      utilities;
  DovHeating        heating;
  DovRepairState    heating_state;
  char             *heating_note;
  DovRepairState    wiring_state;
  gboolean          smoke_detector;
  gboolean          co_sensor;
  DovSanitaryState  sanitary;
  DovHomeExtent     child_bed;
  DovHomeExtent     child_desk;
  DovHomeExtent     toys_books;
  DovHomeExtent     seasonal_clothes;
  DovHomeExtent     food;
  char             *relations;
  char             *children_leisure;
  gboolean          danger;
  char             *danger_signs;
  char             *conclusion;
  char             *recommendations;
  DovActSigned      member_signed;
};

G_END_DECLS
