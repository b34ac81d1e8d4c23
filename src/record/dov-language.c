/* dov-language.c - the language of the interface, chosen before anything else happens */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-language.h"

#include "dov-resources.h"

#include <libintl.h>
#include <locale.h>

/* The first of the languages the system asks for that the program speaks; %NULL: it speaks none of them. */
static const char *
find_known_language (const char *locale_folder)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *catalogue =
        g_build_filename (locale_folder, languages[i], "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

      if (g_str_has_prefix (languages[i], "en") || g_file_test (catalogue, G_FILE_TEST_EXISTS))
        return languages[i];
    }

  return NULL;
}

/* Whether the system's library translates nothing, whatever LANGUAGE says: in "C", and since glibc 2.41 in "C.UTF-8". */
static gboolean
is_mute (const char *locale)
{
  return locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX") || g_str_has_prefix (locale, "C.");
}

/* Where the system has no locale that speaks, the program's own: those two parts of ru_RU, as localedef makes them,
 * that translated words, and the names of months in the toolkit's windows, need. */
static void
begin_own_locale (void)
{
  g_autofree char *folder = dov_resources_find ("locale");
  g_autofree char *path = g_strdup (g_getenv ("LOCPATH"));

  g_setenv ("LOCPATH", folder, TRUE);
  setlocale (LC_MESSAGES, "ru_RU.UTF-8");
  setlocale (LC_TIME, "ru_RU.UTF-8");
  if (path != NULL)
    g_setenv ("LOCPATH", path, TRUE);
  else
    g_unsetenv ("LOCPATH");
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
  const char *language = wanted != NULL && *wanted != '\0' ? wanted : find_known_language (folder);

  if (language == NULL)
    language = wanted = "ru";
  if (wanted != NULL && *wanted != '\0')
    g_setenv ("LANGUAGE", wanted, TRUE);

  setlocale (LC_ALL, "");
  if (is_mute (setlocale (LC_MESSAGES, NULL)))
    {
      setlocale (LC_CTYPE, "C.UTF-8");
      setlocale (LC_MESSAGES, "C.UTF-8");
      if (!g_str_has_prefix (language, "en"))
        begin_own_locale ();
    }
  setlocale (LC_NUMERIC, "C");

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}
