/* dov-patrol-route.c - a way that a patrol walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-route.h"

#include "dov-patrol.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_TEXT (DovPatrolRoute, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovPatrolRoute, patrol_id, N_("Patrol"), DOV_REQUIRED | DOV_LISTED, dov_patrol_get_type),
  DOV_NOTE (DovPatrolRoute, points, N_("Points of the route"), DOV_LISTED),
  DOV_NOTE (DovPatrolRoute, map_note, N_("How it lies on the map"), 0),
  DOV_NUMBER_TO (DovPatrolRoute, usual_minutes, N_("Usually takes, minutes"), DOV_LISTED, 1440),
  DOV_DATE (DovPatrolRoute, name_since, N_("Name since"), DOV_PAST),
  DOV_TEXT (DovPatrolRoute, former_names, N_("Former names"), DOV_LISTED),
};

DOV_DEFINE_RECORD (DovPatrolRoute, dov_patrol_route, fields,
                   .table = "patrol_route",
                   .label = N_("Route of a patrol"),
                   .labels = N_("Routes of patrols"),
                   .line = "{name}")
