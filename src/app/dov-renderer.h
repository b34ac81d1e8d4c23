/* dov-renderer.h - who draws the window: the graphics card, or, where there is none, cairo */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

gboolean dov_renderer_is_software (const char *name);
gboolean dov_renderer_wants_cairo (const char *set_by_user,
                                   const char *remembered,
                                   const char *devices);

void     dov_renderer_choose      (void);
gboolean dov_renderer_is_known    (void);
void     dov_renderer_learn       (GtkNative  *native);

G_END_DECLS
