/* dov-patrol-words.h - how shifts, hours and members are said on the screens of the patrol */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-finding.h"
#include "dov-patrol-shift.h"
#include "dov-person.h"
#include "dov-store.h"

G_BEGIN_DECLS

char *dov_patrol_dup_span        (GDateTime   *starts_at,
                                  GDateTime   *ends_at) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_day         (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_long_day    (const GDate *date) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_hours       (gint64       minutes) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_spent       (gint64       minutes,
                                  guint        n_people,
                                  gint64       person_minutes) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_people      (gint64       n) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_shifts      (gint64       n) G_GNUC_WARN_UNUSED_RESULT;

char *dov_patrol_dup_member      (DovStore    *store,
                                  gint64       member) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_member_full (DovStore    *store,
                                  gint64       member) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_child       (DovStore    *store,
                                  DovPatrolFinding *finding,
                                  gboolean     in_full) G_GNUC_WARN_UNUSED_RESULT;
char *dov_patrol_dup_measures    (DovPatrolFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
