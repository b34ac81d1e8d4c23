/* dov-case-status.h - what a family must have before the status of its case may change (F1–F4, F7) */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-family.h"
#include "dov-register-holds.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* SQL: whether the commission decided on the day that the family with this id, or a child of it, is in a socially
 * dangerous position: an entry of its register that nothing ended, or a category with its grounds. */
#define DOV_CASE_IS_SOP(family, day) \
  "(EXISTS (SELECT 1 FROM live_register_entry r WHERE r.register_kind = 'sop_kdn' AND " DOV_REGISTER_HOLDS ("r") \
  " AND (r.family_id = " family " OR r.person_id IN (SELECT m.person_id FROM live_family_member m" \
  " WHERE m.family_id = " family " AND (m.until IS NULL OR m.until > " day "))))" \
  " OR EXISTS (SELECT 1 FROM live_family_category c JOIN ref_item i ON i.id = c.category_id AND i.code = 'sop'" \
  " WHERE c.family_id = " family " AND (c.until IS NULL OR c.until > " day ")))"

/* SQL about a card and its line in a family: it is a child, or somebody of whom more than the name is kept; then F2 asks
 * for their consent, also where they live apart. */
#define DOV_CASE_ASKS_CONSENT(p, m) \
  "(" p ".birth_date IS NOT NULL OR " p ".birth_year IS NOT NULL" \
  " OR coalesce (" p ".snils, '') || coalesce (" p ".phone, '') || coalesce (" p ".live_address, '')" \
  " || coalesce (" p ".reg_address, '') || coalesce (" p ".workplace, '') <> ''" \
  " OR " m ".kinship IN ('child', 'stepchild', 'ward'))"

/* SQL about a consent: it is one to be supported, whether it was given or not. */
#define DOV_CASE_IS_CONSENT(c) \
  "(" c ".kind = 'processing' AND instr (',' || " c ".purpose || ',', ',case,') > 0)"

/* SQL: the person with this id has given it alone, and has not taken it back (C3). */
#define DOV_CASE_SIGNED_ALONE(person) \
  "EXISTS (SELECT 1 FROM live_consent own_ WHERE own_.subject_id = " person " AND own_.signer_id = " person \
  " AND " DOV_CASE_IS_CONSENT ("own_") " AND own_.signed_on IS NOT NULL AND own_.withdrawn_on IS NULL)"

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
void       dov_case_status_rules_install (DovStore      *store);

G_END_DECLS
