/* bench-start.c - from the start of the program to its first frame, against an empty window */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-application.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "dov-demo.h"
#include "dov-language.h"
#include "dov-resources.h"
#include "dov-rules.h"

/* Odd, for a median. */
#define N_RUNS 7

static gint64 started;

static void
painted_cb (GdkFrameClock *clock,
            gpointer       application)
{
  printf ("%.1f\n", (g_get_monotonic_time () - started) / 1000.0);
  fflush (stdout);
  _exit (0);
}

static gboolean
watch_cb (gpointer application)
{
  GList *windows = gtk_application_get_windows (application);

  if (windows == NULL || !gtk_widget_get_realized (windows->data))
    return G_SOURCE_CONTINUE;

  g_signal_connect (gtk_widget_get_frame_clock (windows->data), "after-paint", G_CALLBACK (painted_cb), application);

  return G_SOURCE_REMOVE;
}

static void
show_floor_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
}

/* One start, timed from the beginning of main(). */
static int
start (const char *path)
{
  g_autoptr (AdwApplication) application = NULL;
  char *arguments[] = { (char *) "doverie", (char *) path, NULL };

  dov_language_start ("ru");
  gtk_disable_setlocale ();

  if (path == NULL)
    {
      application = adw_application_new (NULL, G_APPLICATION_NON_UNIQUE);
      g_signal_connect (application, "activate", G_CALLBACK (show_floor_cb), NULL);
    }
  else
    {
      application = ADW_APPLICATION (dov_application_new (NULL));
    }

  g_idle_add_full (G_PRIORITY_HIGH_IDLE, watch_cb, application, NULL);

  return g_application_run (G_APPLICATION (application), path != NULL ? 2 : 1, arguments);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* The median of several starts in processes of their own, in milliseconds. */
static double
measure (const char *program,
         const char *path)
{
  double times[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      const char *arguments[] = { program, "one", path, NULL };
      g_autofree char *out = NULL;
      g_autoptr (GError) error = NULL;

      g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL, &error);
      g_assert_no_error (error);
      times[i] = g_ascii_strtod (out, NULL);
      g_assert_cmpfloat (times[i], >, 0);
    }
  qsort (times, N_RUNS, sizeof times[0], compare);

  return times[N_RUNS / 2];
}

static char *
make_demo (void)
{
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", NULL);
  char *path = g_build_filename (folder, "demo.doverie", NULL);
  g_autofree char *lines = dov_resources_find ("demo");
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = dov_store_open (path, DOV_STORE_CREATE, &error);

  g_assert_no_error (error);
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  dov_rules_install (store);
  dov_demo_load (store, lines, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  dov_store_close (store, NULL);

  return path;
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *path = NULL;
  double floor_time;
  double own_time;

  started = g_get_monotonic_time ();
  if (argc > 1)
    return start (argc > 2 ? argv[2] : NULL);

  path = make_demo ();
  floor_time = measure (argv[0], NULL);
  own_time = measure (argv[0], path);
  printf ("start to first frame: %.0f ms, an empty window %.0f ms, ratio %.2f (budget 1.50)\n", own_time, floor_time,
          own_time / floor_time);

  return 0;
}
