/* dov-door-head.h - the words above the people who were found: how many, which household, all of it at once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-door.h"

G_BEGIN_DECLS

GtkWidget *dov_door_head_new       (const DovDoorGroup *group,
                                    gboolean            has_keys,
                                    GCallback           family_cb);
char      *dov_door_head_dup_found (DovDoorFound       *found,
                                    const char         *typed) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget *dov_door_head_empty_new (const char         *words);

G_END_DECLS
