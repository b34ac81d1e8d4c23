/* dov-link-panel.h - the small form that makes a record where it was found missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-field-group.h"

G_BEGIN_DECLS

#define DOV_TYPE_LINK_PANEL (dov_link_panel_get_type ())
G_DECLARE_FINAL_TYPE (DovLinkPanel, dov_link_panel, DOV, LINK_PANEL, GtkBox)

/* Signals: "made" (DovRecord *): it is saved; "given-up" (). */
GtkWidget     *dov_link_panel_new       (DovStore     *store,
                                         GType         type,
                                         const char   *list,
                                         const char   *typed);
void           dov_link_panel_focus     (DovLinkPanel *self);
gboolean       dov_link_panel_save      (DovLinkPanel *self);

G_END_DECLS
