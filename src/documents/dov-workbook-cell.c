/* dov-workbook-cell.c - one typed value in one cell, and merged cells */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include "dov-calendar.h"

#include <math.h>
#include <string.h>

/* What an Excel cell can hold, in UTF-16 units. */
#define MOST_TEXT 32767

static gboolean
read_two (const char *text,
          guint       at,
          guint      *number)
{
  if (!g_ascii_isdigit (text[at]) || !g_ascii_isdigit (text[at + 1]))
    return FALSE;
  *number = (guint) (text[at] - '0') * 10 + (guint) (text[at + 1] - '0');

  return TRUE;
}

/* Days from 30.12.1899, by which Excel counts. */
static gboolean
read_day (const char *iso,
          double     *days)
{
  guint century, year, month, day;
  GDate date, first;

  if (strlen (iso) < 10 || !read_two (iso, 0, &century) || !read_two (iso, 2, &year) || iso[4] != '-'
      || !read_two (iso, 5, &month) || iso[7] != '-' || !read_two (iso, 8, &day)
      || !g_date_valid_dmy ((GDateDay) day, month, (GDateYear) (century * 100 + year)))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) (century * 100 + year));
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, 30, G_DATE_DECEMBER, 1899);
  *days = g_date_days_between (&first, &date);

  return *days > 60;
}

static gboolean
read_time (const char *iso,
           double     *days)
{
  guint hour, minute;

  if (strlen (iso) < 5 || !read_two (iso, 0, &hour) || iso[2] != ':' || !read_two (iso, 3, &minute)
      || hour > 23 || minute > 59)
    return FALSE;
  *days = (hour * 60 + minute) / 1440.0;

  return TRUE;
}

/**
 * dov_cell_serial:
 * @is_serial: (out): whether the text was a date, a time or a moment
 *
 * Returns: the number by which Excel keeps it
 */
double
dov_cell_serial (const DovCell *cell,
                 gboolean      *is_serial)
{
  double days = 0;
  double time = 0;

  *is_serial = FALSE;
  if (cell->is_empty || cell->text == NULL)
    return 0;

  if (cell->kind == DOV_COLUMN_DATE)
    *is_serial = read_day (cell->text, &days);
  else if (cell->kind == DOV_COLUMN_TIME)
    *is_serial = read_time (cell->text, &time);
  else if (cell->kind == DOV_COLUMN_MOMENT)
    *is_serial = read_day (cell->text, &days) && strlen (cell->text) >= 16 && read_time (cell->text + 11, &time);

  return days + time;
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
  else if (dov_column_kind_is_figure (cell->kind) || cell->kind == DOV_COLUMN_ROW)
    {
      if (!cell->is_empty && isfinite (cell->number))
        {
          if (formula != NULL)
            worksheet_write_formula_num (sheet, row, column, formula, format, cell->number);
          else
            worksheet_write_number (sheet, row, column, cell->number, format);
        }
      else if (on_data || cell->kind == DOV_COLUMN_ROW)
        worksheet_write_blank (sheet, row, column, format);
      else
        worksheet_write_string (sheet, row, column, "—", format);
    }
  else if (cell->kind == DOV_COLUMN_FLAG)
    write_text (sheet, row, column, cell->is_empty ? "" : cell->number != 0 ? "да" : "нет", format);
  else
    write_text (sheet, row, column, cell->is_empty || cell->text == NULL ? "" : cell->text, format);
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
