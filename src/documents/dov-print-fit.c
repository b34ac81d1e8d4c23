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

/* How much narrower than asked a column of text may become before the letters do. */
#define MAY_SHRINK 0.65

/* Letters are smaller than the least only where figures could not be read otherwise. */
#define LAST_SCALE 0.35

/* Rows of so many lines ask whether smaller letters make them lower. */
#define MANY_LINES 6.0
#define SMALLER    0.93
#define WORTH_IT   0.95

/* A column of text holds at least a letter. */
#define LEAST_TEXT 17.0

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

      if (cell->is_empty)
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
  double heading = dov_text_measure_piece (&head, column->heading) * DOV_PIXELS_TO_POINTS + DOV_AROUND_TEXT;
  double piece = 0;
  double longest = 0;
  gboolean is_text = wraps (column->kind);
  Need need = { .grows = column->grows, .keeps = column->kind == DOV_COLUMN_HAND };

  measure_cells (table, index, column, &piece, &longest);
  piece = piece * DOV_PIXELS_TO_POINTS + DOV_AROUND_TEXT;
  longest = longest > 0 ? longest * DOV_PIXELS_TO_POINTS + DOV_AROUND_TEXT : G_MAXDOUBLE;
  if (is_text)
    piece = MIN (piece, WIDEST_PIECE);

  need.core = is_text ? LEAST_TEXT : MAX (piece, LEAST_TEXT);
  need.hard = MAX (need.core, MAX (MIN (heading, WIDEST_PIECE), piece));
  need.wanted = is_list ? MAX (need.hard, longest < G_MAXDOUBLE ? MIN (longest, WIDEST_LISTED) : 0)
                        : MAX (need.hard, (7 * column->width + 5) * DOV_PIXELS_TO_POINTS);
  /* What stands on one line goes on doing so; only what is broken anyway becomes narrower. */
  need.soft = !is_text ? need.hard
              : MAX (need.hard, longest <= need.wanted ? longest
                                : need.wanted * (need.keeps ? DOV_PEN_MAY_SHRINK : MAY_SHRINK));
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
        widest = MAX (widest, dov_text_measure_piece (&bold, row->label) * DOV_PIXELS_TO_POINTS + DOV_AROUND_TEXT);
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
  if (scale < DOV_LEAST_SCALE)
    scale = DOV_LEAST_SCALE;
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

  return dov_balance_columns (table, fit, least);
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
  if (fit->scale > DOV_LEAST_SCALE)
    fit->scale = MAX (fit->scale * self->shrink, DOV_LEAST_SCALE);
  lines = try_scale (fit, table, needs, self->width, must_fill);
  while (lines > MANY_LINES && fit->scale * SMALLER >= DOV_LEAST_SCALE)
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
