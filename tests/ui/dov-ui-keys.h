/* dov-ui-keys.h - hands that never leave the keyboard, for tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void     dov_ui_keys_go_to  (GtkWidget  *window,
                             GType       type,
                             const char *words);
void     dov_ui_keys_go_back_to
                            (GtkWidget  *window,
                             GType       type,
                             const char *words);
void     dov_ui_keys_write  (GtkWidget  *window,
                             const char *text);
void     dov_ui_keys_fill   (GtkWidget  *window,
                             GType       type,
                             const char *title,
                             const char *text);
void     dov_ui_keys_choose (GtkWidget  *window,
                             GType       type,
                             const char *title,
                             const char *words);
gboolean dov_ui_keys_stand_on
                            (GtkWidget  *window,
                             GType       type,
                             const char *words);

G_END_DECLS
