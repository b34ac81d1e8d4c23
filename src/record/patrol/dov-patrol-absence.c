/* dov-patrol-absence.c - days on which a member cannot come */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-absence.h"

#include "dov-patrol-member.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovPatrolAbsence, dov_patrol_absence, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovPatrolAbsence, member_id, N_("Member of the patrol"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_patrol_member_get_type),
  DOV_DATE (DovPatrolAbsence, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovPatrolAbsence, until, N_("Until"), DOV_REQUIRED | DOV_LISTED),
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

static void
dov_patrol_absence_check (DovRecord *record,
                          GPtrArray *problems)
{
  dov_problems_check_span (problems, record, "since", "until");
}

static void
dov_patrol_absence_class_init (DovPatrolAbsenceClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Absence");
  record_class->labels = N_("Absences");
  record_class->describe = dov_patrol_absence_describe;
  record_class->check = dov_patrol_absence_check;

  dov_record_class_set_fields (record_class, "patrol_absence", fields, G_N_ELEMENTS (fields));
}

static void
dov_patrol_absence_init (DovPatrolAbsence *self)
{
}
