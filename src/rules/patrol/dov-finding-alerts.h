/* dov-finding-alerts.h - what findings ask for: a notice to the commission (T10), a word to the family's curator */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-patrol-finding.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* T10: so many findings of one child within so many days suggest a notice; it is never sent by itself. */
#define DOV_REPEATS_ENOUGH 3
#define DOV_REPEATS_DAYS 90

GArray    *dov_findings_list_same         (DovStore         *store,
                                           DovPatrolFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_findings_are_told          (DovStore         *store,
                                           GArray           *findings);

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

GArray    *dov_findings_list_for_curators (DovStore         *store,
                                           const GDate      *since,
                                           const GDate      *until) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
