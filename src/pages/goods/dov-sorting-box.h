/* dov-sorting-box.h - what was taken in unsorted: how much of it is good */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

/* Hidden while there is nothing to sort. */
#define DOV_TYPE_SORTING_BOX (dov_sorting_box_get_type ())
G_DECLARE_FINAL_TYPE (DovSortingBox, dov_sorting_box, DOV, SORTING_BOX, AdwBin)

GtkWidget *dov_sorting_box_new (DovStore *store,
                                gint64    receipt,
                                gint64    item);

G_END_DECLS
