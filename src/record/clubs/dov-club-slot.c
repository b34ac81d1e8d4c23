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

static char *
dov_club_slot_describe (DovRecord *record)
{
  DovClubSlot *self = DOV_CLUB_SLOT (record);
  const DovField *field = dov_record_find_field (record, "weekday");
  g_autofree char *weekday = dov_record_dup_shown (record, field);
  g_autofree char *time = dov_time_to_shown (self->time);

  /* Translators: a weekday and a time, such as “Monday 15:00” */
  return g_strdup_printf (_("%s %s"), weekday, time);
}

DOV_DEFINE_RECORD (DovClubSlot, dov_club_slot, fields,
                   .table = "club_slot",
                   .label = N_("Weekly session"),
                   .labels = N_("Schedules of groups"),
                   .describe = dov_club_slot_describe,
                   .presets = DOV_PRESETS (DOV_PRESET (DovClubSlot, hours, 1000)))
