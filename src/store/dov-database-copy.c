/* dov-database-copy.c - a whole file copied while it may be in use */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* How many pages are copied between two calls of the progress callback. */
#define PAGES_AT_ONCE 256

static gboolean
copy_pages (DovDatabase            *self,
            sqlite3                *other,
            GFileProgressCallback   progress,
            gpointer                user_data,
            GCancellable           *cancellable,
            GError                **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (other, "main", self->handle, "main");
  gint64 page;
  int code;

  if (backup == NULL)
    {
      dov_database_error_from_code (error, self->path, other, sqlite3_extended_errcode (other));
      return FALSE;
    }

  page = dov_database_count (self, "PRAGMA page_size", NULL);
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }
      code = sqlite3_backup_step (backup, PAGES_AT_ONCE);
      if (progress != NULL && (code == SQLITE_OK || code == SQLITE_DONE))
        {
          gint64 total = sqlite3_backup_pagecount (backup) * page;

          progress (total - sqlite3_backup_remaining (backup) * page, total, user_data);
        }
    }
  while (code == SQLITE_OK);

  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;

  dov_database_error_from_code (error, sqlite3_db_filename (other, "main"), other, code);

  return FALSE;
}

static gboolean
copy_into (DovDatabase            *self,
           sqlite3                *other,
           GFileProgressCallback   progress,
           gpointer                user_data,
           GCancellable           *cancellable,
           GError                **error)
{
  gboolean copied = FALSE;

  /* Reading in one transaction copies one state, whatever others save meanwhile. */
  if (self->depth == 0 && !dov_database_execute (self, "BEGIN", error))
    return FALSE;
  if (dov_database_count (self, "SELECT count(*) FROM sqlite_schema", error) >= 0)
    copied = copy_pages (self, other, progress, user_data, cancellable, error);
  if (self->depth == 0)
    (void) dov_database_execute (self, "COMMIT", NULL);

  /* A copy needs no log, so that it can be read where nothing may be written. */
  if (copied && sqlite3_exec (other, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL) != SQLITE_OK)
    {
      dov_database_error_from_code (error, sqlite3_db_filename (other, "main"), other, sqlite3_extended_errcode (other));
      copied = FALSE;
    }

  return copied;
}

/**
 * dov_database_copy:
 * @path: where to; must not exist yet
 * @progress: (nullable): told of bytes, in this thread
 *
 * Copies the file as it is at this moment through SQLite's backup API, onto
 * the disk. On failure nothing is left at @path. Inside
 * dov_database_begin() only when the file was opened for reading.
 */
gboolean
dov_database_copy (DovDatabase            *self,
                   const char             *path,
                   GFileProgressCallback   progress,
                   gpointer                user_data,
                   GCancellable           *cancellable,
                   GError                **error)
{
  sqlite3 *other = NULL;
  gboolean copied = FALSE;
  int file;

  g_return_val_if_fail (self->depth == 0 || self->is_read_only, FALSE);

  file = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0)
    {
      dov_store_error_from_number (error, path, errno);
      return FALSE;
    }
  close (file);

  if (dov_database_open_file (path, SQLITE_OPEN_READWRITE, FALSE, &other) == SQLITE_OK)
    {
      sqlite3_extended_result_codes (other, TRUE);
      sqlite3_exec (other, "PRAGMA journal_mode = OFF; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY",
                    NULL, NULL, NULL);
      copied = copy_into (self, other, progress, user_data, cancellable, error);
    }
  else
    dov_database_error_from_code (error, path, other, sqlite3_extended_errcode (other));
  sqlite3_close (other);

  if (!copied)
    (void) g_unlink (path);

  return copied;
}
