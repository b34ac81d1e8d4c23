/* dov-patrol-route.c - a way that a patrol walks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-route.h"

#include "dov-patrol.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovPatrolRoute, dov_patrol_route, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_TEXT (DovPatrolRoute, name, N_("Name"), DOV_REQUIRED | DOV_LISTED),
  DOV_LINK (DovPatrolRoute, patrol_id, N_("Patrol"), DOV_REQUIRED | DOV_LISTED, dov_patrol_get_type),
  DOV_NOTE (DovPatrolRoute, points, N_("Points of the route"), DOV_LISTED),
  DOV_NOTE (DovPatrolRoute, map_note, N_("How it lies on the map"), 0),
  DOV_NUMBER (DovPatrolRoute, usual_minutes, N_("Usually takes, minutes"), DOV_LISTED),
};

static char *
dov_patrol_route_describe (DovRecord *record)
{
  return g_strdup (DOV_PATROL_ROUTE (record)->name);
}

static void
dov_patrol_route_class_init (DovPatrolRouteClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Route of a patrol");
  record_class->labels = N_("Routes of patrols");
  record_class->describe = dov_patrol_route_describe;

  dov_record_class_set_fields (record_class, "patrol_route", fields, G_N_ELEMENTS (fields));
}

static void
dov_patrol_route_init (DovPatrolRoute *self)
{
}
