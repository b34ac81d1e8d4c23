/* dov-link-panel.h - the small form that makes a record where it was found missing */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-field-group.h"

G_BEGIN_DECLS

#define DOV_TYPE_LINK_PANEL (dov_link_panel_get_type ())
G_DECLARE_FINAL_TYPE (DovLinkPanel, dov_link_panel, DOV, LINK_PANEL, GtkBox)

/* Signals: "made" (DovRecord *): it is saved, or one was taken that is there already; "given-up" (). */
GtkWidget     *dov_link_panel_new       (DovStore     *store,
                                         GType         type,
                                         const char   *list,
                                         const char   *typed);
void           dov_link_panel_focus     (DovLinkPanel *self);
gboolean       dov_link_panel_save      (DovLinkPanel *self);
DovStore      *dov_link_panel_get_store (DovLinkPanel *self);
DovRecord     *dov_link_panel_get_draft (DovLinkPanel *self);
void           dov_link_panel_take      (DovLinkPanel *self,
                                         DovRecord    *record);

/* Asks in the panel, when it may be that its record is there already; %FALSE: it is made. The answer takes a record. */
typedef gboolean (*DovLinkAsk) (DovLinkPanel *panel);

void           dov_link_panel_tell_ask  (DovLinkAsk    ask);

G_END_DECLS
