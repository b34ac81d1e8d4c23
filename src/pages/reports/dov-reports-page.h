/* dov-reports-page.h - the documents: choose one and a period, look at its rows, save it for Excel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_REPORTS_PAGE (dov_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (DovReportsPage, dov_reports_page, DOV, REPORTS_PAGE, DovPage)

DovPage *dov_reports_page_new     (DovStore       *store);
void     dov_reports_page_choose  (DovReportsPage *self,
                                   const char     *code);

G_END_DECLS
