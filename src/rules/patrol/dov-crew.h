/* dov-crew.h - those who are put down for one shift: who they are, whether they came, who takes their place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-member.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-shift-member.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovCrewLine:
 * @place: the place in the shift
 * @name: «Пестов Дмитрий Кириллович»
 * @short_name: «Пестов Д.К.»
 */
typedef struct
{
  DovShiftMember  *place;
  DovPatrolMember *member;
  DovPerson       *person;
  char            *name;
  char            *short_name;
  gboolean         leads;
} DovCrewLine;

GPtrArray   *dov_crew_read        (DovStore       *store,
                                   DovPatrolShift *shift) G_GNUC_WARN_UNUSED_RESULT;
guint        dov_crew_count       (GPtrArray      *crew,
                                   DovShiftCame    came);
gint64       dov_crew_count_minutes (GPtrArray    *crew,
                                   DovPatrolShift *shift);
char        *dov_crew_dup_words   (GPtrArray      *crew) G_GNUC_WARN_UNUSED_RESULT;

/* Each is one operation, with its line in the history and its undo. */
gboolean     dov_crew_add         (DovStore       *store,
                                   DovPatrolShift *shift,
                                   gint64          member,
                                   GError        **error);
gboolean     dov_crew_replace     (DovStore       *store,
                                   DovPatrolShift *shift,
                                   DovCrewLine    *line,
                                   gint64          member,
                                   GError        **error);
gboolean     dov_crew_take_out    (DovStore       *store,
                                   DovPatrolShift *shift,
                                   DovCrewLine    *line,
                                   GError        **error);
gboolean     dov_crew_set_leader  (DovStore       *store,
                                   DovPatrolShift *shift,
                                   DovCrewLine    *line,
                                   GError        **error);
gboolean     dov_crew_set_came    (DovStore       *store,
                                   DovCrewLine    *line,
                                   DovShiftCame    came,
                                   GError        **error);
gboolean     dov_crew_set_hours   (DovStore       *store,
                                   DovCrewLine    *line,
                                   DovRecord      *draft,
                                   GError        **error);
gboolean     dov_crew_set_all_came (DovStore      *store,
                                   GPtrArray      *crew,
                                   GError        **error);
gboolean     dov_crew_save_shift  (DovStore       *store,
                                   DovPatrolShift *shift,
                                   GArray         *members,
                                   GError        **error);

G_END_DECLS
