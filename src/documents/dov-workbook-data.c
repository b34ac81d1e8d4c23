/* dov-workbook-data.c - the sheet for machines, and the sheet about the file */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include "dov-calendar.h"
#include "dov-clean.h"
#include "dov-version.h"

#include <math.h>
#include <string.h>

#define TABLE_NAME  "data_rows"
#define TABLE_STYLE LXW_TABLE_STYLE_TYPE_LIGHT

#define NARROWEST (6 * 7 + 5)
#define WIDEST    (45 * 7 + 5)
#define DATE_WIDTH 78
#define TIME_WIDTH 42
#define ROWS_MEASURED 500
#define WIDEST_BYTE 15

/* One column of the data sheet: of the table, or of the facts of a pivot. */
typedef struct
{
  char          *heading;
  guint          column;
  const DovCell *fixed;   /* the same in every row; NULL: what the table has */
  int            width;
} DataColumn;

typedef enum
{
  FACT_SECTION, FACT_NAME, FACT_UNIT, FACT_WHERE, FACT_VALUE, FACT_SINCE, FACT_UNTIL, FACT_ADDS, N_FACTS,
} Fact;

/* What every row is told with, so that sheets of several villages can stand under one another. */
typedef enum { FIXED_PLACE, FIXED_RECORD, FIXED_SINCE, FIXED_UNTIL, N_FIXED } Fixed;

static void
clear_column (gpointer column)
{
  g_free (((DataColumn *) column)->heading);
}

static char *
join_heading (const DovColumn *column)
{
  g_autofree char *heading = g_strconcat (column->group ? column->group : "", column->group ? ", " : "", column->heading,
                                          NULL);

  return dov_clean (heading, FALSE);
}

/* Headings of an Excel table are unique without regard to case. */
static void
add_column (GArray     *columns,
            const char *heading,
            guint       index,
            const DovCell *fixed)
{
  DataColumn column = { dov_text_cut (heading, 255), index, fixed, 0 };
  guint number = 1;

  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *one = g_utf8_casefold (g_array_index (columns, DataColumn, i).heading, -1);
      g_autofree char *other = g_utf8_casefold (column.heading, -1);

      if (!g_str_equal (one, other))
        continue;
      g_free (column.heading);
      column.heading = g_strdup_printf ("%s (%u)", heading, ++number);
      i = (guint) -1;
    }
  g_array_append_val (columns, column);
}

static const DovCell *
get_cell (const DataColumn *column,
          const DovRow     *row)
{
  return column->fixed != NULL ? column->fixed : &row->cells[column->column];
}

/* What the table does not tell itself. */
static void
add_fixed (GArray         *columns,
           const DovPaper *paper,
           DovCell        *cells)
{
  const char *headings[N_FIXED] = {
    [FIXED_PLACE] = "Площадка", [FIXED_RECORD] = paper->record_label, [FIXED_SINCE] = "Период с",
    [FIXED_UNTIL] = "Период по",
  };

  dov_cell_set_text (&cells[FIXED_PLACE], DOV_COLUMN_TEXT, paper->place);
  dov_cell_set_text (&cells[FIXED_RECORD], DOV_COLUMN_TEXT, paper->record);
  if (paper->has_period)
    {
      dov_cell_set_date (&cells[FIXED_SINCE], &paper->from);
      dov_cell_set_date (&cells[FIXED_UNTIL], &paper->to);
    }
  for (guint i = 0; i < N_FIXED; i++)
    {
      gboolean is_told = headings[i] == NULL || (i < FIXED_SINCE && cells[i].is_empty) || paper->is_list;

      for (guint j = 0; j < columns->len && !is_told; j++)
        is_told = g_str_equal (g_array_index (columns, DataColumn, j).heading, headings[i]);
      if (!is_told)
        add_column (columns, headings[i], 0, &cells[i]);
    }
}

static int
measure_column (const DataColumn *column,
                const DovTable   *table)
{
  const DovFont *head = &dov_letters_get (DOV_LOOK_DATA_HEAD)->font;
  const DovFont *body = &dov_letters_get (DOV_LOOK_DATA)->font;
  const DovColumnKind kind = column->fixed != NULL ? column->fixed->kind
                             : ((DovColumn *) g_ptr_array_index (table->columns, column->column))->kind;
  double widest = dov_text_measure_piece (head, column->heading) + 22;

  for (guint i = 0; i < MIN (table->rows->len, ROWS_MEASURED); i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);
      const DovCell *cell = get_cell (column, row);
      g_autofree char *shown = row->role == DOV_ROW_BODY && !cell->is_empty ? dov_cell_dup_shown (cell) : NULL;

      if (shown != NULL)
        widest = MAX (widest, dov_text_measure (body, shown) + (dov_column_kind_is_figure (kind) ? 16 : 8));
    }
  if (kind == DOV_COLUMN_DATE || kind == DOV_COLUMN_MOMENT)
    widest = MAX (widest, DATE_WIDTH);
  else if (kind == DOV_COLUMN_TIME)
    widest = MAX (widest, TIME_WIDTH);

  return (int) CLAMP (ceil (widest), NARROWEST, WIDEST);
}

/* Whether the figures of several papers make one. The year so far has its months in it. */
static const char *
say_adds (const DovTable  *pivot,
          const DovRow    *row,
          const DovColumn *place)
{
  const DovColumn *first = g_ptr_array_index (pivot->columns, 3);
  gboolean is_year_so_far = g_date_valid (&first->since) && g_date_compare (&place->since, &first->since) < 0;

  if (g_str_has_prefix (row->cells[1].text, "из них "))
    return "нет: входит в строку выше";
  if (row->adds == DOV_ADDS_MEAN)
    return "нет: среднее";
  if (row->adds == DOV_ADDS_NOT)
    return "нет: каждый один раз";
  if (row->adds == DOV_ADDS_PERIODS)
    return is_year_so_far ? "нет: переход считан в обеих площадках" : "по периодам, не по площадкам";

  return row->adds == DOV_ADDS_PLACES || is_year_so_far ? "по площадкам, не по периодам" : "да";
}

/* Rows of a pivot are taken apart: one number a row. */
static DovTable *
unfold_pivot (const DovTable *pivot)
{
  static const struct { const char *heading; DovColumnKind kind; } facts[N_FACTS] = {
    [FACT_SECTION] = { "Раздел", DOV_COLUMN_TEXT },   [FACT_NAME] = { "Показатель", DOV_COLUMN_TEXT },
    [FACT_UNIT] = { "Ед. изм.", DOV_COLUMN_TEXT },    [FACT_WHERE] = { NULL, DOV_COLUMN_TEXT },
    [FACT_VALUE] = { "Значение", DOV_COLUMN_COUNT },  [FACT_SINCE] = { "Период с", DOV_COLUMN_DATE },
    [FACT_UNTIL] = { "Период по", DOV_COLUMN_DATE }, [FACT_ADDS] = { "Складывается", DOV_COLUMN_TEXT },
  };
  const DovColumn *first_place = g_ptr_array_index (pivot->columns, 3);
  gboolean across_lounges = g_strcmp0 (first_place->group, "Площадки") == 0;
  DovTable *table = dov_result_table_new ();
  const char *section = "";

  for (guint i = 0; i < N_FACTS; i++)
    {
      DovColumn *column = g_new0 (DovColumn, 1);

      column->heading = g_strdup (facts[i].heading ? facts[i].heading : across_lounges ? "Площадка" : "Срок");
      column->kind = facts[i].kind;
      column->on_data = TRUE;
      g_ptr_array_add (table->columns, column);
    }

  for (guint i = 0; i < pivot->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (pivot->rows, i);

      if (row->role == DOV_ROW_HEADING)
        section = row->label;
      for (guint j = 3; j < pivot->columns->len && row->role == DOV_ROW_BODY; j++)
        {
          const DovColumn *place = g_ptr_array_index (pivot->columns, j);
          const char *texts[N_FACTS] = {
            [FACT_SECTION] = section,           [FACT_NAME] = row->cells[1].text, [FACT_UNIT] = row->cells[2].text,
            [FACT_WHERE] = across_lounges ? place->name : place->heading,
          };
          DovRow *fact;

          if (j + 1 == pivot->columns->len && !g_date_valid (&place->since))
            continue;
          fact = dov_result_table_add_row (table, DOV_ROW_BODY);
          for (guint k = 0; k <= FACT_WHERE; k++)
            dov_cell_set_text (&fact->cells[k], DOV_COLUMN_TEXT, texts[k]);
          if (g_date_valid (&place->since))
            {
              dov_cell_set_date (&fact->cells[FACT_SINCE], &place->since);
              dov_cell_set_date (&fact->cells[FACT_UNTIL], &place->until);
            }
          dov_cell_set_text (&fact->cells[FACT_ADDS], DOV_COLUMN_TEXT, say_adds (pivot, row, place));
          dov_cell_copy (&fact->cells[FACT_VALUE], &row->cells[j]);
        }
    }

  return table;
}

static double
measure_row (const DovRow *row,
             GArray       *columns)
{
  const DovFont *font = &dov_letters_get (DOV_LOOK_DATA)->font;
  guint lines = 1;

  for (guint i = 0; i < columns->len; i++)
    {
      const DataColumn *column = &g_array_index (columns, DataColumn, i);
      const DovCell *cell = get_cell (column, row);

      /* A short text needs no measuring: no byte is wider than this many pixels. */
      if (cell->kind == DOV_COLUMN_TEXT && !cell->is_empty && strlen (cell->text) * WIDEST_BYTE > (gsize) column->width)
        lines = MAX (lines, dov_text_count_lines (font, cell->text, column->width - 7));
    }

  return dov_text_height (font, lines);
}

static double
measure_header (GArray *columns)
{
  const DovFont *font = &dov_letters_get (DOV_LOOK_DATA_HEAD)->font;
  double height = 16;

  for (guint i = 0; i < columns->len; i++)
    {
      const DataColumn *column = &g_array_index (columns, DataColumn, i);

      height = MAX (height, dov_text_height (font, dov_text_count_lines (font, column->heading, column->width - 7 - 16)));
    }

  return height;
}

static gboolean
write_rows (DovWriting     *writing,
            lxw_worksheet  *sheet,
            const DovTable *table,
            GArray         *columns,
            guint          *n_rows)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (row->role != DOV_ROW_BODY)
        continue;
      (*n_rows)++;
      worksheet_set_row (sheet, *n_rows, measure_row (row, columns), NULL);
      for (guint j = 0; j < columns->len; j++)
        {
          const DovCell *cell = get_cell (&g_array_index (columns, DataColumn, j), row);
          DovStyle style = dov_look_style_of (DOV_LOOK_DATA, cell, FALSE, TRUE);

          dov_cell_write (sheet, *n_rows, (lxw_col_t) j, cell, dov_formats_get (writing->formats, &style), TRUE, NULL);
        }
      if (!dov_writing_step (writing))
        return FALSE;
    }

  return TRUE;
}

static void
add_excel_table (lxw_worksheet *sheet,
                 const char    *name,
                 GArray        *columns,
                 lxw_format    *head,
                 guint          last_row)
{
  g_autofree lxw_table_column *described = g_new0 (lxw_table_column, columns->len);
  g_autofree lxw_table_column **list = g_new0 (lxw_table_column *, columns->len + 1);
  lxw_table_options options = {
    .name = (char *) name, .style_type = TABLE_STYLE, .style_type_number = 15, .no_banded_rows = LXW_TRUE,
    .columns = list,
  };
  uint8_t optimize = sheet->optimize;

  for (guint i = 0; i < columns->len; i++)
    {
      described[i].header = g_array_index (columns, DataColumn, i).heading;
      described[i].header_format = head;
      list[i] = &described[i];
    }

  /* A workbook that is written row by row has its header already, and the
   * library is only to note the table. It has no public way to do that:
   * worksheet_add_table() answers LXW_ERROR_FEATURE_NOT_SUPPORTED as soon as
   * constant_memory is asked for, since it would write the header itself. So
   * this one call is told otherwise; what it writes then goes into a list that
   * such a workbook never reads. Without constant_memory a million cells take
   * 198 MB instead of 3. */
  sheet->optimize = LXW_FALSE;
  worksheet_add_table (sheet, 0, 0, last_row, (lxw_col_t) (columns->len - 1), &options);
  sheet->optimize = optimize;
}

/* Whoever prints the whole workbook wants the paper: of the other sheets an empty cell is all that is printed. */
static void
leave_unprinted (lxw_worksheet *sheet,
                 guint          column)
{
  worksheet_print_area (sheet, 0, (lxw_col_t) column, 0, (lxw_col_t) column);
}

/**
 * dov_sheet_write_data:
 * @nth: of the data tables of the workbook, from 0
 * @name: of the sheet
 *
 * One header row, one value a cell, nothing merged, no totals.
 *
 * Returns: %FALSE when it was cancelled
 */
gboolean
dov_sheet_write_data (DovWriting     *writing,
                      const DovTable *table,
                      guint           nth,
                      const char     *name)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (DataColumn));
  DovCell fixed[N_FIXED] = { [FIXED_SINCE] = { .kind = DOV_COLUMN_DATE, .is_empty = TRUE },
                             [FIXED_UNTIL] = { .kind = DOV_COLUMN_DATE, .is_empty = TRUE } };
  g_autofree char *table_name = nth > 0 ? g_strdup_printf (TABLE_NAME "_%u", nth + 1) : g_strdup (TABLE_NAME);
  DovBlock *holder = dov_block_new (DOV_BLOCK_TABLE, NULL);
  const DovStyle head_style = { .name = DOV_LOOK_DATA_HEAD };
  lxw_format *head = dov_formats_get (writing->formats, &head_style);
  lxw_worksheet *sheet;
  guint n_rows = 0;
  gboolean done;

  g_array_set_clear_func (columns, clear_column);
  if (table->is_pivot)
    table = holder->table = unfold_pivot (table);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (table->columns, i);
      g_autofree char *heading = join_heading (column);

      if (column->on_data)
        add_column (columns, heading, i, NULL);
    }
  add_fixed (columns, writing->paper, fixed);

  sheet = dov_writing_add_sheet (writing, name, TRUE);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_freeze_panes (sheet, 1, 0);
  for (guint i = 0; i < columns->len; i++)
    {
      DataColumn *column = &g_array_index (columns, DataColumn, i);

      column->width = measure_column (column, table);
      worksheet_set_column_pixels (sheet, (lxw_col_t) i, (lxw_col_t) i, (uint32_t) column->width, NULL);
    }
  worksheet_set_row (sheet, 0, measure_header (columns), NULL);
  for (guint i = 0; i < columns->len; i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, g_array_index (columns, DataColumn, i).heading, head);

  done = write_rows (writing, sheet, table, columns, &n_rows);
  if (columns->len > 0)
    add_excel_table (sheet, table_name, columns, head, MAX (n_rows, 1));
  if (!writing->paper->is_list)
    leave_unprinted (sheet, columns->len);
  dov_writing_end_sheet (writing, n_rows + 1);
  dov_block_free (holder);
  for (guint i = 0; i < N_FIXED; i++)
    dov_cell_clear (&fixed[i]);

  return done;
}

/* «О файле». */

typedef struct
{
  DovWriting    *writing;
  lxw_worksheet *sheet;
  guint          row;
} About;

static void
put_about (About         *self,
           const char    *label,
           const DovCell *value)
{
  const DovFont *font = &dov_letters_get (DOV_LOOK_ABOUT)->font;
  DovStyle label_style = { .name = DOV_LOOK_ABOUT_LABEL };
  DovStyle style = dov_look_style_of (DOV_LOOK_ABOUT, value, FALSE, TRUE);
  double height = dov_text_height (font, dov_text_count_lines (&dov_letters_get (DOV_LOOK_ABOUT_LABEL)->font, label, 292));

  style.align = DOV_ALIGN_LEFT;
  style.indent = 0;
  if (value->kind == DOV_COLUMN_TEXT && !value->is_empty)
    height = MAX (height, dov_text_height (font, dov_text_count_lines (font, value->text, 369)));

  worksheet_set_row (self->sheet, self->row, height, NULL);
  dov_sheet_write_text (self->sheet, self->row, 0, label, dov_formats_get (self->writing->formats, &label_style));
  dov_cell_write (self->sheet, self->row, 1, value, dov_formats_get (self->writing->formats, &style), TRUE, NULL);
  self->row++;
}

static void
put_about_text (About      *self,
                const char *label,
                const char *text)
{
  const DovCell cell = { .kind = DOV_COLUMN_TEXT, .is_empty = text == NULL || *text == '\0', .text = (char *) text };

  put_about (self, label, &cell);
}

static void
put_about_day (About       *self,
               const char  *label,
               const GDate *date)
{
  DovCell cell;

  dov_cell_set_date (&cell, date);
  put_about (self, label, &cell);
}

/**
 * dov_sheet_write_about:
 *
 * Says what the file is, so that it can be trusted and compared.
 */
void
dov_sheet_write_about (DovWriting *writing)
{
  const DovPaper *paper = writing->paper;
  g_autoptr (GPtrArray) sums = dov_result_list_checksums (writing->result);
  g_autofree char *program = g_strconcat ("«Доверие», версия ", dov_version (), NULL);
  g_autofree char *made_at = paper->made_at ? dov_moment_to_iso (paper->made_at) : g_strdup ("");
  const DovStyle title = { .name = DOV_LOOK_ABOUT_TITLE };
  DovCell moment;
  const DovCell rows = { .kind = DOV_COLUMN_COUNT, .number = dov_result_count_rows (writing->result) };
  About about = { .writing = writing, .sheet = dov_writing_add_sheet (writing, "О файле", FALSE), .row = 1 };

  dov_cell_set_text (&moment, DOV_COLUMN_MOMENT, made_at);
  worksheet_gridlines (about.sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_fit_to_pages (about.sheet, 1, 0);
  worksheet_set_column_pixels (about.sheet, 0, 0, 299, NULL);
  worksheet_set_column_pixels (about.sheet, 1, 1, 376, NULL);
  worksheet_set_row (about.sheet, 0, 24, NULL);
  worksheet_write_string (about.sheet, 0, 0, "О файле", dov_formats_get (writing->formats, &title));

  put_about_text (&about, "Документ", paper->title);
  if (paper->code != NULL && *paper->code != '\0')
    put_about_text (&about, "Код формы", paper->code);
  if (paper->has_period)
    {
      put_about_day (&about, "Период с", &paper->from);
      put_about_day (&about, "Период по", &paper->to);
    }
  put_about_text (&about, "Площадка", paper->lounge);
  put_about_text (&about, "Отбор", paper->filter && *paper->filter ? paper->filter : "нет");
  put_about (&about, "Составлено", &moment);
  put_about_text (&about, "Составил(а)", paper->made_by);
  put_about_text (&about, "Программа", program);
  put_about (&about, "Строк в документе", &rows);
  for (guint i = 0; i < sums->len; i++)
    {
      const DovChecksum *sum = g_ptr_array_index (sums, i);
      g_autofree char *label = g_strconcat ("Контрольная сумма: ", sum->label, NULL);

      put_about (&about, label, &sum->value);
    }
  put_about_text (&about, "Личные данные", paper->is_personal
                  ? "есть: хранить на площадке, передавать только по закону или с согласия" : "нет");
  put_about_text (&about, "Состояние", paper->state != NULL ? paper->state : "черновик");
  if (!paper->is_list)
    leave_unprinted (about.sheet, 2);
  dov_writing_end_sheet (writing, about.row);
}
