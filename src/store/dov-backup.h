/* dov-backup.h - copies of the file: made, checked, listed and rotated */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "dov-database.h"

G_BEGIN_DECLS

/**
 * DovCopy:
 * @at: when it was made by the clock of that day, which may have been wrong
 * @number: copies are made in this order, whatever the clock said
 * @n_records: how many it held when it was checked
 * @is_sound: it was found sound when it was made and still opens
 *
 * One copy that lies in the folder of copies.
 */
typedef struct
{
  char      *path;
  GDateTime *at;
  gint64     number;
  gint64     n_records;
  gboolean   is_sound;
} DovCopy;

void       dov_copy_free             (DovCopy      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DovCopy, dov_copy_free)

char      *dov_backup_get_folder     (const char   *store_path) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_backup_make           (const char   *store_path,
                                      const char   *folder,
                                      GFileProgressCallback progress,
                                      gpointer      user_data,
                                      GCancellable *cancellable,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
char      *dov_backup_make_marked    (const char   *store_path,
                                      const char   *mark,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean   dov_backup_keep           (DovDatabase  *database,
                                      GError      **error);
gboolean   dov_backup_is_due         (const char   *store_path);
gboolean   dov_backup_check_emptied  (const char   *store_path,
                                      GError      **error);
gboolean   dov_backup_check          (const char   *path,
                                      gint64       *n_records,
                                      GError      **error);
GPtrArray *dov_backup_list           (const char   *store_path,
                                      GError      **error) G_GNUC_WARN_UNUSED_RESULT;
void       dov_backup_choose_kept    (const GDate  *dates,
                                      guint         n_dates,
                                      gboolean     *kept);
gboolean   dov_backup_rotate         (const char   *store_path,
                                      GError      **error);
gboolean   dov_backup_is_believable  (GDateTime    *at);
void       dov_backup_make_private   (const char   *folder);

/* For what lies in the folder of copies. */
gboolean   dov_backup_ensure_folder  (const char   *folder,
                                      GError      **error);
char      *dov_backup_find_free_path (const char   *folder,
                                      const char   *mark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
