/* dov-case-status.h - what a family must have before the status of its case may change (F1–F4, F7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-store.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_CASE_GAP_ACT = 1,
  DOV_CASE_GAP_APPLICATION,
  DOV_CASE_GAP_CONSENT,
  DOV_CASE_GAP_CURATOR,
  DOV_CASE_GAP_PLAN,
  DOV_CASE_GAP_OUTCOME,
  DOV_CASE_GAP_REASON,
  DOV_CASE_GAP_REVIEW,
  DOV_CASE_GAP_NOTICE,
} DovCaseGapKind;

/**
 * DovCaseGap:
 * @id: the person whose consent, or the programme whose outcome is missing; else 0
 * @is_asked: may be lacking with a reason
 * @words: what is missing: “a curator”
 */
typedef struct
{
  DovCaseGapKind  kind;
  gint64          id;
  gboolean        is_asked;
  char           *words;
} DovCaseGap;

GPtrArray *dov_case_status_list_gaps     (DovStore      *store,
                                          DovFamily     *family,
                                          DovCaseStatus  status) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_case_status_is_sop        (DovStore      *store,
                                          DovFamily     *family);
void       dov_case_status_rules_install (DovStore      *store);

G_END_DECLS
