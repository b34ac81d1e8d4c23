/* dov-stock-status.c - the life of a paper that moves goods, and what its lines have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-status.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovStockStatus, dov_stock_status,
  { DOV_STOCK_STATUS_DRAFT, N_("draft"), "draft" },
  { DOV_STOCK_STATUS_POSTED, N_("posted"), "posted" },
  { DOV_STOCK_STATUS_CANCELLED, N_("annulled"), "cancelled" })

/**
 * dov_stock_check_qty:
 *
 * V6: what stands in a document is more than nothing. An empty quantity is
 * the matter of the field's own table.
 */
void
dov_stock_check_qty (GPtrArray  *problems,
                     DovRecord  *record,
                     const char *field,
                     gint64      qty)
{
  if (qty != DOV_UNKNOWN && qty <= 0)
    dov_problems_add (problems, record, field, "V6", _("A quantity is above zero."));
}
