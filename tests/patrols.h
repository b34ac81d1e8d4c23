/* patrols.h - an invented patrol with members, routes and shifts, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "club.h"

G_BEGIN_DECLS

#define PATROL_N_MEMBERS 6

/* The first two may lead. */
typedef struct
{
  gint64 patrol;
  gint64 route;
  gint64 persons[PATROL_N_MEMBERS];
  gint64 members[PATROL_N_MEMBERS];
} Patrol;

char      *patrol_write_id     (gint64       id) G_GNUC_WARN_UNUSED_RESULT;
void       patrol_make         (Club        *club,
                                Patrol      *patrol,
                                const char  *name);
gint64     patrol_add_member   (Club        *club,
                                Patrol      *patrol,
                                gint64       person,
                                gboolean     may_lead);
DovRecord *patrol_new_shift    (Club        *club,
                                Patrol      *patrol,
                                const char  *starts_at,
                                const char  *ends_at,
                                gint64       leader) G_GNUC_WARN_UNUSED_RESULT;
DovRecord *patrol_new_walker   (Club        *club,
                                gint64       shift,
                                gint64       member) G_GNUC_WARN_UNUSED_RESULT;

/* One operation: a shift of these two, the first leads. What the rules say is
 * left to verdict_commit(). */
gint64     patrol_begin_shift  (Club        *club,
                                Patrol      *patrol,
                                const char  *starts_at,
                                const char  *ends_at,
                                gint64       leader,
                                gint64       other);
gint64     patrol_add_shift    (Club        *club,
                                Patrol      *patrol,
                                const char  *starts_at,
                                const char  *ends_at,
                                gint64       leader,
                                gint64       other);
void       patrol_mark_done    (Club        *club,
                                gint64       shift);

G_END_DECLS
