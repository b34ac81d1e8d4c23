/* dov-shelf-sheet.h - the things that are shown, as a list for Excel and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"
#include "dov-shelf.h"

G_BEGIN_DECLS

typedef struct _DovShelfSheet DovShelfSheet;

DovShelfSheet *dov_shelf_sheet_new  (DovStore              *store,
                                     const DovShelfWish    *wish,
                                     const DovTableColumn **columns,
                                     guint                  n_columns,
                                     const char            *title) G_GNUC_WARN_UNUSED_RESULT;
void           dov_shelf_sheet_free (DovShelfSheet         *self);
DovResult     *dov_shelf_sheet_make (gpointer               sheet,
                                     GCancellable          *cancellable,
                                     GError               **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
