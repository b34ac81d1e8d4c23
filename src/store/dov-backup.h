/* dov-backup.h - copies of the file: made, checked, rotated, and put back */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-store.h"

G_BEGIN_DECLS

/* One copy that lies in the folder of copies. */
typedef struct
{
  char      *path;
  GDateTime *at;
  gint64     n_records;
  gboolean   is_sound;
} DovCopy;

char      *dov_backup_get_folder     (const char   *store_path) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_backup_make           (const char   *store_path,
                                      const char   *folder,
                                      GFileProgressCallback progress,
                                      gpointer      user_data,
                                      GCancellable *cancellable,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_backup_is_due         (const char   *store_path);
gboolean   dov_backup_check          (const char   *path,
                                      gint64       *n_records,
                                      GError      **error);
GPtrArray *dov_backup_list           (const char   *store_path,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_backup_rotate         (const char   *store_path,
                                      GError      **error);
GPtrArray *dov_backup_list_losses    (const char   *store_path,
                                      const char   *copy_path,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_backup_restore        (const char   *store_path,
                                      const char   *copy_path,
                                      char        **kept,
                                      GError      **error);

G_END_DECLS
