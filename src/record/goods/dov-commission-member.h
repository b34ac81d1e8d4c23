/* dov-commission-member.h - who looked at goods that are written off or counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_COMMISSION_ROLE_CHAIR = 1,
  DOV_COMMISSION_ROLE_MEMBER,
} DovCommissionRole;

GType dov_commission_role_get_type (void);

#define DOV_TYPE_COMMISSION_MEMBER (dov_commission_member_get_type ())
G_DECLARE_FINAL_TYPE (DovCommissionMember, dov_commission_member, DOV, COMMISSION_MEMBER, DovRecord)

struct _DovCommissionMember
{
  DovRecord parent_instance;

  gint64             person_id;
  DovCommissionRole  role;
  char              *position;
  gint64             write_off_id;
  gint64             count_id;
};

G_END_DECLS
