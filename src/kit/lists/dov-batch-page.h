/* dov-batch-page.h - one field changed in many records at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-many-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_BATCH_PAGE (dov_batch_page_get_type ())
G_DECLARE_FINAL_TYPE (DovBatchPage, dov_batch_page, DOV, BATCH_PAGE, DovManyPage)

DovPage *dov_batch_page_new (DovStore   *store,
                             GType       type,
                             GArray     *ids,
                             const char *count);

G_END_DECLS
