/* dov-pasted.h - a table copied from a spreadsheet, read as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

GPtrArray      *dov_pasted_split       (const char     *text) G_GNUC_WARN_UNUSED_RESULT;
const char     *dov_pasted_get_cell    (GPtrArray      *table,
                                        guint           row,
                                        guint           column);
guint           dov_pasted_get_width   (GPtrArray      *table);
gboolean        dov_pasted_is_field    (const DovField *field);
const DovField *dov_pasted_find_field  (GType           type,
                                        const char     *heading);
gboolean        dov_pasted_read_cell   (DovStore       *store,
                                        DovRecord      *draft,
                                        const DovField *field,
                                        const char     *text,
                                        GError        **error);

G_END_DECLS
