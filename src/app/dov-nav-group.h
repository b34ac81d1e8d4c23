/* dov-nav-group.h - a heading of the sidebar: it folds the sections under it and says how much waits there */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DOV_TYPE_NAV_GROUP (dov_nav_group_get_type ())
G_DECLARE_FINAL_TYPE (DovNavGroup, dov_nav_group, DOV, NAV_GROUP, GtkListBoxRow)

GtkWidget  *dov_nav_group_new       (const char  *name,
                                     const char  *label) G_GNUC_WARN_UNUSED_RESULT;
void        dov_nav_group_set_open  (DovNavGroup *self,
                                     gboolean     is_open);
gboolean    dov_nav_group_is_open   (DovNavGroup *self);
void        dov_nav_group_set_count (DovNavGroup *self,
                                     guint        count);

G_END_DECLS
