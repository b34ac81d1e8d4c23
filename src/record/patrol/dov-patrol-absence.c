/* dov-patrol-absence.c - days on which a member cannot come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-absence.h"

#include "dov-patrol-member.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovPatrolAbsence, member_id, N_("Member of the patrol"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_patrol_member_get_type),
  DOV_DATE (DovPatrolAbsence, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovPatrolAbsence, until, N_("Until"), DOV_REQUIRED | DOV_LISTED, since),
  DOV_TEXT (DovPatrolAbsence, reason, N_("Reason"), DOV_LISTED),
};

static char *
dov_patrol_absence_describe (DovRecord *record)
{
  DovPatrolAbsence *self = DOV_PATROL_ABSENCE (record);
  g_autofree char *since = dov_date_to_shown (self->since);
  g_autofree char *until = dov_date_to_shown (self->until);

  if (g_str_equal (since, until))
    return g_steal_pointer (&since);

  return g_strdup_printf ("%s–%s", since, until);
}

DOV_DEFINE_RECORD (DovPatrolAbsence, dov_patrol_absence, fields,
                   .table = "patrol_absence",
                   .label = N_("Absence"),
                   .labels = N_("Absences"),
                   .describe = dov_patrol_absence_describe)
