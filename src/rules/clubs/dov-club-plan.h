/* dov-club-plan.h - the sessions of a month as the schedule of a group has them */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-club-session.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovClubPlanned:
 * @draft: a session that is not saved yet
 * @is_there: the group has a session at this time already
 * @is_holiday: a day off by the law of labour: it is left out unless somebody wants it
 * @is_wanted: is to be made
 * @warning: (nullable): what a rule warns of, in words
 * @refusal: (nullable): why it cannot be made
 */
typedef struct
{
  DovClubSession *draft;
  gboolean        is_there;
  gboolean        is_holiday;
  gboolean        is_wanted;
  char           *warning;
  char           *refusal;
} DovClubPlanned;

GPtrArray *dov_club_plan_list    (DovStore     *store,
                                  gint64        group_id,
                                  const GDate  *day,
                                  GError      **error) G_GNUC_WARN_UNUSED_RESULT;
guint      dov_club_plan_count   (GPtrArray    *plan);
gboolean   dov_club_plan_make    (DovStore     *store,
                                  gint64        group_id,
                                  GPtrArray    *plan,
                                  GError      **error);

G_END_DECLS
