/* dov-plan-participant.h - who takes part in a programme besides the curator */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_PLAN_PARTICIPANT (dov_plan_participant_get_type ())
G_DECLARE_FINAL_TYPE (DovPlanParticipant, dov_plan_participant, DOV, PLAN_PARTICIPANT, DovRecord)

struct _DovPlanParticipant
{
  DovRecord parent_instance;

  gint64  plan_id;
  gint64  staff_id;
  gint64  organisation_id;
  char   *duty;
};

G_END_DECLS
