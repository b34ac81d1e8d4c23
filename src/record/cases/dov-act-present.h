/* dov-act-present.h - who was there when living conditions were examined */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_ACT_PRESENT (dov_act_present_get_type ())
G_DECLARE_FINAL_TYPE (DovActPresent, dov_act_present, DOV, ACT_PRESENT, DovRecord)

struct _DovActPresent
{
  DovRecord parent_instance;

  gint64 act_id;
  gint64 person_id;
};

G_END_DECLS
