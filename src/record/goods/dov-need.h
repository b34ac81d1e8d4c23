/* dov-need.h - what a family has asked for, and what is kept back for it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PRIORITY_URGENT = 1,
  DOV_PRIORITY_NORMAL,
  DOV_PRIORITY_LOW,
} DovPriority;

GType dov_priority_get_type (void);

typedef enum
{
  DOV_NEED_STATUS_OPEN = 1,
  DOV_NEED_STATUS_RESERVED,
  DOV_NEED_STATUS_MET,
  DOV_NEED_STATUS_CANCELLED,
} DovNeedStatus;

GType dov_need_status_get_type (void);

#define DOV_TYPE_NEED (dov_need_get_type ())
G_DECLARE_FINAL_TYPE (DovNeed, dov_need, DOV, NEED, DovRecord)

struct _DovNeed
{
  DovRecord parent_instance;

  gint64         family_id;
  gint64         person_id;
  GDate         *date;
  gint64         lounge_id;
  gint64         drive_id;
  gint64         item_id;
  gint64         category_id;
  gint64         qty;
  DovPriority    priority;
  DovNeedStatus  status;
  GDate         *reserved_until;
  gint64         distribution_id;
  char          *note;
};

G_END_DECLS
