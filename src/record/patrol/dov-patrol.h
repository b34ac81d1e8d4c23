/* dov-patrol.h - the public patrol of a settlement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PATROL_STATUS_ACTIVE = 1,
  DOV_PATROL_STATUS_SUSPENDED,
  DOV_PATROL_STATUS_CLOSED,
} DovPatrolStatus;

GType dov_patrol_status_get_type (void);

#define DOV_TYPE_PATROL (dov_patrol_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrol, dov_patrol, DOV, PATROL, DovRecord)

struct _DovPatrol
{
  DovRecord parent_instance;

  char            *name;
  gint64           settlement_id;
  gint64           lounge_id;
  DovPatrolStatus  status;
  gint64           leader_id;
  char            *created_by_doc;
  GDate           *created_on;
  char            *regulation_file;
  char            *note;
  GDate           *name_since;
  char            *former_names;
};

G_END_DECLS
