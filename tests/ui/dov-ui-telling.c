/* dov-ui-telling.c - a test that fails says what was on the screen, and where the keyboard stood */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-test.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

/* The telling itself may find a broken house: it does not keep anybody waiting. */
#define SECONDS_TO_TELL 10

static void
tell_focus (GtkWidget *window)
{
  GtkWidget *widget = dov_ui_test_get_focus (window);

  g_printerr ("# the keyboard is in:");
  if (widget == NULL)
    g_printerr (" nowhere");
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_printerr (" %s", G_OBJECT_TYPE_NAME (widget));
  g_printerr ("\n");
}

static void
tell_window (GtkWidget *window)
{
  g_autofree char *words = dov_ui_test_dup_words (window);
  g_auto (GStrv) lines = g_strsplit (words, "\n", -1);

  g_printerr ("# %s, %d × %d, says:\n", G_OBJECT_TYPE_NAME (window), gtk_widget_get_width (window),
              gtk_widget_get_height (window));
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_printerr ("#   %s\n", lines[i]);
  tell_focus (window);
}

static void
failed_cb (int number)
{
  GListModel *windows = gtk_window_get_toplevels ();

  signal (SIGABRT, SIG_DFL);
  signal (SIGALRM, SIG_DFL);
  alarm (SECONDS_TO_TELL);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_visible (window))
        tell_window (window);
    }
  abort ();
}

/**
 * dov_ui_test_tell_failures:
 *
 * From now on an assertion that fails is followed by every visible text and
 * the place of the keyboard: “should be TRUE” alone says little of a window.
 */
void
dov_ui_test_tell_failures (void)
{
  signal (SIGABRT, failed_cb);
}
