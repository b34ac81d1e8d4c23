/* dov-to-sort.h - what was taken in unsorted: how much of it is good */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-related-list.h"

G_BEGIN_DECLS

extern const DovRelatedList dov_to_sort_of_receipt;
extern const DovRelatedList dov_to_sort_of_item;

gboolean dov_to_sort_may (DovStore  *store,
                          DovRecord *subject);

G_END_DECLS
