/* dov-ui-program.c - the whole program, for tests: started as main() does it, its window, its end */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-ui-program.h"

#include "dov-backup.h"
#include "dov-ui-test.h"

/**
 * dov_ui_program_start:
 * @file: (nullable): what to open; %NULL: what a start without words opens
 *
 * Starts the program as main() does it, but the loop is turned by the test.
 *
 * Returns: (transfer full): the program, its window on the screen
 */
DovApplication *
dov_ui_program_start (const char *file)
{
  DovApplication *application = dov_application_new (NULL);
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  if (file != NULL)
    dov_application_open (application, file, 0);
  else
    g_application_activate (G_APPLICATION (application));
  WAIT_FOR ((window = gtk_application_get_active_window (GTK_APPLICATION (application))) != NULL
            && gtk_widget_get_mapped (GTK_WIDGET (window)));
  dov_ui_test_settle ();

  return application;
}

/**
 * dov_ui_program_get_window:
 *
 * Returns: (transfer none) (nullable): the main window
 */
GtkWidget *
dov_ui_program_get_window (DovApplication *application)
{
  GList *link = gtk_application_get_windows (GTK_APPLICATION (application));

  while (link != NULL && !DOV_IS_WINDOW (link->data))
    link = link->next;

  return link != NULL ? link->data : NULL;
}

/**
 * dov_ui_program_get_page:
 *
 * Returns: (transfer none): the page that is seen
 */
DovPage *
dov_ui_program_get_page (DovApplication *application)
{
  return dov_window_get_page (DOV_WINDOW (dov_ui_program_get_window (application)));
}

/**
 * dov_ui_program_close:
 *
 * Closes the window, waits for the copy that is made then, and lets the file go.
 */
void
dov_ui_program_close (DovApplication *application)
{
  DovStore *store = dov_application_get_store (application);
  gboolean makes_copy = store != NULL && !dov_store_is_read_only (store)
                        && dov_backup_is_due (dov_store_get_path (store));
  g_autofree char *path = store != NULL ? g_strdup (dov_store_get_path (store)) : NULL;

  gtk_window_close (GTK_WINDOW (dov_ui_program_get_window (application)));
  WAIT_FOR (gtk_application_get_windows (GTK_APPLICATION (application)) == NULL);
  if (makes_copy)
    WAIT_FOR (!dov_backup_is_due (path));
  dov_ui_test_settle ();
  if (store != NULL)
    dov_store_close (store, NULL);
  dov_ui_test_settle ();
}
