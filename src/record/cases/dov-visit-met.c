/* dov-visit-met.c - who of a family was met on a visit */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visit-met.h"

#include "dov-home-visit.h"
#include "dov-person.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovVisitMet, visit_id, N_("Home visit"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_home_visit_get_type),
  DOV_LINK (DovVisitMet, person_id, N_("Person met"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
};

DOV_DEFINE_RECORD (DovVisitMet, dov_visit_met, fields,
                   .table = "visit_met",
                   .label = N_("Met on a visit"),
                   .labels = N_("Met on visits"),
                   .line = "")
