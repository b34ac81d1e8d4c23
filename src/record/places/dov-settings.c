/* dov-settings.c - the settings of the lounge: one row, printed in papers */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-settings.h"

#include "dov-lounge.h"

#include <glib/gi18n.h>
#include <string.h>

DOV_DEFINE_CHOICES (
  DovDistrictKind, dov_district_kind,
  { DOV_DISTRICT_KIND_DISTRICT, N_("district"), "district" },
  { DOV_DISTRICT_KIND_OKRUG, N_("municipal district"), "okrug" })

static const DovField fields[] = {
  DOV_LINK (DovSettings, lounge_id, N_("Lounge"), DOV_LISTED, dov_lounge_get_type),
  DOV_TEXT (DovSettings, operator_name, N_("Personal data operator"), DOV_LISTED),
  DOV_TEXT (DovSettings, operator_address, N_("Address of the operator"), 0),
  DOV_TEXT (DovSettings, operator_responsible, N_("Responsible for personal data"), DOV_PERSONAL),
  DOV_TEXT (DovSettings, head_position, N_("Head: position"), 0),
  DOV_TEXT (DovSettings, head_name, N_("Head: initials and last name"), DOV_PERSONAL),
  DOV_TEXT (DovSettings, head_position_dative, N_("Head: position in the dative"), 0),
  DOV_TEXT (DovSettings, head_name_dative, N_("Head: name in the dative"), DOV_PERSONAL),
  DOV_CHOICE (DovSettings, district_kind, N_("Type of the district"), 0,
              DovDistrictKind, dov_district_kind_get_type),
  DOV_TEXT (DovSettings, district_name, N_("Name of the district"), DOV_LISTED),
  DOV_TEXT (DovSettings, region, N_("Region"), DOV_LISTED),
  DOV_TEXT (DovSettings, phone_area_code, N_("Telephone code of the district"), 0),
  DOV_NUMBER_TO (DovSettings, child_upper_age, N_("Oldest age counted as a child"), 0, 17),
  DOV_NUMBER_TO (DovSettings, archive_margin, N_("Margin for binding, mm"), 0, 100),
  DOV_MONEY (DovSettings, agreement_threshold, N_("Gifts of organisations above this need an agreement, roubles"), 0),
};

/* A code of the district and a local number are ten digits together. */
static void
check_area_code (DovSettings *self,
                 GPtrArray   *problems)
{
  gsize length = strlen (self->phone_area_code);

  if (length == 0)
    return;
  if (strspn (self->phone_area_code, "0123456789") != length || length < 3 || length > 5)
    dov_problems_add (problems, DOV_RECORD (self), "phone_area_code", "V4",
                      _("The telephone code has 3 to 5 digits, such as 83334."));
}

static void
dov_settings_check (DovRecord *record,
                    GPtrArray *problems)
{
  DovSettings *self = DOV_SETTINGS (record);

  check_area_code (self, problems);
  if (self->child_upper_age != DOV_UNKNOWN && (self->child_upper_age < 13 || self->child_upper_age > 14))
    dov_problems_add (problems, record, "child_upper_age", NULL,
                      _("Children are counted up to 13 years, or up to 14 in old editions of the form."));
  if (self->archive_margin != DOV_UNKNOWN && self->archive_margin != 20 && self->archive_margin != 30)
    dov_problems_add (problems, record, "archive_margin", NULL,
                      _("The margin is 20 mm, or 30 mm for papers kept over 10 years."));
}

DOV_DEFINE_RECORD (DovSettings, dov_settings, fields,
                   .table = "settings",
                   .label = N_("Settings of the lounge"),
                   .labels = N_("Settings"),
                   .line = N_("Settings of the lounge"),
                   .check = dov_settings_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovSettings, child_upper_age, 13),
                                           DOV_PRESET (DovSettings, archive_margin, 20),
                                           DOV_PRESET (DovSettings, agreement_threshold, 300000)))
