/* dov-paper-choice.h - what a document is asked for: its period, its lounge, the record it is about */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-order.h"

G_BEGIN_DECLS

/* Signal: "changed": something else is chosen, or the store has changed what the document tells. */
#define DOV_TYPE_PAPER_CHOICE (dov_paper_choice_get_type ())
G_DECLARE_FINAL_TYPE (DovPaperChoice, dov_paper_choice, DOV, PAPER_CHOICE, GtkBox)

GtkWidget       *dov_paper_choice_new          (DovStore        *store,
                                                gint64           lounge);
void             dov_paper_choice_set_document (DovPaperChoice  *self,
                                                DovDocument     *document,
                                                gint64           subject);
void             dov_paper_choice_set_period   (DovPaperChoice  *self,
                                                const DovPeriod *period);
const DovPeriod *dov_paper_choice_get_period   (DovPaperChoice  *self);
gint64           dov_paper_choice_get_lounge   (DovPaperChoice  *self);
gint64           dov_paper_choice_get_asked    (DovPaperChoice  *self);
const char      *dov_paper_choice_get_lack     (DovPaperChoice  *self);
gboolean         dov_paper_choice_focus        (DovPaperChoice  *self);
DovOrder        *dov_paper_choice_make_order   (DovPaperChoice  *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
