/* dov-living-conditions-act.c - how a family lives, as a commission saw it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-living-conditions-act.h"

#include "dov-fold.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovConditionsKind, dov_conditions_kind,
  { DOV_CONDITIONS_KIND_PRIMARY, N_("primary examination"), "primary" },
  { DOV_CONDITIONS_KIND_REPEAT, N_("repeated examination"), "repeat" },
  { DOV_CONDITIONS_KIND_FINAL, N_("final examination"), "final" })

DOV_DEFINE_CHOICES (
  DovActEntry, dov_act_entry,
  { DOV_ACT_ENTRY_YES, N_("they let the commission in"), "yes" },
  { DOV_ACT_ENTRY_REFUSED, N_("they did not let the commission in"), "refused" })

DOV_DEFINE_CHOICES (
  DovRepairState, dov_repair_state,
  { DOV_REPAIR_STATE_GOOD, N_("works well"), "good" },
  { DOV_REPAIR_STATE_NEEDS_REPAIR, N_("needs repair"), "needs_repair" },
  { DOV_REPAIR_STATE_DANGEROUS, N_("dangerous"), "dangerous" })

DOV_DEFINE_CHOICES (
  DovSanitaryState, dov_sanitary_state,
  { DOV_SANITARY_STATE_GOOD, N_("good condition"), "good" },
  { DOV_SANITARY_STATE_FAIR, N_("fair condition"), "fair" },
  { DOV_SANITARY_STATE_POOR, N_("poor condition"), "poor" })

DOV_DEFINE_CHOICES (
  DovHomeExtent, dov_home_extent,
  { DOV_HOME_EXTENT_FULL, N_("in full measure"), "full" },
  { DOV_HOME_EXTENT_PART, N_("in part"), "part" },
  { DOV_HOME_EXTENT_NONE, N_("lacking"), "none" })

DOV_DEFINE_CHOICES (
  DovActSigned, dov_act_signed,
  { DOV_ACT_SIGNED_SIGNED, N_("has read and signed it"), "signed" },
  { DOV_ACT_SIGNED_REFUSED, N_("refused to sign"), "refused" })

static const DovField fields[] = {
  DOV_LINK (DovLivingConditionsAct, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_family_get_type),
  DOV_TEXT (DovLivingConditionsAct, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovLivingConditionsAct, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY | DOV_PAST),
  DOV_CHOICE (DovLivingConditionsAct, kind, N_("Kind of examination"), DOV_REQUIRED | DOV_LISTED, DovConditionsKind,
              dov_conditions_kind_get_type),
  DOV_TEXT (DovLivingConditionsAct, address, N_("Address examined"), DOV_REQUIRED | DOV_PERSONAL),
  DOV_CHOICE (DovLivingConditionsAct, entry_allowed, N_("Agreement to the examination"),
              DOV_REQUIRED | DOV_LISTED, DovActEntry, dov_act_entry_get_type),
  DOV_CHOICE (DovLivingConditionsAct, housing_kind, N_("Housing: kind"), 0, DovHousingKind,
              dov_housing_kind_get_type),
  DOV_NUMBER_TO (DovLivingConditionsAct, floor, N_("Floor"), 0, 50),
  DOV_QUANTITY_TO (DovLivingConditionsAct, area, N_("Total area, m²"), DOV_ABOVE_ZERO, 1000 * 1000),
  DOV_NUMBER_TO (DovLivingConditionsAct, rooms, N_("Rooms"), 0, 50),
  DOV_CHOICE (DovLivingConditionsAct, housing_tenure, N_("Tenure"), 0, DovHousingTenure,
              dov_housing_tenure_get_type),
  DOV_CHOICES (DovLivingConditionsAct, utilities, N_("Water, sewerage, gas, electricity"), 0, DovUtilities,
               dov_utilities_get_type),
  DOV_CHOICE (DovLivingConditionsAct, heating, N_("Heating"), 0, DovHeating, dov_heating_get_type),
  DOV_CHOICE (DovLivingConditionsAct, heating_state, N_("State of the stove and chimney"), 0, DovRepairState,
              dov_repair_state_get_type),
  DOV_TEXT (DovLivingConditionsAct, heating_note, N_("About the heating"), 0),
  DOV_CHOICE (DovLivingConditionsAct, wiring_state, N_("State of the wiring"), 0, DovRepairState,
              dov_repair_state_get_type),
  DOV_FLAG (DovLivingConditionsAct, smoke_detector, N_("Smoke detector"), 0),
  DOV_FLAG (DovLivingConditionsAct, co_sensor, N_("Carbon monoxide sensor"), 0),
  DOV_CHOICE (DovLivingConditionsAct, sanitary, N_("Sanitary state"), 0, DovSanitaryState,
              dov_sanitary_state_get_type),
  DOV_CHOICE (DovLivingConditionsAct, child_bed, N_("The child has a bed"), DOV_PERSONAL, DovHomeExtent,
              dov_home_extent_get_type),
  DOV_CHOICE (DovLivingConditionsAct, child_desk, N_("The child has a place to study"), DOV_PERSONAL,
              DovHomeExtent, dov_home_extent_get_type),
  DOV_CHOICE (DovLivingConditionsAct, toys_books, N_("Toys and books"), DOV_PERSONAL, DovHomeExtent,
              dov_home_extent_get_type),
  DOV_CHOICE (DovLivingConditionsAct, seasonal_clothes, N_("Clothes and shoes of the season"), DOV_PERSONAL,
              DovHomeExtent, dov_home_extent_get_type),
  DOV_CHOICE (DovLivingConditionsAct, food, N_("Food and cooking"), 0, DovHomeExtent,
              dov_home_extent_get_type),
  DOV_NOTE (DovLivingConditionsAct, relations, N_("Relations in the family"), DOV_PERSONAL),
  DOV_NOTE (DovLivingConditionsAct, children_leisure, N_("What the children do"), DOV_PERSONAL),
  DOV_FLAG (DovLivingConditionsAct, danger, N_("There are signs of danger"), DOV_PERSONAL | DOV_SPECIAL),
  DOV_NOTE (DovLivingConditionsAct, danger_signs, N_("Signs of danger"), DOV_PERSONAL | DOV_SPECIAL),
  DOV_NOTE (DovLivingConditionsAct, conclusion, N_("Conclusion"), DOV_PERSONAL),
  DOV_NOTE (DovLivingConditionsAct, recommendations, N_("Advice with terms"), DOV_PERSONAL),
  DOV_CHOICE (DovLivingConditionsAct, member_signed, N_("Member of the family"), 0, DovActSigned,
              dov_act_signed_get_type),
};

/* Where the commission was not let in, only that is written down. */
static void
dov_living_conditions_act_check (DovRecord *record,
                                 GPtrArray *problems)
{
  DovLivingConditionsAct *self = DOV_LIVING_CONDITIONS_ACT (record);

  if (self->kind == 0)
    return;
  if (self->entry_allowed == DOV_ACT_ENTRY_YES && self->sanitary == 0)
    dov_problems_add (problems, record, "sanitary", NULL, _("Choose the sanitary state of the home."));
  if (self->entry_allowed == DOV_ACT_ENTRY_YES && dov_fold_is_empty (self->conclusion))
    dov_problems_add (problems, record, "conclusion", NULL, _("Write down the conclusion of the commission."));
  if (self->entry_allowed == DOV_ACT_ENTRY_REFUSED && self->sanitary != 0)
    dov_problems_add (problems, record, "sanitary", NULL,
                      _("The commission was not let in, so nothing was seen. Leave the conditions empty."));
  if (self->danger && dov_fold_is_empty (self->danger_signs))
    dov_problems_add (problems, record, "danger_signs", NULL, _("Write down the signs of danger."));
}

DOV_DEFINE_RECORD (DovLivingConditionsAct, dov_living_conditions_act, fields,
                   .table = "living_conditions_act",
                   .label = N_("Act of living conditions"),
                   .labels = N_("Acts of living conditions"),
                   .line = N_("no. {no} of {date}, {kind}"),
                   .check = dov_living_conditions_act_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovLivingConditionsAct, entry_allowed, DOV_ACT_ENTRY_YES)))
