/* dov-exchange-commands.c - create, demo, load, dump */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"

#include "dov-demo.h"
#include "dov-dump.h"
#include "dov-rules.h"
#include "dov-whole-file.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <unistd.h>

int
dov_command_create (const DovCommand *command,
                    int               argc,
                    char            **argv)
{
  g_autoptr (GError) error = NULL;

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;

  return dov_store_make (argv[1], NULL, NULL, &error) ? DOV_EXIT_DONE : dov_command_fail (error);
}

static void
say_loaded (guint64 n_records)
{
  dov_command_end_progress ();
  g_print (ngettext ("%u record loaded.\n", "%u records loaded.\n", (gulong) n_records), (guint) n_records);
}

static gboolean
fill_with_demo (DovStore  *store,
                gpointer   n_records,
                GError   **error)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  dov_rules_install (store);
  if (!dov_demo_load (store, NULL, dov_command_show_progress, NULL, told, n_records, NULL, error))
    return FALSE;
  dov_command_warn (told);

  return TRUE;
}

int
dov_command_demo (const DovCommand *command,
                  int               argc,
                  char            **argv)
{
  g_autoptr (GError) error = NULL;
  guint64 n_records = 0;

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  if (!dov_store_make (argv[1], fill_with_demo, &n_records, &error))
    return dov_command_fail (error);
  say_loaded (n_records);

  return DOV_EXIT_DONE;
}

static GInputStream *
open_input (const char  *path,
            GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return g_unix_input_stream_new (STDIN_FILENO, FALSE);
  file = g_file_new_for_commandline_arg (path);
  stream = g_file_read (file, NULL, &cause);
  if (stream != NULL)
    return G_INPUT_STREAM (g_steal_pointer (&stream));

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, cause->domain, cause->code, _("There is no file “%s” to load. Check its name."), path);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    g_set_error (error, cause->domain, cause->code, _("“%s” is a folder. Name the file to load."), path);
  else
    g_set_error (error, cause->domain, cause->code,
                 _("The file “%s” cannot be read. Check that you may read it."), path);

  return NULL;
}

int
dov_command_load (const DovCommand *command,
                  int               argc,
                  char            **argv)
{
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint64 n_records = 0;

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 2))
    return DOV_EXIT_USAGE;
  input = open_input (argc > 2 ? argv[2] : NULL, &error);
  if (input == NULL)
    return dov_command_fail (error);
  store = dov_command_open (argv[1], 0);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  if (!dov_load_stream (store, input, dov_command_show_progress, NULL, told, &n_records, NULL, &error))
    {
      (void) dov_command_fail (error);
      g_printerr (_("Nothing was loaded.\n"));
      return DOV_EXIT_FAILED;
    }
  dov_command_warn (told);
  if (!dov_store_close (store, &error))
    return dov_command_fail (error);
  say_loaded (n_records);

  return DOV_EXIT_DONE;
}

static gboolean
dump (DovStore             *store,
      DovDumpFlags          flags,
      GOutputStream        *output,
      DovExchangeProgress   progress,
      GError              **error)
{
  return output != NULL && dov_dump_stream (store, output, flags, progress, NULL, NULL, NULL, error)
         && g_output_stream_close (output, NULL, error);
}

/* What is cut off leaves no half. */
static gboolean
dump_to_file (DovStore      *store,
              DovDumpFlags   flags,
              const char    *path,
              GError       **error)
{
  g_autoptr (DovAside) aside = dov_whole_file_begin (path, FALSE, TRUE, error);
  g_autoptr (GFile) part = aside != NULL ? g_file_new_for_path (dov_aside_get_part (aside)) : NULL;
  g_autoptr (GFileOutputStream) output = NULL;
  g_autoptr (GError) failure = NULL;

  if (aside == NULL)
    return FALSE;
  output = g_file_append_to (part, G_FILE_CREATE_PRIVATE, NULL, &failure);
  if (dump (store, flags, G_OUTPUT_STREAM (output), dov_command_show_progress, &failure))
    return dov_whole_file_finish (aside, path, FALSE, error);
  if (g_error_matches (failure, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    dov_whole_file_set_error (error, path, ENOSPC);
  else
    g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

int
dov_command_dump (const DovCommand *command,
                  int               argc,
                  char            **argv)
{
  gboolean with_bin = FALSE;
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "bin", 'b', 0, G_OPTION_ARG_NONE, &with_bin, N_("Also what lies in the bin"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path,
      N_("Write here and not to the standard output"), N_("FILE") },
    { NULL }
  };
  g_autoptr (DovStore) store = NULL;
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) error = NULL;
  DovDumpFlags flags;

  if (!dov_command_parse (command, options, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  store = dov_command_open (argv[1], DOV_STORE_READ_ONLY);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  flags = with_bin ? DOV_DUMP_WITH_BIN : 0;
  if (path == NULL || g_str_equal (path, "-") ? !dump (store, flags, output, NULL, &error)
                                              : !dump_to_file (store, flags, path, &error))
    return dov_command_fail (error);
  dov_command_end_progress ();

  return DOV_EXIT_DONE;
}
