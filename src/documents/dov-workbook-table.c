/* dov-workbook-table.c - a table on paper: header, rows, totals with their formulas */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-rows.h"

#include <math.h>
#include <string.h>

/* Where the rows of a table came to lie, for the formulas of its totals. */
typedef struct
{
  DovRows        *rows;
  const DovTable *table;
  GArray         *places;       /* DovPlace */
  guint           first_body;
  guint           last_body;
  guint           group_first;  /* of the rows since the last heading */
  gboolean        has_body;
  gboolean        has_subtotals;
  gboolean        has_headings;
  GArray         *totals;       /* guint: rows of the sheet */
  GArray         *carried;
  guint           n_growing;
  guint           n_rows;       /* numbered so far */
} Layout;

static const DovColumn *
get_column (const Layout *self,
            guint         place)
{
  return g_ptr_array_index (self->table->columns, g_array_index (self->places, DovPlace, place).column);
}

static const DovPlace *
get_place (const Layout *self,
           guint         place)
{
  return &g_array_index (self->places, DovPlace, place);
}

static guint
get_last_column (const Layout *self)
{
  return get_place (self, self->places->len - 1)->last;
}

/* The header. */

static gboolean
has_groups (const Layout *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (get_column (self, i)->group != NULL)
      return TRUE;

  return FALSE;
}

/* The last place that shares the group of the one at @first. */
static guint
find_group_end (const Layout *self,
                guint         first)
{
  const char *group = get_column (self, first)->group;
  guint last = first;

  while (group != NULL && last + 1 < self->places->len && g_strcmp0 (get_column (self, last + 1)->group, group) == 0)
    last++;

  return last;
}

static void
put_upper_header (Layout *self)
{
  DovRows *rows = self->rows;
  const DovStyle head = { .name = DOV_LOOK_HEAD };

  for (guint i = 0; i < self->places->len; i++)
    {
      const DovColumn *column = get_column (self, i);
      guint last = find_group_end (self, i);

      if (column->group == NULL && rows->sheet != NULL)
        {
          dov_sheet_merge (rows->sheet, rows->row, (lxw_col_t) get_place (self, i)->first,
                           rows->row + 1, (lxw_col_t) get_place (self, i)->last);
          for (guint c = get_place (self, i)->first; c <= get_place (self, i)->last; c++)
            worksheet_write_string (rows->sheet, rows->row, (lxw_col_t) c,
                                    c == get_place (self, i)->first ? column->heading : "",
                                    dov_look_get (rows->writing->look, &head));
        }
      else if (column->group != NULL)
        dov_rows_put_text (rows, get_place (self, i)->first, get_place (self, last)->last, &head, column->group);
      i = last;
    }
}

/* The height the second row needs so that headings merged over both fit. */
static double
measure_lower_header (Layout *self,
                      double  upper)
{
  double height = 0;

  for (guint i = 0; i < self->places->len; i++)
    {
      const DovColumn *column = get_column (self, i);
      double needed = dov_rows_measure (self->rows, get_place (self, i)->first, get_place (self, i)->last,
                                        DOV_LOOK_HEAD, column->heading);

      height = MAX (height, column->group != NULL ? needed : needed - upper);
    }

  return height;
}

static void
put_header (Layout *self)
{
  DovRows *rows = self->rows;
  const DovStyle head = { .name = DOV_LOOK_HEAD };
  const DovStyle numbers = { .name = DOV_LOOK_NUMBERS, .number = g_intern_static_string ("0") };
  double lower = 0;

  if (has_groups (self))
    {
      dov_rows_begin (rows, 0);
      put_upper_header (self);
      if (rows->sheet == NULL)
        lower = measure_lower_header (self, rows->height);
      dov_rows_end (rows, TRUE);

      dov_rows_begin (rows, lower);
      for (guint i = 0; i < self->places->len; i++)
        if (get_column (self, i)->group != NULL)
          dov_rows_put_text (rows, get_place (self, i)->first, get_place (self, i)->last, &head,
                             get_column (self, i)->heading);
        else if (rows->sheet != NULL)
          for (guint c = get_place (self, i)->first; c <= get_place (self, i)->last; c++)
            worksheet_write_blank (rows->sheet, rows->row, (lxw_col_t) c, dov_look_get (rows->writing->look, &head));
    }
  else
    {
      dov_rows_begin (rows, 0);
      for (guint i = 0; i < self->places->len; i++)
        dov_rows_put_text (rows, get_place (self, i)->first, get_place (self, i)->last, &head,
                           get_column (self, i)->heading);
    }
  dov_rows_end (rows, TRUE);

  if (self->table->has_numbers)
    {
      dov_rows_begin (rows, 15);
      for (guint i = 0; i < self->places->len; i++)
        {
          DovCell number = { .kind = DOV_COLUMN_ROW, .number = i + 1 };

          dov_rows_put_cell (rows, get_place (self, i)->first, get_place (self, i)->last, &numbers, &number, NULL);
        }
      dov_rows_end (rows, TRUE);
    }
}

/* Formulas. */

static char *
name_range (guint first_row,
            guint last_row,
            guint first_column,
            guint last_column)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (range, first_row, (lxw_col_t) first_column, last_row, (lxw_col_t) last_column);

  return g_strdup (range);
}

static char *
name_cell (guint row,
           guint column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row, (lxw_col_t) column);

  return g_strdup (cell);
}

static char *
make_sum (const Layout    *self,
          const DovPlace  *place,
          const DovColumn *column,
          guint            first_row)
{
  g_autofree char *range = name_range (first_row, self->last_body, place->first, place->first);
  const char *const plain[] = { "", "SUM(", "", "AVERAGE(", "COUNTA(" };
  const char *const nested[] = { "", "SUBTOTAL(9,", "", "SUBTOTAL(1,", "SUBTOTAL(3,", };

  /* A heading across begins in the first column and would be counted there. */
  if (column->total == DOV_TOTAL_COUNT && place->first == 0 && self->has_headings)
    return NULL;
  if (column->total == DOV_TOTAL_BY_UNIT)
    {
      for (guint i = 0; i < self->places->len; i++)
        if (g_strcmp0 (get_column (self, i)->name, column->word) == 0)
          {
            g_autofree char *units = name_range (first_row, self->last_body, get_place (self, i)->first,
                                                 get_place (self, i)->first);
            g_autofree char *unit = name_cell (self->rows->row, get_place (self, i)->first);

            return self->has_subtotals ? NULL : g_strdup_printf ("=SUMIF(%s,%s,%s)", units, unit, range);
          }
      return NULL;
    }

  return g_strconcat ("=", self->has_subtotals ? nested[column->total] : plain[column->total], range, ")", NULL);
}

/* The formula of a cell of a row of totals, %NULL when it is a plain number. */
static char *
make_formula (const Layout *self,
              const DovRow *row,
              guint         place)
{
  const DovColumn *column = get_column (self, place);
  guint grid = get_place (self, place)->first;

  if (row->role == DOV_ROW_GROWING && column->total != DOV_TOTAL_MEAN && self->n_growing < self->totals->len)
    {
      g_autofree char *total = name_cell (g_array_index (self->totals, guint, self->n_growing), grid);
      g_autofree char *carried = NULL;

      if (self->carried->len == 0)
        return g_strconcat ("=", total, NULL);
      carried = name_cell (g_array_index (self->carried, guint, self->n_growing), grid);

      return g_strconcat ("=", total, "+", carried, NULL);
    }
  if (!self->has_body || (row->role != DOV_ROW_TOTAL && row->role != DOV_ROW_SUBTOTAL))
    return NULL;

  return make_sum (self, get_place (self, place), column,
                   row->role == DOV_ROW_SUBTOTAL ? self->group_first : self->first_body);
}

/* «Всего» of a pivot: its columns added up, where they may be. */
static char *
make_sum_across (const Layout *self,
                 const DovRow *row)
{
  guint n = self->places->len;
  guint first = n;
  double sum = 0;
  const DovCell *total = &row->cells[get_place (self, n - 1)->column];
  g_autofree char *range = NULL;

  for (guint i = 0; i + 1 < n; i++)
    if (dov_cell_is_number (get_column (self, i)->kind))
      {
        const DovCell *cell = &row->cells[get_place (self, i)->column];

        first = MIN (first, i);
        sum += cell->is_empty ? 0 : cell->number;
      }
  if (first >= n - 1 || total->is_empty || total->is_unique || fabs (sum - total->number) > 1e-6)
    return NULL;
  range = name_range (self->rows->row, self->rows->row, get_place (self, first)->first, get_place (self, n - 2)->last);

  return g_strconcat ("=SUM(", range, ")", NULL);
}

/* Rows. */

static void
put_across (Layout      *self,
            DovLookName  look,
            const char  *text,
            gboolean     keeps)
{
  const DovStyle style = { .name = look };

  dov_rows_begin (self->rows, 0);
  dov_rows_put_text (self->rows, get_place (self, 0)->first, get_last_column (self), &style, text);
  dov_rows_end (self->rows, keeps);
}

static gboolean
is_part_of_above (const DovCell *cell)
{
  return cell->kind == DOV_COLUMN_TEXT && !cell->is_empty
         && (g_str_has_prefix (cell->text, "из них ") || g_str_has_prefix (cell->text, "в них "));
}

static void
put_body (Layout       *self,
          const DovRow *row,
          guint         number)
{
  DovRows *rows = self->rows;

  dov_rows_begin (rows, self->table->height);
  for (guint i = 0; i < self->places->len; i++)
    {
      const DovPlace *place = get_place (self, i);
      const DovColumn *column = get_column (self, i);
      gboolean is_sum = self->table->is_pivot && i + 1 == self->places->len;
      char text[16];
      DovCell numbered = dov_result_table_number (self->table, row, place->column, number, text);
      DovCell blank = { .kind = DOV_COLUMN_HAND, .is_empty = TRUE };
      gboolean is_filled = row != NULL && row->role != DOV_ROW_BLANK;
      const DovCell *cell = column->kind == DOV_COLUMN_ROW ? &numbered
                            : is_filled ? &row->cells[place->column] : &blank;
      DovStyle style = dov_look_style_of (is_sum ? DOV_LOOK_TOTAL : DOV_LOOK_BODY, cell, column->centers, FALSE);
      g_autofree char *formula = is_sum && row && rows->sheet ? make_sum_across (self, row) : NULL;

      if (is_part_of_above (cell))
        style.indent = 2;
      if (cell->kind == DOV_COLUMN_TEXT)
        dov_rows_put_text (rows, place->first, place->last, &style, cell->is_empty ? "" : cell->text);
      else
        dov_rows_put_cell (rows, place->first, place->last, &style, cell, formula);
    }

  if (!self->has_body)
    self->first_body = rows->row;
  self->has_body = TRUE;
  self->last_body = rows->row;
  dov_rows_end (rows, FALSE);
}

/* How many columns the label of a row of totals takes. */
static guint
count_label_places (const Layout *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (get_column (self, i)->total != DOV_TOTAL_NONE)
        return i;
      for (guint j = 0; j < self->places->len; j++)
        if (get_column (self, j)->total == DOV_TOTAL_BY_UNIT
            && g_strcmp0 (get_column (self, j)->word, get_column (self, i)->name) == 0)
          return i;
    }

  return self->places->len;
}

static void
put_total_cell (Layout       *self,
                const DovRow *row,
                guint         index,
                DovLookName   look)
{
  DovRows *rows = self->rows;
  const DovPlace *place = get_place (self, index);
  const DovColumn *column = get_column (self, index);
  const DovCell *cell = &row->cells[place->column];
  DovStyle style = dov_look_style_of (look, cell, column->centers, FALSE);
  DovCell blank = { .kind = DOV_COLUMN_HAND, .is_empty = TRUE };
  g_autofree char *formula = NULL;

  if (column->total == DOV_TOTAL_NONE || (column->total == DOV_TOTAL_BY_UNIT && cell->is_empty))
    {
      if (cell->kind == DOV_COLUMN_TEXT && !cell->is_empty)
        dov_rows_put_text (rows, place->first, place->last, &style, cell->text);
      else
        dov_rows_put_cell (rows, place->first, place->last, &(DovStyle) { .name = look }, &blank, NULL);
      return;
    }
  if (column->total == DOV_TOTAL_COUNT)
    {
      g_autofree char *format = g_strdup_printf ("\"%s: \"#,##0", column->word);

      style = (DovStyle) { .name = look, .no_wrap = TRUE, .number = strlen (format) < LXW_FORMAT_FIELD_LEN
                           ? g_intern_string (format) : dov_look_number_format (cell, FALSE) };
    }
  if (rows->sheet != NULL && !cell->is_empty)
    formula = make_formula (self, row, index);
  dov_rows_put_cell (rows, place->first, place->last, &style, cell, formula);
}

static void
put_total (Layout       *self,
           const DovRow *row)
{
  DovRows *rows = self->rows;
  DovLookName look = row->role == DOV_ROW_CARRIED ? DOV_LOOK_CARRIED : DOV_LOOK_TOTAL;
  guint labelled = count_label_places (self);

  dov_rows_tie (rows);
  dov_rows_begin (rows, 0);
  if (labelled > 0)
    dov_rows_put_text (rows, get_place (self, 0)->first, get_place (self, labelled - 1)->last,
                       &(DovStyle) { .name = look }, row->label ? row->label : "");
  for (guint i = labelled; i < self->places->len; i++)
    put_total_cell (self, row, i, look);

  if (row->role == DOV_ROW_TOTAL)
    g_array_append_val (self->totals, rows->row);
  else if (row->role == DOV_ROW_CARRIED)
    g_array_append_val (self->carried, rows->row);
  else if (row->role == DOV_ROW_GROWING)
    self->n_growing++;
  dov_rows_end (rows, row->role != DOV_ROW_SUBTOTAL);
}

static gboolean
put_row (Layout       *self,
         const DovRow *row)
{
  switch (row->role)
    {
    case DOV_ROW_HEADING:
      put_across (self, DOV_LOOK_HEADING, row->label, TRUE);
      self->group_first = self->rows->row;
      break;

    case DOV_ROW_BODY:
    case DOV_ROW_BLANK:
      put_body (self, row, ++self->n_rows);
      break;

    case DOV_ROW_SUBTOTAL:
    case DOV_ROW_TOTAL:
    case DOV_ROW_CARRIED:
    case DOV_ROW_GROWING:
    default:
      put_total (self, row);
      break;
    }

  return self->rows->sheet == NULL || dov_writing_step (self->rows->writing);
}

static void
put_extra_blanks (Layout *self)
{
  for (guint i = 0; self->table->fills && i < self->rows->extra; i++)
    put_body (self, NULL, ++self->n_rows);
}

/**
 * dov_rows_put_table:
 * @index: among the tables of the paper
 */
void
dov_rows_put_table (DovRows        *self,
                    const DovTable *table,
                    guint           index)
{
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint));
  Layout layout = {
    .rows = self, .table = table, .places = g_ptr_array_index (self->grid->places, index),
    .totals = totals, .carried = carried,
  };
  guint head_first = self->row;
  gboolean filled = FALSE;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      layout.has_subtotals = layout.has_subtotals || row->role == DOV_ROW_SUBTOTAL;
      layout.has_headings = layout.has_headings || row->role == DOV_ROW_HEADING;
    }

  put_header (&layout);
  if (self->grid->n_tables == 1)
    {
      self->has_head = TRUE;
      self->head_first = head_first;
      self->head_last = self->row - 1;
    }
  if (table->fills)
    {
      self->blank_height = table->height > 0 ? table->height : 17.25;
      self->most_extra = table->at_most;
    }
  if (table->empty != NULL)
    put_across (&layout, DOV_LOOK_BODY, table->empty, FALSE);

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      gboolean is_total = row->role == DOV_ROW_TOTAL || row->role == DOV_ROW_CARRIED || row->role == DOV_ROW_GROWING;

      if (is_total && !filled)
        {
          put_extra_blanks (&layout);
          filled = TRUE;
        }
      if (!put_row (&layout, row))
        return;
    }
  if (!filled)
    put_extra_blanks (&layout);
}
