/* dov-outreach-trip.h - a day on which families are visited in another village */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_OUTREACH_TRIP (dov_outreach_trip_get_type ())
G_DECLARE_FINAL_TYPE (DovOutreachTrip, dov_outreach_trip, DOV, OUTREACH_TRIP, DovRecord)

struct _DovOutreachTrip
{
  DovRecord parent_instance;

  GDate  *date;
  gint64  lounge_id;
  gint64  settlement_id;
  char   *purpose;
  gint64  km;
  char   *note;
};

G_END_DECLS
