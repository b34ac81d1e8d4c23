/* dov-trip-member.c - who went on an outreach trip */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-trip-member.h"

#include "dov-outreach-trip.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovTripMember, trip_id, N_("Outreach trip"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_outreach_trip_get_type),
  DOV_LINK (DovTripMember, staff_id, N_("Specialist"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_TEXT (DovTripMember, duty, N_("What they do"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovTripMember, dov_trip_member, fields,
                   .table = "trip_member",
                   .label = N_("Member of the trip"),
                   .labels = N_("Members of trips"),
                   .line = "[{duty}]")
