/* dov-home-visit.h - a family was visited at home, or nobody of it was met */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_VISIT_KIND_PLANNED = 1,
  DOV_VISIT_KIND_UNPLANNED,
  DOV_VISIT_KIND_CONTROL,
  DOV_VISIT_KIND_EMERGENCY,
} DovVisitKind;

GType dov_visit_kind_get_type (void);

#define DOV_TYPE_HOME_VISIT (dov_home_visit_get_type ())
G_DECLARE_FINAL_TYPE (DovHomeVisit, dov_home_visit, DOV, HOME_VISIT, DovRecord)

struct _DovHomeVisit
{
  DovRecord parent_instance;

  gint64        family_id;
  GDateTime    *visited_at;
  gint64        duration_min;
  DovVisitKind  kind;
  gint64        staff_id;
  char         *goal;
  gboolean      was_home;
  char         *opened_by;
  char         *findings;
  gboolean      danger;
  GDateTime    *called_at;      /* 112 */
  char         *actions_taken;
  char         *recommendations;
  GDate        *next_visit_on;
  gint64        trip_id;
};

G_END_DECLS
