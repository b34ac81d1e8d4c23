/* dov-sidebar.h - the sections of the program, and which one we are in */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_SIDEBAR (dov_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (DovSidebar, dov_sidebar, DOV, SIDEBAR, GtkBox)

/* Signal "chosen" (const char *name): the section. */
void        dov_sidebar_set_lounge  (DovSidebar *self,
                                     const char *lounge);
void        dov_sidebar_set_section (DovSidebar *self,
                                     const char *name);
void        dov_sidebar_set_count   (DovSidebar *self,
                                     const char *name,
                                     guint       count);
const char *dov_sidebar_get_nth     (DovSidebar *self,
                                     guint       position);
void        dov_sidebar_fit         (DovSidebar *self,
                                     int         height);

G_END_DECLS
