/* dov-roll.h - who was at an event by name, how many came in all, and how both change together */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-attendance.h"
#include "dov-band.h"
#include "dov-event.h"
#include "dov-person.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef struct
{
  DovAttendance *mark;
  DovPerson     *person;
} DovRollLine;

/**
 * DovRoll:
 * @lines: (element-type DovRollLine): in the order of names
 * @named: people by name in each band, those only who count as visits
 * @counted: all who came, by name or not
 * @n_named: sum of @named
 * @n_counted: sum of @counted
 * @is_counted: somebody has said how many came
 */
typedef struct
{
  GPtrArray *lines;
  gint64     named[DOV_N_BANDS];
  gint64     counted[DOV_N_BANDS];
  gint64     n_named;
  gint64     n_counted;
  gboolean   is_counted;
} DovRoll;

DovRoll     *dov_roll_read        (DovStore       *store,
                                   DovEvent       *event,
                                   GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void         dov_roll_free        (DovRoll        *self);
DovRollLine *dov_roll_find        (DovRoll        *self,
                                   gint64          person);

gboolean     dov_roll_mark        (DovStore       *store,
                                   DovEvent       *event,
                                   DovPerson      *person,
                                   GError        **error);
gboolean     dov_roll_mark_all    (DovStore       *store,
                                   DovEvent       *event,
                                   const gint64   *people,
                                   guint           n_people,
                                   const char     *words,
                                   gboolean        is_now,
                                   guint          *n_marked,
                                   GError        **error);
gboolean     dov_roll_mark_newcomer (DovStore     *store,
                                   DovEvent       *event,
                                   DovPerson      *draft,
                                   gboolean        is_now,
                                   GError        **error);
DovAttendance *dov_roll_find_mark (DovStore       *store,
                                   DovEvent       *event,
                                   gint64          person) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_roll_add_unnamed (DovStore       *store,
                                   DovEvent       *event,
                                   DovBand         band,
                                   gint64          change,
                                   GError        **error);
gboolean     dov_roll_change      (DovStore       *store,
                                   DovEvent       *event,
                                   DovAttendance  *mark,
                                   DovAttendanceStatus status,
                                   GError        **error);
gboolean     dov_roll_unmark      (DovStore       *store,
                                   DovEvent       *event,
                                   DovAttendance  *mark,
                                   GError        **error);
gboolean     dov_roll_take_off    (DovStore       *store,
                                   DovEvent       *event,
                                   DovAttendance  *mark,
                                   GError        **error);
gboolean     dov_roll_set_unnamed (DovStore       *store,
                                   DovEvent       *event,
                                   DovBand         band,
                                   gint64          unnamed,
                                   GError        **error);
gboolean     dov_roll_count_named (DovStore       *store,
                                   DovEvent       *event,
                                   GError        **error);

DovBand      dov_roll_band_of     (DovPerson      *person,
                                   DovEvent       *event);
char        *dov_roll_age_words   (DovPerson      *person,
                                   DovEvent       *event) G_GNUC_WARN_UNUSED_RESULT;
gboolean     dov_event_is_to_come (DovEvent       *event);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovRoll, dov_roll_free)

G_END_DECLS
