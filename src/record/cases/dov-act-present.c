/* dov-act-present.c - who was there when living conditions were examined */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-act-present.h"

#include "dov-living-conditions-act.h"
#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovActPresent, act_id, N_("Act of living conditions"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_living_conditions_act_get_type),
  DOV_LINK (DovActPresent, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
};

DOV_DEFINE_RECORD (DovActPresent, dov_act_present, fields,
                   .table = "act_present",
                   .label = N_("Present at the examination"),
                   .labels = N_("Present at examinations"),
                   .line = "")
