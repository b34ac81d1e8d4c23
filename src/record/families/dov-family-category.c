/* dov-family-category.c - a category of a family, with its dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-category.h"

#include "dov-family.h"
#include "dov-person.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovFamilyCategory, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED | DOV_PART,
            dov_family_get_type),
  DOV_ITEM (DovFamilyCategory, category_id, N_("Category"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            "family_category"),
  DOV_LINK (DovFamilyCategory, person_id, N_("Of one child"), DOV_LISTED | DOV_PERSONAL, dov_person_get_type),
  DOV_DATE (DovFamilyCategory, since, N_("Since"), DOV_REQUIRED | DOV_LISTED | DOV_MOSTLY_PAST),
  DOV_DATE_AFTER (DovFamilyCategory, until, N_("Until"), DOV_LISTED, since),
  DOV_TEXT (DovFamilyCategory, basis_doc, N_("Grounds"), DOV_LISTED | DOV_PERSONAL),
};

DOV_DEFINE_RECORD (DovFamilyCategory, dov_family_category, fields,
                   .table = "family_category",
                   .label = N_("Category of the family"),
                   .labels = N_("Categories of families"),
                   .line = N_("Category since {since}"))
