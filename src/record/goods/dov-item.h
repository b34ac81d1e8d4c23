/* dov-item.h - what is taken in, kept and given away */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

/* More of one thing than all papers together bring, in thousandths. */
#define DOV_MOST_IN_STOCK (G_GINT64_CONSTANT (1000000000) * 1000)

typedef enum
{
  DOV_UNIT_PCS = 1,
  DOV_UNIT_PAIR,
  DOV_UNIT_SET,
  DOV_UNIT_KG,
  DOV_UNIT_L,
  DOV_UNIT_PACK,
  DOV_UNIT_BAG,
} DovUnit;

GType dov_unit_get_type (void);

typedef enum
{
  DOV_SEASON_WINTER = 1,
  DOV_SEASON_SUMMER,
  DOV_SEASON_MIDSEASON,
  DOV_SEASON_ANY,
} DovSeason;

GType dov_season_get_type (void);

typedef enum
{
  DOV_ITEM_SEX_M = 1,
  DOV_ITEM_SEX_F,
  DOV_ITEM_SEX_ANY,
} DovItemSex;

GType dov_item_sex_get_type (void);

/* DOV_ITEM() declares a field of a list, so the cast is DOV_GOODS(). */
#define DOV_TYPE_ITEM (dov_item_get_type ())
G_DECLARE_FINAL_TYPE (DovItem, dov_item, DOV, GOODS, DovRecord)

struct _DovItem
{
  DovRecord parent_instance;

  char       *name;
  gint64      category_id;
  DovUnit     unit;
  DovSeason   season;
  DovItemSex  sex;
  char       *size;
  gint64      age_from;
  gint64      age_to;
  gboolean    perishable;
  char       *note;
  GDate      *name_since;
  char       *former_names;
};

G_END_DECLS
