/* dov-club-slot.c - when a group meets every week: one line of its schedule */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-slot.h"

#include "dov-club-group.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovClubSlot, group_id, N_("Club group"), DOV_REQUIRED | DOV_LISTED, dov_club_group_get_type),
  DOV_CHOICE (DovClubSlot, weekday, N_("Weekday"), DOV_REQUIRED | DOV_LISTED,
              DovWeekday, dov_weekday_get_type),
  DOV_TIME (DovClubSlot, time, N_("Time"), DOV_REQUIRED | DOV_LISTED),
  DOV_QUANTITY (DovClubSlot, hours, N_("Hours"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovClubSlot, place, N_("Place"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovClubSlot, dov_club_slot, fields,
                   .table = "club_slot",
                   .label = N_("Weekly session"),
                   .labels = N_("Schedules of groups"),
                   .line = "{weekday} {time}",
                   .presets = DOV_PRESETS (DOV_PRESET (DovClubSlot, hours, 1000)))
