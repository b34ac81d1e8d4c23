/* dov-paper-view.h - the pages of a document on the screen, one below the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "dov-print.h"

G_BEGIN_DECLS

/* In a scrolled window of a template. Signal: "page-changed": another page, zoom
 * or document is before the eyes. */
#define DOV_TYPE_PAPER_VIEW (dov_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (DovPaperView, dov_paper_view, DOV, PAPER_VIEW, GtkWidget)

void       dov_paper_view_set_print  (DovPaperView *self,
                                      DovPrint     *print);
guint      dov_paper_view_get_page   (DovPaperView *self);
void       dov_paper_view_step       (DovPaperView *self,
                                      int           steps);
void       dov_paper_view_zoom       (DovPaperView *self,
                                      int           steps);
void       dov_paper_view_fit_width  (DovPaperView *self);
void       dov_paper_view_fit_page   (DovPaperView *self);
int        dov_paper_view_get_percent (DovPaperView *self);

G_END_DECLS
