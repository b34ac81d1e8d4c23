/* dov-config.c - what this computer remembers for the person at it: language, size of text, last file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-config.h"

#include <errno.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define GROUP "interface"

/**
 * dov_config_dup_path:
 *
 * Returns: (transfer full): where the file of settings lies
 */
static char *
dov_config_dup_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "doverie", "settings.ini", NULL);
}

/* A file that is missing or that nobody can read holds nothing: each setting has a default. */
static GKeyFile *
read_file (void)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = dov_config_dup_path ();

  g_key_file_load_from_file (file, path, G_KEY_FILE_KEEP_COMMENTS, NULL);

  return g_steal_pointer (&file);
}

static gboolean
write_file (GKeyFile  *file,
            GError   **error)
{
  g_autofree char *path = dov_config_dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *text = NULL;
  gsize length;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno),
                   _("The settings could not be kept: the folder %s cannot be made."), folder);
      return FALSE;
    }

  text = g_key_file_to_data (file, &length, NULL);

  return g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

/**
 * dov_config_dup_text:
 *
 * Returns: (transfer full): the setting, or the empty text when nobody has chosen
 */
char *
dov_config_dup_text (const char *name)
{
  g_autoptr (GKeyFile) file = read_file ();
  char *text = g_key_file_get_string (file, GROUP, name, NULL);

  return text != NULL ? text : g_strdup ("");
}

/**
 * dov_config_get_number:
 *
 * Returns: the setting, or @otherwise when nobody has chosen
 */
gint64
dov_config_get_number (const char *name,
                       gint64      otherwise)
{
  g_autoptr (GKeyFile) file = read_file ();
  g_autoptr (GError) error = NULL;
  gint64 number = g_key_file_get_int64 (file, GROUP, name, &error);

  return error == NULL ? number : otherwise;
}

/**
 * dov_config_set_text:
 *
 * Keeps the setting at once; the empty text forgets it.
 */
gboolean
dov_config_set_text (const char  *name,
                     const char  *text,
                     GError     **error)
{
  g_autoptr (GKeyFile) file = read_file ();

  if (text == NULL || *text == '\0')
    g_key_file_remove_key (file, GROUP, name, NULL);
  else
    g_key_file_set_string (file, GROUP, name, text);

  return write_file (file, error);
}

/**
 * dov_config_set_number:
 *
 * Keeps the setting at once.
 */
gboolean
dov_config_set_number (const char  *name,
                       gint64       number,
                       GError     **error)
{
  g_autoptr (GKeyFile) file = read_file ();

  g_key_file_set_int64 (file, GROUP, name, number);

  return write_file (file, error);
}
