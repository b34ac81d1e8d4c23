/* dov-whole-file.c - a file written beside its place and put there when it is whole */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-whole-file.h"

#include "dov-result.h"
#include "dov-schema.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

/**
 * dov_whole_file_set_error:
 * @number: of the system, such as ENOSPC; EBADMSG: what was read back is not what was written
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
  else if (number == EBADMSG)
    g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                 _("“%s” was written, but read again it was not whole, so it was not kept. Do it once more; should it happen "
                   "again, choose another disk: this one may be failing."), name);
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

/* Whether a club's records lie there, or what SQLite keeps beside them; found through links too. A file of ours that is
 * damaged is told by its name. */
static gboolean
holds_records (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal", ".lock" };
  g_autofree char *real = dov_database_dup_real_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *stem = g_str_has_suffix (real, endings[i])
                              ? g_strndup (real, strlen (real) - strlen (endings[i])) : NULL;

      if (stem != NULL && g_file_test (stem, G_FILE_TEST_IS_REGULAR)
          && (g_str_has_suffix (stem, ".doverie") || dov_schema_knows (stem)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
refuse_records (GError     **error,
                const char  *path)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
               _("“%s” holds the records of a club. Nothing is written over it; choose another name."), name);

  return FALSE;
}

static gboolean
check_place (const char  *path,
             gboolean     replace,
             GError     **error)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!replace)
    return refuse_existing (error, path);

  return !holds_records (path) || refuse_records (error, path);
}

/**
 * dov_whole_file_begin:
 * @path: where the file is wanted
 * @replace: whether a file that is there may be replaced; otherwise that is
 *   %DOV_DOCUMENT_ERROR_EXISTS
 * @is_personal: nobody else of the computer may read it
 *
 * Makes an empty file beside the place, which tells early what is wrong with
 * it. What a killed program left half made there goes.
 *
 * Returns: (transfer full) (nullable): what is to be filled; freed before it
 *   is finished, nothing stays of it
 */
DovAside *
dov_whole_file_begin (const char  *path,
                      gboolean     replace,
                      gboolean     is_personal,
                      GError     **error)
{
  DovAside *aside;
  int number = 0;

  if (!check_place (path, replace, error))
    return NULL;
  if (is_open_elsewhere (path))
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_FILE,
                   _("“%s” is open in another program. Close it there, or save under another name."), name);
      return NULL;
    }

  aside = dov_aside_begin (path, is_personal ? 0600 : 0666, &number);
  if (aside == NULL)
    dov_whole_file_set_error (error, path, number);

  return aside;
}

/**
 * dov_whole_file_finish:
 * @aside: what dov_whole_file_begin() made, now full
 *
 * Puts the file in its place.
 */
gboolean
dov_whole_file_finish (DovAside    *aside,
                       const char  *path,
                       gboolean     replace,
                       GError     **error)
{
  int number = dov_aside_settle (aside, replace);

  if (number == EEXIST)
    return refuse_existing (error, path);
  if (number != 0)
    dov_whole_file_set_error (error, path, number);

  return number == 0;
}
