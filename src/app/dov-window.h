/* dov-window.h - the one window: sections at the left, pages one over the other, undo below */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_WINDOW (dov_window_get_type ())
G_DECLARE_FINAL_TYPE (DovWindow, dov_window, DOV, WINDOW, AdwApplicationWindow)

DovWindow *dov_window_new            (GtkApplication *application);
void       dov_window_set_store      (DovWindow      *self,
                                      DovStore       *store);
void       dov_window_expect_store   (DovWindow      *self);
void       dov_window_show_section   (DovWindow      *self,
                                      const char     *name);
void       dov_window_show_only      (DovWindow      *self,
                                      DovPage        *page);
DovPage   *dov_window_get_page       (DovWindow      *self);
gboolean   dov_window_leave_all      (DovWindow      *self);
void       dov_window_end            (DovWindow      *self);

G_END_DECLS
