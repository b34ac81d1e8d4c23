/* dov-family.h - a family and its social passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_FAMILY_STRUCTURE_FULL = 1,
  DOV_FAMILY_STRUCTURE_SINGLE_MOTHER,
  DOV_FAMILY_STRUCTURE_SINGLE_FATHER,
  DOV_FAMILY_STRUCTURE_GUARDIAN,
  DOV_FAMILY_STRUCTURE_FOSTER,
  DOV_FAMILY_STRUCTURE_OTHER,
} DovFamilyStructure;

GType dov_family_structure_get_type (void);

typedef enum
{
  DOV_CASE_STATUS_IDENTIFIED = 1,
  DOV_CASE_STATUS_ASSESSED,
  DOV_CASE_STATUS_ACTIVE,
  DOV_CASE_STATUS_MONITORING,
  DOV_CASE_STATUS_CLOSED,       /* from here on support is over */
  DOV_CASE_STATUS_REJECTED,
  DOV_CASE_STATUS_REFUSED,
  DOV_CASE_STATUS_SUSPENDED,
  DOV_CASE_STATUS_TRANSFERRED,
} DovCaseStatus;

GType dov_case_status_get_type (void);

typedef enum
{
  DOV_SUPPORT_LEVEL_EMERGENCY = 1,
  DOV_SUPPORT_LEVEL_CRISIS,
  DOV_SUPPORT_LEVEL_ACTIVE,
  DOV_SUPPORT_LEVEL_MAINTENANCE,
  DOV_SUPPORT_LEVEL_PREVENTION,  /* without a programme */
} DovSupportLevel;

GType dov_support_level_get_type (void);

typedef enum
{
  DOV_CLOSING_REASON_CAUSES_GONE = 1,
  DOV_CLOSING_REASON_MOVED,
  DOV_CLOSING_REASON_REFUSED,
  DOV_CLOSING_REASON_TRANSFERRED,
  DOV_CLOSING_REASON_GROWN,
  DOV_CLOSING_REASON_LOST,
  DOV_CLOSING_REASON_DIED,
  DOV_CLOSING_REASON_MERGED,     /* its case goes on in that of another family */
  DOV_CLOSING_REASON_OTHER,
} DovClosingReason;

GType dov_closing_reason_get_type (void);

typedef enum
{
  DOV_HOUSING_KIND_HOUSE = 1,
  DOV_HOUSING_KIND_HOUSE_PART,
  DOV_HOUSING_KIND_FLAT,
  DOV_HOUSING_KIND_ROOM,
  DOV_HOUSING_KIND_TEMPORARY,
} DovHousingKind;

GType dov_housing_kind_get_type (void);

typedef enum
{
  DOV_HOUSING_TENURE_OWN = 1,
  DOV_HOUSING_TENURE_MUNICIPAL,
  DOV_HOUSING_TENURE_RENT,
  DOV_HOUSING_TENURE_RELATIVES,
} DovHousingTenure;

GType dov_housing_tenure_get_type (void);

typedef enum
{
  DOV_HEATING_STOVE = 1,
  DOV_HEATING_GAS,
  DOV_HEATING_ELECTRIC,
  DOV_HEATING_CENTRAL,
} DovHeating;

GType dov_heating_get_type (void);

typedef enum
{
  DOV_INCOME_SOURCES_WAGE        = 1 << 0,
  DOV_INCOME_SOURCES_SELF        = 1 << 1,
  DOV_INCOME_SOURCES_PENSION     = 1 << 2,
  DOV_INCOME_SOURCES_ALLOWANCE   = 1 << 3,
  DOV_INCOME_SOURCES_ALIMONY     = 1 << 4,
  DOV_INCOME_SOURCES_FARM        = 1 << 5,
  DOV_INCOME_SOURCES_SCHOLARSHIP = 1 << 6,
  DOV_INCOME_SOURCES_CASUAL      = 1 << 7,
  DOV_INCOME_SOURCES_NONE        = 1 << 8,
} DovIncomeSources;

GType dov_income_sources_get_type (void);

typedef enum
{
  DOV_UTILITIES_WATER       = 1 << 0,
  DOV_UTILITIES_SEWERAGE    = 1 << 1,
  DOV_UTILITIES_GAS         = 1 << 2,
  DOV_UTILITIES_ELECTRICITY = 1 << 3,
} DovUtilities;

GType dov_utilities_get_type (void);

#define DOV_TYPE_FAMILY (dov_family_get_type ())
G_DECLARE_FINAL_TYPE (DovFamily, dov_family, DOV, FAMILY, DovRecord)

struct _DovFamily
{
  DovRecord parent_instance;

  char               *family_name;
  char               *case_no;
  gint64              lounge_id;
  char               *address;
  char               *phone;
  DovFamilyStructure  structure;
  DovCaseStatus       case_status;
  DovSupportLevel     support_level;
  gint64              curator_id;
  GDate              *opened_on;
  GDate              *closed_on;
  DovClosingReason    closing_reason;
  DovHousingKind      housing_kind;
  DovHousingTenure    housing_tenure;
  gint64              area;
  gint64              rooms;
  DovHeating          heating;
  DovUtilities        utilities;
  gboolean            smoke_detector;
  GDate              *smoke_detector_on;
  gboolean            co_sensor;
  GDate              *co_sensor_on;
  DovIncomeSources    income_sources;
  char               *household_farm;
  char               *urgent_remark;
  char               *relations_note;
  char               *strengths;
};

G_END_DECLS
