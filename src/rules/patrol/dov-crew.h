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

/* What is done about one of them: said whether they came, and the rest. */
typedef enum
{
  DOV_CREW_CAME = DOV_SHIFT_CAME_CAME,
  DOV_CREW_NO_SHOW = DOV_SHIFT_CAME_NO_SHOW,
  DOV_CREW_EXCUSED = DOV_SHIFT_CAME_EXCUSED,
  DOV_CREW_HOURS,
  DOV_CREW_LEAD,
  DOV_CREW_TAKE_OUT,
} DovCrewStep;

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
gboolean     dov_crew_step        (DovStore       *store,
                                   DovPatrolShift *shift,
                                   DovCrewLine    *line,
                                   DovCrewStep     step,
                                   DovRecord      *hours,
                                   GError        **error);
gboolean     dov_crew_set_all_came (DovStore      *store,
                                   GPtrArray      *crew,
                                   GError        **error);
gboolean     dov_crew_save_shift  (DovStore       *store,
                                   DovPatrolShift *shift,
                                   GArray         *members,
                                   GError        **error);

/* The patrol that goes without saying: the only one at work, 0 when there are more. */
gint64       dov_patrol_find_only (DovStore       *store);

/**
 * DovCrewChoice:
 * @id: of the member of the patrol
 * @words: “free, 2 shifts in March”, “on the Day of the Family until 21:30”
 * @is_free: may be chosen
 * @is_warned: though something is to be said against it
 */
typedef struct
{
  gint64    id;
  char     *name;
  char     *words;
  gboolean  is_free;
  gboolean  is_warned;
} DovCrewChoice;

GPtrArray *dov_crew_list_choices (DovStore       *store,
                                  DovPatrolShift *shift,
                                  gint64          instead_of) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
