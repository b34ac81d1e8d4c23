/* dov-family-category.c - a category of a family, with its dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-family-category.h"

#include "dov-family.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (DovFamilyCategory, dov_family_category, DOV_TYPE_RECORD)

static const DovField fields[] = {
  DOV_LINK (DovFamilyCategory, family_id, N_("Family"), DOV_REQUIRED | DOV_LISTED, dov_family_get_type),
  DOV_ITEM (DovFamilyCategory, category_id, N_("Category"), DOV_REQUIRED | DOV_LISTED | DOV_PERSONAL,
            "family_category"),
  DOV_DATE (DovFamilyCategory, since, N_("Since"), DOV_REQUIRED | DOV_LISTED),
  DOV_DATE (DovFamilyCategory, until, N_("Until"), DOV_LISTED),
  DOV_TEXT (DovFamilyCategory, basis_doc, N_("Grounds"), DOV_LISTED | DOV_PERSONAL),
};

static char *
dov_family_category_describe (DovRecord *record)
{
  DovFamilyCategory *self = DOV_FAMILY_CATEGORY (record);
  g_autofree char *since = dov_date_to_shown (self->since);

  return g_strdup_printf (_("Category since %s"), since);
}

static void
dov_family_category_check (DovRecord *record,
                           GPtrArray *problems)
{
  dov_problems_check_span (problems, record, "since", "until");
}

static void
dov_family_category_class_init (DovFamilyCategoryClass *klass)
{
  DovRecordClass *record_class = DOV_RECORD_CLASS (klass);

  record_class->label = N_("Category of the family");
  record_class->labels = N_("Categories of families");
  record_class->describe = dov_family_category_describe;
  record_class->check = dov_family_category_check;

  dov_record_class_set_fields (record_class, "family_category", fields, G_N_ELEMENTS (fields));
}

static void
dov_family_category_init (DovFamilyCategory *self)
{
}
