/* dov-club-month.h - the marks of a group in one month: people down, sessions across */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-attendance.h"
#include "dov-club-group.h"
#include "dov-club-session.h"
#include "dov-person.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovClubColumn:
 * @session: a session of the month
 * @n_present: how many were there
 * @n_marked: how many have any mark
 * @is_to_come: nobody can be marked yet
 */
typedef struct
{
  DovClubSession *session;
  guint           n_present;
  guint           n_marked;
  gboolean        is_to_come;
} DovClubColumn;

/**
 * DovClubRow:
 * @person: somebody who belongs to the group in the month, or is marked in it
 * @n_present: at how many sessions the person was
 * @n_marked: of how many with any mark
 * @left_on: (nullable): the day of leaving, when that is over
 */
typedef struct
{
  DovPerson *person;
  guint      n_present;
  guint      n_marked;
  GDate     *left_on;
} DovClubRow;

/**
 * DovClubMonth:
 * @columns: (element-type DovClubColumn): in their order
 * @rows: (element-type DovClubRow): in the order of names
 * @n_present: all who were there, each as often as they came
 * @n_held: sessions with any mark
 */
typedef struct
{
  DovClubGroup *group;
  GDate         first;
  GDate         last;
  GPtrArray    *columns;
  GPtrArray    *rows;
  guint         n_present;
  guint         n_held;

  /*< private >*/
  GByteArray   *marks;
  GByteArray   *belonging;
} DovClubMonth;

DovClubMonth  *dov_club_month_read     (DovStore       *store,
                                        gint64          group_id,
                                        const GDate    *day,
                                        GError        **error) G_GNUC_WARN_UNUSED_RESULT;
void           dov_club_month_free     (DovClubMonth   *self);
DovClubColumn *dov_club_month_get_column (DovClubMonth *self,
                                        guint           column);
DovClubRow    *dov_club_month_get_row  (DovClubMonth   *self,
                                        guint           row);
DovClubMark    dov_club_month_get_mark (DovClubMonth   *self,
                                        guint           row,
                                        guint           column);
gboolean       dov_club_month_belongs  (DovClubMonth   *self,
                                        guint           row,
                                        guint           column);

gboolean       dov_club_mark           (DovStore       *store,
                                        gint64          session_id,
                                        gint64          person_id,
                                        DovClubMark     mark,
                                        GError        **error);
gboolean       dov_club_mark_rest      (DovStore       *store,
                                        DovClubMonth   *month,
                                        guint           column,
                                        GError        **error);

/* One decimal, «—» when nothing was held. */
char          *dov_club_average_to_shown (guint         n_present,
                                        guint           n_held) G_GNUC_WARN_UNUSED_RESULT;

/* From both days on, to both: what lists and pages show of a group. */
typedef struct
{
  guint n_members;   /* on the last day */
  guint n_sessions;  /* all of the span */
  guint n_held;
  guint n_present;
} DovClubFigures;

DovClubFigures dov_club_count          (DovStore       *store,
                                        gint64          group_id,
                                        const GDate    *since,
                                        const GDate    *until);
gint64         dov_club_find_next      (DovStore       *store,
                                        gint64          group_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovClubMonth, dov_club_month_free)

G_END_DECLS
