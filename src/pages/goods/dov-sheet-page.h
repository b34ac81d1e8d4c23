/* dov-sheet-page.h - handing out to many families: the list, what each gets, who came, back from the paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_SHEET_PAGE (dov_sheet_page_get_type ())
G_DECLARE_FINAL_TYPE (DovSheetPage, dov_sheet_page, DOV, SHEET_PAGE, DovPage)

DovPage *dov_sheet_page_new (DovStore *store,
                             gint64    drive);

G_END_DECLS
