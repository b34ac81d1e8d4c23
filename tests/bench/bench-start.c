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
#define N_RUNS 11

typedef struct
{
  double first;  /* frame */
  double whole;  /* frame with what the file holds; the same for a window that shows no file */
} Times;

static gint64 started;
static double first_frame;
static gboolean is_painted;

static gboolean
paint_cb (GSignalInvocationHint *hint,
          guint                  n_values,
          const GValue          *values,
          gpointer               data)
{
  is_painted = TRUE;

  return TRUE;
}

/* The clock of the window ticks also when nothing is painted. */
static gboolean
after_paint_cb (GSignalInvocationHint *hint,
                guint                  n_values,
                const GValue          *values,
                gpointer               application)
{
  double now = (g_get_monotonic_time () - started) / 1000.0;

  if (!is_painted)
    return TRUE;
  if (first_frame == 0)
    first_frame = now;
  if (DOV_IS_APPLICATION (application) && dov_application_get_store (application) == NULL)
    return TRUE;

  printf ("%.1f %.1f\n", first_frame, now);
  fflush (stdout);
  _exit (0);
}

static void
watch_frames (gpointer application)
{
  GTypeClass *clock = g_type_class_ref (GDK_TYPE_FRAME_CLOCK);

  g_signal_add_emission_hook (g_signal_lookup ("paint", GDK_TYPE_FRAME_CLOCK), 0, paint_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, after_paint_cb, application,
                              NULL);
  g_type_class_unref (clock);
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

  watch_frames (application);

  return g_application_run (G_APPLICATION (application), path != NULL ? 2 : 1, arguments);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/* One start in a process of its own, in milliseconds. */
static Times
measure (const char *program,
         const char *path,
         gboolean    by_gl)
{
  const char *arguments[] = { program, "one", path, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  char *rest = NULL;
  Times times;

  /* Without a graphics card that is the processor too, by a longer way. */
  if (by_gl)
    {
      environment = g_environ_unsetenv (environment, "GDK_DEBUG");
      environment = g_environ_setenv (environment, "GSK_RENDERER", "gl", TRUE);
    }
  g_spawn_sync (NULL, (char **) arguments, environment, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &out, NULL, NULL,
                &error);
  g_assert_no_error (error);
  times.first = g_ascii_strtod (out, &rest);
  times.whole = g_ascii_strtod (rest, NULL);
  g_assert_cmpfloat (times.first, >, 0);

  return times;
}

static void
print_row (const char *what,
           double     *own,
           double     *floor,
           const char *budget)
{
  qsort (own, N_RUNS, sizeof *own, compare);
  qsort (floor, N_RUNS, sizeof *floor, compare);
  printf ("%s: %.0f ms, an empty window %.0f ms, ratio %.2f, of the quickest %.2f%s\n", what, own[N_RUNS / 2],
          floor[N_RUNS / 2], own[N_RUNS / 2] / floor[N_RUNS / 2], own[0] / floor[0], budget);
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
  double floor[N_RUNS], first[N_RUNS], whole[N_RUNS], by_gl[N_RUNS];

  started = g_get_monotonic_time ();
  if (argc > 1)
    return start (argc > 2 ? argv[2] : NULL);

  /* In turns, so that what else the machine does slows both. */
  path = make_demo ();
  for (guint i = 0; i < N_RUNS; i++)
    {
      Times times = measure (argv[0], path, FALSE);

      first[i] = times.first;
      whole[i] = times.whole;
      floor[i] = measure (argv[0], NULL, FALSE).first;
      by_gl[i] = measure (argv[0], path, TRUE).whole;
    }
  print_row ("start to first frame", first, floor, " (budget 1.30)");
  print_row ("start to the records on it", whole, floor, "");
  print_row ("the same by OpenGL instead of cairo", by_gl, floor, "");

  return 0;
}
