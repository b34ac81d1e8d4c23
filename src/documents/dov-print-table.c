/* dov-print-table.c - a table on paper: its header, numbers of columns, rows, totals */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

#include <string.h>

/* Between a text and the lines around it. */
#define PAD 3.0

/* «из них …» */
#define PART_INDENT 12.0

/* Figures stand a little off the line on the right. */
#define FIGURE_INDENT 3.0

/* A row for a pen, when the definition does not say. */
#define PEN_HEIGHT 24.0

typedef struct
{
  DovPrint       *print;
  const DovTable *table;
  DovFit         *fit;
  double         *edges;   /* fit->n + 1 of them */
  guint           n_rows;  /* numbered so far */
} Layout;

static const DovColumn *
get_column (const Layout *self,
            guint         place)
{
  return g_ptr_array_index (self->table->columns, self->fit->columns[place]);
}

/* A cell over places @first to @last. */
static DovPiece *
put (const Layout *self,
     guint         first,
     guint         last,
     DovInk        ink,
     const char   *text)
{
  DovPiece *piece = dov_print_put (self->print, self->edges[first], self->edges[last + 1] - self->edges[first], ink,
                                   text);

  piece->setting.scale = (float) self->fit->scale;
  piece->pad = (float) MIN (PAD * self->fit->scale, piece->width * 0.1);
  piece->has_frame = TRUE;
  piece->stand = DOV_STAND_MIDDLE;

  return piece;
}

static DovPiece *
put_heading (const Layout *self,
             guint         first,
             guint         last,
             const char   *text)
{
  DovPiece *piece = put (self, first, last, DOV_INK_HEAD, text);

  piece->setting.side = DOV_SIDE_CENTER;
  piece->pad = 1.5;

  return piece;
}

/* The header. */

static gboolean
has_groups (const Layout *self)
{
  for (guint i = 0; i < self->fit->n; i++)
    if (get_column (self, i)->group != NULL)
      return TRUE;

  return FALSE;
}

static guint
find_group_end (const Layout *self,
                guint         first)
{
  const char *group = get_column (self, first)->group;
  guint last = first;

  while (group != NULL && last + 1 < self->fit->n && g_strcmp0 (get_column (self, last + 1)->group, group) == 0)
    last++;

  return last;
}

static double
measure_heading (const Layout *self,
                 guint         first,
                 guint         last,
                 const char   *text)
{
  const DovSetting setting = {
    .text = dov_print_intern (self->print, text), .ink = DOV_INK_HEAD, .side = DOV_SIDE_CENTER,
    .scale = (float) self->fit->scale, .width = (float) MAX (self->edges[last + 1] - self->edges[first] - 3, 4),
  };

  return dov_print_measure (self->print, &setting, NULL) + 4;
}

/* Two strips: groups above, their columns below; what has no group goes over both. */
static void
put_grouped_header (Layout *self)
{
  double upper = 0, lower = 0;

  for (guint i = 0; i < self->fit->n; i++)
    {
      const DovColumn *column = get_column (self, i);
      guint last = find_group_end (self, i);

      if (column->group == NULL)
        continue;
      upper = MAX (upper, measure_heading (self, i, last, column->group));
      for (guint j = i; j <= last; j++)
        lower = MAX (lower, measure_heading (self, j, j, get_column (self, j)->heading));
      i = last;
    }
  for (guint i = 0; i < self->fit->n; i++)
    if (get_column (self, i)->group == NULL)
      lower = MAX (lower, measure_heading (self, i, i, get_column (self, i)->heading) - upper);

  dov_print_begin (self->print, upper);
  for (guint i = 0; i < self->fit->n; i++)
    {
      guint last = find_group_end (self, i);

      if (get_column (self, i)->group == NULL)
        put_heading (self, i, i, get_column (self, i)->heading)->height = (float) (upper + lower);
      else
        put_heading (self, i, last, get_column (self, i)->group)->height = (float) upper;
      i = last;
    }
  dov_print_end (self->print, TRUE);

  dov_print_begin (self->print, lower);
  for (guint i = 0; i < self->fit->n; i++)
    if (get_column (self, i)->group != NULL)
      put_heading (self, i, i, get_column (self, i)->heading)->height = (float) lower;
  dov_print_end (self->print, TRUE);
}

static void
put_header (Layout *self)
{
  DovPrint *print = self->print;

  if (has_groups (self))
    put_grouped_header (self);
  else
    {
      dov_print_begin (print, 0);
      for (guint i = 0; i < self->fit->n; i++)
        put_heading (self, i, i, get_column (self, i)->heading);
      dov_print_end (print, TRUE);
    }

  if (!self->table->has_numbers)
    return;
  dov_print_begin (print, 0);
  for (guint i = 0; i < self->fit->n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      put (self, i, i, DOV_INK_NUMBERS, number)->setting.side = DOV_SIDE_CENTER;
    }
  dov_print_end (print, TRUE);
}

/* Rows. */

static gboolean
is_figure (DovColumnKind kind)
{
  return kind == DOV_COLUMN_COUNT || kind == DOV_COLUMN_QUANTITY || kind == DOV_COLUMN_DECIMAL
         || kind == DOV_COLUMN_MONEY || kind == DOV_COLUMN_PERCENT;
}

static gboolean
is_part_of_above (const DovCell *cell)
{
  return cell->kind == DOV_COLUMN_TEXT && !cell->is_empty
         && (g_str_has_prefix (cell->text, "из них ") || g_str_has_prefix (cell->text, "в них "));
}

static void
put_cell (const Layout  *self,
          guint          place,
          DovInk         ink,
          const DovCell *cell)
{
  const DovColumn *column = get_column (self, place);
  g_autofree char *shown = cell->is_empty && self->print->paper->is_blank ? g_strdup ("") : dov_cell_dup_shown (cell);
  DovPiece *piece = put (self, place, place, ink, shown);

  if (is_figure (cell->kind))
    {
      piece->setting.side = column->centers ? DOV_SIDE_CENTER : DOV_SIDE_RIGHT;
      piece->indent = column->centers ? 0 : (float) FIGURE_INDENT;
    }
  else if (column->centers || cell->kind == DOV_COLUMN_ROW || cell->kind == DOV_COLUMN_DATE
           || cell->kind == DOV_COLUMN_TIME || cell->kind == DOV_COLUMN_MOMENT)
    piece->setting.side = DOV_SIDE_CENTER;
  if (is_part_of_above (cell))
    piece->indent = (float) PART_INDENT;
}

static void
put_body (Layout       *self,
          const DovRow *row)
{
  const DovCell pen = { .kind = DOV_COLUMN_HAND, .is_empty = TRUE };
  gboolean is_filled = row != NULL && row->role != DOV_ROW_BLANK;

  self->n_rows++;
  dov_print_begin (self->print, self->table->height > 0 ? self->table->height : is_filled ? 0 : PEN_HEIGHT);
  for (guint i = 0; i < self->fit->n; i++)
    {
      const DovColumn *column = get_column (self, i);
      char text[16];
      const DovCell number = dov_result_table_number (self->table, row, self->fit->columns[i], self->n_rows, text);
      gboolean is_sum = self->table->is_pivot && i + 1 == self->fit->n;
      const DovCell *cell = column->kind == DOV_COLUMN_ROW ? &number
                            : is_filled ? &row->cells[self->fit->columns[i]] : &pen;

      put_cell (self, i, is_sum ? DOV_INK_TOTAL : DOV_INK_BODY, cell);
    }
  dov_print_end (self->print, FALSE);
}

static void
put_across (Layout     *self,
            DovInk      ink,
            const char *text,
            gboolean    is_heading)
{
  dov_print_begin (self->print, 0);
  put (self, 0, self->fit->n - 1, ink, text)->is_filled = (guint8) (is_heading != FALSE);
  dov_print_end (self->print, is_heading);
}

/* Totals. */

/* How many columns the label of a row of totals takes. */
static guint
count_label_places (const Layout *self)
{
  for (guint i = 0; i < self->fit->n; i++)
    {
      if (get_column (self, i)->total != DOV_TOTAL_NONE)
        return i;
      for (guint j = 0; j < self->fit->n; j++)
        if (get_column (self, j)->total == DOV_TOTAL_BY_UNIT
            && g_strcmp0 (get_column (self, j)->word, get_column (self, i)->name) == 0)
          return i;
    }

  return self->fit->n;
}

static void
put_total_cell (const Layout *self,
                const DovRow *row,
                guint         place,
                DovInk        ink)
{
  const DovColumn *column = get_column (self, place);
  const DovCell *cell = &row->cells[self->fit->columns[place]];
  gboolean is_text = cell->kind == DOV_COLUMN_TEXT && !cell->is_empty;

  if ((column->total == DOV_TOTAL_NONE && !is_text) || (column->total == DOV_TOTAL_BY_UNIT && cell->is_empty))
    put (self, place, place, ink, NULL);
  else if (column->total == DOV_TOTAL_COUNT && !cell->is_empty)
    {
      g_autofree char *number = dov_cell_dup_shown (cell);
      g_autofree char *words = g_strdup_printf ("%s: %s", column->word, number);

      put (self, place, place, ink, words);
    }
  else
    put_cell (self, place, ink, cell);
}

static void
put_total (Layout       *self,
           const DovRow *row)
{
  DovInk ink = row->role == DOV_ROW_CARRIED ? DOV_INK_BODY : DOV_INK_TOTAL;
  guint labelled = count_label_places (self);

  dov_print_tie (self->print);
  dov_print_begin (self->print, 0);
  if (labelled > 0)
    put (self, 0, labelled - 1, ink, row->label);
  for (guint i = labelled; i < self->fit->n; i++)
    put_total_cell (self, row, i, ink);
  dov_print_end (self->print, row->role != DOV_ROW_SUBTOTAL);
}

static void
put_row (Layout       *self,
         const DovRow *row)
{
  switch (row->role)
    {
    case DOV_ROW_HEADING:
      put_across (self, DOV_INK_TOTAL, row->label, TRUE);
      break;

    case DOV_ROW_BODY:
    case DOV_ROW_BLANK:
      put_body (self, row);
      break;

    case DOV_ROW_SUBTOTAL:
    case DOV_ROW_TOTAL:
    case DOV_ROW_CARRIED:
    case DOV_ROW_GROWING:
    default:
      put_total (self, row);
      break;
    }
}

static void
put_extra_blanks (Layout *self)
{
  for (guint i = 0; self->table->fills && i < self->print->extra; i++)
    put_body (self, NULL);
}

static void
put_rows (Layout *self)
{
  const DovTable *table = self->table;
  gboolean filled = FALSE;

  if (table->empty != NULL)
    put_across (self, DOV_INK_BODY, table->empty, FALSE);
  for (guint i = 0; i < table->rows->len && !g_cancellable_is_cancelled (self->print->cancellable); i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      gboolean is_total = row->role == DOV_ROW_TOTAL || row->role == DOV_ROW_CARRIED || row->role == DOV_ROW_GROWING;

      if (is_total && !filled)
        {
          put_extra_blanks (self);
          filled = TRUE;
        }
      put_row (self, row);
    }
  if (!filled)
    put_extra_blanks (self);
}

/**
 * dov_print_put_table:
 * @must_fill: it is as wide as the page in any case
 */
void
dov_print_put_table (DovPrint       *self,
                     const DovTable *table,
                     gboolean        must_fill)
{
  g_autoptr (DovFit) fit = dov_print_fit (self, table, must_fill);
  g_autofree double *edges = g_new0 (double, fit->n + 1);
  Layout layout = { .print = self, .table = table, .fit = fit, .edges = edges };
  DovTableHead head = { .first = self->strips->len };

  if (fit->n == 0)
    return;
  for (guint i = 0; i < fit->n; i++)
    edges[i + 1] = edges[i] + fit->widths[i];

  put_header (&layout);
  head.last = self->strips->len;
  g_array_append_val (self->heads, head);
  if (table->fills)
    {
      self->blank_height = table->height > 0 ? table->height : PEN_HEIGHT;
      self->most_extra = table->at_most;
    }
  self->table = self->heads->len;
  put_rows (&layout);
  self->table = 0;
}
