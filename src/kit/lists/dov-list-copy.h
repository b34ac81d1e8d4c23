/* dov-list-copy.h - rows of a list as a table for the clipboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record-list.h"
#include "dov-table-view.h"

G_BEGIN_DECLS

char *dov_list_copy_rows (DovStore              *store,
                          DovRecordList         *rows,
                          GtkBitset             *chosen,
                          const DovTableColumn **columns,
                          guint                  n_columns) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
