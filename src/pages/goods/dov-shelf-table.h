/* dov-shelf-table.h - the columns of things in a drive or in the stock, and what is shown for Excel and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"
#include "dov-shelf.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

/* To one without a name. */
extern const DovTableColumn dov_shelf_columns_of_drive[];
extern const DovTableColumn dov_shelf_columns_of_stock[];

/* What a table shows, to be made in another thread. */
typedef struct _DovShelfSheet DovShelfSheet;

DovShelfSheet *dov_shelf_sheet_new  (DovStore              *store,
                                     const DovShelfWish    *wish,
                                     const DovTableColumn  *columns,
                                     const char            *title) G_GNUC_WARN_UNUSED_RESULT;
void           dov_shelf_sheet_free (DovShelfSheet         *self);
DovResult     *dov_shelf_sheet_make (gpointer               sheet,
                                     GCancellable          *cancellable,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
