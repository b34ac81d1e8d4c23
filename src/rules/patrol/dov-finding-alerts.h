/* dov-finding-alerts.h - what findings ask for: a notice to the commission (T10), a word to the family's curator */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovRepeated:
 * @person_id: the child’s card, 0 when there is none
 * @described_as: how the child is told of, in the last finding
 * @n_findings: of the same child in the 90 days up to the last
 * @finding_ids: (element-type gint64): the oldest first
 * @is_certain: by the card; else only by the same words
 *
 * T10: a suggestion. Nothing is ever sent by the program.
 */
typedef struct
{
  gint64   person_id;
  char    *described_as;
  guint    n_findings;
  GArray  *finding_ids;
  gboolean is_certain;
} DovRepeated;

GPtrArray *dov_findings_list_repeated     (DovStore     *store,
                                           const GDate  *on,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * DovCuratorWord:
 * @staff_id: the curator of the family, 0 when it has none
 */
typedef struct
{
  gint64 finding_id;
  gint64 family_id;
  gint64 staff_id;
} DovCuratorWord;

GArray    *dov_findings_list_for_curators (DovStore     *store,
                                           const GDate  *since,
                                           const GDate  *until,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* T7: findings with danger; a case worker looks at each. */
GArray    *dov_findings_list_dangers      (DovStore     *store,
                                           const GDate  *since,
                                           const GDate  *until,
                                           GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
