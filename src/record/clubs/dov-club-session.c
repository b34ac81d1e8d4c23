/* dov-club-session.c - one session of a group */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-club-session.h"

#include "dov-club-group.h"
#include "dov-staff.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovClubSession, group_id, N_("Club group"), DOV_REQUIRED | DOV_LISTED, dov_club_group_get_type),
  DOV_MOMENT (DovClubSession, starts_at, N_("Start"), DOV_REQUIRED | DOV_LISTED),
  DOV_QUANTITY (DovClubSession, hours, N_("Hours"), DOV_REQUIRED | DOV_LISTED),
  DOV_TEXT (DovClubSession, topic, N_("Topic of the session"), DOV_LISTED),
  DOV_LINK (DovClubSession, leader_id, N_("Leader"), DOV_LISTED, dov_staff_get_type),
  DOV_TEXT (DovClubSession, place, N_("Place"), 0),
};

/**
 * dov_club_session_dup_end:
 *
 * Returns: (transfer full) (nullable): when the session is over
 */
GDateTime *
dov_club_session_dup_end (DovClubSession *self)
{
  if (self->starts_at == NULL || self->hours == DOV_UNKNOWN)
    return NULL;

  return g_date_time_add_minutes (self->starts_at, (int) (self->hours * 60 / 1000));
}

DOV_DEFINE_RECORD (DovClubSession, dov_club_session, fields,
                   .table = "club_session",
                   .label = N_("Session of a group"),
                   .labels = N_("Sessions of groups"),
                   .line = "{starts_at}[ · {topic}]",
                   .presets = DOV_PRESETS (DOV_PRESET (DovClubSession, hours, 1000)))
