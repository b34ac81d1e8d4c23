/* dov-drive.h - a charity drive, from its plan to its closing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_DRIVE_KIND_GENERAL = 1,
  DOV_DRIVE_KIND_TARGETED,
} DovDriveKind;

GType dov_drive_kind_get_type (void);

typedef enum
{
  DOV_DRIVE_STATUS_PLANNED = 1,
  DOV_DRIVE_STATUS_COLLECTING,
  DOV_DRIVE_STATUS_DISTRIBUTING,
  DOV_DRIVE_STATUS_CLOSED,
  DOV_DRIVE_STATUS_CANCELLED,
} DovDriveStatus;

GType dov_drive_status_get_type (void);

#define DOV_TYPE_DRIVE (dov_drive_get_type ())
G_DECLARE_FINAL_TYPE (DovDrive, dov_drive, DOV, DRIVE, DovRecord)

struct _DovDrive
{
  DovRecord parent_instance;

  char           *name;
  DovDriveKind    kind;
  gint64          lounge_id;
  gint64          family_id;
  GDate          *since;
  GDate          *until;
  DovDriveStatus  status;
  char           *organiser;
  char           *aims;
  char           *collection_points;
  char           *needs;
  char           *basis;
  gint64          planned_items;
  gint64          planned_value;
  gint64          planned_families;
  gint64          planned_children;
  gint64          publications;
  GDate          *closed_on;
  char           *status_reason;
  char           *note;
  GDate          *name_since;
  char           *former_names;
};

G_END_DECLS
