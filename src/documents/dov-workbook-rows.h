/* dov-workbook-rows.h - the rows of a paper, laid out twice: once to measure, once to write */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-workbook-grid.h"

G_BEGIN_DECLS

/* One row of the sheet as the first pass found it. */
typedef struct
{
  float  height;
  guint8 keeps;    /* stays on one page with the next row */
  guint8 is_gap;
} DovPlannedRow;

typedef struct
{
  DovWriting    *writing;
  lxw_worksheet *sheet;       /* NULL while measuring */
  DovGrid       *grid;
  GArray        *plan;        /* DovPlannedRow */
  guint          row;
  double         height;      /* of the current row, while measuring */
  guint          head_first;  /* rows repeated on every page */
  guint          head_last;
  gboolean       has_head;
  guint          extra;       /* blank rows that fill the last page */
  double         blank_height; /* 0: nothing fills */
  guint          most_extra;   /* of those, 0: as many as there is room for */
} DovRows;

void     dov_rows_begin      (DovRows        *self,
                              double          least);
void     dov_rows_put_text   (DovRows        *self,
                              guint           first,
                              guint           last,
                              const DovStyle *style,
                              const char     *text);
void     dov_rows_put_cell   (DovRows        *self,
                              guint           first,
                              guint           last,
                              const DovStyle *style,
                              const DovCell  *cell,
                              const char     *formula);
void     dov_rows_end        (DovRows        *self,
                              gboolean        keeps);
void     dov_rows_gap        (DovRows        *self,
                              double          height);
void     dov_rows_tie        (DovRows        *self);
double   dov_rows_measure    (DovRows        *self,
                              guint           first,
                              guint           last,
                              DovLookName     look,
                              const char     *text);

/* dov-workbook-table.c */
void     dov_rows_put_table  (DovRows        *self,
                              const DovTable *table,
                              guint           index);

/* dov-workbook-page.c: where pages end. */
typedef struct
{
  guint  n_pages;
  double left;      /* of the last page, in points of the sheet */
  GArray *breaks;   /* guint: rows before which a page must be broken by hand */
} DovPages;

void     dov_pages_plan      (const DovRows  *rows,
                              double          shrunk,
                              DovPages       *pages);
void     dov_pages_apply     (DovRows        *rows);

G_END_DECLS
