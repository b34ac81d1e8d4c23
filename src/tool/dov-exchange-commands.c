/* dov-exchange-commands.c - create, demo, load, dump */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"

#include "dov-demo.h"
#include "dov-dump.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

static int
close_store (DovStore *store)
{
  g_autoptr (GError) error = NULL;

  return dov_store_close (store, &error) ? DOV_EXIT_DONE : dov_command_fail (error);
}

int
dov_command_create (const DovCommand *command,
                    int               argc,
                    char            **argv)
{
  g_autoptr (DovStore) store = NULL;

  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  if (!dov_command_is_new (argv[1]))
    return DOV_EXIT_FAILED;
  store = dov_command_open (argv[1], DOV_STORE_CREATE);

  return store != NULL ? close_store (store) : DOV_EXIT_FAILED;
}

static void
say_loaded (guint64 n_records)
{
  dov_command_end_progress ();
  g_print (ngettext ("%u record loaded.\n", "%u records loaded.\n", (gulong) n_records), (guint) n_records);
}

static gboolean
fill_with_demo (const char *path)
{
  g_autoptr (DovStore) store = dov_command_open (path, DOV_STORE_CREATE);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint64 n_records = 0;

  if (store == NULL)
    return FALSE;
  if (!dov_demo_load (store, NULL, dov_command_show_progress, NULL, told, &n_records, NULL, &error))
    {
      (void) dov_command_fail (error);
      return FALSE;
    }
  dov_command_warn (told);
  say_loaded (n_records);

  return close_store (store) == DOV_EXIT_DONE;
}

int
dov_command_demo (const DovCommand *command,
                  int               argc,
                  char            **argv)
{
  if (!dov_command_parse (command, NULL, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  if (!dov_command_is_new (argv[1]))
    return DOV_EXIT_FAILED;
  if (fill_with_demo (argv[1]))
    return DOV_EXIT_DONE;

  /* A file with half of the demo data helps nobody. */
  (void) g_unlink (argv[1]);

  return DOV_EXIT_FAILED;
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
  say_loaded (n_records);

  return close_store (store);
}

static GOutputStream *
open_output (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (path == NULL || g_str_equal (path, "-"))
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  file = g_file_new_for_commandline_arg (path);

  return G_OUTPUT_STREAM (g_file_create (file, G_FILE_CREATE_PRIVATE, NULL, error));
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
  g_autoptr (GOutputStream) output = NULL;
  g_autoptr (GError) error = NULL;

  if (!dov_command_parse (command, options, &argc, &argv, 1, 1))
    return DOV_EXIT_USAGE;
  store = dov_command_open (argv[1], DOV_STORE_READ_ONLY);
  if (store == NULL)
    return DOV_EXIT_FAILED;
  output = open_output (path, &error);
  if (output == NULL)
    return dov_command_fail (error);
  if (!dov_dump_stream (store, output, with_bin ? DOV_DUMP_WITH_BIN : 0,
                        path != NULL ? dov_command_show_progress : NULL, NULL, NULL, NULL, &error) ||
      !g_output_stream_close (output, NULL, &error))
    return dov_command_fail (error);
  dov_command_end_progress ();

  return DOV_EXIT_DONE;
}
