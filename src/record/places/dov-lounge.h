/* dov-lounge.h - a lounge: the place in a club where families are met */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_LOUNGE (dov_lounge_get_type ())
G_DECLARE_FINAL_TYPE (DovLounge, dov_lounge, DOV, LOUNGE, DovRecord)

struct _DovLounge
{
  DovRecord parent_instance;

  char   *name;
  gint64  settlement_id;
  gint64  host_institution_id;
  char   *address;
  GDate  *opened_on;
  GDate  *closed_on;
  gint64  manager_id;
  char   *opening_hours;
  gint64  capacity;
  GDate  *name_since;
  char   *former_names;
};

G_END_DECLS
