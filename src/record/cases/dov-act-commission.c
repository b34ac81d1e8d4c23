/* dov-act-commission.c - who examined the living conditions of a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-act-commission.h"

#include "dov-living-conditions-act.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovActCommission, act_id, N_("Act of living conditions"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_living_conditions_act_get_type),
  DOV_LINK (DovActCommission, staff_id, N_("Specialist"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
};

DOV_DEFINE_RECORD (DovActCommission, dov_act_commission, fields,
                   .table = "act_commission",
                   .label = N_("Member of the examination"),
                   .labels = N_("Members of examinations"),
                   .line = "")
