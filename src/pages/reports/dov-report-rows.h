/* dov-report-rows.h - the rows of a document as they stand in the file, for a table on screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

/* One row of a table of a result. */
#define DOV_TYPE_REPORT_ROW (dov_report_row_get_type ())
G_DECLARE_FINAL_TYPE (DovReportRow, dov_report_row, DOV, REPORT_ROW, GObject)

GListModel *dov_report_rows_new        (DovResult       *result,
                                        const DovTable  *table) G_GNUC_WARN_UNUSED_RESULT;
void        dov_report_rows_show       (DovTableView    *view,
                                        const DovTable  *table,
                                        GListModel      *rows);
GType       dov_report_row_find_behind (DovReportRow    *self,
                                        int              cell,
                                        GArray         **ids);
char       *dov_report_row_dup_title   (DovReportRow    *self,
                                        int              cell) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
