/* dov-family-member.c - somebody who belongs to a family */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-member.h"

#include "dov-family.h"
#include "dov-fold.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovKinship, dov_kinship,
  { DOV_KINSHIP_MOTHER, N_("mother"), "mother" },
  { DOV_KINSHIP_FATHER, N_("father"), "father" },
  { DOV_KINSHIP_STEPMOTHER, N_("stepmother"), "stepmother" },
  { DOV_KINSHIP_STEPFATHER, N_("stepfather"), "stepfather" },
  { DOV_KINSHIP_CHILD, N_("child"), "child" },
  { DOV_KINSHIP_STEPCHILD, N_("stepchild"), "stepchild" },
  { DOV_KINSHIP_GUARDIAN, N_("guardian"), "guardian" },
  { DOV_KINSHIP_WARD, N_("ward"), "ward" },
  { DOV_KINSHIP_GRANDMOTHER, N_("grandmother"), "grandmother" },
  { DOV_KINSHIP_GRANDFATHER, N_("grandfather"), "grandfather" },
  { DOV_KINSHIP_SIBLING, N_("brother or sister"), "sibling" },
  { DOV_KINSHIP_SPOUSE, N_("spouse"), "spouse" },
  { DOV_KINSHIP_PARTNER, N_("unmarried partner"), "partner" },
  { DOV_KINSHIP_OTHER, N_("other"), "other" })

DOV_DEFINE_CHOICES (
  DovParentalRights, dov_parental_rights,
  { DOV_PARENTAL_RIGHTS_FULL, N_("in full"), "full" },
  { DOV_PARENTAL_RIGHTS_LIMITED, N_("limited"), "limited" },
  { DOV_PARENTAL_RIGHTS_DEPRIVED, N_("deprived"), "deprived" },
  { DOV_PARENTAL_RIGHTS_RESTORED, N_("restored"), "restored" },
  { DOV_PARENTAL_RIGHTS_IN_COURT, N_("in court"), "in_court" })

DOV_DEFINE_CHOICE_SET (
  DovChildRegisters, dov_child_registers,
  { DOV_CHILD_REGISTERS_KDN, N_("juvenile commission register"), "kdn" },
  { DOV_CHILD_REGISTERS_PDN, N_("juvenile police register"), "pdn" },
  { DOV_CHILD_REGISTERS_SCHOOL, N_("school register"), "school" },
  { DOV_CHILD_REGISTERS_NARCOLOGY, N_("narcological register"), "narcology" })

/* Who represents a child by law, with no paper but the certificate of birth. */
gboolean
dov_kinship_is_parent (DovKinship kinship)
{
  return kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_FATHER;
}

static const DovField fields[] = {
  DOV_LINK (DovFamilyMember, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_family_get_type),
  DOV_LINK (DovFamilyMember, person_id, N_("Person"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            dov_person_get_type),
  DOV_CHOICE (DovFamilyMember, kinship, N_("Kinship"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
              DovKinship, dov_kinship_get_type),
  DOV_FLAG (DovFamilyMember, is_legal_rep, N_("Legal representative"), DOV_LISTED | DOV_PERSONAL),
  DOV_TEXT (DovFamilyMember, authority_doc, N_("Document of authority"), DOV_PERSONAL),
  DOV_FLAG (DovFamilyMember, lives_together, N_("Lives with the family"), DOV_LISTED | DOV_PERSONAL),
  DOV_FLAG (DovFamilyMember, is_primary, N_("Primary family"), DOV_PERSONAL),
  DOV_DATE (DovFamilyMember, since, N_("Since"), DOV_MOSTLY_PAST),
  DOV_DATE_AFTER (DovFamilyMember, until, N_("Until"), 0, since),
  DOV_CHOICE (DovFamilyMember, parental_rights, N_("Parental rights"), DOV_COVERED | DOV_PERSONAL,
              DovParentalRights, dov_parental_rights_get_type),
  DOV_TEXT (DovFamilyMember, rights_decision, N_("Decision on the rights"), DOV_COVERED | DOV_PERSONAL),
  DOV_CHOICES (DovFamilyMember, child_registers, N_("Registers the child is on"), DOV_PERSONAL | DOV_SPECIAL,
               DovChildRegisters, dov_child_registers_get_type),
  DOV_TEXT (DovFamilyMember, leisure, N_("Clubs and pastimes"), DOV_PERSONAL),
  DOV_TEXT (DovFamilyMember, school, N_("School or kindergarten"), DOV_LISTED | DOV_PERSONAL),
};

/* Whether parental rights are spoken of. */
static gboolean
is_parent (DovKinship kinship)
{
  return kinship == DOV_KINSHIP_MOTHER || kinship == DOV_KINSHIP_FATHER;
}

/**
 * dov_family_member_dup_kinship:
 *
 * Returns: (transfer full): «сын», «дочь», «мать»: the kinship, with the sex where it has no word of its own
 */
char *
dov_family_member_dup_kinship (DovFamilyMember *self,
                               DovPerson       *person)
{
  if (self->kinship == DOV_KINSHIP_CHILD && person->sex == DOV_SEX_MALE)
    return g_strdup (C_("kinship", "son"));
  if (self->kinship == DOV_KINSHIP_CHILD && person->sex == DOV_SEX_FEMALE)
    return g_strdup (C_("kinship", "daughter"));

  return dov_record_dup_shown (DOV_RECORD (self), dov_record_class_find_field (DOV_RECORD_GET_CLASS (self), "kinship"));
}

static void
dov_family_member_check (DovRecord *record,
                         GPtrArray *problems)
{
  DovFamilyMember *self = DOV_FAMILY_MEMBER (record);

  if (self->kinship == DOV_KINSHIP_GUARDIAN && dov_fold_is_empty (self->authority_doc))
    dov_problems_add (problems, record, "authority_doc", NULL,
                      _("Type the document by which the guardian acts: its number and date."));
  if (self->parental_rights != 0 && !is_parent (self->kinship))
    dov_problems_add (problems, record, "parental_rights", NULL,
                      _("Only a mother and a father have parental rights. Leave this empty or change the kinship."));
  if (self->parental_rights == 0 && !dov_fold_is_empty (self->rights_decision))
    dov_problems_add (problems, record, "rights_decision", NULL, _("Choose what the decision says of the rights."));
}

DOV_DEFINE_RECORD (DovFamilyMember, dov_family_member, fields,
                   .table = "family_member",
                   .label = N_("Member of the family"),
                   .labels = N_("Members of families"),
                   .line = "{kinship}",
                   .check = dov_family_member_check,
                   .presets = DOV_PRESETS (DOV_PRESET (DovFamilyMember, lives_together, TRUE)))
