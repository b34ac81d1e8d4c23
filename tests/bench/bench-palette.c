/* bench-palette.c - what one more letter in the palette costs, and «Сегодня», on 100,000 families */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-finding.h"

#include <stdio.h>

#include "dov-figures.h"
#include "dov-generate.h"

#define N_FAMILIES 100000
#define N_ATTENDANCES 1000000

int
main (void)
{
  static const char *const typed[] = { "и", "ив", "иван", "петров мария", "2014", "ничего такого нет" };
  g_autofree char *folder = g_dir_make_tmp ("doverie-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "many.doverie", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovStore) store = NULL;
  GDate until = dov_today ();
  GDate since = until;
  DovGenerated generated;

  if (!dov_generate (path, N_FAMILIES, N_ATTENDANCES, &generated, &error))
    g_error ("%s", error->message);
  store = dov_store_open (path, 0, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      double best = G_MAXDOUBLE;
      guint n_found = 0;

      for (guint run = 0; run < 5; run++)
        {
          gint64 started = g_get_monotonic_time ();
          g_autofree char *meant = NULL;
          g_autoptr (GPtrArray) findings = dov_findings_look_up (store, typed[i], &meant);

          best = MIN (best, (g_get_monotonic_time () - started) / 1000.0);
          n_found = findings->len;
        }
      printf ("palette, “%s”: %.1f ms, %u lines\n", typed[i], best, n_found);
    }

  g_date_subtract_months (&since, 1);
  for (DovFigureKind kind = DOV_FIGURE_EVENTS; kind <= DOV_FIGURE_CHILDREN; kind++)
    {
      gint64 started = g_get_monotonic_time ();
      gint64 value = dov_figures_count (store, kind, 0, &since, &until, NULL);

      printf ("figure %d: %.1f ms, %" G_GINT64_FORMAT "\n", kind, (g_get_monotonic_time () - started) / 1000.0, value);
    }

  return 0;
}
