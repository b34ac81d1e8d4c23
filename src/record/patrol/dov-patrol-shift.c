/* dov-patrol-shift.c - one walk of a patrol: planned, done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-shift.h"

#include "dov-event.h"
#include "dov-fold.h"
#include "dov-patrol-member.h"
#include "dov-patrol-route.h"
#include "dov-patrol.h"

#include <glib/gi18n.h>

/* How long a walk is planned for, and from when a real one is looked at again (T6). */
#define SHORTEST_MINUTES 30
#define LONGEST_MINUTES (6 * 60)
#define IMPOSSIBLE_MINUTES (24 * 60)
#define FARTHEST_MINUTES   (12 * 60)

DOV_DEFINE_CHOICES (
  DovPatrolShiftKind, dov_patrol_shift_kind,
  { DOV_PATROL_SHIFT_KIND_PLANNED, N_("by the roster"), "planned" },
  { DOV_PATROL_SHIFT_KIND_RAID, N_("raid"), "raid" },
  { DOV_PATROL_SHIFT_KIND_EVENT, N_("at an event"), "event" },
  { DOV_PATROL_SHIFT_KIND_JOINT, N_("together with the police or the commission"), "joint" })

DOV_DEFINE_CHOICES (
  DovPatrolShiftStatus, dov_patrol_shift_status,
  { DOV_PATROL_SHIFT_STATUS_DRAFT, N_("draft of a shift"), "draft" },
  { DOV_PATROL_SHIFT_STATUS_PLANNED, N_("on the roster"), "planned" },
  { DOV_PATROL_SHIFT_STATUS_IN_PROGRESS, N_("on the walk"), "in_progress" },
  { DOV_PATROL_SHIFT_STATUS_DONE, N_("walked"), "done" },
  { DOV_PATROL_SHIFT_STATUS_CANCELLED, N_("shift called off"), "cancelled" },
  { DOV_PATROL_SHIFT_STATUS_REPLACED, N_("replaced by another"), "replaced" })

static const DovField fields[] = {
  DOV_LINK (DovPatrolShift, patrol_id, N_("Patrol"), DOV_REQUIRED | DOV_LISTED, dov_patrol_get_type),
  DOV_MOMENT (DovPatrolShift, starts_at, N_("Begins"), DOV_REQUIRED | DOV_LISTED),
  DOV_MOMENT_AFTER (DovPatrolShift, ends_at, N_("Ends"), DOV_REQUIRED | DOV_LISTED, starts_at),
  DOV_LINK (DovPatrolShift, route_id, N_("Route"), DOV_LISTED, dov_patrol_route_get_type),
  DOV_LINK (DovPatrolShift, leader_id, N_("Leader of the shift"), DOV_LISTED | DOV_PERSONAL,
            dov_patrol_member_get_type),
  DOV_CHOICE (DovPatrolShift, kind, N_("Kind of shift"), DOV_REQUIRED | DOV_LISTED,
              DovPatrolShiftKind, dov_patrol_shift_kind_get_type),
  DOV_CHOICE (DovPatrolShift, status, N_("Status"), DOV_REQUIRED | DOV_LISTED,
              DovPatrolShiftStatus, dov_patrol_shift_status_get_type),
  DOV_TEXT (DovPatrolShift, status_reason, N_("Reason for calling off or replacing"), 0),
  DOV_LINK (DovPatrolShift, event_id, N_("Event that is guarded"), 0, dov_event_get_type),
  DOV_FLAG (DovPatrolShift, briefed, N_("Briefing held"), 0),
  DOV_MOMENT (DovPatrolShift, actual_start, N_("Really began"), DOV_LISTED),
  DOV_MOMENT_AFTER (DovPatrolShift, actual_end, N_("Really ended"), DOV_LISTED, actual_start),
  DOV_NUMBER_TO (DovPatrolShift, talks, N_("Talks held"), DOV_LISTED, 1000),
  DOV_NUMBER (DovPatrolShift, leaflets, N_("Leaflets given out"), DOV_LISTED),
  DOV_NUMBER_TO (DovPatrolShift, places_checked, N_("Places looked at"), DOV_LISTED, 1000),
  DOV_NOTE (DovPatrolShift, note, N_("Weather, note"), 0),
};

/**
 * dov_patrol_shift_is_on:
 *
 * Returns: whether the shift takes up those put down for it: it was neither
 *   called off nor replaced
 */
gboolean
dov_patrol_shift_is_on (DovPatrolShift *self)
{
  return !dov_record_is_removed (DOV_RECORD (self)) &&
         self->status != DOV_PATROL_SHIFT_STATUS_CANCELLED && self->status != DOV_PATROL_SHIFT_STATUS_REPLACED;
}

/**
 * dov_patrol_shift_has_begun:
 *
 * Returns: whether there is something to write down: the walk goes on, is
 *   over, or its hour has come
 */
gboolean
dov_patrol_shift_has_begun (DovPatrolShift *self)
{
  g_autoptr (GDateTime) now = dov_clock_dup_now ();

  return self->status == DOV_PATROL_SHIFT_STATUS_IN_PROGRESS || self->status == DOV_PATROL_SHIFT_STATUS_DONE ||
         (dov_patrol_shift_is_on (self) && self->starts_at != NULL && g_date_time_compare (self->starts_at, now) <= 0);
}

/**
 * dov_patrol_shift_get_start:
 *
 * Returns: (transfer none) (nullable): when it really began, else when it is
 *   to begin
 */
GDateTime *
dov_patrol_shift_get_start (DovPatrolShift *self)
{
  return self->actual_start != NULL ? self->actual_start : self->starts_at;
}

/**
 * dov_patrol_shift_get_end:
 *
 * Returns: (transfer none) (nullable): when it really ended, else when it is
 *   to end
 */
GDateTime *
dov_patrol_shift_get_end (DovPatrolShift *self)
{
  return self->actual_end != NULL ? self->actual_end : self->ends_at;
}

static char *
dov_patrol_shift_describe (DovRecord *record)
{
  DovPatrolShift *self = DOV_PATROL_SHIFT (record);
  g_autofree char *when = dov_moment_to_shown (self->starts_at);
  g_autofree char *until = NULL;

  if (self->starts_at == NULL || self->ends_at == NULL)
    return g_steal_pointer (&when);
  until = dov_time_to_shown (dov_moment_get_time (self->ends_at));

  return g_strdup_printf ("%s–%s", when, until);
}

static gint64
count_minutes (GDateTime *since,
               GDateTime *until)
{
  return g_date_time_difference (until, since) / G_TIME_SPAN_MINUTE;
}

/* 0.5 to 6 hours, also over midnight. */
static void
check_planned (DovPatrolShift *self,
               GPtrArray      *problems)
{
  gint64 minutes;

  if (self->starts_at == NULL || self->ends_at == NULL || g_date_time_compare (self->ends_at, self->starts_at) < 0)
    return;

  minutes = count_minutes (self->starts_at, self->ends_at);
  if (minutes < SHORTEST_MINUTES)
    dov_problems_add (problems, DOV_RECORD (self), "ends_at", "V5",
                      _("A shift is at least half an hour long. Check both times."));
  else if (minutes > LONGEST_MINUTES)
    dov_problems_add (problems, DOV_RECORD (self), "ends_at", "V5",
                      _("A shift is at most six hours long. Check both times, or make two shifts."));
}

/* T6: what was walked has its real times. */
static void
check_actual (DovPatrolShift *self,
              GPtrArray      *problems)
{
  DovRecord *record = DOV_RECORD (self);
  g_autoptr (GDateTime) now = dov_clock_dup_now ();
  gint64 minutes;

  if (self->status == DOV_PATROL_SHIFT_STATUS_DONE && self->actual_start == NULL)
    dov_problems_add (problems, record, "actual_start", "T6", _("Type when the walk really began."));
  if (self->status == DOV_PATROL_SHIFT_STATUS_DONE && self->actual_end == NULL)
    dov_problems_add (problems, record, "actual_end", "T6", _("Type when the walk really ended."));
  if (self->actual_start != NULL && g_date_time_compare (self->actual_start, now) > 0)
    dov_problems_add (problems, record, "actual_start", "T6", _("This time is still to come. Check the day."));
  if (self->actual_end != NULL && g_date_time_compare (self->actual_end, now) > 0)
    dov_problems_add (problems, record, "actual_end", "T6", _("This time is still to come. Check the day."));
  if (self->actual_start == NULL || self->actual_end == NULL ||
      g_date_time_compare (self->actual_end, self->actual_start) < 0)
    return;

  if (self->starts_at != NULL && ABS (count_minutes (self->starts_at, self->actual_start)) > FARTHEST_MINUTES)
    dov_problems_add (problems, record, "actual_start", "T6",
                      _("The walk really began on another day than it was to begin. Check both, or make a shift of that day."));
  minutes = count_minutes (self->actual_start, self->actual_end);
  if (minutes == 0)
    dov_problems_add (problems, record, "actual_end", "T6", _("The walk ended when it began. Check both times."));
  else if (minutes > IMPOSSIBLE_MINUTES)
    dov_problems_add (problems, record, "actual_end", "T6",
                      _("The walk lasted longer than a day. Check both times."));
  else if (minutes > LONGEST_MINUTES)
    dov_problems_warn (problems, record, "actual_end", "T6",
                       _("The walk lasted longer than six hours. Check both times, or say why it is right."));
}

static void
dov_patrol_shift_check (DovRecord *record,
                        GPtrArray *problems)
{
  DovPatrolShift *self = DOV_PATROL_SHIFT (record);
  gboolean is_set = dov_patrol_shift_is_on (self) && self->status != DOV_PATROL_SHIFT_STATUS_DRAFT &&
                    self->starts_at != NULL;

  check_planned (self, problems);
  check_actual (self, problems);
  if (is_set && self->route_id == 0)
    dov_problems_add (problems, record, "route_id", NULL, _("Choose the route of the shift, or leave it a draft."));
  if (is_set && self->leader_id == 0)
    dov_problems_add (problems, record, "leader_id", "T2", _("Choose who leads the shift, or leave it a draft."));
  if ((self->status == DOV_PATROL_SHIFT_STATUS_CANCELLED || self->status == DOV_PATROL_SHIFT_STATUS_REPLACED) &&
      dov_fold_is_empty (self->status_reason))
    dov_problems_add (problems, record, "status_reason", NULL,
                      _("Type why the shift was called off or replaced."));
}

DOV_DEFINE_RECORD (DovPatrolShift, dov_patrol_shift, fields,
                   .table = "patrol_shift",
                   .label = N_("Patrol shift"),
                   .labels = N_("Patrol shifts"),
                   .describe = dov_patrol_shift_describe,
                   .check = dov_patrol_shift_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovPatrolShift, kind, DOV_PATROL_SHIFT_KIND_PLANNED),
                                           DOV_PRESET (DovPatrolShift, status, DOV_PATROL_SHIFT_STATUS_PLANNED)))
