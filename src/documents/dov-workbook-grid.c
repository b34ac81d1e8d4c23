/* dov-workbook-grid.c - the columns of a sheet: the union of the edges of all its tables */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include "dov-balance.h"

#include <math.h>

/* Edges nearer than this fall together. */
#define NEAR 9

/* Rows whose texts are measured for the width of a column. */
#define ROWS_MEASURED 500

#define WIDEST_PIECE 160

/* Where a table has hardly room for its words, longer ones are broken: rows as high as a page are worse. */
#define BROKEN_PIECE 98
#define HARDLY_ROOM  0.9

/* Of a figure, in pixels: the padding of its cell, and its indent. */
#define AROUND_FIGURE 7
#define FIGURE_INDENT 9

/* Of the label of totals, with what offices differ in the width of letters. */
#define AROUND_LABEL 14

static int
find_printable (const DovPaper *paper)
{
  double width = paper->is_landscape ? 297 : 210;
  double margins = (paper->is_archived ? 30 : 20) + 10;

  return (int) floor ((width - margins) / 25.4 * 96) - 8;
}

/* A number that has no room shows nothing but ####: as it is formatted, with the word of a counted total and the
 * indent of figures. */
static double
measure_figure (const DovColumn *column,
                const DovCell   *cell,
                const DovFont   *font)
{
  g_autofree char *shown = dov_cell_dup_shown (cell);
  double width = dov_text_measure (font, shown);

  if (column->total == DOV_TOTAL_COUNT && cell->kind == DOV_COLUMN_COUNT)
    return width + dov_text_measure (font, column->word) + dov_text_measure (font, ": ") + AROUND_FIGURE;

  return *shown != '\0' ? width + AROUND_FIGURE
                                + (dov_column_kind_is_figure (cell->kind) && !column->centers ? FIGURE_INDENT : 0) : 0;
}

/* What its longest word or figure asks for; a place for a pen is nearly as wide as declared. */
static int
measure_least (const DovTable *table,
               guint           index)
{
  const DovColumn *column = g_ptr_array_index (table->columns, index);
  const DovFont *head = &dov_letters_get (DOV_LOOK_HEAD)->font;
  const DovFont *body = &dov_letters_get (DOV_LOOK_BODY)->font;
  const DovFont *total = &dov_letters_get (DOV_LOOK_TOTAL)->font;
  double widest = dov_text_measure_piece (head, column->heading);
  double figure = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      const DovCell *cell = &row->cells[index];

      if (cell->is_empty || row->role == DOV_ROW_HEADING)
        continue;
      if (cell->kind != DOV_COLUMN_TEXT)
        figure = MAX (figure, measure_figure (column, cell, row->role == DOV_ROW_BODY ? body : total));
      else if (row->role != DOV_ROW_BODY || i < ROWS_MEASURED)
        widest = MAX (widest, dov_text_measure_piece (row->role == DOV_ROW_BODY ? body : total, cell->text));
    }

  if (column->kind == DOV_COLUMN_HAND)
    figure = DOV_PEN_MAY_SHRINK * (7 * column->width + 5);

  return MAX ((int) ceil (figure), (int) MIN (ceil (widest + 9), WIDEST_PIECE));
}

static void
balance (const DovTable *table,
         GArray         *widths,
         GArray         *least)
{
  g_autofree guint *columns = g_new0 (guint, MAX (widths->len, 1));
  g_autofree double *points = g_new0 (double, MAX (widths->len, 1));
  g_autofree double *fewest = g_new0 (double, MAX (widths->len, 1));
  DovFit fit = { .columns = columns, .widths = points, .scale = 1 };

  for (guint i = 0; i < table->columns->len; i++)
    if (((DovColumn *) g_ptr_array_index (table->columns, i))->on_paper)
      {
        points[fit.n] = g_array_index (widths, int, fit.n) * DOV_PIXELS_TO_POINTS;
        fewest[fit.n] = g_array_index (least, int, fit.n) * DOV_PIXELS_TO_POINTS;
        columns[fit.n++] = i;
      }
  dov_balance_columns (table, &fit, fewest);
  for (guint i = 0; i < fit.n; i++)
    g_array_index (widths, int, i) = (int) floor (points[i] / DOV_PIXELS_TO_POINTS);
}

/* No column is narrower than the least; those that have more give away what would make the sheet so wide that it is
 * printed too small. */
static void
keep_between (const DovTable *table,
              GArray         *widths,
              GArray         *least,
              int             limit)
{
  int total = 0;
  int spare = 0;
  int needed = 0;

  for (guint i = 0; i < least->len; i++)
    needed += g_array_index (least, int, i);
  for (guint i = 0, place = 0; i < table->columns->len && needed > limit * HARDLY_ROOM; i++)
    {
      const DovColumn *column = g_ptr_array_index (table->columns, i);

      if (column->on_paper && column->kind == DOV_COLUMN_TEXT)
        {
          double heading = dov_text_measure_piece (&dov_letters_get (DOV_LOOK_HEAD)->font, column->heading) + 7;

          g_array_index (least, int, place) = MIN (g_array_index (least, int, place), MAX ((int) ceil (heading), BROKEN_PIECE));
        }
      place += column->on_paper != FALSE;
    }
  for (guint i = 0; i < widths->len; i++)
    {
      g_array_index (widths, int, i) = MAX (g_array_index (widths, int, i), g_array_index (least, int, i));
      total += g_array_index (widths, int, i);
      spare += g_array_index (widths, int, i) - g_array_index (least, int, i);
    }
  for (guint i = 0; i < widths->len && total > limit && spare > 0; i++)
    {
      int own = g_array_index (widths, int, i) - g_array_index (least, int, i);

      g_array_index (widths, int, i) -= (int) ceil (1.0 * own * MIN (total - limit, spare) / spare);
    }
  if (total > limit)
    balance (table, widths, least);
}

/* «Итого» stands in the columns before the first that is brought together; where that is a narrow one for numbers, its
 * word is not to be broken. */
static void
make_room_for_label (const DovTable *table,
                     GArray         *widths)
{
  const DovFont *total = &dov_letters_get (DOV_LOOK_TOTAL)->font;
  double widest = 0;
  int there = 0;
  guint place = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (row->label != NULL && row->role != DOV_ROW_BODY && row->role != DOV_ROW_HEADING)
        widest = MAX (widest, dov_text_measure_piece (total, row->label));
    }
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (table->columns, i);

      if (column->total != DOV_TOTAL_NONE)
        break;
      if (column->on_paper)
        there += g_array_index (widths, int, place++);
    }
  if (place > 0 && widest > 0)
    g_array_index (widths, int, 0) += MAX (0, (int) ceil (widest) + AROUND_LABEL - there);
}

/* Gives what is left of the width to the columns that may grow; when none
 * may and all must, to every column. */
static void
grow (GArray         *widths,
      const gboolean *grows,
      int             wanted,
      gboolean        all_must)
{
  int total = 0;
  int growing = 0;
  int rest;

  for (guint i = 0; i < widths->len; i++)
    {
      total += g_array_index (widths, int, i);
      growing += grows[i] ? g_array_index (widths, int, i) : 0;
    }
  if (total >= wanted || (growing == 0 && !all_must))
    return;

  rest = wanted - total;
  for (guint i = 0; i < widths->len; i++)
    if (growing == 0 || grows[i])
      g_array_index (widths, int, i) += rest * g_array_index (widths, int, i) / (growing ? growing : total);

  /* What rounding left over goes to the last that may grow. */
  total = 0;
  for (guint i = 0; i < widths->len; i++)
    total += g_array_index (widths, int, i);
  for (guint i = widths->len; i > 0; i--)
    if (growing == 0 || grows[i - 1])
      {
        g_array_index (widths, int, i - 1) += wanted - total;
        break;
      }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static guint
find_cluster (GArray *edges,
              int     edge)
{
  guint found = 0;

  for (guint i = 0; i < edges->len && g_array_index (edges, int, i) <= edge; i++)
    found = i;

  return found;
}

/* Sorted edges, each further than NEAR from the one before. */
static GArray *
unite_edges (GPtrArray *tables_widths)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *edges = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < tables_widths->len; i++)
    {
      GArray *widths = g_ptr_array_index (tables_widths, i);
      int edge = 0;

      g_array_append_val (all, edge);
      for (guint j = 0; j < widths->len; j++)
        {
          edge += g_array_index (widths, int, j);
          g_array_append_val (all, edge);
        }
    }
  g_array_sort (all, compare_numbers);

  for (guint i = 0; i < all->len; i++)
    {
      int edge = g_array_index (all, int, i);

      if (edges->len == 0 || edge >= g_array_index (edges, int, edges->len - 1) + (tables_widths->len > 1 ? NEAR : 1))
        g_array_append_val (edges, edge);
    }

  return edges;
}

static void
place_columns (DovGrid        *self,
               const DovTable *table,
               GArray         *widths,
               GArray         *edges)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DovPlace));
  int edge = 0;
  guint next = 0;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (table->columns, i);
      DovPlace place = { .column = i };

      if (!column->on_paper)
        continue;
      place.first = find_cluster (edges, edge);
      edge += g_array_index (widths, int, next++);
      place.last = find_cluster (edges, edge) - 1;
      g_array_append_val (places, place);
    }
  g_ptr_array_add (self->places, places);
}

/* A paper without tables still needs columns to stand in. */
static void
use_even_columns (DovGrid *self)
{
  self->n_columns = 12;
  self->widths = g_new (int, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = self->printable / (int) self->n_columns;
  self->width = self->widths[0] * (int) self->n_columns;
}

/**
 * dov_grid_new:
 *
 * Returns: (transfer full): the columns of the document's sheet
 */
DovGrid *
dov_grid_new (DovResult *result)
{
  DovGrid *self = g_new0 (DovGrid, 1);
  g_autoptr (GPtrArray) all_widths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GArray) edges = NULL;
  const DovTable *table;
  int widest = 0;
  gboolean may_grow = FALSE;

  self->printable = find_printable (dov_result_get_paper (result));
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->n_tables = dov_result_count_tables (result);
  if (self->n_tables == 0)
    {
      use_even_columns (self);
      return self;
    }

  for (guint i = 0; (table = dov_result_get_table (result, i)) != NULL; i++)
    {
      GArray *widths = g_array_new (FALSE, FALSE, sizeof (int));
      g_autoptr (GArray) least = g_array_new (FALSE, FALSE, sizeof (int));
      int total = 0;

      for (guint j = 0; j < table->columns->len; j++)
        {
          const DovColumn *column = g_ptr_array_index (table->columns, j);
          int needed = measure_least (table, j);
          int declared = 7 * column->width + 5;

          if (!column->on_paper)
            continue;
          g_array_append_val (least, needed);
          g_array_append_val (widths, declared);
          may_grow = may_grow || column->grows;
        }
      make_room_for_label (table, least);
      keep_between (table, widths, least, (int) (self->printable * DOV_OFFICE_SCALE / DOV_LEAST_SCALE));
      for (guint j = 0; j < widths->len; j++)
        total += g_array_index (widths, int, j);
      g_ptr_array_add (all_widths, widths);
      widest = MAX (widest, total);
    }

  if (may_grow)
    widest = MAX (widest, self->printable);
  for (guint i = 0; i < self->n_tables; i++)
    {
      g_autofree gboolean *grows = NULL;
      guint n = 0;

      table = dov_result_get_table (result, i);
      grows = g_new0 (gboolean, table->columns->len);
      for (guint j = 0; j < table->columns->len; j++)
        if (((DovColumn *) g_ptr_array_index (table->columns, j))->on_paper)
          grows[n++] = ((DovColumn *) g_ptr_array_index (table->columns, j))->grows;
      grow (g_ptr_array_index (all_widths, i), grows, widest, self->n_tables > 1);
    }

  edges = unite_edges (all_widths);
  self->n_columns = edges->len - 1;
  self->widths = g_new (int, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    self->widths[i] = g_array_index (edges, int, i + 1) - g_array_index (edges, int, i);
  self->width = g_array_index (edges, int, self->n_columns);
  for (guint i = 0; i < self->n_tables; i++)
    place_columns (self, dov_result_get_table (result, i), g_ptr_array_index (all_widths, i), edges);

  return self;
}

void
dov_grid_free (DovGrid *self)
{
  if (self == NULL)
    return;

  g_free (self->widths);
  g_ptr_array_unref (self->places);
  g_free (self);
}

/**
 * dov_grid_find_edge:
 * @share: of the width, 0 to 1
 *
 * Returns: the column that begins at the edge nearest to it, the number of
 *   columns for the right edge
 */
guint
dov_grid_find_edge (const DovGrid *self,
                    double         share)
{
  double wanted = self->width * share;
  double nearest = G_MAXDOUBLE;
  guint found = 0;
  int edge = 0;

  for (guint i = 0; i <= self->n_columns; i++)
    {
      if (fabs (edge - wanted) < nearest)
        {
          nearest = fabs (edge - wanted);
          found = i;
        }
      if (i < self->n_columns)
        edge += self->widths[i];
    }

  return found;
}

/**
 * dov_grid_measure:
 *
 * Returns: the width of columns @first to @last together, in pixels
 */
int
dov_grid_measure (const DovGrid *self,
                  guint          first,
                  guint          last)
{
  int width = 0;

  for (guint i = first; i <= last && i < self->n_columns; i++)
    width += self->widths[i];

  return width;
}

/**
 * dov_grid_reach:
 *
 * Returns: the last of as many columns from @first on as are @pixels wide
 */
guint
dov_grid_reach (const DovGrid *self,
                guint          first,
                int            pixels)
{
  guint last = MIN (first, self->n_columns - 1);

  while (last + 1 < self->n_columns && dov_grid_measure (self, first, last) < pixels)
    last++;

  return last;
}
