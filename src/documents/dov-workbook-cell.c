/* dov-workbook-cell.c - one typed value in one cell, and merged cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include <string.h>

/* What an Excel cell can hold, in UTF-16 units. */
#define MOST_TEXT 32767

/* 30.12.1899, counted as GDate does. */
#define EXCEL_BEGINS 693594

/* Minutes. */
#define DAY (24 * 60)

/**
 * dov_cell_serial:
 * @is_serial: (out): whether it is a date, a time or a moment that Excel knows
 *
 * Returns: the number by which Excel keeps it: days from 30.12.1899 and parts
 *   of a day; of the first two months it thinks otherwise than the calendar
 */
double
dov_cell_serial (const DovCell *cell,
                 gboolean      *is_serial)
{
  gint64 day = cell->kind == DOV_COLUMN_DATE ? 1 : DAY;
  double days = cell->number / day - (cell->kind == DOV_COLUMN_TIME ? 0 : EXCEL_BEGINS);

  *is_serial = dov_cell_is_day (cell) && (cell->kind == DOV_COLUMN_TIME || days > 60);

  return *is_serial ? days + (double) (cell->number % day) / DAY : 0;
}

static void
write_text (lxw_worksheet *sheet,
            lxw_row_t      row,
            lxw_col_t      column,
            const char    *text,
            lxw_format    *format)
{
  if (*text == '\0')
    worksheet_write_blank (sheet, row, column, format);
  else if (strlen (text) <= MOST_TEXT)
    worksheet_write_string (sheet, row, column, text, format);
  else
    {
      g_autofree char *cut = dov_text_cut (text, MOST_TEXT);

      worksheet_write_string (sheet, row, column, cut, format);
    }
}

/**
 * dov_cell_write:
 * @on_data: on the sheet for machines an unknown number is an empty cell
 * @formula: (nullable): gives the number, which is stored beside it
 *
 * Writes a value as what it is: text never becomes a formula or a number.
 */
void
dov_cell_write (lxw_worksheet *sheet,
                lxw_row_t      row,
                lxw_col_t      column,
                const DovCell *cell,
                lxw_format    *format,
                gboolean       on_data,
                const char    *formula)
{
  gboolean is_serial;
  double serial = dov_cell_serial (cell, &is_serial);

  if (is_serial)
    worksheet_write_number (sheet, row, column, serial, format);
  else if (!dov_column_kind_is_figure (cell->kind) && cell->kind != DOV_COLUMN_ROW)
    {
      gboolean is_text = cell->kind == DOV_COLUMN_TEXT && !cell->is_empty;
      g_autofree char *shown = is_text ? NULL : dov_cell_dup_shown (cell);

      write_text (sheet, row, column, is_text ? cell->text : shown, format);
    }
  else if (!cell->is_empty && formula != NULL)
    worksheet_write_formula_num (sheet, row, column, formula, format, dov_cell_get_real (cell));
  else if (!cell->is_empty)
    worksheet_write_number (sheet, row, column, dov_cell_get_real (cell), format);
  else if (on_data || cell->kind == DOV_COLUMN_ROW)
    worksheet_write_blank (sheet, row, column, format);
  else
    worksheet_write_string (sheet, row, column, "—", format);
}

/**
 * dov_sheet_merge:
 *
 * Merges cells and leaves the writing of each of them to the caller: without
 * text and format the library notes the range and writes nothing, so that a
 * workbook that is written row by row loses no row that is already begun.
 */
void
dov_sheet_merge (lxw_worksheet *sheet,
                 lxw_row_t      first_row,
                 lxw_col_t      first_column,
                 lxw_row_t      last_row,
                 lxw_col_t      last_column)
{
  if (first_row != last_row || first_column != last_column)
    worksheet_merge_range (sheet, first_row, first_column, last_row, last_column, "", NULL);
}
