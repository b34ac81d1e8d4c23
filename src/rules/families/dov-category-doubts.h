/* dov-category-doubts.h - where the categories of a family and what else is written of it say two things */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family-category.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovCategoryDoubt:
 * @id: of the family's line of this category; 0: it has none and a fact says that it is in it
 * @draft: (nullable): where it has none: the line as the fact has it, with its day and its ground
 * @code: of the category
 * @category: as the list of reference calls it
 * @why: what says otherwise
 */
typedef struct
{
  gint64      id;
  DovRecord  *draft;
  const char *code;
  char       *category;
  char       *why;
} DovCategoryDoubt;

GPtrArray *dov_category_doubts_list (DovStore *store,
                                     gint64    family) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
