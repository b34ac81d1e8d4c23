/* dov-trip-member.h - who went on an outreach trip */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_TRIP_MEMBER (dov_trip_member_get_type ())
G_DECLARE_FINAL_TYPE (DovTripMember, dov_trip_member, DOV, TRIP_MEMBER, DovRecord)

struct _DovTripMember
{
  DovRecord parent_instance;

  gint64  trip_id;
  gint64  staff_id;
  char   *duty;
};

G_END_DECLS
