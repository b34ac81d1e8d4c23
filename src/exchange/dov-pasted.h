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

/* The three parts of a name in one column, where a record has them. */
extern const DovField dov_pasted_whole_name;

GPtrArray      *dov_pasted_list_fields (GType           type,
                                        const char *const *only) G_GNUC_WARN_UNUSED_RESULT;
const DovField *dov_pasted_find_field  (GType           type,
                                        const char     *heading);
gboolean        dov_pasted_is_number_of_row (const char *heading);

typedef gboolean (*DovPastedKnows)     (const char     *heading,
                                        gpointer        user_data);
gboolean        dov_pasted_find_heading (GPtrArray     *table,
                                        DovPastedKnows  knows,
                                        gpointer        user_data,
                                        guint          *row);
gboolean        dov_pasted_is_double   (GPtrArray      *table,
                                        guint           heading);
char           *dov_pasted_dup_group   (GPtrArray      *table,
                                        guint           row,
                                        guint           column) G_GNUC_WARN_UNUSED_RESULT;
DovDateOrder    dov_pasted_find_order  (GPtrArray      *table,
                                        guint           first,
                                        guint           column,
                                        const char    **by);
gboolean        dov_pasted_read_cell   (DovStore       *store,
                                        DovRecord      *draft,
                                        const DovField *field,
                                        const char     *text,
                                        DovDateOrder    order,
                                        gint64         *offered,
                                        GError        **error);
char           *dov_pasted_dup_understood (DovStore    *store,
                                        DovRecord      *draft,
                                        const DovField *field) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
