/* dov-plan-proof.h - what proves that a step of a programme was done, and the steps that it may close */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-plan-action.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovPlanProof:
 * @type: of a visit, a talk, a handout or an event
 * @words: “visit of 11.02.2027”
 */
typedef struct
{
  GType   type;
  gint64  id;
  GDate   day;
  char   *words;
} DovPlanProof;

void          dov_plan_proof_free       (DovPlanProof   *self);
DovPlanProof *dov_plan_proof_find       (DovStore       *store,
                                         DovPlanAction  *step) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray    *dov_plan_proof_list       (DovStore       *store,
                                         DovPlanAction  *step) G_GNUC_WARN_UNUSED_RESULT;
void          dov_plan_proof_set        (DovPlanAction  *step,
                                         GType           type,
                                         gint64          id);

GPtrArray    *dov_plan_proof_list_steps (DovStore       *store,
                                         gint64          family_id) G_GNUC_WARN_UNUSED_RESULT;
gboolean      dov_plan_proof_is_sure    (DovStore       *store,
                                         DovPlanAction  *step,
                                         GType           type,
                                         const GDate    *day);
gboolean      dov_plan_proof_close      (DovStore       *store,
                                         gint64          step_id,
                                         DovRecord      *proof,
                                         const GDate    *day,
                                         const char     *result,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovPlanProof, dov_plan_proof_free)

G_END_DECLS
