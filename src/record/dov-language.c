/* dov-language.c - the language of the interface, chosen before anything else happens */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-language.h"

#include "dov-resources.h"

#include <libintl.h>
#include <locale.h>

/* Whether there is a translation for any of the languages the system asks for. */
static gboolean
system_speaks_known_language (const char *locale_folder)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *catalogue =
        g_build_filename (locale_folder, languages[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_str_has_prefix (languages[i], "en") || g_file_test (catalogue, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

/**
 * dov_language_get_wanted:
 *
 * Returns: (transfer full) (nullable): the language chosen in the preferences
 *   ("ru", "en"), which lie outside the club's file because they are needed
 *   before it is opened; %NULL: the system's
 */
char *
dov_language_get_wanted (void)
{
  g_autoptr (GKeyFile) settings = g_key_file_new ();
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "doverie", "settings.ini", NULL);

  if (!g_key_file_load_from_file (settings, path, G_KEY_FILE_NONE, NULL))
    return NULL;

  return g_key_file_get_string (settings, "interface", "language", NULL);
}

/**
 * dov_language_start:
 * @wanted: (nullable): "ru" or "en"; %NULL: the system's language where there
 *   is a translation for it, else Russian
 *
 * The first call of a program, before threads and before GTK. Numbers keep
 * their decimal point whatever the locale, because workbooks and SQL are
 * written with it; GTK must be told not to undo that (gtk_disable_setlocale).
 */
void
dov_language_start (const char *wanted)
{
  g_autofree char *folder = dov_resources_find_locale ();
  const char *messages;

  if (wanted != NULL && *wanted != '\0')
    g_setenv ("LANGUAGE", wanted, TRUE);
  setlocale (LC_ALL, "");
  if ((wanted == NULL || *wanted == '\0') && !system_speaks_known_language (folder))
    g_setenv ("LANGUAGE", "ru", TRUE);

  /* In the locale "C" gettext translates nothing, whatever LANGUAGE says. */
  messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || g_str_equal (messages, "C") || g_str_equal (messages, "POSIX"))
    {
      setlocale (LC_CTYPE, "C.UTF-8");
      setlocale (LC_MESSAGES, "C.UTF-8");
    }
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
