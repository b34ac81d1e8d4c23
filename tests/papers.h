/* papers.h - a club with known events, its documents, and their workbooks read back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "club.h"
#include "dov-document.h"
#include "dov-scratch.h"
#include "workbook-reading.h"

G_BEGIN_DECLS

typedef struct
{
  Club        club;
  DovScratch *scratch;
} Papers;

extern const int papers_nobody[];

void          papers_set_up         (Papers      *papers,
                                     gconstpointer unused);
void          papers_tear_down      (Papers      *papers,
                                     gconstpointer unused);
const char   *papers_text_of        (gint64       id);
gint64        papers_add_event      (Papers      *papers,
                                     const char  *title,
                                     const char  *starts_at,
                                     const char  *status,
                                     const char  *form,
                                     const char  *direction,
                                     const int   *bands);
DovPeriod     papers_march          (void);
DovDocument  *papers_load           (Papers      *papers,
                                     const char  *code);
DovDocument  *papers_load_text      (Papers      *papers,
                                     const char  *text);
DovResult    *papers_run            (Papers      *papers,
                                     DovDocument *document,
                                     gint64       lounge,
                                     gint64       asked);
const DovRow *papers_get_row        (DovResult   *result,
                                     guint        index);
guint         papers_find_column    (DovResult   *result,
                                     const char  *name);
Reading      *papers_write_and_read (Papers      *papers,
                                     DovResult   *result);

#define assert_cell(result, row, column, wanted) \
  G_STMT_START { \
    g_autofree char *shown_ = dov_cell_dup_shown (&papers_get_row (result, row)->cells[papers_find_column (result, column)]); \
    g_assert_cmpstr (shown_, ==, wanted); \
  } G_STMT_END

#define PAPERS_ADD(path, function) g_test_add (path, Papers, NULL, papers_set_up, function, papers_tear_down)

G_END_DECLS
