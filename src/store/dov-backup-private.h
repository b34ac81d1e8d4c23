/* dov-backup-private.h - what making and putting back copies share */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-backup.h"

G_BEGIN_DECLS

gboolean     dov_backup_settle        (const char             *part,
                                       const char             *path,
                                       GError                **error);
char        *dov_backup_find_free_path (const char            *folder,
                                       const char             *mark);
gboolean     dov_backup_ensure_folder (const char             *folder,
                                       GError                **error);

G_END_DECLS
