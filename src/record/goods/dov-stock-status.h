/* dov-stock-status.h - the life of a paper that moves goods, and what its lines have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

typedef enum
{
  DOV_STOCK_STATUS_DRAFT = 1,  /* moves nothing yet, may be changed and removed */
  DOV_STOCK_STATUS_POSTED,     /* has moved its goods, and stays as it is */
  DOV_STOCK_STATUS_CANCELLED,  /* was posted; counter-movements have taken it back */
} DovStockStatus;

GType dov_stock_status_get_type (void);

G_END_DECLS
