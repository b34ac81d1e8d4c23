/* dov-post-box.h - what a specialist has on their hands, and to whom it is handed over */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_post_box_new (DovStore *store,
                             GType     type,
                             gint64    id);

G_END_DECLS
