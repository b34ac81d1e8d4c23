/* dov-settings.h - the settings of the lounge: one row, printed in papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_DISTRICT_KIND_DISTRICT = 1,
  DOV_DISTRICT_KIND_OKRUG,
} DovDistrictKind;

GType dov_district_kind_get_type (void);

#define DOV_TYPE_SETTINGS (dov_settings_get_type ())
G_DECLARE_FINAL_TYPE (DovSettings, dov_settings, DOV, SETTINGS, DovRecord)

struct _DovSettings
{
  DovRecord parent_instance;

  gint64           lounge_id;
  char            *operator_name;
  char            *operator_address;
  char            *operator_responsible;
  char            *head_position;
  char            *head_name;
  char            *head_position_dative;
  char            *head_name_dative;
  DovDistrictKind  district_kind;
  char            *district_name;
  char            *region;
  char            *phone_area_code;
  gint64           child_upper_age;
  gint64           archive_margin;
  gint64           agreement_threshold;
};

G_END_DECLS
