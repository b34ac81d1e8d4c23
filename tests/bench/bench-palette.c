/* bench-palette.c - what one more letter in the palette costs, and «Сегодня», on 100,000 families */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-seeker.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "dov-figures.h"
#include "dov-finding.h"
#include "dov-generate.h"
#include "dov-rooms.h"

#define N_FAMILIES 100000
#define N_ATTENDANCES 1000000
#define N_RUNS 7
#define BUDGET 16.0
#define FIGURE_BUDGET 50.0

typedef struct
{
  double   longest;  /* that the main thread was at it without a pause, in milliseconds */
  double   sum;      /* and all in all */
  double   first;    /* until something was found */
  double   whole;
  guint    n_found;
  gint64   started;
  gboolean is_done;
} Measured;

static double
milliseconds_since (gint64 started)
{
  return (g_get_monotonic_time () - started) / 1000.0;
}

/* What this thread has worked, however busy the machine is otherwise. */
static double
get_worked (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void
found_cb (Measured  *measured,
          GPtrArray *findings)
{
  if (measured->n_found == 0)
    measured->first = milliseconds_since (measured->started);
  measured->n_found += findings->len;
}

static void
done_cb (Measured *measured)
{
  measured->is_done = TRUE;
  measured->whole = milliseconds_since (measured->started);
}

static void
add_work (Measured *measured,
          double    before)
{
  double worked = get_worked () - before;

  measured->sum += worked;
  measured->longest = MAX (measured->longest, worked);
}

static Measured
seek (DovSeeker  *seeker,
      const char *typed)
{
  Measured measured = { .started = g_get_monotonic_time () };
  gulong found = g_signal_connect_swapped (seeker, "found", G_CALLBACK (found_cb), &measured);
  gulong done = g_signal_connect_swapped (seeker, "done", G_CALLBACK (done_cb), &measured);
  double before = get_worked ();

  dov_seeker_seek (seeker, typed);
  add_work (&measured, before);
  while (!measured.is_done)
    {
      before = get_worked ();
      g_main_context_iteration (NULL, TRUE);
      add_work (&measured, before);
    }
  g_signal_handler_disconnect (seeker, found);
  g_signal_handler_disconnect (seeker, done);

  return measured;
}

/* «Сегодня» as it is shown: figures, not their records. */
static void
bench_figures (DovStore   *store,
               const char *what)
{
  GDate until = dov_today ();
  GDate since = until;

  g_date_subtract_months (&since, 1);
  for (DovFigureKind kind = DOV_FIGURE_EVENTS; kind <= DOV_FIGURE_CHILDREN; kind++)
    {
      double best = G_MAXDOUBLE;
      gint64 value = 0;

      for (guint run = 0; run < N_RUNS; run++)
        {
          double before = get_worked ();

          value = dov_figures_count (store, kind, 0, &since, &until, NULL);
          best = MIN (best, get_worked () - before);
        }
      printf ("figure %d, %s: %.1f ms, ratio %.2f to the budget of %.0f ms, %" G_GINT64_FORMAT "\n", kind, what, best,
              best / FIGURE_BUDGET, FIGURE_BUDGET, value);
    }
}

/* What a letter cost while it was asked in the main thread. */
static double
ask_at_once (DovStore   *store,
             const char *typed)
{
  double before = get_worked ();

  for (guint i = 0; i < dov_findings_count_kinds (); i++)
    {
      g_autoptr (GArray) ids = dov_findings_list (store, i, typed, NULL);
      g_autoptr (GPtrArray) findings = ids != NULL ? dov_findings_name (store, i, ids) : NULL;
    }

  return get_worked () - before;
}

static void
bench_word (DovStore   *store,
            DovSeeker  *seeker,
            const char *typed)
{
  Measured worst = { 0 };
  double first = G_MAXDOUBLE, whole = G_MAXDOUBLE;
  double at_once = G_MAXDOUBLE;

  for (guint run = 0; run < N_RUNS; run++)
    {
      Measured measured = seek (seeker, typed);

      /* Its first time counts: the records are read then. */
      worst.longest = MAX (worst.longest, measured.longest);
      worst.sum = MAX (worst.sum, measured.sum);
      worst.n_found = measured.n_found;
      first = MIN (first, measured.first);
      whole = MIN (whole, measured.whole);
      at_once = MIN (at_once, ask_at_once (store, typed));
    }
  printf ("palette, “%s”: main thread %.1f ms, at most %.1f without a pause, ratio %.2f to the budget of %.0f ms, "
          "%.2f to asking at once (%.1f ms); first line after %.1f, all %u after %.1f\n",
          typed, worst.sum, worst.longest, worst.sum / BUDGET, BUDGET, worst.sum / at_once, at_once, first,
          worst.n_found, whole);
}

int
main (void)
{
  static const char *const typed[] = { "и", "ив", "иван", "березан", "петров мария", "2014", "ничего такого нет" };
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", NULL);
  g_autofree char *clear = g_strdup_printf ("rm -r '%s'", folder);
  g_autofree char *path = g_build_filename (folder, "many.doverie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = NULL;
  g_autoptr (DovSeeker) seeker = NULL;
  DovGenerated generated;

  /* Without what the areas tell nothing is looked for, and all is quick. */
  dov_rooms_tell_looks ();
  g_assert_cmpuint (dov_findings_count_kinds (), >, 15);
  if (!dov_generate (path, N_FAMILIES, N_ATTENDANCES, &generated, &error))
    g_error ("%s", error->message);
  store = dov_store_open (path, 0, &error);
  g_assert_no_error (error);
  /* As the window does after the start, when nobody waits. */
  dov_findings_get_documents (store);
  seeker = dov_seeker_new (store);
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    bench_word (store, seeker, typed[i]);
  dov_seeker_stop (seeker);

  /* Support is periods since, until: whatever the status says. */
  bench_figures (store, "every family on support");
  dov_database_execute (dov_store_get_database (store), "DELETE FROM support_period WHERE family_id % 20 <> 0", &error);
  g_assert_no_error (error);
  bench_figures (store, "every twentieth on support");
  dov_database_execute (dov_store_get_database (store), "DELETE FROM support_period", &error);
  g_assert_no_error (error);
  bench_figures (store, "no family on support");
  g_clear_object (&seeker);
  g_clear_object (&store);

  return system (clear) == 0 ? 0 : 1;
}
