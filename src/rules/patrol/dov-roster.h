/* dov-roster.h - who can walk when: clashes, who is free instead, fair shares */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-roster-book.h"

G_BEGIN_DECLS

/* Clashes. The times are those really walked, where they are known. */
GPtrArray *dov_roster_check_person  (DovStore            *store,
                                     gint64               member_id,
                                     GDateTime           *starts_at,
                                     GDateTime           *ends_at,
                                     gint64               shift_id) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_roster_check_shift   (DovStore            *store,
                                     DovPatrolShift      *shift,
                                     GArray              *member_ids) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_roster_list_clashes  (DovStore            *store,
                                     gint64               patrol_id,
                                     const GDate         *since,
                                     const GDate         *until) G_GNUC_WARN_UNUSED_RESULT;
GArray    *dov_roster_list_free     (DovStore            *store,
                                     gint64               patrol_id,
                                     GDateTime           *starts_at,
                                     GDateTime           *ends_at,
                                     gint64               shift_id) G_GNUC_WARN_UNUSED_RESULT;

/**
 * DovRosterShare:
 * @n_planned: shifts to come
 * @n_came: shifts walked
 * @n_led: of these, led
 * @minutes: really walked
 *
 * What a member did in a period. A shift that was called off counts for nobody.
 */
typedef struct
{
  gint64 member_id;
  guint  n_planned;
  guint  n_came;
  guint  n_no_show;
  guint  n_excused;
  guint  n_led;
  gint64 minutes;
} DovRosterShare;

GArray *dov_roster_count_shares (DovStore     *store,
                                 gint64        patrol_id,
                                 const GDate  *since,
                                 const GDate  *until) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
