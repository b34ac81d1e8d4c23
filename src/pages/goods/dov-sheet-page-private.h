/* dov-sheet-page-private.h - what the files of the sheet share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-distribution.h"
#include "dov-drive.h"
#include "dov-finder.h"
#include "dov-lines.h"
#include "dov-section-box.h"
#include "dov-sheet-page.h"

G_BEGIN_DECLS

struct _DovSheetPage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovDrive      *drive;
  char          *sheet;       /* its number */

  GtkWidget     *name;
  GtkWidget     *facts;
  GtkWidget     *print;
  GtkWidget     *answers;
  GtkWidget     *came;        /* finds who came */
  GtkWidget     *numbers;     /* rows of the paper */
  GtkWidget     *add;         /* finds families for the list */
  DovForm       *each;        /* what each family gets */
  DovLines      *lines;
  GtkWidget     *by_child;
  DovSectionBox *families;
  DovSectionBox *totals;
};

gint64  dov_sheet_page_get_drive   (DovSheetPage  *self);
gint64  dov_sheet_page_get_lounge  (DovSheetPage  *self);
GArray *dov_sheet_page_list        (DovSheetPage  *self) G_GNUC_WARN_UNUSED_RESULT;
void    dov_sheet_page_answer      (DovSheetPage  *self,
                                    guint          kind,
                                    const char    *words,
                                    const char    *more);

/* dov-sheet-families.c */
guint   dov_sheet_page_add_families (DovSheetPage *self,
                                     GArray       *families,
                                     gboolean      by_needs);
void    dov_sheet_page_show_rows    (DovSheetPage *self);
void    dov_sheet_page_show_totals  (DovSheetPage *self);

/* dov-sheet-marks.c */
GPtrArray *dov_sheet_page_look_came (const char   *words,
                                     guint         at_most,
                                     gpointer      user_data);
void    dov_sheet_page_mark         (DovSheetPage *self,
                                     gint64        handout);
void    dov_sheet_page_mark_numbers (DovSheetPage *self,
                                     const char   *typed);

G_END_DECLS
