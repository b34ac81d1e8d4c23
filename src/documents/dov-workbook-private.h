/* dov-workbook-private.h - what the parts of the workbook writer share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"
#include "dov-pen.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

typedef enum { DOV_ALIGN_OWN, DOV_ALIGN_LEFT, DOV_ALIGN_CENTER, DOV_ALIGN_RIGHT } DovAlign;

/* One variant of a named format; zero means the format's own. */
typedef struct
{
  DovLookName  name;
  const char  *number;    /* interned number format, NULL: General */
  DovAlign     align;
  int          indent;
  gboolean     no_wrap;
  guint        joins;     /* DovJoins */
} DovStyle;

typedef struct _DovFormats DovFormats;

DovFormats     *dov_formats_new        (lxw_workbook     *workbook);
void            dov_formats_free       (DovFormats       *self);
lxw_format     *dov_formats_get        (DovFormats       *self,
                                        const DovStyle   *style);
const char     *dov_look_number_format (const DovCell    *cell,
                                        gboolean          on_data);
DovStyle        dov_look_style_of      (DovLookName       name,
                                        const DovCell    *cell,
                                        gboolean          centers,
                                        gboolean          on_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovFormats, dov_formats_free)

/* Cells: dov-workbook-cell.c. */
double          dov_cell_serial        (const DovCell    *cell,
                                        gboolean         *is_serial);
void            dov_cell_write         (lxw_worksheet    *sheet,
                                        lxw_row_t         row,
                                        lxw_col_t         column,
                                        const DovCell    *cell,
                                        lxw_format       *format,
                                        gboolean          on_data,
                                        const char       *formula);
void            dov_sheet_write_text   (lxw_worksheet    *sheet,
                                        lxw_row_t         row,
                                        lxw_col_t         column,
                                        const char       *text,
                                        lxw_format       *format);
void            dov_sheet_merge        (lxw_worksheet    *sheet,
                                        lxw_row_t         first_row,
                                        lxw_col_t         first_column,
                                        lxw_row_t         last_row,
                                        lxw_col_t         last_column);

/* One writing: dov-workbook.c. */
typedef struct
{
  lxw_workbook *workbook;
  DovFormats   *formats;
  DovResult    *result;
  const DovPaper *paper;
  GPtrArray    *data;         /* DovTable: those that are written for machines too */
  GPtrArray    *sheets;       /* guint: how many rows each sheet was given, in order */
  DovProgress   progress;
  gpointer      user_data;
  GCancellable *cancellable;
  guint         done;
  guint         total;
} DovWriting;

gboolean        dov_writing_step       (DovWriting       *self);
lxw_worksheet  *dov_writing_add_sheet  (DovWriting       *self,
                                        const char       *name,
                                        gboolean          is_landscape);
void            dov_writing_set_footer (DovWriting       *self,
                                        lxw_worksheet    *sheet,
                                        double            scale);
void            dov_writing_end_sheet  (DovWriting       *self,
                                        guint             n_rows);

gboolean        dov_sheet_write_paper  (DovWriting       *writing);
gboolean        dov_sheet_write_data   (DovWriting       *writing,
                                        const DovTable   *table,
                                        guint             nth,
                                        const char       *name);
void            dov_sheet_write_about  (DovWriting       *writing);

/* The columns of the sheet for people: dov-workbook-grid.c. */

/* What an office may print smaller than is reckoned here: LibreOffice takes columns for wider than Excel does. */
#define DOV_OFFICE_SCALE 0.95

/* Where a column of a table lies among the columns of the sheet. */
typedef struct
{
  guint column;    /* of the table */
  guint first;
  guint last;      /* of the sheet, inclusive */
} DovPlace;

typedef struct
{
  int       *widths;       /* in pixels, one a column of the sheet */
  guint      n_columns;
  int        width;        /* of all */
  int        printable;    /* of the page, in pixels */
  guint      n_tables;
  GPtrArray *places;       /* GArray of DovPlace, one a table: columns on paper only */
} DovGrid;

DovGrid *dov_grid_new           (DovResult      *result);
void     dov_grid_free          (DovGrid        *self);
guint    dov_grid_find_edge     (const DovGrid  *self,
                                 double          share);
int      dov_grid_measure       (const DovGrid  *self,
                                 guint           first,
                                 guint           last);
guint    dov_grid_reach         (const DovGrid  *self,
                                 guint           first,
                                 int             pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovGrid, dov_grid_free)

/* dov-workbook-check.c */
gboolean        dov_workbook_is_whole  (const char       *path,
                                        GPtrArray        *sheets);

G_END_DECLS
