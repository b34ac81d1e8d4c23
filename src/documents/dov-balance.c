/* dov-balance.c - width moved from columns that have enough of it to those that make the rows high */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-balance.h"

#include "dov-glyphs.h"

#include <math.h>

/* Rows looked at, spread over the table. */
#define SAMPLE 48

/* What is moved at once, and how often. */
#define STEP       6.0
#define MOST_MOVES 80

/* Lines never come out as full as the sum of their words. */
#define RAGGED 1.08

typedef struct
{
  guint   n_rows;
  guint   n;
  float  *lengths;   /* of the texts, on one line, in points */
  double *widths;
  double  around;
} Sample;

static double
count_lines (const Sample *self,
             guint         row,
             guint         column,
             double        width)
{
  float length = self->lengths[row * self->n + column];

  return length <= width - self->around ? 1 : ceil (length * RAGGED / MAX (width - self->around, 4));
}

/* The height of all rows, in lines; a little also for what is hidden by a higher neighbour. */
static double
measure_rows (const Sample *self,
              guint         taken,
              guint         given,
              double        step)
{
  double total = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      double highest = 1;
      double sum = 0;

      for (guint j = 0; j < self->n; j++)
        {
          double width = self->widths[j] - (j == taken ? step : 0) + (j == given ? step : 0);
          double lines = count_lines (self, i, j, width);

          highest = MAX (highest, lines);
          sum += lines;
        }
      total += highest + 0.01 * sum;
    }

  return total;
}

static gboolean
move_once (Sample       *self,
           const double *least)
{
  double now = measure_rows (self, self->n, self->n, 0);
  double best = now * 0.995;
  guint from = self->n, to = self->n;
  double step = STEP;

  for (guint given = 0; given < self->n; given++)
    {
      gboolean is_broken = FALSE;

      for (guint i = 0; i < self->n_rows && !is_broken; i++)
        is_broken = count_lines (self, i, given, self->widths[given]) > 1;
      for (guint taken = 0; is_broken && taken < self->n; taken++)
        for (double wide = STEP; wide <= 16 * STEP; wide *= 2)
          {
            double total;

            if (taken == given || self->widths[taken] - wide < least[taken])
              continue;
            total = measure_rows (self, taken, given, wide);
            if (total < best)
              {
                best = total;
                from = taken;
                to = given;
                step = wide;
              }
          }
    }
  if (from == self->n)
    return FALSE;

  self->widths[from] -= step;
  self->widths[to] += step;

  return TRUE;
}

static guint
fill_sample (Sample         *self,
             const DovFit   *fit,
             const DovTable *table)
{
  static const DovFont body = { 11, FALSE, FALSE };
  guint every = MAX (table->rows->len / SAMPLE, 1);
  guint n_rows = 0;

  for (guint i = 0; i < table->rows->len && n_rows < SAMPLE; i += every)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (row->role != DOV_ROW_BODY)
        continue;
      for (guint j = 0; j < fit->n; j++)
        {
          const DovCell *cell = &row->cells[fit->columns[j]];

          if (cell->kind == DOV_COLUMN_TEXT && !cell->is_empty)
            self->lengths[n_rows * fit->n + j] =
              (float) (dov_text_measure (&body, cell->text) * DOV_PIXELS_TO_POINTS * fit->scale);
        }
      n_rows++;
    }

  return n_rows;
}

/**
 * dov_balance_columns:
 * @least: how narrow each column may become
 *
 * Makes rows lower: the definition says how wide columns are thought to be,
 * the texts how wide they should.
 *
 * Returns: how many lines a row has then, on the average
 */
double
dov_balance_columns (const DovTable *table,
                     DovFit         *fit,
                     const double   *least)
{
  g_autofree float *lengths = g_new0 (float, SAMPLE * MAX (fit->n, 1));
  Sample sample = { .n = fit->n, .lengths = lengths, .widths = fit->widths, .around = DOV_AROUND_TEXT * fit->scale };

  sample.n_rows = fill_sample (&sample, fit, table);
  if (sample.n_rows == 0)
    return 1;
  for (guint i = 0; i < MOST_MOVES && move_once (&sample, least); i++)
    continue;

  return measure_rows (&sample, fit->n, fit->n, 0) / sample.n_rows;
}
