/* dov-document.h - the definition of a register or report, and the document it gives */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-result.h"
#include "dov-store.h"

G_BEGIN_DECLS

/* One definition file, loaded and found sound. */
#define DOV_TYPE_DOCUMENT (dov_document_get_type ())
G_DECLARE_FINAL_TYPE (DovDocument, dov_document, DOV, DOCUMENT, GObject)

GPtrArray   *dov_document_load_all    (DovStore         *store,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DovDocument *dov_document_find        (DovStore         *store,
                                       const char       *code,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DovDocument *dov_document_load        (const char       *path,
                                       DovStore         *store,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
const char  *dov_document_get_code    (DovDocument      *self);
const char  *dov_document_get_title   (DovDocument      *self);
char        *dov_document_dup_plain_title (DovDocument  *self) G_GNUC_WARN_UNUSED_RESULT;
DovPeriodKind dov_document_get_periods (DovDocument     *self);
gboolean     dov_document_is_personal (DovDocument      *self);
const char  *dov_document_get_right   (DovDocument      *self);
const char  *dov_document_get_asked   (DovDocument      *self,
                                       const char      **label);
const char  *dov_document_get_receiver (DovDocument     *self);
gboolean     dov_document_is_own      (DovDocument      *self);
const char  *dov_document_get_trouble (DovDocument      *self);

gboolean     dov_document_reads       (DovStore         *store,
                                       const char       *code,
                                       const char       *table,
                                       const char       *field);

/* Opens the store's file anew, read-only: may run in another thread. */
DovResult   *dov_document_run         (DovDocument      *self,
                                       DovStore         *store,
                                       const DovPeriod  *period,
                                       gint64            lounge,
                                       gint64            asked,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DovResult   *dov_document_run_blank   (DovDocument      *self,
                                       DovStore         *store,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;

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
typedef struct
{
  const DovField *field;    /* whose label and value it has; NULL: neither */
  const char     *heading;  /* in place of the label */

  /* What is no field as it stands: how a cell of it is filled, of what kind, how wide. */
  void          (*fill) (DovCell *cell, DovStore *store, DovRecord *record, gconstpointer data);
  gconstpointer   data;
  DovColumnKind   kind;
  int             width;
  gboolean        grows;
} DovListColumn;

DovResult   *dov_list_to_result       (DovStore         *store,
                                       GListModel       *records,
                                       const DovListColumn *columns,
                                       guint             n_columns,
                                       const char       *title,
                                       const char       *filter,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
DovResult   *dov_list_result_new      (DovStore         *store,
                                       const char       *title,
                                       const char       *filter,
                                       DovTable        **table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
