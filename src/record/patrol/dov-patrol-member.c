/* dov-patrol-member.c - somebody who walks with a patrol */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-patrol-member.h"

#include "dov-patrol.h"
#include "dov-person.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovPatrolMemberKind, dov_patrol_member_kind,
  { DOV_PATROL_MEMBER_KIND_PUBLIC, N_("villager"), "public" },
  { DOV_PATROL_MEMBER_KIND_PARENT, N_("a parent"), "parent" },
  { DOV_PATROL_MEMBER_KIND_TEACHER, N_("teacher"), "teacher" },
  { DOV_PATROL_MEMBER_KIND_OFFICIAL, N_("official"), "official" },
  { DOV_PATROL_MEMBER_KIND_POLICE, N_("police officer"), "police" },
  { DOV_PATROL_MEMBER_KIND_DRUZHINNIK, N_("member of the people’s guard"), "druzhinnik" })

static const DovField fields[] = {
  DOV_LINK (DovPatrolMember, patrol_id, N_("Patrol"), DOV_REQUIRED | DOV_LISTED, dov_patrol_get_type),
  DOV_LINK (DovPatrolMember, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_CHOICE (DovPatrolMember, kind, N_("Kind of member"), DOV_REQUIRED | DOV_LISTED,
              DovPatrolMemberKind, dov_patrol_member_kind_get_type),
  DOV_FLAG (DovPatrolMember, may_lead, N_("May lead"), DOV_LISTED),
  DOV_DATE (DovPatrolMember, instructed_on, N_("Briefed on"), DOV_LISTED),
  DOV_DATE (DovPatrolMember, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovPatrolMember, until, N_("Until"), DOV_LISTED, since),
  DOV_TEXT (DovPatrolMember, phone, N_("Telephone"), DOV_PERSONAL | DOV_PHONE | DOV_LISTED),
  DOV_TEXT (DovPatrolMember, id_card_no, N_("Card no."), DOV_PERSONAL),
  DOV_NOTE (DovPatrolMember, note, N_("Note"), 0),
};

/**
 * dov_patrol_member_is_current:
 *
 * Returns: whether the member belongs to the patrol on that day
 */
gboolean
dov_patrol_member_is_current (DovPatrolMember *self,
                              const GDate     *on)
{
  return !dov_record_is_removed (DOV_RECORD (self)) &&
         self->since != NULL && g_date_compare (self->since, on) <= 0 &&
         (self->until == NULL || g_date_compare (self->until, on) >= 0);
}

static void
dov_patrol_member_check (DovRecord *record,
                         GPtrArray *problems)
{
  DovPatrolMember *self = DOV_PATROL_MEMBER (record);
  GDate today = dov_today ();

  if (self->instructed_on != NULL && g_date_compare (self->instructed_on, &today) > 0)
    dov_problems_add (problems, record, "instructed_on", "T2",
                      _("The briefing is still to come. Type its day when it has been held."));
  if (self->kind == DOV_PATROL_MEMBER_KIND_DRUZHINNIK && *self->id_card_no == '\0')
    dov_problems_add (problems, record, "id_card_no", NULL,
                      _("A member of the people’s guard has a card. Type its number."));
}

DOV_DEFINE_RECORD (DovPatrolMember, dov_patrol_member, fields,
                   .table = "patrol_member",
                   .label = N_("Member of the patrol"),
                   .labels = N_("Members of patrols"),
                   .line = "{kind}",
                   .check = dov_patrol_member_check)
