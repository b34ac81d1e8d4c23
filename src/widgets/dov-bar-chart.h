/* dov-bar-chart.h - a count by month: named and unnamed people one over the other */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define DOV_TYPE_BAR_CHART (dov_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (DovBarChart, dov_bar_chart, DOV, BAR_CHART, GtkBox)

/* Signal "chosen" (int position): a bar was pressed; it opens what it counts. */

/**
 * DovBar:
 * @name: below the bar: «мар»
 * @words: what a person reads on it: «Март: 340, из них поимённо 268»
 * @whole: the value above the bar
 * @part: how much of it is the strong lower part; the rest is pale
 * @is_unfinished: the month still goes on
 */
typedef struct
{
  const char *name;
  const char *words;
  gint64      whole;
  gint64      part;
  gboolean    is_unfinished;
} DovBar;

void       dov_bar_chart_set (DovBarChart  *self,
                              const char   *title,
                              const DovBar *bars,
                              guint         n_bars);

G_END_DECLS
