/* dov-plan-offer.h - a step of a programme that was done by a handout or an event, and is not closed yet */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-plan-action.h"
#include "dov-store.h"

G_BEGIN_DECLS

/**
 * DovPlanOffer:
 * @step: still to be done
 * @type: of what surely proves it: a handout or an event
 * @proof: of that type
 */
typedef struct
{
  DovPlanAction *step;
  gint64         family_id;
  GType          type;
  gint64         proof;
} DovPlanOffer;

void       dov_plan_offer_free        (DovPlanOffer  *self);
GPtrArray *dov_plan_offer_list        (DovStore      *store,
                                       DovRecord     *of) G_GNUC_WARN_UNUSED_RESULT;
DovRecord *dov_plan_offer_new_closing (DovStore      *store,
                                       DovPlanOffer  *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovPlanOffer, dov_plan_offer_free)

G_END_DECLS
