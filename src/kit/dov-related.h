/* dov-related.h - lists of the records that point to a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_related_new (DovStore *store,
                            GType     type,
                            gint64    id);

G_END_DECLS
