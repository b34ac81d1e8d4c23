/* dov-command.c - what the commands of doverie-tool have in common */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"

#include "dov-clean.h"
#include "dov-document.h"
#include "dov-rules.h"
#include "dov-submitted.h"

#include <glib/gi18n.h>
#include <unistd.h>

/**
 * dov_command_parse:
 * @options: (nullable): ends with an empty entry
 * @at_least: how many words must be left besides the options
 * @at_most: how many may
 *
 * Takes the options out of @argv; the first word is the command itself.
 *
 * Returns: whether it was called rightly; if not, that was said
 */
gboolean
dov_command_parse (const DovCommand    *command,
                   const GOptionEntry  *options,
                   int                 *argc,
                   char              ***argv,
                   int                  at_least,
                   int                  at_most)
{
  g_autofree char *arguments = g_strdup_printf ("%s %s", command->name, _(command->arguments));
  g_autoptr (GOptionContext) context = g_option_context_new (arguments);
  g_autoptr (GError) error = NULL;

  g_option_context_set_summary (context, _(command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (options != NULL)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, argc, argv, &error))
    {
      (void) dov_command_misuse (command, "%s", error->message);
      return FALSE;
    }
  if (*argc - 1 < at_least || *argc - 1 > at_most)
    {
      (void) dov_command_misuse (command, _("Expected: %s"), arguments);
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_command_misuse:
 *
 * Says how the command was called wrongly, and where to read more.
 *
 * Returns: %DOV_EXIT_USAGE
 */
int
dov_command_misuse (const DovCommand *command,
                    const char       *format,
                    ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("doverie-tool: %s\n", words);
  g_printerr (_("“doverie-tool %s --help” tells more.\n"), command->name);

  return DOV_EXIT_USAGE;
}

/**
 * dov_command_fail:
 *
 * Says why it was refused or failed.
 *
 * Returns: %DOV_EXIT_FAILED
 */
int
dov_command_fail (const GError *error)
{
  /* Marks that nobody sees are for windows. */
  g_autofree char *words = dov_clean (error->message, TRUE);

  dov_command_end_progress ();
  g_printerr ("doverie-tool: %s\n", words);

  return DOV_EXIT_FAILED;
}

/* What rules let pass with a warning. */
void
dov_command_warn (GPtrArray *told)
{
  for (guint i = 0; i < told->len; i++)
    {
      g_autofree char *words = dov_clean (g_ptr_array_index (told, i), TRUE);

      g_printerr (_("Warning: %s\n"), words);
    }
}

/**
 * dov_command_open:
 *
 * Returns: (transfer full) (nullable): the store with its rules; when it
 *   cannot be opened, that was said
 */
DovStore *
dov_command_open (const char    *path,
                  DovStoreFlags  flags)
{
  g_autoptr (GError) error = NULL;
  DovStore *store = dov_store_open (path, flags, &error);

  if (store == NULL)
    {
      (void) dov_command_fail (error);
      if (g_error_matches (error, DOV_STORE_ERROR, DOV_STORE_ERROR_READ_ONLY) && (flags & DOV_STORE_READ_ONLY))
        g_printerr (_("“doverie-tool update FILE” brings a file of an older version to this one.\n"));
      return NULL;
    }
  dov_rules_install (store);
  dov_submitted_set_reads (dov_document_reads);

  return store;
}

/* A number that counts up while a person waits. */
void
dov_command_show_progress (guint64  done,
                           gpointer user_data)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r%" G_GUINT64_FORMAT, done);
}

void
dov_command_end_progress (void)
{
  if (isatty (STDERR_FILENO))
    g_printerr ("\r\033[K");
}
