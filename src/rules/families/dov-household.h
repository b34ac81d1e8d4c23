/* dov-household.h - the families of one person, families that belong together, and moving to another lounge */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovKin:
 * @family: the other family
 * @words: how it is linked: «общие: Артём, Полина» or the kind of the link
 * @link: the family_link, 0 when shared members are the link
 */
typedef struct
{
  gint64  family;
  char   *words;
  gint64  link;
} DovKin;

/* An event to which somebody of the family came while they belonged to it. */
typedef struct
{
  gint64  event;
  GDate   day;
  char   *title;
  char   *who;     /* «Артём, Полина» */
} DovHouseholdVisit;

GPtrArray *dov_household_list_visits (DovStore *store,
                                      gint64    family,
                                      guint     most) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_household_count_words (DovStore *store,
                                      gint64    family) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_household_list_kin (DovStore   *store,
                                   gint64      family) G_GNUC_WARN_UNUSED_RESULT;
DovRecord *dov_household_new_move (DovStore   *store,
                                   gint64      family) G_GNUC_WARN_UNUSED_RESULT;
void       dov_household_follow_move (DovStore *store,
                                   DovRecord  *move);
gboolean   dov_household_move     (DovStore   *store,
                                   DovRecord  *move,
                                   GError    **error);

/* Rules. */
void dov_household_rules_install (DovStore *store);

G_END_DECLS
