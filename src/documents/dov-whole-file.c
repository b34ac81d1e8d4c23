/* dov-whole-file.c - a file written beside its place and put there when it is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-whole-file.h"

#include "dov-result.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/**
 * dov_whole_file_set_error:
 * @number: of the system, such as ENOSPC
 *
 * Says in plain words why a file could not be written, and what to do.
 */
void
dov_whole_file_set_error (GError     **error,
                          const char  *path,
                          int          number)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);

  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                 _("There is no room left for “%s”. Delete something you do not need or choose another disk; "
                   "no half-written file was left."), name);
  else if (number == EACCES || number == EPERM || number == EROFS)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                 _("Nothing can be written to the folder “%s”. Choose another folder."), folder);
  else if (number == ENOENT || number == ENOTDIR)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                 _("There is no folder “%s”. Choose another folder."), folder);
  else
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                 _("The file “%s” could not be written: %s"), name, g_strerror (number));
}

static gboolean
refuse_existing (GError     **error,
                 const char  *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_EXISTS,
               _("There is a file “%s” in this folder already."), name);

  return FALSE;
}

/* LibreOffice and the offices made of it leave a file beside an open one. */
static gboolean
is_open_elsewhere (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *lock_name = g_strdup_printf (".~lock.%s#", name);
  g_autofree char *owner_name = g_strconcat ("~$", name, NULL);
  g_autofree char *lock = g_build_filename (folder, lock_name, NULL);
  g_autofree char *owner = g_build_filename (folder, owner_name, NULL);

  return g_file_test (lock, G_FILE_TEST_EXISTS) || g_file_test (owner, G_FILE_TEST_EXISTS);
}

/* Onto the disk itself, not only into the system's memory. */
static gboolean
settle (const char  *part,
        const char  *path,
        GError     **error)
{
  int file = g_open (part, O_RDONLY | O_CLOEXEC, 0);
  int number = 0;

  if (file < 0 || fsync (file) != 0)
    number = errno;
  if (file >= 0)
    close (file);
  if (number == 0 || number == EINVAL)
    return TRUE;

  dov_whole_file_set_error (error, path, number);

  return FALSE;
}

static gboolean
put_in_place (const char  *part,
              const char  *path,
              gboolean     replace,
              GError     **error)
{
  if (!replace)
    {
      /* A link never takes the place of a file that came meanwhile. */
      if (link (part, path) == 0)
        {
          g_unlink (part);
          return TRUE;
        }
      if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
        return refuse_existing (error, path);
    }
  if (g_rename (part, path) == 0)
    return TRUE;

  dov_whole_file_set_error (error, path, errno);

  return FALSE;
}

/**
 * dov_whole_file_begin:
 * @path: where the file is wanted
 * @replace: whether a file that is there may be replaced; otherwise that is
 *   %DOV_DOCUMENT_ERROR_EXISTS
 * @is_personal: nobody else of the computer may read it
 *
 * Makes an empty file beside the place, which tells early what is wrong with
 * it.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
dov_whole_file_begin (const char  *path,
                      gboolean     replace,
                      gboolean     is_personal,
                      GError     **error)
{
  g_autofree char *part = NULL;
  int file;

  if (!replace && g_file_test (path, G_FILE_TEST_EXISTS))
    {
      refuse_existing (error, path);
      return NULL;
    }
  if (is_open_elsewhere (path))
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                   _("“%s” is open in another program. Close it there, or save under another name."), name);
      return NULL;
    }

  part = g_strconcat (path, ".part", NULL);
  g_unlink (part);
  file = g_open (part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, is_personal ? 0600 : 0666);
  if (file < 0)
    {
      dov_whole_file_set_error (error, path, errno);
      return NULL;
    }
  close (file);

  return g_steal_pointer (&part);
}

/**
 * dov_whole_file_finish:
 * @part: what dov_whole_file_begin() made, now full
 *
 * Puts the file in its place, or removes it.
 */
gboolean
dov_whole_file_finish (const char  *part,
                       const char  *path,
                       gboolean     replace,
                       GError     **error)
{
  if (settle (part, path, error) && put_in_place (part, path, replace, error))
    return TRUE;

  g_unlink (part);

  return FALSE;
}

/* It was not to be. */
void
dov_whole_file_drop (const char *part)
{
  g_unlink (part);
}
