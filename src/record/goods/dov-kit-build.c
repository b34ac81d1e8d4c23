/* dov-kit-build.c - kits made up, or taken apart again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-kit-build.h"

#include "dov-drive.h"
#include "dov-item.h"
#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovKitBuild, no, N_("No."), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovKitBuild, date, N_("Date"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovKitBuild, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovKitBuild, drive_id, N_("Drive"), DOV_LISTED, dov_drive_get_type),
  DOV_LINK (DovKitBuild, kit_id, N_("Kit"), DOV_REQUIRED | DOV_LISTED, dov_item_get_type),
  DOV_QUANTITY (DovKitBuild, qty, N_("Kits"), DOV_REQUIRED | DOV_ABOVE_ZERO | DOV_LISTED),
  DOV_FLAG (DovKitBuild, is_unbuild, N_("Taken apart"), DOV_LISTED),
  DOV_DATE (DovKitBuild, expires_on, N_("Use by"), DOV_LISTED),
  DOV_LINK (DovKitBuild, made_by_id, N_("Made up by"), DOV_LISTED, dov_staff_get_type),
  DOV_CHOICE (DovKitBuild, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovStockStatus, dov_stock_status_get_type),
  DOV_TEXT (DovKitBuild, status_reason, N_("Reason for cancelling"), 0),
  DOV_NOTE (DovKitBuild, note, N_("Note"), 0),
};

DOV_DEFINE_RECORD (DovKitBuild, dov_kit_build, fields,
                   .table = "kit_build",
                   .label = N_("Making up of kits"),
                   .labels = N_("Making up of kits"),
                   .line = N_("Kits No. {no} of {date}"),
                   .presets = DOV_PRESETS (DOV_PRESET (DovKitBuild, status, DOV_STOCK_STATUS_DRAFT)))
