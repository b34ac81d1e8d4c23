/* dov-database-error.c - what SQLite met, in words for a person */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-database-private.h"

#include <errno.h>
#include <glib/gi18n.h>

G_DEFINE_QUARK (dov-store-error-quark, dov_store_error)

static gboolean
is_no_room (int number)
{
  return number == ENOSPC || number == EDQUOT || number == EFBIG;
}

static gboolean
is_no_permission (int number)
{
  return number == EACCES || number == EPERM || number == EROFS;
}

static void
set_full (GError     **error,
          const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FULL,
               _("There is no room left on the disk of “%s”. Nothing that was saved is lost. "
                 "Delete something you do not need and save again."), path);
}

static void
set_read_only (GError     **error,
               const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY,
               _("“%s” may only be read, not written. Ask for the right to write to its folder, "
                 "or copy the file to a folder of your own."), path);
}

static void
set_not_found (GError     **error,
               const char  *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND, _("There is no file “%s”."), path);
  else
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_NOT_FOUND, _("There is no folder “%s”."), folder);
}

void
dov_database_error_damaged (GError     **error,
                            const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_DAMAGED,
               _("The file “%s” is damaged. Leave it as it is and put back the last copy."), path);
}

void
dov_database_error_foreign (GError     **error,
                            const char  *path)
{
  g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FOREIGN,
               _("“%s” is not a file of this program."), path);
}

void
dov_store_error_from_number (GError     **error,
                             const char  *path,
                             int          number)
{
  if (is_no_room (number))
    set_full (error, path);
  else if (is_no_permission (number))
    set_read_only (error, path);
  else if (number == ENOENT || number == ENOTDIR)
    set_not_found (error, path);
  else if (number == EEXIST)
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                 _("“%s” is there already. Choose another name; nothing was touched."), path);
  else
    g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                 _("The disk of “%s” cannot be read or written: %s"), path, g_strerror (number));
}

static int
read_last_number (sqlite3_file *file)
{
  int number = 0;

  if (file != NULL && file->pMethods != NULL)
    (void) file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &number);

  return number;
}

/* Which errno SQLite met. It asks the system late, when tidying up may have
 * set it to 0; the log and the file remember their own. */
static int
find_number (sqlite3 *handle)
{
  int number = sqlite3_system_errno (handle);
  sqlite3_file *file = NULL;

  if (number == 0 && sqlite3_file_control (handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) == SQLITE_OK)
    number = read_last_number (file);
  if (number == 0 && sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK)
    number = read_last_number (file);

  return number;
}

void
dov_database_error_from_code (GError     **error,
                              const char  *path,
                              sqlite3     *handle,
                              int          code)
{
  int number;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      set_full (error, path);
      break;

    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      number = find_number (handle);
      if (number != 0)
        dov_store_error_from_number (error, path, number);
      else
        g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                     _("The disk of “%s” cannot be read or written: %s"), path, sqlite3_errmsg (handle));
      break;

    case SQLITE_READONLY:
    case SQLITE_PERM:
      if (code == SQLITE_READONLY_DBMOVED)
        g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                     _("“%s” was moved or deleted while it was open. Close the program and put the file back."),
                     path);
      else
        set_read_only (error, path);
      break;

    case SQLITE_CORRUPT:
      dov_database_error_damaged (error, path);
      break;

    case SQLITE_NOTADB:
      dov_database_error_foreign (error, path);
      break;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, DOV_STORE_ERROR, DOV_STORE_ERROR_IN_USE,
                   _("“%s” is being written by another program. Wait a little and try again."), path);
      break;

    case SQLITE_TOOBIG:
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, _("A text is longer than can be held"));
      break;

    case SQLITE_NOMEM:
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, _("It needs more memory than it may take"));
      break;

    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Stopped, as you asked"));
      break;

    case SQLITE_CONSTRAINT:
      if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
        {
          g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_REFERENCED,
                               _("Other records still point here, or this one points to a record that is not there."));
          break;
        }
      G_GNUC_FALLTHROUGH;

    default:
      /* What SQLite says of a sum has no code of its own. */
      if (g_str_equal (sqlite3_errmsg (handle), "integer overflow"))
        {
          g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                               _("A sum is larger than can be counted. Look for a number that is much too large, and mend it."));
          break;
        }
      g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED, sqlite3_errmsg (handle));
      break;
    }
}

gboolean
dov_database_fail (DovDatabase  *self,
                   GError      **error)
{
  dov_database_error_from_code (error, self->path, self->handle, sqlite3_extended_errcode (self->handle));

  return FALSE;
}

/* A question that failed must not pass for one that was answered with
 * nothing: it is kept, and refuses what would be written on its account. */
gboolean
dov_database_fail_question (DovDatabase  *self,
                            GError      **error)
{
  g_autoptr (GError) failure = NULL;

  dov_database_fail (self, &failure);
  if (self->failure == NULL)
    self->failure = g_error_copy (failure);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* Whether the turn has come of the question that a test wants to fail. */
gboolean
dov_database_is_broken (DovDatabase  *self,
                        GError      **error)
{
  if (self->fails_in == 0 || --self->fails_in > 0)
    return FALSE;

  if (self->failure == NULL)
    g_set_error (&self->failure, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                 _("The disk of “%s” cannot be read or written: %s"), self->path, g_strerror (EIO));
  g_propagate_error (error, g_error_copy (self->failure));

  return TRUE;
}

/**
 * dov_database_check_questions:
 *
 * Returns: whether all that was asked since the outermost begin was answered;
 *   %FALSE with @error of the first question that failed
 */
gboolean
dov_database_check_questions (DovDatabase  *self,
                              GError      **error)
{
  if (self->failure == NULL)
    return TRUE;

  g_set_error (error, self->failure->domain, self->failure->code,
               /* Translators: why it could not be read. */
               _("What must be known first could not be read, so nothing was saved. %s"), self->failure->message);

  return FALSE;
}

void
dov_database_forget_failure (DovDatabase *self)
{
  g_clear_error (&self->failure);
}

/**
 * dov_database_fail_in:
 * @n_questions: 1 is the next, 0: none fails
 *
 * For tests: lets one question fail, as it would on a bad disk.
 *
 * Returns: how many it still was to the one that was wanted before; 0 when
 *   that one has failed
 */
guint
dov_database_fail_in (DovDatabase *self,
                      guint        n_questions)
{
  guint n_left = self->fails_in;

  self->fails_in = n_questions;

  return n_left;
}

/* A full disk or an interruption makes SQLite take the whole transaction
 * back by itself. What follows must not slip in as changes of their own. */
gboolean
dov_database_is_lost (DovDatabase *self)
{
  return self->depth > 0 && sqlite3_get_autocommit (self->handle);
}

gboolean
dov_database_fail_lost (GError **error)
{
  g_set_error_literal (error, DOV_STORE_ERROR, DOV_STORE_ERROR_FAILED,
                       _("Nothing was saved, because an earlier step failed."));

  return FALSE;
}
