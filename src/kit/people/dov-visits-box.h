/* dov-visits-box.h - how often a person or a family came, every number a door to its records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_VISITS_BOX (dov_visits_box_get_type ())
G_DECLARE_FINAL_TYPE (DovVisitsBox, dov_visits_box, DOV, VISITS_BOX, AdwBin)

GtkWidget *dov_visits_box_new (DovStore *store,
                               GType     type,
                               gint64    id);

G_END_DECLS
