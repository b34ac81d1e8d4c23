/* dov-order.h - a document that is asked for: which, for when and for whom; made in any thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"

G_BEGIN_DECLS

typedef struct
{
  DovStore    *store;      /* the run takes its path and its user only */
  DovDocument *document;
  DovPeriod    period;
  gboolean     has_period;
  gboolean     is_blank;   /* the empty form */
  gint64       lounge;     /* 0: all */
  gint64       asked;      /* the record it is about, 0: none */
  char        *state;      /* «сдан 03.04.2027»; NULL: a draft */
} DovOrder;

DovOrder  *dov_order_new        (DovStore         *store,
                                 DovDocument      *document,
                                 const DovPeriod  *period,
                                 gint64            lounge,
                                 gint64            asked);
void       dov_order_free       (gpointer          order);
DovResult *dov_order_make       (gpointer          order,
                                 GCancellable     *cancellable,
                                 GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovOrder, dov_order_free)

G_END_DECLS
