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
  self->lounge = lounge;
  if (period != NULL)
    {
      self->period = *period;
      self->state = dov_report_instance_dup_state (store, dov_document_get_code (document), period, lounge);
    }
  self->asked = asked;

  return self;
}

void
dov_order_free (gpointer order)
{
  DovOrder *self = order;

  g_object_unref (self->store);
  g_object_unref (self->document);
  g_free (self->state);
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
  DovResult *result = self->is_blank
                      ? dov_document_run_blank (self->document, self->store, error)
                      : dov_document_run (self->document, self->store, self->has_period ? &self->period : NULL,
                                          self->lounge, self->asked, error);

  /* Before it is laid out: the paper itself says that it was handed in. */
  if (result != NULL && !self->is_blank)
    dov_result_get_paper (result)->state = g_strdup (self->state);

  return result;
}
