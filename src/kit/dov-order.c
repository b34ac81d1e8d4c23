/* dov-order.c - a document that is asked for: which, for when and for whom; made in any thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-order.h"

#include "dov-submitted.h"

/**
 * dov_order_new:
 * @period: (nullable): which it tells of
 * @lounge: 0 for all
 * @asked: the record it is about, 0 for none
 */
DovOrder *
dov_order_new (DovStore        *store,
               DovDocument     *document,
               const DovPeriod *period,
               gint64           lounge,
               gint64           asked)
{
  DovOrder *self = g_new0 (DovOrder, 1);

  self->store = g_object_ref (store);
  self->document = g_object_ref (document);
  self->has_period = period != NULL;
  if (period != NULL)
    self->period = *period;
  self->lounge = lounge;
  self->asked = asked;

  return self;
}

void
dov_order_free (gpointer order)
{
  DovOrder *self = order;

  g_object_unref (self->store);
  g_object_unref (self->document);
  g_free (self);
}

/**
 * dov_order_make:
 * @order: a #DovOrder
 *
 * Makes the document; a #DovSavingMake. Runs in another thread.
 */
DovResult *
dov_order_make (gpointer       order,
                GCancellable  *cancellable,
                GError       **error)
{
  const DovOrder *self = order;

  if (self->is_blank)
    return dov_document_run_blank (self->document, self->store, error);

  return dov_document_run (self->document, self->store, self->has_period ? &self->period : NULL, self->lounge,
                           self->asked, error);
}

/**
 * dov_order_tell_state:
 *
 * Lets the file say whether the document was handed in.
 */
void
dov_order_tell_state (const DovOrder *self,
                      DovResult      *result)
{
  DovPaper *paper = dov_result_get_paper (result);

  if (self->is_blank || !self->has_period)
    return;
  g_free (paper->state);
  paper->state = dov_report_instance_dup_state (self->store, dov_document_get_code (self->document), &self->period,
                                                self->lounge);
}
