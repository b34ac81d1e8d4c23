/* dov-family-category.h - a category of a family, with its dates */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

#define DOV_TYPE_FAMILY_CATEGORY (dov_family_category_get_type ())
G_DECLARE_FINAL_TYPE (DovFamilyCategory, dov_family_category, DOV, FAMILY_CATEGORY, DovRecord)

struct _DovFamilyCategory
{
  DovRecord parent_instance;

  gint64  family_id;
  gint64  category_id;
  gint64  person_id;      /* of one child, where it is not of all the family */
  GDate  *since;
  GDate  *until;
  char   *basis_doc;
};

G_END_DECLS
