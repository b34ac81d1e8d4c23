/* dov-restore.h - a copy put back, and what that would lose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-backup.h"

G_BEGIN_DECLS

char      *dov_restore_describe    (const char  *store_path,
                                    const char  *copy_path,
                                    gboolean    *is_others,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dov_restore_list_losses (const char  *store_path,
                                    const char  *copy_path,
                                    GError     **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_restore_copy        (const char  *store_path,
                                    const char  *copy_path,
                                    char       **kept,
                                    GError     **error);

G_END_DECLS
