/* dov-family-member.h - somebody who belongs to a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-person.h"
#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_KINSHIP_MOTHER = 1,
  DOV_KINSHIP_FATHER,
  DOV_KINSHIP_STEPMOTHER,
  DOV_KINSHIP_STEPFATHER,
  DOV_KINSHIP_CHILD,
  DOV_KINSHIP_STEPCHILD,
  DOV_KINSHIP_GUARDIAN,
  DOV_KINSHIP_WARD,
  DOV_KINSHIP_GRANDMOTHER,
  DOV_KINSHIP_GRANDFATHER,
  DOV_KINSHIP_SIBLING,
  DOV_KINSHIP_SPOUSE,
  DOV_KINSHIP_PARTNER,
  DOV_KINSHIP_OTHER,
} DovKinship;

GType dov_kinship_get_type (void);

typedef enum
{
  DOV_PARENTAL_RIGHTS_FULL = 1,
  DOV_PARENTAL_RIGHTS_LIMITED,
  DOV_PARENTAL_RIGHTS_DEPRIVED,
  DOV_PARENTAL_RIGHTS_RESTORED,
  DOV_PARENTAL_RIGHTS_IN_COURT,
} DovParentalRights;

GType dov_parental_rights_get_type (void);

typedef enum
{
  DOV_CHILD_REGISTERS_KDN       = 1 << 0,
  DOV_CHILD_REGISTERS_PDN       = 1 << 1,
  DOV_CHILD_REGISTERS_SCHOOL    = 1 << 2,
  DOV_CHILD_REGISTERS_NARCOLOGY = 1 << 3,
} DovChildRegisters;

GType dov_child_registers_get_type (void);

#define DOV_TYPE_FAMILY_MEMBER (dov_family_member_get_type ())
G_DECLARE_FINAL_TYPE (DovFamilyMember, dov_family_member, DOV, FAMILY_MEMBER, DovRecord)

struct _DovFamilyMember
{
  DovRecord parent_instance;

  gint64             family_id;
  gint64             person_id;
  DovKinship         kinship;
  gboolean           is_legal_rep;
  char              *authority_doc;
  gboolean           lives_together;
  gboolean           is_primary;     /* the first of the families of this person */
  GDate             *since;
  GDate             *until;
  DovParentalRights  parental_rights;
  char              *rights_decision;
  DovChildRegisters  child_registers;
  char              *leisure;
  char              *school;
};

char *dov_family_member_dup_kinship (DovFamilyMember *self,
                                     DovPerson       *person) G_GNUC_WARN_UNUSED_RESULT;

gboolean dov_kinship_is_parent (DovKinship kinship);

G_END_DECLS
