/* dov-stock-status.c - the life of a paper that moves goods */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-stock-status.h"

#include <glib/gi18n.h>

DOV_DEFINE_CHOICES (
  DovStockStatus, dov_stock_status,
  { DOV_STOCK_STATUS_DRAFT, N_("draft"), "draft" },
  { DOV_STOCK_STATUS_POSTED, N_("posted"), "posted" },
  { DOV_STOCK_STATUS_CANCELLED, N_("annulled"), "cancelled" })
