/* dov-patrol-shift.h - one walk of a patrol: planned, done */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PATROL_SHIFT_KIND_PLANNED = 1,
  DOV_PATROL_SHIFT_KIND_RAID,
  DOV_PATROL_SHIFT_KIND_EVENT,
  DOV_PATROL_SHIFT_KIND_JOINT,
} DovPatrolShiftKind;

GType dov_patrol_shift_kind_get_type (void);

typedef enum
{
  DOV_PATROL_SHIFT_STATUS_DRAFT = 1,
  DOV_PATROL_SHIFT_STATUS_PLANNED,
  DOV_PATROL_SHIFT_STATUS_IN_PROGRESS,
  DOV_PATROL_SHIFT_STATUS_DONE,
  DOV_PATROL_SHIFT_STATUS_CANCELLED,
  DOV_PATROL_SHIFT_STATUS_REPLACED,
} DovPatrolShiftStatus;

GType dov_patrol_shift_status_get_type (void);

#define DOV_TYPE_PATROL_SHIFT (dov_patrol_shift_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolShift, dov_patrol_shift, DOV, PATROL_SHIFT, DovRecord)

struct _DovPatrolShift
{
  DovRecord parent_instance;

  gint64                patrol_id;
  GDateTime            *starts_at;
  GDateTime            *ends_at;
  gint64                route_id;
  gint64                leader_id;
  DovPatrolShiftKind    kind;
  DovPatrolShiftStatus  status;
  char                 *status_reason;
  gint64                event_id;
  gboolean              briefed;
  GDateTime            *actual_start;
  GDateTime            *actual_end;
  gint64                talks;
  gint64                leaflets;
  gint64                places_checked;
  char                 *note;
};

gboolean   dov_patrol_shift_is_on      (DovPatrolShift *self);
gboolean   dov_patrol_shift_has_begun  (DovPatrolShift *self);
GDateTime *dov_patrol_shift_get_start  (DovPatrolShift *self);
GDateTime *dov_patrol_shift_get_end    (DovPatrolShift *self);

G_END_DECLS
