/* dov-things-box.h - the stock of a lounge thing by thing, with filters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

/* Signal: "counted" (guint): how many things are shown without a filter. */
#define DOV_TYPE_THINGS_BOX (dov_things_box_get_type ())
G_DECLARE_FINAL_TYPE (DovThingsBox, dov_things_box, DOV, THINGS_BOX, GtkBox)

GtkWidget *dov_things_box_new    (DovStore     *store);
guint      dov_things_box_show   (DovThingsBox *self);
void       dov_things_box_search (DovThingsBox *self);

G_END_DECLS
