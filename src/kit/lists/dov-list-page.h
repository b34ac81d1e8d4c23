/* dov-list-page.h - the list of any record: search, chips, columns that sort, Excel, the next step */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_LIST_PAGE (dov_list_page_get_type ())
G_DECLARE_FINAL_TYPE (DovListPage, dov_list_page, DOV, LIST_PAGE, DovPage)

DovPage *dov_list_page_new        (DovStore    *store,
                                   GType        type);
DovPage *dov_list_page_new_of_ids (DovStore    *store,
                                   GType        type,
                                   const char  *title,
                                   GArray      *ids);
void     dov_list_page_show_chip  (DovListPage *self,
                                   const char  *chip);
void     dov_list_page_show_title (DovListPage *self);

G_END_DECLS
