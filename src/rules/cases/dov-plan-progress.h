/* dov-plan-progress.h - how far a programme has come: its steps, who does them, its versions */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-case-plan.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* Steps that were dropped are none of them. */
typedef struct
{
  guint n_all;
  guint n_done;
  guint n_overdue;
} DovPlanProgress;

/**
 * DovPlanParty:
 * @type: of a specialist or an organisation
 * @words: what they are in the programme
 * @n_steps: how many of its steps they do, those that were dropped left out
 */
typedef struct
{
  GType   type;
  gint64  id;
  char   *name;
  char   *words;
  guint   n_steps;
} DovPlanParty;

void       dov_plan_progress_count        (DovStore              *store,
                                           gint64                 plan_id,
                                           const GDate           *today,
                                           DovPlanProgress       *progress);
char      *dov_plan_progress_dup_words    (const DovPlanProgress *progress) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_plan_progress_list_parties (DovStore              *store,
                                           gint64                 plan_id) G_GNUC_WARN_UNUSED_RESULT;
GArray    *dov_plan_progress_list_urgent  (DovStore              *store,
                                           gint64                 plan_id) G_GNUC_WARN_UNUSED_RESULT;

GArray    *dov_plan_version_list          (DovStore              *store,
                                           gint64                 plan_id) G_GNUC_WARN_UNUSED_RESULT;
guint      dov_plan_version_count         (DovStore              *store,
                                           gint64                 plan_id);
gint64     dov_plan_version_find_next     (DovStore              *store,
                                           gint64                 plan_id);
char      *dov_plan_version_dup_changes   (DovStore              *store,
                                           DovCasePlan           *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
