/* dov-paste-page.h - a table copied from a spreadsheet, looked over and added as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-many-page.h"

G_BEGIN_DECLS

#define DOV_TYPE_PASTE_PAGE (dov_paste_page_get_type ())
G_DECLARE_FINAL_TYPE (DovPastePage, dov_paste_page, DOV, PASTE_PAGE, DovManyPage)

/**
 * DovPasteInto:
 * @fields: what a column may go into
 * @list_problems: (element-type DovProblem): what stands against a row, when those above it are added too
 * @take: (element-type DovRecord): the rows that may be added
 *
 * Rows that do not go into the file by themselves, but into a form that is being filled in.
 */
typedef struct
{
  const char *const *fields;
  GPtrArray       *(*list_problems) (GtkWidget *form, DovRecord *row, GPtrArray *above);
  void             (*take)          (GtkWidget *form, GPtrArray *rows);
} DovPasteInto;

DovPage *dov_paste_page_new        (DovStore           *store,
                                    DovRecord          *begun,
                                    const char         *text);
void     dov_paste_page_begin      (GtkWidget          *from,
                                    DovStore           *store,
                                    DovRecord          *begun);
void     dov_paste_page_begin_into (GtkWidget          *form,
                                    DovStore           *store,
                                    DovRecord          *begun,
                                    const DovPasteInto *into);

G_END_DECLS
