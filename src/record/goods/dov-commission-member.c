/* dov-commission-member.c - who looked at goods that are written off or counted */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-commission-member.h"

#include "dov-inventory-count.h"
#include "dov-person.h"
#include "dov-write-off.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovCommissionRole, dov_commission_role,
  { DOV_COMMISSION_ROLE_CHAIR, N_("chairperson"), "chair" },
  { DOV_COMMISSION_ROLE_MEMBER, N_("member of the commission"), "member" })

static const DovField fields[] = {
  DOV_LINK (DovCommissionMember, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED, dov_person_get_type),
  DOV_CHOICE (DovCommissionMember, role, N_("Role"), DOV_REQUIRED | DOV_LISTED,
              DovCommissionRole, dov_commission_role_get_type),
  DOV_TEXT (DovCommissionMember, position, N_("Position"), DOV_LISTED),
  DOV_LINK (DovCommissionMember, write_off_id, N_("Write-off"), DOV_LISTED, dov_write_off_get_type),
  DOV_LINK (DovCommissionMember, count_id, N_("Stock count"), DOV_LISTED, dov_inventory_count_get_type),
};

static void
dov_commission_member_check (DovRecord *record,
                             GPtrArray *problems)
{
  DovCommissionMember *self = DOV_COMMISSION_MEMBER (record);

  if (self->write_off_id != 0 && self->count_id != 0)
    dov_problems_add (problems, record, "write_off_id", "S6",
                      _("A member belongs to the commission of one write-off or of one stock count."));
}

DOV_DEFINE_RECORD (DovCommissionMember, dov_commission_member, fields,
                   .table = "commission_member",
                   .label = N_("Member of a commission"),
                   .labels = N_("Members of commissions"),
                   .line = "{role}",
                   .check = dov_commission_member_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovCommissionMember, role, DOV_COMMISSION_ROLE_MEMBER)))
