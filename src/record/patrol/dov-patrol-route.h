/* dov-patrol-route.h - a way that a patrol walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_PATROL_ROUTE (dov_patrol_route_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolRoute, dov_patrol_route, DOV, PATROL_ROUTE, DovRecord)

struct _DovPatrolRoute
{
  DovRecord parent_instance;

  char    *name;
  gint64   patrol_id;
  char    *points;
  char    *map_note;
  gint64   usual_minutes;
  GDate   *name_since;
  char    *former_names;
};

G_END_DECLS
