/* dov-resources.c - where the program's own files lie: definitions, demo data, help */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-resources.h"

/* The folder above the one the running program lies in, such as /usr. */
static char *
find_own_prefix (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : NULL;

  return folder ? g_path_get_dirname (folder) : NULL;
}

/* Where it was told to look, where it was installed, or the same place seen
 * from a program that was moved as a whole. */
static char *
find_existing (const char *told,
               const char *installed,
               const char *below_prefix)
{
  g_autofree char *prefix = NULL;
  g_autofree char *moved = NULL;

  if (told != NULL && *told != '\0')
    return g_strdup (told);
  if (g_file_test (installed, G_FILE_TEST_IS_DIR))
    return g_strdup (installed);

  prefix = find_own_prefix ();
  moved = prefix ? g_build_filename (prefix, below_prefix, NULL) : NULL;

  return moved && g_file_test (moved, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&moved) : g_strdup (installed);
}

/**
 * dov_resources_find:
 * @name: a file or folder of the program's data, such as "documents" or "demo"
 *
 * The variable DOVERIE_DATADIR names the folder for a program that is not
 * installed.
 *
 * Returns: (transfer full): its path; whether it is there is for the caller to see
 */
char *
dov_resources_find (const char *name)
{
  g_autofree char *folder = find_existing (g_getenv ("DOVERIE_DATADIR"), DOVERIE_DATADIR, "share/doverie");

  return g_build_filename (folder, name, NULL);
}

/**
 * dov_resources_find_locale:
 *
 * The variable DOVERIE_LOCALEDIR names the folder for a program that is not
 * installed.
 *
 * Returns: (transfer full): the folder that holds the translations
 */
char *
dov_resources_find_locale (void)
{
  return find_existing (g_getenv ("DOVERIE_LOCALEDIR"), DOVERIE_LOCALEDIR, "share/locale");
}
