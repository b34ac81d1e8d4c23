/* dov-kit-part.c - what one kit is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-kit-part.h"

#include "dov-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovKitPart, kit_id, N_("Kit"), DOV_REQUIRED | DOV_LISTED | DOV_PART, dov_item_get_type),
  DOV_LINK (DovKitPart, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovKitPart, qty, N_("Quantity in one kit"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
};

DOV_DEFINE_RECORD (DovKitPart, dov_kit_part, fields,
                   .table = "kit_part",
                   .label = N_("Part of a kit"),
                   .labels = N_("Parts of kits"),
                   .line = "{qty}")
