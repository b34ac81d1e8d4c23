/* dov-family.c - a family and its social passport */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family.h"

#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

#define LARGEST_HOME (1000 * 1000)  /* m², in thousandths */

DOV_DEFINE_CHOICES (
  DovFamilyStructure, dov_family_structure,
  { DOV_FAMILY_STRUCTURE_FULL, N_("two parents"), "full" },
  { DOV_FAMILY_STRUCTURE_SINGLE_MOTHER, N_("one parent (mother)"), "single_mother" },
  { DOV_FAMILY_STRUCTURE_SINGLE_FATHER, N_("one parent (father)"), "single_father" },
  { DOV_FAMILY_STRUCTURE_GUARDIAN, N_("under guardianship"), "guardian" },
  { DOV_FAMILY_STRUCTURE_FOSTER, N_("foster family"), "foster" },
  { DOV_FAMILY_STRUCTURE_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICES (
  DovCaseStatus, dov_case_status,
  { DOV_CASE_STATUS_IDENTIFIED, N_("found"), "identified" },
  { DOV_CASE_STATUS_ASSESSED, N_("examined"), "assessed" },
  { DOV_CASE_STATUS_ACTIVE, N_("on support"), "active" },
  { DOV_CASE_STATUS_MONITORING, N_("watched after support"), "monitoring" },
  { DOV_CASE_STATUS_CLOSED, N_("taken off"), "closed" },
  { DOV_CASE_STATUS_REJECTED, N_("needs no support"), "rejected" },
  { DOV_CASE_STATUS_REFUSED, N_("family refused"), "refused" },
  { DOV_CASE_STATUS_SUSPENDED, N_("suspended"), "suspended" },
  { DOV_CASE_STATUS_TRANSFERRED, N_("handed to another organisation"), "transferred" })

DOV_DEFINE_CHOICES (
  DovSupportLevel, dov_support_level,
  { DOV_SUPPORT_LEVEL_EMERGENCY, N_("emergency"), "emergency" },
  { DOV_SUPPORT_LEVEL_CRISIS, N_("crisis"), "crisis" },
  { DOV_SUPPORT_LEVEL_ACTIVE, N_("active (basic)"), "active" },
  { DOV_SUPPORT_LEVEL_MAINTENANCE, N_("maintaining (stabilising)"), "maintenance" },
  { DOV_SUPPORT_LEVEL_PREVENTION, N_("prevention, help once"), "prevention" })

DOV_DEFINE_CHOICES (
  DovClosingReason, dov_closing_reason,
  { DOV_CLOSING_REASON_CAUSES_GONE, N_("the causes are gone"), "causes_gone" },
  { DOV_CLOSING_REASON_MOVED, N_("gone to live elsewhere"), "moved" },
  { DOV_CLOSING_REASON_REFUSED, N_("family refused"), "refused" },
  { DOV_CLOSING_REASON_TRANSFERRED, N_("handed to another organisation"), "transferred" },
  { DOV_CLOSING_REASON_GROWN, N_("the children have grown up"), "grown" },
  { DOV_CLOSING_REASON_LOST, N_("whereabouts unknown"), "lost" },
  { DOV_CLOSING_REASON_DIED, N_("death"), "died" },
  { DOV_CLOSING_REASON_MERGED, N_("became one with another family"), "merged" },
  { DOV_CLOSING_REASON_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICES (
  DovHousingKind, dov_housing_kind,
  { DOV_HOUSING_KIND_HOUSE, N_("house"), "house" },
  { DOV_HOUSING_KIND_HOUSE_PART, N_("part of a house"), "house_part" },
  { DOV_HOUSING_KIND_FLAT, N_("flat"), "flat" },
  { DOV_HOUSING_KIND_ROOM, N_("room"), "room" },
  { DOV_HOUSING_KIND_TEMPORARY, N_("temporary"), "temporary" })

DOV_DEFINE_CHOICES (
  DovHousingTenure, dov_housing_tenure,
  { DOV_HOUSING_TENURE_OWN, N_("own"), "own" },
  { DOV_HOUSING_TENURE_MUNICIPAL, N_("municipal"), "municipal" },
  { DOV_HOUSING_TENURE_RENT, N_("rented"), "rent" },
  { DOV_HOUSING_TENURE_RELATIVES, N_("at relatives’"), "relatives" })

DOV_DEFINE_CHOICES (
  DovHeating, dov_heating,
  { DOV_HEATING_STOVE, N_("stove"), "stove" },
  { DOV_HEATING_GAS, N_("gas heating"), "gas" },
  { DOV_HEATING_ELECTRIC, N_("electric heating"), "electric" },
  { DOV_HEATING_CENTRAL, N_("central heating"), "central" })

DOV_DEFINE_CHOICE_SET (
  DovIncomeSources, dov_income_sources,
  { DOV_INCOME_SOURCES_WAGE, N_("wages"), "wage" },
  { DOV_INCOME_SOURCES_SELF, N_("self-employment or own business"), "self" },
  { DOV_INCOME_SOURCES_PENSION, N_("pension"), "pension" },
  { DOV_INCOME_SOURCES_ALLOWANCE, N_("allowances"), "allowance" },
  { DOV_INCOME_SOURCES_ALIMONY, N_("alimony"), "alimony" },
  { DOV_INCOME_SOURCES_FARM, N_("household farm"), "farm" },
  { DOV_INCOME_SOURCES_SCHOLARSHIP, N_("scholarship"), "scholarship" },
  { DOV_INCOME_SOURCES_CASUAL, N_("casual earnings"), "casual" },
  { DOV_INCOME_SOURCES_NONE, N_("no income"), "none" })

DOV_DEFINE_CHOICE_SET (
  DovUtilities, dov_utilities,
  { DOV_UTILITIES_WATER, N_("water"), "water" },
  { DOV_UTILITIES_SEWERAGE, N_("sewerage"), "sewerage" },
  { DOV_UTILITIES_GAS, N_("gas"), "gas" },
  { DOV_UTILITIES_ELECTRICITY, N_("electricity"), "electricity" })

static const DovField fields[] = {
  DOV_TEXT (DovFamily, family_name, N_("Family name"), DOV_REQUIRED | DOV_PERSONAL | DOV_LISTED | DOV_NAME),
  DOV_TEXT (DovFamily, case_no, N_("Case no."), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovFamily, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovFamily, address, N_("Home address"), DOV_REQUIRED | DOV_PERSONAL | DOV_LISTED),
  DOV_TEXT (DovFamily, phone, N_("Contact telephone"), DOV_PERSONAL | DOV_LISTED | DOV_PHONE),
  DOV_CHOICE (DovFamily, structure, N_("Type of family"), DOV_REQUIRED | DOV_PERSONAL | DOV_LISTED,
              DovFamilyStructure, dov_family_structure_get_type),
  DOV_CHOICE (DovFamily, case_status, N_("Case status"), DOV_COVERED | DOV_REQUIRED | DOV_LISTED,
              DovCaseStatus, dov_case_status_get_type),
  DOV_CHOICE (DovFamily, support_level, N_("Level of support"), DOV_COVERED | DOV_LISTED,
              DovSupportLevel, dov_support_level_get_type),
  DOV_LINK (DovFamily, curator_id, N_("Curator of the family"), DOV_LISTED, dov_staff_get_type),
  DOV_DATE (DovFamily, opened_on, N_("Taken on"), DOV_LISTED | DOV_MOSTLY_PAST),
  DOV_DATE_AFTER (DovFamily, closed_on, N_("Taken off on"), DOV_MOSTLY_PAST, opened_on),
  DOV_CHOICE (DovFamily, closing_reason, N_("Why taken off"), DOV_COVERED, DovClosingReason, dov_closing_reason_get_type),
  DOV_CHOICE (DovFamily, housing_kind, N_("Housing: kind"), 0, DovHousingKind, dov_housing_kind_get_type),
  DOV_CHOICE (DovFamily, housing_tenure, N_("Tenure"), 0, DovHousingTenure, dov_housing_tenure_get_type),
  DOV_QUANTITY (DovFamily, area, N_("Total area, m²"), DOV_ABOVE_ZERO),
  DOV_NUMBER_TO (DovFamily, rooms, N_("Rooms"), 0, 50),
  DOV_CHOICE (DovFamily, heating, N_("Heating"), 0, DovHeating, dov_heating_get_type),
  DOV_CHOICES (DovFamily, utilities, N_("Water, sewerage, gas, electricity"), 0,
               DovUtilities, dov_utilities_get_type),
  DOV_FLAG (DovFamily, smoke_detector, N_("Smoke detector"), 0),
  DOV_DATE (DovFamily, smoke_detector_on, N_("Smoke detector put up on"), DOV_PAST),
  DOV_FLAG (DovFamily, co_sensor, N_("Carbon monoxide sensor"), 0),
  DOV_DATE (DovFamily, co_sensor_on, N_("Carbon monoxide sensor put up on"), DOV_PAST),
  DOV_CHOICES (DovFamily, income_sources, N_("Sources of income"), DOV_PERSONAL,
               DovIncomeSources, dov_income_sources_get_type),
  DOV_NOTE (DovFamily, household_farm, N_("Household farm"), 0),
  DOV_TEXT (DovFamily, urgent_remark, N_("Urgent remark"), DOV_COVERED | DOV_PERSONAL),
  DOV_NOTE (DovFamily, relations_note, N_("Relations in the family"), DOV_PERSONAL | DOV_SPECIAL),
  DOV_NOTE (DovFamily, strengths, N_("Strengths of the family"), DOV_PERSONAL),
};

static char *
dov_family_name (DovRecord *record)
{
  return g_strdup (DOV_FAMILY (record)->family_name);
}

/* What the state of a case asks for. */
static void
check_case (DovFamily *self,
            GPtrArray *problems)
{
  DovRecord *record = DOV_RECORD (self);

  if (self->case_status == DOV_CASE_STATUS_ACTIVE && self->curator_id == 0)
    dov_problems_add (problems, record, "curator_id", "F2", _("A family on support has a curator. Choose one."));
  if (self->case_status == DOV_CASE_STATUS_ACTIVE && self->opened_on == NULL)
    dov_problems_add (problems, record, "opened_on", "F2", _("Type the day the family was taken on."));
  if (self->case_status == DOV_CASE_STATUS_CLOSED && self->closed_on == NULL)
    dov_problems_add (problems, record, "closed_on", "F4", _("Type the day the family was taken off."));
  else if (self->case_status > DOV_CASE_STATUS_CLOSED && self->opened_on != NULL && self->closed_on == NULL)
    dov_problems_add (problems, record, "closed_on", "F4",
                      _("The family was on support. Type the day on which that ended, or it would stay counted."));
}

static void
dov_family_check (DovRecord *record,
                  GPtrArray *problems)
{
  DovFamily *self = DOV_FAMILY (record);

  check_case (self, problems);
  if ((self->income_sources & DOV_INCOME_SOURCES_NONE) && self->income_sources != DOV_INCOME_SOURCES_NONE)
    dov_problems_add (problems, record, "income_sources", NULL,
                      _("“No income” stands alone. Take it away, or take away the others."));
  if (self->area != DOV_UNKNOWN && self->area > LARGEST_HOME)
    dov_problems_add (problems, record, "area", "V6",
                      _("A home has at most 1000 m². Check where the comma stands."));
}

DOV_DEFINE_RECORD (DovFamily, dov_family, fields,
                   .table = "family",
                   .label = N_("Family"),
                   .labels = N_("Families"),
                   .line = "{family_name}[, {address}]",
                   .name = dov_family_name,
                   .check = dov_family_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovFamily, case_status, DOV_CASE_STATUS_IDENTIFIED)))
