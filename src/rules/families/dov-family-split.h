/* dov-family-split.h - one household becomes two: who goes, what goes along, and what that changes */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-membership.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovSplitWay:
 * @DOV_SPLIT_STAYS: here, and nowhere else
 * @DOV_SPLIT_LEAVES: for the new family
 * @DOV_SPLIT_LEAVES_KEPT: a child who goes to live there, and stays here as one who lives apart
 * @DOV_SPLIT_STAYS_SHARED: a child who goes on living here, and belongs there as one who lives apart
 */
typedef enum
{
  DOV_SPLIT_STAYS,
  DOV_SPLIT_LEAVES,
  DOV_SPLIT_LEAVES_KEPT,
  DOV_SPLIT_STAYS_SHARED,
} DovSplitWay;

/**
 * DovFamilySplit:
 * @source: the family as it was
 * @day: (nullable): the first on which they live apart
 * @reason: why
 * @people: (element-type DovBelonging): who belongs to it
 * @ways: of each of them, in the same order
 * @categories: (element-type gint64): of the household, that hold in the new family too
 */
typedef struct
{
  DovFamily   *source;
  GDate       *day;
  char        *reason;
  GPtrArray   *people;
  DovSplitWay *ways;
  GArray      *categories;
} DovFamilySplit;

/* A line of what will be. */
typedef struct
{
  char *who;
  char *what;
} DovHouseholdChange;

DovFamilySplit *dov_family_split_new          (DovStore             *store,
                                               gint64                source);
void            dov_family_split_free         (DovFamilySplit       *self);
DovFamily      *dov_family_split_new_family   (DovStore             *store,
                                               gint64                source) G_GNUC_WARN_UNUSED_RESULT;
void            dov_family_split_set_day      (DovFamilySplit       *self,
                                               const GDate          *day);
DovKinship      dov_family_split_get_kinship  (DovFamilySplit       *self,
                                               guint                 n);
char           *dov_family_split_dup_name     (DovFamilySplit       *self) G_GNUC_WARN_UNUSED_RESULT;
DovFamilyStructure dov_family_split_get_structure (DovFamilySplit   *self);
gboolean        dov_family_split_check        (DovFamilySplit       *self,
                                               GError              **error);
GPtrArray      *dov_family_split_list_changes (DovStore             *store,
                                               DovFamilySplit       *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        dov_family_split_do           (DovStore             *store,
                                               DovFamilySplit       *self,
                                               DovFamily            *family,
                                               GError              **error);

/* For the lines of what will be, also of a union. */
GPtrArray      *dov_household_changes_new     (void) G_GNUC_WARN_UNUSED_RESULT;
void            dov_household_changes_add     (GPtrArray            *changes,
                                               const char           *who,
                                               const char           *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovFamilySplit, dov_family_split_free)

G_END_DECLS
