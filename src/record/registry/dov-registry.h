/* dov-registry.h - the list of all records that the club keeps */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-record.h"

G_BEGIN_DECLS

const GType    *dov_registry_list    (guint       *n_types);
GType           dov_registry_find    (const char  *table);
DovRecordClass *dov_registry_class   (GType        type);
gboolean        dov_registry_check   (GError     **error);
gboolean        dov_registry_check_types (const GType  *types,
                                          guint         n_types,
                                          GError      **error);

G_END_DECLS
