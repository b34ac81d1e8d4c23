/* dov-print-fit.c - how wide the columns of a table are, and how small its letters */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

#include "dov-glyphs.h"

#include <math.h>
#include <string.h>

/* Rows whose texts are looked at for the width of a column. */
#define ROWS_MEASURED 500

/* A longer word is broken. */
#define WIDEST_PIECE 120.0

/* A list has no definition: its columns take what their texts need, up to this. */
#define WIDEST_LISTED 190.0

/* What a cell needs besides its text. */
#define AROUND 7.0

/* How much narrower than asked a column of text may become before the letters do. */
#define MAY_SHRINK     0.65
#define PEN_MAY_SHRINK 0.85

/* Letters are never smaller than this share, with which a heading has 8 points, unless figures could not be read
 * otherwise. */
#define LEAST_SCALE 0.8
#define LAST_SCALE  0.35

/* Rows of so many lines ask whether smaller letters make them lower. */
#define MANY_LINES 6.0
#define SMALLER    0.93
#define WORTH_IT   0.95

/* A column of text holds at least a letter. */
#define LEAST_TEXT 17.0

#define PIXELS_TO_POINTS 0.75

/* Rows looked at, spread over the table. */
#define SAMPLE 48

/* What is moved at once, and how often. */
#define STEP       6.0
#define MOST_MOVES 80

/* Lines never come out as full as the sum of their words. */
#define RAGGED 1.08

typedef struct
{
  double   wanted;  /* at full size */
  double   soft;    /* rather smaller letters than narrower */
  double   hard;    /* its longest word or figure, and that of its heading */
  double   core;    /* its longest figure, or a letter */
  gboolean grows;
  gboolean keeps;   /* gives nothing away: what a pen writes has no length yet */
} Need;

static gboolean
wraps (DovColumnKind kind)
{
  return kind == DOV_COLUMN_TEXT || kind == DOV_COLUMN_HAND;
}

static void
measure_cells (const DovTable  *table,
               guint            index,
               const DovColumn *column,
               double          *piece,
               double          *longest)
{
  static const DovFont body = { 11, FALSE, FALSE };
  static const DovFont total = { 11, TRUE, FALSE };
  guint n_rows = wraps (column->kind) ? MIN (table->rows->len, ROWS_MEASURED) : table->rows->len;

  for (guint i = 0; i < n_rows; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      const DovCell *cell = &row->cells[index];
      gboolean is_body = row->role == DOV_ROW_BODY;
      const DovFont *font = is_body ? &body : &total;
      g_autofree char *shown = NULL;

      if (cell->is_empty || (!is_body && wraps (column->kind)))
        continue;
      if (!is_body && column->total == DOV_TOTAL_COUNT)
        continue;
      if (wraps (column->kind))
        {
          *piece = MAX (*piece, dov_text_measure_piece (font, cell->text));
          *longest = MAX (*longest, dov_text_measure (font, cell->text));
          continue;
        }
      shown = dov_cell_dup_shown (cell);
      *piece = MAX (*piece, dov_text_measure (font, shown));
    }
}

static Need
find_need (const DovTable *table,
           guint           index,
           gboolean        is_list)
{
  static const DovFont head = { 10, TRUE, FALSE };
  const DovColumn *column = g_ptr_array_index (table->columns, index);
  double heading = dov_text_measure_piece (&head, column->heading) * PIXELS_TO_POINTS + AROUND;
  double piece = 0;
  double longest = 0;
  gboolean is_text = wraps (column->kind);
  Need need = { .grows = column->grows, .keeps = column->kind == DOV_COLUMN_HAND };

  measure_cells (table, index, column, &piece, &longest);
  piece = piece * PIXELS_TO_POINTS + AROUND;
  longest = longest > 0 ? longest * PIXELS_TO_POINTS + AROUND : G_MAXDOUBLE;
  if (is_text)
    piece = MIN (piece, WIDEST_PIECE);

  need.core = is_text ? LEAST_TEXT : MAX (piece, LEAST_TEXT);
  need.hard = MAX (need.core, MAX (MIN (heading, WIDEST_PIECE), piece));
  need.wanted = is_list ? MAX (need.hard, longest < G_MAXDOUBLE ? MIN (longest, WIDEST_LISTED) : 0)
                        : MAX (need.hard, (7 * column->width + 5) * PIXELS_TO_POINTS);
  /* What stands on one line goes on doing so; only what is broken anyway becomes narrower. */
  need.soft = !is_text ? need.hard
              : MAX (need.hard, longest <= need.wanted ? longest
                                : need.wanted * (need.keeps ? PEN_MAY_SHRINK : MAY_SHRINK));
  if (is_list)
    need.grows = is_text && longest > 60;

  return need;
}

/* «Итого» stands in the columns before the first that is brought together. */
static void
make_room_for_labels (Need           *needs,
                      const DovFit   *fit,
                      const DovTable *table)
{
  static const DovFont bold = { 11, TRUE, FALSE };
  double widest = 0;
  double there = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (row->role != DOV_ROW_BODY && row->role != DOV_ROW_HEADING && row->label != NULL)
        widest = MAX (widest, dov_text_measure_piece (&bold, row->label) * PIXELS_TO_POINTS + AROUND);
    }
  for (guint i = 0; i < fit->n; i++)
    {
      if (((DovColumn *) g_ptr_array_index (table->columns, fit->columns[i]))->total != DOV_TOTAL_NONE)
        break;
      there += needs[i].hard;
    }
  if (there <= 0 || widest <= there)
    return;

  needs[0].core += widest - there;
  needs[0].hard += widest - there;
  needs[0].soft = MAX (needs[0].soft, needs[0].hard);
  needs[0].wanted = MAX (needs[0].wanted, needs[0].soft);
}

/* The biggest letters with which nothing becomes too narrow. */
static double
find_scale (const Need *needs,
            guint       n,
            double      room)
{
  double soft = 0, core = 0;
  double scale;

  for (guint i = 0; i < n; i++)
    {
      soft += needs[i].soft;
      core += needs[i].core;
    }
  scale = floor (MIN (1, room / soft) * 50) / 50;
  if (scale < LEAST_SCALE)
    scale = LEAST_SCALE;
  /* Figures are not broken; their columns would take it all. */
  if (core * scale > room)
    scale = MAX (room / core, LAST_SCALE);

  return scale;
}

static double
between (double least,
         double most,
         double least_of_all,
         double most_of_all,
         double room)
{
  return least + (most - least) * (room - least_of_all) / MAX (most_of_all - least_of_all, 0.01);
}

/* Between what is wanted and what must be, so that all fits. */
static void
share (const Need *needs,
       guint       n,
       double      scale,
       double      room,
       double     *widths)
{
  double wanted = 0, soft = 0, hard = 0, core = 0;

  room /= scale;
  for (guint i = 0; i < n; i++)
    {
      wanted += needs[i].wanted;
      soft += needs[i].soft;
      hard += needs[i].hard;
      core += needs[i].core;
    }

  for (guint i = 0; i < n; i++)
    {
      const Need *need = &needs[i];

      if (wanted <= room)
        widths[i] = need->wanted;
      else if (soft <= room)
        widths[i] = between (need->soft, need->wanted, soft, wanted, room);
      else if (hard <= room)
        widths[i] = between (need->hard, need->soft, hard, soft, room);
      else if (core <= room)
        widths[i] = between (need->core, need->hard, core, hard, room);
      else
        widths[i] = need->core * room / core;
      widths[i] *= scale;
    }
}

/* What is left goes to those that may grow, or to all. */
static void
fill (const Need *needs,
      guint       n,
      double      room,
      gboolean    must_fill,
      double     *widths)
{
  double total = 0, growing = 0;

  for (guint i = 0; i < n; i++)
    {
      total += widths[i];
      growing += needs[i].grows ? widths[i] : 0;
    }
  if (total >= room || (growing <= 0 && !must_fill))
    return;

  for (guint i = 0; i < n; i++)
    if (growing <= 0 || needs[i].grows)
      widths[i] += (room - total) * widths[i] / (growing > 0 ? growing : total);
}

/* Width moved from columns that have enough of it to those that make the rows high. */

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
              (float) (dov_text_measure (&body, cell->text) * PIXELS_TO_POINTS * fit->scale);
        }
      n_rows++;
    }

  return n_rows;
}

/* Makes rows lower: the definition says how wide columns are thought to be, the
 * texts how wide they should; no column becomes narrower than @least. Returns
 * how many lines a row has then, on the average. */
static double
balance (DovFit         *fit,
         const DovTable *table,
         const double   *least)
{
  g_autofree float *lengths = g_new0 (float, SAMPLE * MAX (fit->n, 1));
  Sample sample = { .n = fit->n, .lengths = lengths, .widths = fit->widths, .around = AROUND * fit->scale };

  sample.n_rows = fill_sample (&sample, fit, table);
  if (sample.n_rows == 0)
    return 1;
  for (guint i = 0; i < MOST_MOVES && move_once (&sample, least); i++)
    continue;

  return measure_rows (&sample, fit->n, fit->n, 0) / sample.n_rows;
}

/* Shares the page out with these letters. Returns how many lines a row has. */
static double
try_scale (DovFit         *fit,
           const DovTable *table,
           const Need     *needs,
           double          room,
           gboolean        must_fill)
{
  g_autofree double *least = g_new0 (double, MAX (fit->n, 1));

  share (needs, fit->n, fit->scale, room, fit->widths);
  fill (needs, fit->n, room, must_fill, fit->widths);
  for (guint i = 0; i < fit->n; i++)
    least[i] = MIN (needs[i].keeps ? needs[i].soft : needs[i].hard, needs[i].wanted) * fit->scale;

  return balance (fit, table, least);
}

/**
 * dov_print_fit:
 * @must_fill: the table is as wide as the page although none of its columns
 *   may grow
 *
 * Returns: (transfer full): the columns that stand on paper and their widths;
 *   together they are never wider than the page
 */
DovFit *
dov_print_fit (DovPrint       *self,
               const DovTable *table,
               gboolean        must_fill)
{
  DovFit *fit = g_new0 (DovFit, 1);
  g_autofree Need *needs = g_new0 (Need, table->columns->len);
  double lines;

  fit->columns = g_new0 (guint, table->columns->len);
  fit->widths = g_new0 (double, table->columns->len);
  for (guint i = 0; i < table->columns->len; i++)
    if (((DovColumn *) g_ptr_array_index (table->columns, i))->on_paper)
      {
        needs[fit->n] = find_need (table, i, self->paper->is_list);
        fit->columns[fit->n++] = i;
      }

  make_room_for_labels (needs, fit, table);
  fit->scale = find_scale (needs, fit->n, self->width);
  if (fit->scale > LEAST_SCALE)
    fit->scale = MAX (fit->scale * self->shrink, LEAST_SCALE);
  lines = try_scale (fit, table, needs, self->width, must_fill);
  while (lines > MANY_LINES && fit->scale * SMALLER >= LEAST_SCALE)
    {
      g_autofree double *kept = g_memdup2 (fit->widths, fit->n * sizeof *kept);
      double fewer;

      fit->scale *= SMALLER;
      fewer = try_scale (fit, table, needs, self->width, must_fill);
      if (fewer * SMALLER > lines * WORTH_IT)
        {
          fit->scale /= SMALLER;
          memcpy (fit->widths, kept, fit->n * sizeof *kept);
          break;
        }
      lines = fewer;
    }

  return fit;
}

void
dov_fit_free (DovFit *fit)
{
  if (fit == NULL)
    return;

  g_free (fit->columns);
  g_free (fit->widths);
  g_free (fit);
}

/* How wide the table of a list would like to be. */
double
dov_print_find_natural (const DovTable *table)
{
  double width = 0;

  for (guint i = 0; i < table->columns->len; i++)
    if (((DovColumn *) g_ptr_array_index (table->columns, i))->on_paper)
      width += find_need (table, i, TRUE).wanted;

  return width;
}
