/* dov-paste-page.h - a table copied from a spreadsheet, looked over and added as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-many-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_PASTE_PAGE (dov_paste_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPastePage, dov_paste_page, DOV, PASTE_PAGE, DovManyPage)

DovPage *dov_paste_page_new   (DovStore   *store,
                               DovRecord  *begun,
                               const char *text);
void     dov_paste_page_begin (GtkWidget  *from,
                               DovStore   *store,
                               DovRecord  *begun);

G_END_DECLS
