/* dov-family-category.c - a category of a family, with its dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-category.h"

#include "dov-family.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

static const DovField fields[] = {
  DOV_LINK (DovFamilyCategory, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED, dov_family_get_type),
  DOV_ITEM (DovFamilyCategory, category_id, N_("Category"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            "family_category"),
  DOV_DATE (DovFamilyCategory, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE_AFTER (DovFamilyCategory, until, N_("Until"), DOV_LISTED, since),
  DOV_TEXT (DovFamilyCategory, basis_doc, N_("Grounds"), DOV_LISTED | DOV_PERSONAL),
};

static char *
dov_family_category_describe (DovRecord *record)
{
  DovFamilyCategory *self = DOV_FAMILY_CATEGORY (record);
  g_autofree char *since = dov_date_to_shown (self->since);

  return g_strdup_printf (_("Category since %s"), since);
}

DOV_DEFINE_RECORD (DovFamilyCategory, dov_family_category, fields,
                   .table = "family_category",
                   .label = N_("Category of the family"),
                   .labels = N_("Categories of families"),
                   .describe = dov_family_category_describe)
