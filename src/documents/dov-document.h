/* dov-document.h - the definition of a register or report, and the document it gives */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-period.h"
#include "dov-store.h"

G_BEGIN_DECLS

#define DOV_DOCUMENT_ERROR (dov_document_error_quark ())
typedef enum
{
  DOV_DOCUMENT_ERROR_DEFINITION,  /* the file of the definition; the message has its line */
  DOV_DOCUMENT_ERROR_ASKED,       /* a period, a lounge or a record is missing or does not fit */
  DOV_DOCUMENT_ERROR_FILE,        /* the workbook cannot be written */
  DOV_DOCUMENT_ERROR_EXISTS,      /* there is such a file already */
} DovDocumentError;

GQuark dov_document_error_quark (void);

typedef enum
{
  DOV_COLUMN_ROW, DOV_COLUMN_TEXT, DOV_COLUMN_COUNT, DOV_COLUMN_QUANTITY, DOV_COLUMN_DECIMAL, DOV_COLUMN_MONEY,
  DOV_COLUMN_PERCENT, DOV_COLUMN_DATE, DOV_COLUMN_TIME, DOV_COLUMN_MOMENT, DOV_COLUMN_FLAG, DOV_COLUMN_HAND,
} DovColumnKind;

/* One definition file, loaded and found sound. */
#define DOV_TYPE_DOCUMENT (dov_document_get_type ())
G_DECLARE_FINAL_TYPE (DovDocument, dov_document, DOV, DOCUMENT, GObject)

/* What one run of a definition gave: typed blocks; screen, Excel and print draw these and nothing else. */
#define DOV_TYPE_RESULT (dov_result_get_type ())
G_DECLARE_FINAL_TYPE (DovResult, dov_result, DOV, RESULT, GObject)

typedef struct
{
  char          *name;
  char          *group;    /* NULL: one level */
  char          *heading;
  DovColumnKind  kind;
  int            width;    /* in digits */
  gboolean       grows;
  gboolean       sums;
  gboolean       centers;
  gboolean       on_paper;
  gboolean       on_data;
} DovColumn;

typedef struct
{
  DovColumnKind  kind;
  gboolean       is_empty;
  double         number;   /* counts, money in roubles, shares; days since 1900 are the writer's business */
  char          *text;     /* texts, and ISO dates, times and moments */
} DovCell;

typedef enum { DOV_ROW_BODY, DOV_ROW_HEADING, DOV_ROW_SUBTOTAL, DOV_ROW_TOTAL, DOV_ROW_CARRIED, DOV_ROW_GROWING, DOV_ROW_BLANK } DovRowRole;

typedef struct
{
  DovRowRole  role;
  gint64      id;          /* the record a click opens, 0: none */
  DovCell    *cells;       /* one a column */
} DovRow;

typedef struct
{
  const char *opens;       /* table of the records behind the rows, or NULL */
  char       *title;
  GPtrArray  *columns;     /* DovColumn */
  GPtrArray  *rows;        /* DovRow */
} DovTable;

GPtrArray   *dov_document_load_all    (DovStore         *store,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DovDocument *dov_document_load        (const char       *path,
                                       DovStore         *store,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
const char  *dov_document_get_code    (DovDocument      *self);
const char  *dov_document_get_title   (DovDocument      *self);
DovPeriodKind dov_document_get_periods (DovDocument     *self);
gboolean     dov_document_is_personal (DovDocument      *self);
const char  *dov_document_get_right   (DovDocument      *self);
const char  *dov_document_get_asked   (DovDocument      *self,
                                       const char      **label);
const char  *dov_document_get_receiver (DovDocument     *self);

DovResult   *dov_document_run         (DovDocument      *self,
                                       DovStore         *store,
                                       const DovPeriod  *period,
                                       gint64            lounge,
                                       gint64            asked,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DovResult   *dov_document_run_blank   (DovDocument      *self,
                                       DovStore         *store,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

/* Screen: the first table, its words, how many rows. */
guint        dov_result_count_tables  (DovResult        *self);
const DovTable *dov_result_get_table  (DovResult        *self,
                                       guint             index);
char        *dov_result_dup_file_name (DovResult        *self) G_GNUC_WARN_UNUSED_RESULT;
char        *dov_cell_dup_shown       (const DovCell    *cell) G_GNUC_WARN_UNUSED_RESULT;

typedef void (*DovProgress) (guint done, guint total, gpointer user_data);

/* dov-workbook.c: no record, no store: safe in another thread. */
gboolean     dov_workbook_write       (DovResult        *result,
                                       const char       *path,
                                       gboolean          replace,
                                       DovProgress       progress,
                                       gpointer          user_data,
                                       GCancellable     *cancellable,
                                       GError          **error);

/* dov-list-sheet.c: any list on screen, exactly as shown. */
DovResult   *dov_list_to_result       (DovStore         *store,
                                       GListModel       *records,
                                       const DovField  **fields,
                                       guint             n_fields,
                                       const char       *title,
                                       const char       *filter,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
