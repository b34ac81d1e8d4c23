/* dov-tabs.h - underlined tabs with counts over the sections of a page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_TABS (dov_tabs_get_type ())
G_DECLARE_FINAL_TYPE (DovTabs, dov_tabs, DOV, TABS, GtkBox)

/* Signal: "shown" (const char *name): a section came to the front. */
GtkWidget  *dov_tabs_new       (const char *label);
void        dov_tabs_append    (DovTabs    *self,
                                const char *name,
                                const char *title,
                                GtkWidget  *section);
void        dov_tabs_set_title (DovTabs    *self,
                                const char *name,
                                const char *title);
void        dov_tabs_set_count (DovTabs    *self,
                                const char *name,
                                guint       count);
/* The tab is gone while a visitor sits beside the desk. */
void        dov_tabs_veil      (DovTabs    *self,
                                const char *name);
void        dov_tabs_show      (DovTabs    *self,
                                const char *name);
gboolean    dov_tabs_has       (DovTabs    *self,
                                const char *name);
const char *dov_tabs_get_shown (DovTabs    *self);
/* The tabs themselves, to stand apart from what they show. */
GtkWidget  *dov_tabs_take_bar  (DovTabs    *self);

G_END_DECLS
