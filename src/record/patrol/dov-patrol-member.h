/* dov-patrol-member.h - somebody who walks with a patrol */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_PATROL_MEMBER_KIND_PUBLIC = 1,
  DOV_PATROL_MEMBER_KIND_PARENT,
  DOV_PATROL_MEMBER_KIND_TEACHER,
  DOV_PATROL_MEMBER_KIND_OFFICIAL,
  DOV_PATROL_MEMBER_KIND_POLICE,
  DOV_PATROL_MEMBER_KIND_DRUZHINNIK,
} DovPatrolMemberKind;

GType dov_patrol_member_kind_get_type (void);

#define DOV_TYPE_PATROL_MEMBER (dov_patrol_member_get_type ())
G_DECLARE_FINAL_TYPE (DovPatrolMember, dov_patrol_member, DOV, PATROL_MEMBER, DovRecord)

struct _DovPatrolMember
{
  DovRecord parent_instance;

  gint64               patrol_id;
  gint64               person_id;
  DovPatrolMemberKind  kind;
  gboolean             may_lead;
  GDate               *instructed_on;
  GDate               *since;
  GDate               *until;
  char                *phone;
  char                *id_card_no;
  char                *note;
};

gboolean dov_patrol_member_is_current (DovPatrolMember *self,
                                       const GDate     *on);

G_END_DECLS
