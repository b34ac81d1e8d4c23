/* dov-outreach-trip.c - a day on which families are visited in another village */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-outreach-trip.h"

#include "dov-lounge.h"
#include "dov-settlement.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_DATE (DovOutreachTrip, date, N_("Date"), DOV_REQUIRED | DOV_LISTED | DOV_TODAY | DOV_MOSTLY_PAST),
  DOV_LINK (DovOutreachTrip, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_LINK (DovOutreachTrip, settlement_id, N_("Where to (settlement)"), DOV_REQUIRED | DOV_LISTED,
            dov_settlement_get_type),
  DOV_TEXT (DovOutreachTrip, purpose, N_("Purpose of the trip"), DOV_REQUIRED | DOV_LISTED),
  DOV_QUANTITY (DovOutreachTrip, km, N_("Kilometres"), DOV_ABOVE_ZERO),
  DOV_NOTE (DovOutreachTrip, note, N_("Note"), DOV_PERSONAL),
};

DOV_DEFINE_RECORD (DovOutreachTrip, dov_outreach_trip, fields,
                   .table = "outreach_trip",
                   .label = N_("Outreach trip"),
                   .labels = N_("Outreach trips"),
                   .line = "{date}, {purpose}")
