/* dov-kit-build-line.c - what went into kits that were made up, or came back out of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-kit-build-line.h"

#include "dov-item.h"
#include "dov-kit-build.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovKitBuildLine, build_id, N_("Making up of kits"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_kit_build_get_type),
  DOV_LINK (DovKitBuildLine, item_id, N_("Item"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovKitBuildLine, qty, N_("Quantity"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_DATE (DovKitBuildLine, expires_on, N_("Use by"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovKitBuildLine, dov_kit_build_line, fields,
                   .table = "kit_build_line",
                   .label = N_("Part used"),
                   .labels = N_("Parts used"),
                   .line = "{qty}")
