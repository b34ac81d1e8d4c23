/* tool.c - doverie-tool, run as a person runs it */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tool.h"

#include <gio/gio.h>
#include <string.h>

/**
 * tool_run:
 * @input: (nullable): what it finds on its standard input
 * @...: its words, then NULL
 *
 * Runs it on 5 March 2027. The variable DOVERIE_TOOL says where it lies.
 */
void
tool_run (Tool       *tool,
          const char *input,
          ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  const char *word;
  va_list args;

  tool_clear (tool);
  g_ptr_array_add (words, (char *) g_getenv ("DOVERIE_TOOL"));
  g_assert_nonnull (words->pdata[0]);
  va_start (args, input);
  while ((word = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (words, (char *) word);
  va_end (args);
  g_ptr_array_add (words, NULL);

  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "LANGUAGE", tool->language != NULL ? tool->language : "en", TRUE);
  if (tool->locale != NULL)
    g_subprocess_launcher_setenv (launcher, "LC_ALL", tool->locale, TRUE);
  g_subprocess_launcher_setenv (launcher, "DOVERIE_NOW", "2027-03-05T09:05", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input != NULL ? input : "", NULL, &tool->out, &tool->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  tool->status = g_subprocess_get_exit_status (process);
}

/* The status, and words that the two outputs have; "" asks for nothing there at all. */
void
tool_expect (Tool       *tool,
             int         status,
             const char *out,
             const char *err)
{
  if (tool->status != status)
    g_test_message ("status %d, wanted %d\n%s\n%s", tool->status, status, tool->out, tool->err);
  g_assert_cmpint (tool->status, ==, status);
  if (out != NULL && *out == '\0')
    g_assert_cmpstr (tool->out, ==, "");
  if (err != NULL && *err == '\0')
    g_assert_cmpstr (tool->err, ==, "");
  if (out != NULL && strstr (tool->out, out) == NULL)
    g_error ("“%s” is not in: %s", out, tool->out);
  if (err != NULL && strstr (tool->err, err) == NULL)
    g_error ("“%s” is not in: %s", err, tool->err);
}

void
tool_clear (Tool *tool)
{
  g_clear_pointer (&tool->out, g_free);
  g_clear_pointer (&tool->err, g_free);
}
