/* dov-roster.h - who can walk when: clashes, who is free instead, a roster by pattern, fair shares */
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
 * DovRosterPattern:
 * @weekdays: a bit for each, Monday the lowest
 * @ends: not later than @starts: after midnight
 * @n_people: on a shift, at least two
 * @route_id: 0: the routes of the patrol in turn
 * @leader_id: 0: those who may lead in turn
 * @groups: (nullable) (element-type GArray of gint64): members that walk
 *   together, such as pairs, taken in turn; %NULL: whoever served least
 */
typedef struct
{
  gint64              patrol_id;
  GDate               since;
  GDate               until;
  guint               weekdays;
  DovTime             starts;
  DovTime             ends;
  guint               n_people;
  gint64              route_id;
  gint64              leader_id;
  GPtrArray          *groups;
  DovPatrolShiftKind  kind;
} DovRosterPattern;

/**
 * DovRosterLine:
 * @shift_id: a shift that is there already and is kept as it is, or 0
 * @leader_id: one of @members, 0 when nobody can lead
 * @members: (element-type gint64): of the patrol, the leader first
 * @n_missing: how many people are missing
 * @is_left_out: the page unticked it: dov_roster_save() skips it
 * @words: what is to be known of it, empty when all is well
 *
 * A shift of the pattern. What is short or has no leader becomes a draft.
 */
typedef struct
{
  gint64     shift_id;
  GDateTime *starts_at;
  GDateTime *ends_at;
  gint64     route_id;
  gint64     leader_id;
  GArray    *members;
  guint      n_missing;
  gboolean   is_left_out;
  char      *words;
} DovRosterLine;

/**
 * DovRosterProposal:
 * @lines: (element-type DovRosterLine): in the order of time; those kept too
 *
 * Pages show it, may change it, and save it as one operation.
 */
typedef struct
{
  gint64              patrol_id;
  DovPatrolShiftKind  kind;
  GPtrArray          *lines;
  guint               n_new;
  guint               n_kept;
  guint               n_short;
} DovRosterProposal;

DovRosterProposal *dov_roster_propose       (DovStore                *store,
                                             const DovRosterPattern  *pattern,
                                             GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           dov_roster_save          (DovStore                *store,
                                             DovRosterProposal       *proposal,
                                             GError                 **error);
void               dov_roster_proposal_free (DovRosterProposal       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovRosterProposal, dov_roster_proposal_free)

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
