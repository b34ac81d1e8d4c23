/* dov-kit-build-line.h - what went into kits that were made up, or came back out of them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_KIT_BUILD_LINE (dov_kit_build_line_get_type ())
G_DECLARE_FINAL_TYPE (DovKitBuildLine, dov_kit_build_line, DOV, KIT_BUILD_LINE, DovRecord)

struct _DovKitBuildLine
{
  DovRecord parent_instance;

  gint64  build_id;
  gint64  item_id;
  gint64  qty;
  GDate  *expires_on;
};

G_END_DECLS
