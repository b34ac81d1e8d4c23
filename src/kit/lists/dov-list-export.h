/* dov-list-export.h - a list as it is shown, made into a workbook in another thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-document.h"
#include "dov-list-page-private.h"

G_BEGIN_DECLS

typedef struct _DovListExport DovListExport;

DovListExport *dov_list_export_new  (DovStore              *store,
                                     GType                  type,
                                     DovListAsked          *asked,
                                     const DovTableColumn **columns,
                                     guint                  n_columns,
                                     const char            *title,
                                     const char            *filter);
void           dov_list_export_free (DovListExport         *self);
DovResult     *dov_list_export_make (gpointer               export,
                                     GCancellable          *cancellable,
                                     GError               **error);

G_END_DECLS
