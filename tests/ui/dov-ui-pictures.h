/* dov-ui-pictures.h - the demo data in a window, and what is open there in every size and look */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-window.h"

G_BEGIN_DECLS

DovWindow *dov_ui_pictures_open (DovStore   **store);
void       dov_ui_pictures_take (DovWindow   *window,
                                 const char  *name,
                                 gboolean     all);
void       dov_ui_pictures_check_cut (GtkWidget  *widget,
                                      const char *file);

G_END_DECLS
