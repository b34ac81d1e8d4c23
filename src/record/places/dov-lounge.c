/* dov-lounge.c - a lounge: the place in a club where families are met */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-lounge.h"

#include "dov-organisation.h"
#include "dov-settlement.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovLounge, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovLounge, settlement_id, N_("Settlement"), DOV_REQUIRED | DOV_LISTED, dov_settlement_get_type),
  DOV_LINK (DovLounge, host_institution_id, N_("Host institution"), DOV_REQUIRED | DOV_LISTED,
            dov_organisation_get_type),
  DOV_TEXT (DovLounge, address, N_("Address"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovLounge, opened_on, N_("Opened on"), DOV_REQUIRED | DOV_LISTED | DOV_MOSTLY_PAST),
  DOV_DATE_AFTER (DovLounge, closed_on, N_("Closed on"), 0, opened_on),
  DOV_LINK (DovLounge, manager_id, N_("Manager"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_staff_get_type),
  DOV_TEXT (DovLounge, opening_hours, N_("Opening hours"), 0),
  DOV_NUMBER_TO (DovLounge, capacity, N_("Capacity, people"), DOV_ABOVE_ZERO, 20000),
};

DOV_DEFINE_RECORD (DovLounge, dov_lounge, fields,
                   .table = "lounge",
                   .label = N_("Lounge"),
                   .labels = N_("Lounges"),
                   .line = "{name}")
