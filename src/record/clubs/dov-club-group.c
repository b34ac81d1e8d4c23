/* dov-club-group.c - a club or a studio: a group of people who meet by a schedule */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-group.h"

#include "dov-lounge.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovClubKind, dov_club_kind,
  { DOV_CLUB_KIND_AMATEUR, N_("amateur art collective"), "amateur" },
  { DOV_CLUB_KIND_INTEREST, N_("interest club"), "interest" },
  { DOV_CLUB_KIND_STUDIO, N_("studio"), "studio" })

DOV_DEFINE_CHOICES (
  DovClubSeason, dov_club_season,
  { DOV_CLUB_SEASON_SCHOOL, N_("school year (September to May)"), "school" },
  { DOV_CLUB_SEASON_CALENDAR, N_("calendar year"), "calendar" },
  { DOV_CLUB_SEASON_SUMMER, N_("summer (June to August)"), "summer" })

DOV_DEFINE_CHOICES (
  DovClubAge, dov_club_age,
  { DOV_CLUB_AGE_CHILDREN, N_("children under 14"), "children" },
  { DOV_CLUB_AGE_YOUTH, N_("young people 14–35"), "youth" },
  { DOV_CLUB_AGE_ADULTS, N_("adults"), "adults" },
  { DOV_CLUB_AGE_MIXED, N_("all ages"), "mixed" })

DOV_DEFINE_CHOICES (
  DovClubStatus, dov_club_status,
  { DOV_CLUB_STATUS_ACTIVE, N_("meets"), "active" },
  { DOV_CLUB_STATUS_PAUSED, N_("does not meet for now"), "paused" },
  { DOV_CLUB_STATUS_CLOSED, N_("closed for good"), "closed" })

static const DovField fields[] = {
  DOV_TEXT (DovClubGroup, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovClubGroup, lounge_id, N_("Lounge"), DOV_REQUIRED | DOV_LISTED, dov_lounge_get_type),
  DOV_CHOICE (DovClubGroup, kind, N_("Kind"), DOV_REQUIRED | DOV_LISTED, DovClubKind, dov_club_kind_get_type),
  DOV_TEXT (DovClubGroup, genre, N_("Genre"), DOV_LISTED),
  DOV_FLAG (DovClubGroup, folk_art, N_("Folk art"), 0),
  DOV_CHOICE (DovClubGroup, direction, N_("Direction"), 0, DovDirection, dov_direction_get_type),
  DOV_LINK (DovClubGroup, leader_id, N_("Leader"), DOV_REQUIRED | DOV_LISTED, dov_staff_get_type),
  DOV_CHOICE (DovClubGroup, season, N_("Season"), DOV_REQUIRED, DovClubSeason, dov_club_season_get_type),
  DOV_CHOICE (DovClubGroup, age_group, N_("Age of the members"), DOV_REQUIRED | DOV_LISTED,
              DovClubAge, dov_club_age_get_type),
  DOV_FLAG (DovClubGroup, paid, N_("Paid"), 0),
  DOV_TEXT (DovClubGroup, place, N_("Place"), 0),
  DOV_DATE (DovClubGroup, founded_on, N_("Founded on"), DOV_PAST),
  DOV_CHOICE (DovClubGroup, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovClubStatus, dov_club_status_get_type),
  DOV_DATE_AFTER (DovClubGroup, closed_on, N_("Closed on"), DOV_MOSTLY_PAST, founded_on),
  DOV_NOTE (DovClubGroup, plans, N_("Plans"), 0),
  DOV_NOTE (DovClubGroup, material_base, N_("Material base"), 0),
  DOV_NOTE (DovClubGroup, note, N_("Note"), 0),
};

/**
 * dov_club_group_has_day:
 *
 * Returns: whether the group may meet on that day: it is founded, not closed
 *   yet, and the month belongs to its season
 */
gboolean
dov_club_group_has_day (DovClubGroup *self,
                        const GDate  *day)
{
  GDateMonth month = g_date_get_month (day);

  if (self->founded_on != NULL && g_date_compare (day, self->founded_on) < 0)
    return FALSE;
  if (self->closed_on != NULL && g_date_compare (day, self->closed_on) > 0)
    return FALSE;
  if (self->season == DOV_CLUB_SEASON_SCHOOL)
    return month >= G_DATE_SEPTEMBER || month <= G_DATE_MAY;
  if (self->season == DOV_CLUB_SEASON_SUMMER)
    return month >= G_DATE_JUNE && month <= G_DATE_AUGUST;

  return TRUE;
}

/**
 * dov_club_group_get_season:
 * @day: any day
 * @since: (out caller-allocates): the first day of the season that @day lies in
 * @until: (out caller-allocates): its last day
 *
 * A day between two seasons belongs to the one that is over.
 */
void
dov_club_group_get_season (DovClubGroup *self,
                           const GDate  *day,
                           GDate        *since,
                           GDate        *until)
{
  GDateYear year = g_date_get_year (day);
  GDateMonth month = g_date_get_month (day);

  switch (self->season)
    {
    case DOV_CLUB_SEASON_SCHOOL:
      year -= month < G_DATE_SEPTEMBER ? 1 : 0;
      g_date_set_dmy (since, 1, G_DATE_SEPTEMBER, year);
      g_date_set_dmy (until, 31, G_DATE_MAY, year + 1);
      break;

    case DOV_CLUB_SEASON_SUMMER:
      year -= month < G_DATE_JUNE ? 1 : 0;
      g_date_set_dmy (since, 1, G_DATE_JUNE, year);
      g_date_set_dmy (until, 31, G_DATE_AUGUST, year);
      break;

    case DOV_CLUB_SEASON_CALENDAR:
    default:
      g_date_set_dmy (since, 1, G_DATE_JANUARY, year);
      g_date_set_dmy (until, 31, G_DATE_DECEMBER, year);
      break;
    }
}

static void
dov_club_group_check (DovRecord *record,
                      GPtrArray *problems)
{
  DovClubGroup *self = DOV_CLUB_GROUP (record);

  if (self->status != DOV_CLUB_STATUS_CLOSED && self->closed_on != NULL)
    dov_problems_add (problems, record, "closed_on", NULL,
                      _("Only a closed group has this day. Change the status or leave the day empty."));
}

DOV_DEFINE_RECORD (DovClubGroup, dov_club_group, fields,
                   .table = "club_group",
                   .label = N_("Club group"),
                   .labels = N_("Clubs and studios"),
                   .line = "{name}",
                   .check = dov_club_group_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovClubGroup, status, DOV_CLUB_STATUS_ACTIVE),
                                           DOV_PRESET (DovClubGroup, season, DOV_CLUB_SEASON_SCHOOL)))
