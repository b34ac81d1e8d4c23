/* dov-follow.h - a widget about one record that is filled anew after every operation */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

typedef void (*DovFill) (GtkWidget *widget,
                         DovStore  *store,
                         GType      type,
                         gint64     id);

GtkWidget *dov_follow (GtkWidget *widget,
                       DovStore  *store,
                       GType      type,
                       gint64     id,
                       DovFill    fill);

G_END_DECLS
