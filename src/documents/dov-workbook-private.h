/* dov-workbook-private.h - what the parts of the workbook writer share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"
#include "dov-glyphs.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* The formats of design/documents, by name. */
typedef enum
{
  DOV_LOOK_INSTITUTION, DOV_LOOK_APPROVE, DOV_LOOK_TITLE, DOV_LOOK_PERIOD, DOV_LOOK_FIELD, DOV_LOOK_LABEL,
  DOV_LOOK_VALUE, DOV_LOOK_SECTION, DOV_LOOK_HEAD, DOV_LOOK_NUMBERS, DOV_LOOK_HEADING, DOV_LOOK_BODY,
  DOV_LOOK_TOTAL, DOV_LOOK_CARRIED, DOV_LOOK_POST, DOV_LOOK_SIGN_NAME, DOV_LOOK_SIGN_LINE, DOV_LOOK_CAPTION,
  DOV_LOOK_TEXT, DOV_LOOK_NOTE, DOV_LOOK_DATA_HEAD, DOV_LOOK_DATA, DOV_LOOK_ABOUT_TITLE, DOV_LOOK_ABOUT_LABEL,
  DOV_LOOK_ABOUT,
} DovLookName;

typedef enum { DOV_ALIGN_OWN, DOV_ALIGN_LEFT, DOV_ALIGN_CENTER, DOV_ALIGN_RIGHT } DovAlign;

/* One variant of a named format; zero means the format's own. */
typedef struct
{
  DovLookName  name;
  const char  *number;    /* interned number format, NULL: General */
  DovAlign     align;
  int          indent;
  gboolean     is_bold;
  gboolean     no_wrap;
} DovStyle;

typedef struct _DovLook DovLook;

DovLook        *dov_look_new           (lxw_workbook     *workbook);
void            dov_look_free          (DovLook          *self);
lxw_format     *dov_look_get           (DovLook          *self,
                                        const DovStyle   *style);
const DovFont  *dov_look_get_font      (DovLookName       name);
const char     *dov_look_number_format (const DovCell    *cell,
                                        gboolean          on_data);
DovStyle        dov_look_style_of      (DovLookName       name,
                                        const DovCell    *cell,
                                        gboolean          centers,
                                        gboolean          on_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovLook, dov_look_free)

/* Cells: dov-workbook-cell.c. */
gboolean        dov_cell_is_number     (DovColumnKind     kind);
double          dov_cell_serial        (const DovCell    *cell,
                                        gboolean         *is_serial);
void            dov_cell_write         (lxw_worksheet    *sheet,
                                        lxw_row_t         row,
                                        lxw_col_t         column,
                                        const DovCell    *cell,
                                        lxw_format       *format,
                                        gboolean          on_data,
                                        const char       *formula);
void            dov_sheet_merge        (lxw_worksheet    *sheet,
                                        lxw_row_t         first_row,
                                        lxw_col_t         first_column,
                                        lxw_row_t         last_row,
                                        lxw_col_t         last_column);

/* One writing: dov-workbook.c. */
typedef struct
{
  lxw_workbook *workbook;
  DovLook      *look;
  DovResult    *result;
  const DovPaper *paper;
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
void            dov_writing_end_sheet  (DovWriting       *self,
                                        guint             n_rows);

gboolean        dov_sheet_write_paper  (DovWriting       *writing);
gboolean        dov_sheet_write_data   (DovWriting       *writing,
                                        const DovTable   *table,
                                        const char       *name);
void            dov_sheet_write_about  (DovWriting       *writing);

/* dov-workbook-check.c */
gboolean        dov_workbook_is_whole  (const char       *path,
                                        GPtrArray        *sheets);

G_END_DECLS
