/* dov-shift-member.h - who is put down for a shift, and whether they came */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_SHIFT_CAME_EXPECTED = 1,
  DOV_SHIFT_CAME_CAME,
  DOV_SHIFT_CAME_NO_SHOW,
  DOV_SHIFT_CAME_EXCUSED,
} DovShiftCame;

GType dov_shift_came_get_type (void);

#define DOV_TYPE_SHIFT_MEMBER (dov_shift_member_get_type ())
G_DECLARE_FINAL_TYPE (DovShiftMember, dov_shift_member, DOV, SHIFT_MEMBER, DovRecord)

struct _DovShiftMember
{
  DovRecord parent_instance;

  gint64        shift_id;
  gint64        member_id;
  DovShiftCame  came;
  GDateTime    *since;
  GDateTime    *until;
  char         *note;
};

G_END_DECLS
