/* dov-kit-build.h - kits made up, or taken apart again */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"
#include "dov-stock-status.h"

G_BEGIN_DECLS

#define DOV_TYPE_KIT_BUILD (dov_kit_build_get_type ())
G_DECLARE_FINAL_TYPE (DovKitBuild, dov_kit_build, DOV, KIT_BUILD, DovRecord)

struct _DovKitBuild
{
  DovRecord parent_instance;

  char           *no;
  GDate          *date;
  gint64          lounge_id;
  gint64          drive_id;
  gint64          kit_id;
  gint64          qty;
  gboolean        is_unbuild;
  GDate          *expires_on;
  gint64          made_by_id;
  DovStockStatus  status;
  char           *status_reason;
  char           *note;
};

G_END_DECLS
