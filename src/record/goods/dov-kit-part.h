/* dov-kit-part.h - what one kit is made of */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_KIT_PART (dov_kit_part_get_type ())
G_DECLARE_FINAL_TYPE (DovKitPart, dov_kit_part, DOV, KIT_PART, DovRecord)

struct _DovKitPart
{
  DovRecord parent_instance;

  gint64 kit_id;
  gint64 item_id;
  gint64 qty;
};

G_END_DECLS
