/* dov-paper-page.h - a document as it will lie on paper: look, print, save */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_PAPER_PAGE (dov_paper_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPaperPage, dov_paper_page, DOV, PAPER_PAGE, DovPage)

DovPage *dov_paper_page_new (DovStore   *store,
                             const char *code,
                             gint64      subject);

G_END_DECLS
