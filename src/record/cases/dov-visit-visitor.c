/* dov-visit-visitor.c - who else came along to visit a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-visit-visitor.h"

#include "dov-home-visit.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovVisitVisitor, visit_id, N_("Home visit"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_home_visit_get_type),
  DOV_LINK (DovVisitVisitor, staff_id, N_("Specialist"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
};

DOV_DEFINE_RECORD (DovVisitVisitor, dov_visit_visitor, fields,
                   .table = "visit_visitor",
                   .label = N_("Visitor besides"),
                   .labels = N_("Visitors besides"),
                   .line = "")
