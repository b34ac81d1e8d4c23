/* dov-club-slot.c - when a group meets every week: one line of its schedule */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-slot.h"

#include "dov-club-group.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovClubSlot, dov_club_slot, DOV_TYPE_RECORD)

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

static void
dov_club_slot_class_init (DovClubSlotClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Weekly session");
  record_class->labels = N_("Schedules of groups");
  record_class->describe = dov_club_slot_describe;

  dov_record_class_set_fields (record_class, "club_slot", fields, G_N_ELEMENTS (fields));
}

static void
dov_club_slot_init (DovClubSlot *self)
{
  self->time = DOV_NO_TIME;
  self->hours = 1000;
}
