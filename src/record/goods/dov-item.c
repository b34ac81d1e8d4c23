/* dov-item.c - what is taken in, kept and given away */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-item.h"

#include "dov-ref-item.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovUnit, dov_unit,
  { DOV_UNIT_PCS, N_("pcs"), "pcs" },
  { DOV_UNIT_PAIR, N_("pairs"), "pair" },
  { DOV_UNIT_SET, N_("sets"), "set" },
  { DOV_UNIT_KG, N_("kg"), "kg" },
  { DOV_UNIT_L, N_("l"), "l" },
  { DOV_UNIT_PACK, N_("packs"), "pack" },
  { DOV_UNIT_BAG, N_("bags"), "bag" })

DOV_DEFINE_CHOICES (
  DovSeason, dov_season,
  { DOV_SEASON_WINTER, N_("winter"), "winter" },
  { DOV_SEASON_SUMMER, N_("summer"), "summer" },
  { DOV_SEASON_MIDSEASON, N_("spring and autumn"), "midseason" },
  { DOV_SEASON_ANY, N_("all year"), "any" })

DOV_DEFINE_CHOICES (
  DovItemSex, dov_item_sex,
  { DOV_ITEM_SEX_M, N_("for boys and men"), "m" },
  { DOV_ITEM_SEX_F, N_("for girls and women"), "f" },
  { DOV_ITEM_SEX_ANY, N_("for everybody"), "any" })

static const DovField fields[] = {
  DOV_TEXT (DovItem, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_ITEM (DovItem, category_id, N_("Category"), DOV_REQUIRED | DOV_LISTED, "item_category"),
  DOV_CHOICE (DovItem, unit, N_("Unit"), DOV_REQUIRED | DOV_LISTED, DovUnit, dov_unit_get_type),
  DOV_CHOICE (DovItem, season, N_("Season"), DOV_LISTED, DovSeason, dov_season_get_type),
  DOV_CHOICE (DovItem, sex, N_("For whom"), DOV_LISTED, DovItemSex, dov_item_sex_get_type),
  DOV_TEXT (DovItem, size, N_("Size"), DOV_LISTED),
  DOV_NUMBER (DovItem, age_from, N_("Age from"), 0),
  DOV_NUMBER (DovItem, age_to, N_("Age to"), 0),
  DOV_FLAG (DovItem, perishable, N_("Perishable"), DOV_LISTED),
  DOV_NOTE (DovItem, note, N_("Note"), 0),
  DOV_DATE (DovItem, name_since, N_("Name since"), DOV_PAST),
  DOV_TEXT (DovItem, former_names, N_("Former names"), DOV_LISTED),
};

static void
check_age (GPtrArray  *problems,
           DovRecord  *record,
           const char *field,
           gint64      age)
{
  if (age != DOV_UNKNOWN && (age < 0 || age > 120))
    dov_problems_add (problems, record, field, NULL, _("An age is a number of years from 0 to 120."));
}

static void
dov_item_check (DovRecord *record,
                GPtrArray *problems)
{
  DovItem *self = DOV_GOODS (record);

  check_age (problems, record, "age_from", self->age_from);
  check_age (problems, record, "age_to", self->age_to);
  if (self->age_from != DOV_UNKNOWN && self->age_to != DOV_UNKNOWN && self->age_from > self->age_to)
    dov_problems_add (problems, record, "age_to", NULL, _("“Age to” is below “Age from”. Change one of them."));
}

DOV_DEFINE_RECORD (DovItem, dov_item, fields,
                   .table = "item",
                   .label = N_("Item"),
                   .labels = N_("Items"),
                   .line = N_("{name}[, size {size}]"),
                   .check = dov_item_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovItem, unit, DOV_UNIT_PCS)))
