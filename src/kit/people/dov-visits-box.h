/* dov-visits-box.h - how often a person or a family came, every number a door to its records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_visits_box_new (DovStore *store,
                               GType     type,
                               gint64    id);

G_END_DECLS
