/* dov-errors.c - the one place that turns what went wrong into words on screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-errors.h"

#include <glib/gi18n.h>

#include "dov-shell.h"

static const char *
words_of_file_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    return _("There is no room left on the disk. Free some and do it again: nothing that was saved is lost.");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ACCES)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_PERM)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    return _("Nothing may be written there. Choose another folder.");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return _("The file is not there. Perhaps the flash drive was taken out: put it back or choose another file.");

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY)
      || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_TXTBSY))
    return _("The file is open in another program. Close it there or save under another name.");

  return NULL;
}

/**
 * dov_errors_dup_words:
 *
 * Returns: (transfer full): what is wrong and what to do. The program's own
 *   errors say it themselves; those of files are told here in plain words
 */
char *
dov_errors_dup_words (const GError *error)
{
  const char *words;

  g_return_val_if_fail (error != NULL, NULL);

  words = words_of_file_error (error);
  if (words != NULL)
    return g_strdup (words);

  if (error->domain == G_IO_ERROR || error->domain == G_FILE_ERROR)
    return g_strdup_printf (_("It did not work: %s"), error->message);

  return g_strdup (error->message);
}

/**
 * dov_errors_show:
 * @near: the widget where it happened
 *
 * Tells it in the window around @near. A cancelled piece of work says nothing.
 */
void
dov_errors_show (GtkWidget    *near,
                 const GError *error)
{
  DovShell *shell = dov_shell_around (near);

  if (error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (shell != NULL)
    dov_shell_show_error (shell, error);
}
