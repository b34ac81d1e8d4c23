/* dov-settlement.h - a village or a town */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SETTLEMENT_TYPE_HAMLET = 1,
  DOV_SETTLEMENT_TYPE_VILLAGE,
  DOV_SETTLEMENT_TYPE_SMALL_TOWN,
  DOV_SETTLEMENT_TYPE_URBAN,
  DOV_SETTLEMENT_TYPE_TOWN,
} DovSettlementType;

GType dov_settlement_type_get_type (void);

#define DOV_TYPE_SETTLEMENT (dov_settlement_get_type ())
G_DECLARE_FINAL_TYPE (DovSettlement, dov_settlement, DOV, SETTLEMENT, DovRecord)

struct _DovSettlement
{
  DovRecord parent_instance;

  char              *name;
  DovSettlementType  type;
  char              *rural_settlement;
  char              *district;
  char              *region;
  char              *oktmo;
  gint64             children_count;
  GDate             *name_since;
  char              *former_names;
};

char *dov_settlement_dup_name (DovSettlement *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
