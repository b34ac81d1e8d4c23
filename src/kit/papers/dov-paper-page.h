/* dov-paper-page.h - a document as it will lie on paper: look, print, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"
#include "dov-print.h"
#include "dov-saving.h"

G_BEGIN_DECLS

#define DOV_TYPE_PAPER_PAGE (dov_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPaperPage, dov_paper_page, DOV, PAPER_PAGE, DovPage)

DovPage *dov_paper_page_new      (DovStore        *store,
                                  const char      *code,
                                  gint64           subject);
DovPage *dov_paper_page_new_for  (DovStore        *store,
                                  const char      *code,
                                  gint64           subject,
                                  const DovPeriod *period,
                                  gint64           lounge);

/* Whatever can be made in another thread: a list as it is shown. */
DovPage *dov_paper_page_new_made (DovStore        *store,
                                  const char      *title,
                                  DovSavingMake    make,
                                  gpointer         user_data,
                                  GDestroyNotify   free_data);

/* What is before the eyes; NULL while it is being made. */
DovPrint *dov_paper_page_get_print (DovPaperPage *self);
guint     dov_paper_page_get_page  (DovPaperPage *self);

G_END_DECLS
