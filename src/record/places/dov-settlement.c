/* dov-settlement.c - a village or a town */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-settlement.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovSettlementType, dov_settlement_type,
  { DOV_SETTLEMENT_TYPE_HAMLET, N_("hamlet"), "д" },
  { DOV_SETTLEMENT_TYPE_VILLAGE, N_("village"), "с" },
  { DOV_SETTLEMENT_TYPE_SMALL_TOWN, N_("small town"), "п" },
  { DOV_SETTLEMENT_TYPE_URBAN, N_("urban-type settlement"), "пгт" },
  { DOV_SETTLEMENT_TYPE_TOWN, N_("town"), "г" })

static const DovField fields[] = {
  DOV_TEXT (DovSettlement, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_CHOICE (DovSettlement, type, N_("Type"), DOV_REQUIRED | DOV_LISTED,
              DovSettlementType, dov_settlement_type_get_type),
  DOV_TEXT (DovSettlement, rural_settlement, N_("Rural settlement"), DOV_LISTED),
  DOV_TEXT (DovSettlement, district, N_("District"), DOV_LISTED),
  DOV_TEXT (DovSettlement, region, N_("Region"), 0),
  DOV_TEXT (DovSettlement, oktmo, N_("OKTMO code"), DOV_OKTMO),
  DOV_NUMBER (DovSettlement, children_count, N_("Number of children"), DOV_LISTED),
  DOV_DATE (DovSettlement, name_since, N_("Name since"), DOV_PAST),
  DOV_TEXT (DovSettlement, former_names, N_("Former names"), DOV_LISTED),
};

/**
 * dov_settlement_dup_name:
 *
 * Returns: (transfer full): the name with the mark of its type, as in an
 *   address: «с. Слудка», «пгт Красная Поляна»
 */
char *
dov_settlement_dup_name (DovSettlement *self)
{
  static const char *const marks[] = { "", "д. ", "с. ", "п. ", "пгт ", "г. " };

  return g_strconcat (marks[self->type], self->name, NULL);
}

static char *
dov_settlement_describe (DovRecord *record)
{
  return dov_settlement_dup_name (DOV_SETTLEMENT (record));
}

DOV_DEFINE_RECORD (DovSettlement, dov_settlement, fields,
                   .table = "settlement",
                   .label = N_("Settlement"),
                   .labels = N_("Settlements"),
                   .describe = dov_settlement_describe)
