/* dov-family-move.h - a family goes over from one lounge to another, with all that is known of it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_FAMILY_MOVE (dov_family_move_get_type ())
G_DECLARE_FINAL_TYPE (DovFamilyMove, dov_family_move, DOV, FAMILY_MOVE, DovRecord)

struct _DovFamilyMove
{
  DovRecord parent_instance;

  gint64  family_id;
  gint64  from_lounge_id;
  char   *from_case_no;
  gint64  to_lounge_id;
  char   *to_case_no;
  GDate  *moved_on;
  char   *address;
  char   *reason;
};

G_END_DECLS
