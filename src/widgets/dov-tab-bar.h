/* dov-tab-bar.h - tabs that stand apart from what they show: one stop of the keyboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_TAB_BAR (dov_tab_bar_get_type ())
G_DECLARE_FINAL_TYPE (DovTabBar, dov_tab_bar, DOV, TAB_BAR, AdwBin)

GtkWidget *dov_tab_bar_new (void);

G_END_DECLS
