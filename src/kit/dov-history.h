/* dov-history.h - what was done with a record, as lines that a person reads */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "dov-store.h"

G_BEGIN_DECLS

GtkWidget *dov_history_new          (DovStore        *store,
                                     GType            type,
                                     gint64           id);

char      *dov_history_dup_moment   (GDateTime       *at) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
