/* dov-act-commission.h - who examined the living conditions of a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_ACT_COMMISSION (dov_act_commission_get_type ())
G_DECLARE_FINAL_TYPE (DovActCommission, dov_act_commission, DOV, ACT_COMMISSION, DovRecord)

struct _DovActCommission
{
  DovRecord parent_instance;

  gint64 act_id;
  gint64 staff_id;
};

G_END_DECLS
