/* dov-related.h - lists of the records that point to a record */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_TYPE_RELATED (dov_related_get_type ())
G_DECLARE_FINAL_TYPE (DovRelated, dov_related, DOV, RELATED, GtkBox)

GtkWidget *dov_related_new (DovStore *store,
                            GType     type,
                            gint64    id);

G_END_DECLS
