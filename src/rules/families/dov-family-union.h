/* dov-family-union.h - two households become one: which case stays, who is what there, what ends */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family-split.h"

G_BEGIN_DECLS

/**
 * DovFamilyUnion:
 * @stays: (nullable): the family whose case goes on
 * @ends: (nullable): the family whose case ends, and whose people go over
 * @day: (nullable): the first on which they live together
 * @reason: why
 * @people: (element-type DovBelonging): who goes over
 * @kinships: what each of them is in the family that stays, in the same order
 *
 * It is no duplicate: each of the two keeps its history.
 */
typedef struct
{
  DovFamily  *stays;
  DovFamily  *ends;
  GDate      *day;
  char       *reason;
  GPtrArray  *people;
  DovKinship *kinships;
} DovFamilyUnion;

DovFamilyUnion *dov_family_union_new          (DovStore        *store,
                                               gint64           stays,
                                               gint64           ends);
void            dov_family_union_free         (DovFamilyUnion  *self);
gint64          dov_family_union_propose      (DovStore        *store,
                                               gint64           one,
                                               gint64           other);
void            dov_family_union_set_day      (DovFamilyUnion  *self,
                                               const GDate     *day);
gboolean        dov_family_union_check        (DovStore        *store,
                                               DovFamilyUnion  *self,
                                               GError         **error);
GPtrArray      *dov_family_union_list_changes (DovStore        *store,
                                               DovFamilyUnion  *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean        dov_family_union_do           (DovStore        *store,
                                               DovFamilyUnion  *self,
                                               GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovFamilyUnion, dov_family_union_free)

G_END_DECLS
