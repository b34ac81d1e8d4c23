/* dov-roster-plan.h - a roster filled by a pattern: what people type, not a record that is kept, and the shifts of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-roster-book.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_WEEKDAYS_MONDAY    = 1 << 0,
  DOV_WEEKDAYS_TUESDAY   = 1 << 1,
  DOV_WEEKDAYS_WEDNESDAY = 1 << 2,
  DOV_WEEKDAYS_THURSDAY  = 1 << 3,
  DOV_WEEKDAYS_FRIDAY    = 1 << 4,
  DOV_WEEKDAYS_SATURDAY  = 1 << 5,
  DOV_WEEKDAYS_SUNDAY    = 1 << 6,
} DovWeekdays;

GType dov_weekdays_get_type (void);

#define DOV_TYPE_ROSTER_PLAN (dov_roster_plan_get_type ())
G_DECLARE_FINAL_TYPE (DovRosterPlan, dov_roster_plan, DOV, ROSTER_PLAN, DovRecord)

struct _DovRosterPlan
{
  DovRecord parent_instance;

  gint64       patrol_id;
  DovWeekdays  weekdays;
  DovTime      starts;
  DovTime      ends;
  GDate       *since;
  GDate       *until;
  gint64       n_people;
  gint64       route_id;
  gboolean     in_pairs;
};

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

void               dov_roster_plan_get_pattern (DovRosterPlan           *self,
                                                DovRosterPattern        *pattern);
DovRosterProposal *dov_roster_propose          (DovStore                *store,
                                                const DovRosterPattern  *pattern,
                                                GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean           dov_roster_save             (DovStore                *store,
                                                DovRosterProposal       *proposal,
                                                GError                 **error);
void               dov_roster_proposal_free    (DovRosterProposal       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovRosterProposal, dov_roster_proposal_free)

G_END_DECLS
