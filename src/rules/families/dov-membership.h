/* dov-membership.h - who belongs to a family now, and goes from one to another on a day */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family-member.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovBelonging:
 * @name: of the person
 * @is_child: not yet 18
 *
 * Somebody who belongs to a family now.
 */
typedef struct
{
  DovFamilyMember *member;
  DovPerson       *person;
  char            *name;
  gboolean         is_child;
} DovBelonging;

/* A category that a family has now, and whose it is where it is of one child. */
typedef struct
{
  gint64  id;
  gint64  person;
  char   *words;
} DovBelongingCategory;

GPtrArray *dov_membership_list            (DovStore        *store,
                                           gint64           family) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_membership_list_categories (DovStore        *store,
                                           gint64           family) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_membership_check_day       (const GDate     *day,
                                           GError         **error);
gboolean   dov_membership_end             (DovStore        *store,
                                           DovBelonging    *belonging,
                                           const GDate     *day,
                                           GError         **error);
DovFamilyMember *dov_membership_new       (DovFamilyMember *from,
                                           gint64           family,
                                           const GDate     *day) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_membership_carry_category  (DovStore        *store,
                                           gint64           category,
                                           gint64           family,
                                           gboolean         goes,
                                           const GDate     *day,
                                           GError         **error);

G_END_DECLS
