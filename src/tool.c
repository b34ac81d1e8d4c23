/* tool.c - doverie-tool: the program without a window, for scripts, the district and tests */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-command.h"
#include "dov-language.h"
#include "dov-version.h"

#include <glib/gi18n.h>
#include <string.h>

static const DovCommand commands[] = {
  { "create", N_("FILE"), N_("Makes an empty file of a club."), dov_command_create },
  { "demo", N_("FILE"), N_("Makes a file with invented demo data, up to the last full month."),
    dov_command_demo },
  { "load", N_("FILE [RECORDS]"),
    N_("Loads records, one JSON object a line, from RECORDS or the standard input: all of them, or none."),
    dov_command_load },
  { "dump", N_("FILE"), N_("Writes every record as one JSON object a line."), dov_command_dump },
  { "reports", N_("[FILE]"), N_("Lists the registers and reports: code, title, what they are made for."),
    dov_command_reports },
  { "report", N_("FILE CODE"), N_("Makes a register or report as a workbook."), dov_command_report },
  { "check", N_("FILE"), N_("Looks whether the file is whole and every record keeps the rules."),
    dov_command_check },
  { "update", N_("FILE"), N_("Brings a file of an older version of the program to this one. A copy is made first."),
    dov_command_update },
  { "backup", N_("FILE [FOLDER]"), N_("Makes a copy and checks it: beside the file, or in FOLDER."),
    dov_command_backup },
  { "restore", N_("FILE COPY"), N_("Puts a copy back. What is there is copied first."), dov_command_restore },
  { "close-door", N_("FILE"), N_("Closes the door of an event whose PIN nobody knows."), dov_command_close_door },
};

static void
show_help (void)
{
  g_print (_("Usage: doverie-tool COMMAND …\n\n"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  doverie-tool %s %s\n      %s\n",
             commands[i].name, _(commands[i].arguments), _(commands[i].summary));
  g_print (_("\n“doverie-tool COMMAND --help” tells more. "
             "Exit status: 0 done, 1 refused or failed, 2 called wrongly.\n"));
}

static const DovCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *language = dov_language_get_wanted ();
  const DovCommand *command;

  dov_language_start (language);
  g_set_prgname ("doverie-tool");

  if (argc == 2 && g_strv_contains ((const char *const[]) { "--help", "-h", "help", NULL }, argv[1]))
    {
      show_help ();
      return DOV_EXIT_DONE;
    }
  if (argc == 2 && g_str_equal (argv[1], "--version"))
    {
      g_print ("doverie-tool %s\n", dov_version ());
      return DOV_EXIT_DONE;
    }
  if (argc < 2)
    {
      g_printerr (_("doverie-tool: say what to do. “doverie-tool --help” lists the commands.\n"));
      return DOV_EXIT_USAGE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      g_printerr (_("doverie-tool: there is no command “%s”. “doverie-tool --help” lists them.\n"), argv[1]);
      return DOV_EXIT_USAGE;
    }

  return command->run (command, argc - 1, argv + 1);
}
