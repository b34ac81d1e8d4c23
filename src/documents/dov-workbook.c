/* dov-workbook.c - a result as an Excel workbook: written beside, checked, then put in its place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include <errno.h>
#include <expat.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <minizip/unzip.h>
#include <string.h>

#include "dov-clean.h"
#include "dov-whole-file.h"

/* More cells than this are written row by row, in constant memory. */
#define CELLS_IN_MEMORY 50000

/* How often the progress is told. */
#define ROWS_AT_ONCE 256

#define INCHES(millimetres) ((millimetres) / 25.4)

#define MOST_FOOTER   255
#define FOOTER_POINTS 8

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

/**
 * dov_sheet_write_text:
 *
 * Files of older versions hold characters that XML has not; one of them would make the whole workbook unreadable.
 */
void
dov_sheet_write_text (lxw_worksheet *sheet,
                      lxw_row_t      row,
                      lxw_col_t      column,
                      const char    *text,
                      lxw_format    *format)
{
  g_autofree char *clean = dov_clean (text, TRUE);

  if (*clean == '\0')
    worksheet_write_blank (sheet, row, column, format);
  else if (strlen (clean) <= MOST_TEXT)
    worksheet_write_string (sheet, row, column, clean, format);
  else
    {
      g_autofree char *cut = dov_text_cut (clean, MOST_TEXT);

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

      dov_sheet_write_text (sheet, row, column, is_text ? cell->text : shown, format);
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

static void XMLCALL
element_cb (void            *n_rows,
            const XML_Char  *name,
            const XML_Char **attributes)
{
  if (g_str_equal (name, "row"))
    (*(guint *) n_rows)++;
}

/* Reads a part to its end, which also compares its checksum, as any office will: one that was cut off by a full disk
 * before it was packed, or holds a character that XML has not, is not whole. */
static gboolean
is_part_whole (unzFile  file,
               guint   *n_rows)
{
  g_autofree char *buffer = g_malloc (1 << 16);
  XML_Parser parser = XML_ParserCreate (NULL);
  gboolean is_well = unzOpenCurrentFile (file) == UNZ_OK;
  int length = 1;

  *n_rows = 0;
  XML_SetUserData (parser, n_rows);
  XML_SetStartElementHandler (parser, element_cb);
  while (is_well && length > 0)
    {
      length = unzReadCurrentFile (file, buffer, 1 << 16);
      is_well = length >= 0 && XML_Parse (parser, buffer, length, length == 0) == XML_STATUS_OK;
    }
  XML_ParserFree (parser);

  return unzCloseCurrentFile (file) == UNZ_OK && is_well;
}

/**
 * dov_workbook_is_whole:
 * @sheets: (element-type guint): how many rows each sheet was given
 *
 * The library does not notice when the disk of its temporary files fills up,
 * and would pack what got there; nor does it look at the letters that it is
 * given. So the workbook is read once more, by a parser of XML.
 */
gboolean
dov_workbook_is_whole (const char *path,
                       GPtrArray  *sheets)
{
  unzFile file = unzOpen64 (path);
  guint n_sheets = 0;
  gboolean is_whole = file != NULL;

  for (int code = is_whole ? unzGoToFirstFile (file) : UNZ_END_OF_LIST_OF_FILE; is_whole && code == UNZ_OK;
       code = unzGoToNextFile (file))
    {
      char name[256] = "";
      guint n_rows = 0;
      guint number = 0;

      is_whole = unzGetCurrentFileInfo64 (file, NULL, name, sizeof name - 1, NULL, 0, NULL, 0) == UNZ_OK
                 && is_part_whole (file, &n_rows);
      if (is_whole && g_str_has_prefix (name, "xl/worksheets/sheet"))
        {
          number = (guint) g_ascii_strtoull (name + strlen ("xl/worksheets/sheet"), NULL, 10);
          n_sheets++;
          is_whole = number >= 1 && number <= sheets->len
                     && GPOINTER_TO_UINT (g_ptr_array_index (sheets, number - 1)) == n_rows;
        }
    }
  if (file != NULL)
    unzClose (file);

  return is_whole && n_sheets == sheets->len;
}

#define TIMES "Times New Roman"
#define ARIAL "Arial"
#define GREY  0xF2F2F2
#define LINES 0xBFBFBF

struct _DovFormats
{
  lxw_workbook *workbook;
  GHashTable   *formats;  /* DovStyle → lxw_format, which the workbook owns */
};

static guint
hash_style (gconstpointer key)
{
  const DovStyle *style = key;

  return g_direct_hash (style->number) ^ (style->name << 10 | style->align << 8 | (guint) style->indent << 4
                                          | style->joins << 2 | (guint) style->no_wrap);
}

static gboolean
is_same_style (gconstpointer a,
               gconstpointer b)
{
  const DovStyle *one = a;
  const DovStyle *other = b;

  return one->name == other->name && one->number == other->number && one->align == other->align
         && one->indent == other->indent && one->no_wrap == other->no_wrap && one->joins == other->joins;
}

DovFormats *
dov_formats_new (lxw_workbook *workbook)
{
  DovFormats *self = g_new0 (DovFormats, 1);
  lxw_format *first = STAILQ_FIRST (workbook->formats);

  self->workbook = workbook;
  self->formats = g_hash_table_new_full (hash_style, is_same_style, g_free, NULL);

  /* Widths of columns are counted in digits of the default font. */
  format_set_font_name (first, ARIAL);
  format_set_font_size (first, 10);

  return self;
}

void
dov_formats_free (DovFormats *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->formats);
  g_free (self);
}

static void
set_border (lxw_format *format,
            DovBorder   rule)
{
  if (rule == DOV_BORDER_AROUND)
    format_set_border (format, LXW_BORDER_THIN);
  else if (rule != DOV_BORDER_NONE)
    format_set_bottom (format, rule == DOV_BORDER_BELOW_THICK ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  if (rule == DOV_BORDER_BELOW_GREY)
    format_set_bottom_color (format, LINES);
}

static lxw_format *
make_format (DovFormats     *self,
             const DovStyle *style)
{
  static const guint8 sides[] = {
    [DOV_SIDE_LEFT] = LXW_ALIGN_LEFT, [DOV_SIDE_CENTER] = LXW_ALIGN_CENTER, [DOV_SIDE_RIGHT] = LXW_ALIGN_RIGHT,
  };
  static const guint8 stands[] = {
    [DOV_STAND_TOP] = LXW_ALIGN_VERTICAL_TOP, [DOV_STAND_MIDDLE] = LXW_ALIGN_VERTICAL_CENTER,
    [DOV_STAND_BOTTOM] = LXW_ALIGN_VERTICAL_BOTTOM,
  };
  const DovLetters *look = dov_letters_get (style->name);
  const guint8 aligns[] = { sides[look->side], LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (self->workbook);
  int indent = style->indent ? style->indent : look->indent;

  format_set_font_name (format, look->font.is_arial ? ARIAL : TIMES);
  format_set_font_size (format, look->font.points);
  if (look->font.is_bold)
    format_set_bold (format);
  format_set_align (format, aligns[style->align]);
  format_set_align (format, stands[look->stand]);
  set_border (format, look->rule);
  if (style->joins & DOV_JOINS_ABOVE)
    format_set_top (format, LXW_BORDER_NONE);
  if (style->joins & DOV_JOINS_BELOW)
    format_set_bottom (format, LXW_BORDER_NONE);
  if (look->wraps && !style->no_wrap)
    format_set_text_wrap (format);
  if (look->is_filled)
    format_set_bg_color (format, GREY);
  if (indent > 0)
    format_set_indent (format, (uint8_t) indent);
  if (style->number != NULL)
    format_set_num_format (format, style->number);

  return format;
}

/**
 * dov_formats_get:
 *
 * Returns: (transfer none): the format of this variant, made when it is asked
 *   for the first time
 */
lxw_format *
dov_formats_get (DovFormats     *self,
                 const DovStyle *style)
{
  lxw_format *format = g_hash_table_lookup (self->formats, style);

  if (format == NULL)
    {
      format = make_format (self, style);
      g_hash_table_insert (self->formats, g_memdup2 (style, sizeof *style), format);
    }

  return format;
}

/**
 * dov_look_number_format:
 *
 * Returns: (nullable): the number format of a cell of this kind, interned; a
 *   quantity has as many decimals as the value itself, up to three
 */
const char *
dov_look_number_format (const DovCell *cell,
                        gboolean       on_data)
{
  static const char *const decimals[][2] = {
    { "#,##0;\"−\"#,##0", "#,##0" }, { "#,##0.0;\"−\"#,##0.0", "#,##0.0" },
    { "#,##0.00;\"−\"#,##0.00", "#,##0.00" }, { "#,##0.000;\"−\"#,##0.000", "#,##0.000" },
  };
  static const char *const others[] = {
    [DOV_COLUMN_ROW] = "0", [DOV_COLUMN_YEAR] = "0", [DOV_COLUMN_PERCENT] = "0.0\"\xc2\xa0\"%",
    [DOV_COLUMN_DATE] = "dd\\.mm\\.yyyy", [DOV_COLUMN_TIME] = "hh:mm",
    [DOV_COLUMN_MOMENT] = "dd\\.mm\\.yyyy hh:mm", [DOV_COLUMN_HAND] = NULL,
  };
  guint n = cell->kind == DOV_COLUMN_COUNT ? 0 : cell->kind == DOV_COLUMN_DECIMAL ? 1 : 2;

  if (cell->kind == DOV_COLUMN_QUANTITY)
    n = cell->number % 1000 == 0 ? 0 : cell->number % 100 == 0 ? 1 : cell->number % 10 == 0 ? 2 : 3;
  if (cell->is_unique && cell->kind == DOV_COLUMN_COUNT)
    return g_intern_static_string ("#,##0\"*\"");
  if (dov_column_kind_is_figure (cell->kind) && others[cell->kind] == NULL)
    return g_intern_static_string (decimals[n][on_data != FALSE]);

  return g_intern_static_string (others[cell->kind]);
}

/**
 * dov_look_style_of:
 * @name: how the row looks
 * @centers: the definition wants it in the middle
 *
 * Returns: the variant of the format for a cell of this kind
 */
DovStyle
dov_look_style_of (DovLookName    name,
                   const DovCell *cell,
                   gboolean       centers,
                   gboolean       on_data)
{
  DovStyle style = { .name = name };

  if (!dov_column_kind_is_figure (cell->kind) || !cell->is_empty)
    style.number = dov_look_number_format (cell, on_data);
  if (dov_column_kind_is_figure (cell->kind))
    {
      style.align = centers ? DOV_ALIGN_CENTER : DOV_ALIGN_RIGHT;
      style.indent = centers ? 0 : 1;
      style.no_wrap = TRUE;
    }
  else if (cell->kind == DOV_COLUMN_ROW || (!on_data && (cell->kind == DOV_COLUMN_DATE || cell->kind == DOV_COLUMN_TIME
                                                         || cell->kind == DOV_COLUMN_MOMENT)))
    {
      style.align = DOV_ALIGN_CENTER;
      style.no_wrap = TRUE;
    }
  else if (centers && !on_data)
    style.align = DOV_ALIGN_CENTER;

  return style;
}

/* Writing. */

/**
 * dov_writing_step:
 *
 * One more row is written.
 *
 * Returns: %FALSE when the writing is to stop
 */
gboolean
dov_writing_step (DovWriting *self)
{
  if (self->done++ % ROWS_AT_ONCE == 0 && self->progress != NULL)
    self->progress (MIN (self->done, self->total), self->total, self->user_data);

  return !g_cancellable_is_cancelled (self->cancellable);
}

/* Doubles what would be a code, and stays within what a footer can hold. It is printed as small as the sheet. */
static char *
make_footer (const DovPaper *paper,
             double          scale)
{
  int points = (int) ceil (FOOTER_POINTS / DOV_OFFICE_SCALE / scale);
  g_autofree char *right = g_strdup_printf ("&R&\"Times New Roman,Regular\"&%d Стр. &P из &N", points);
  g_autofree char *clean = dov_clean (paper->footer ? paper->footer : "", FALSE);
  g_auto (GStrv) parts = g_strsplit (clean, "&", -1);
  g_autofree char *safe = g_strjoinv ("&&", parts);
  g_autoptr (GString) left = g_string_new (NULL);
  glong room;

  g_string_printf (left, "&L&\"Times New Roman,Regular\"&%d ", points);
  room = MOST_FOOTER - g_utf8_strlen (right, -1) - g_utf8_strlen (left->str, -1);
  if (g_utf8_strlen (safe, -1) > room)
    *g_utf8_offset_to_pointer (safe, room) = '\0';
  g_string_append (left, safe);

  return g_strconcat (left->str, right, NULL);
}

/**
 * dov_writing_set_footer:
 * @scale: how small the sheet will be printed
 */
void
dov_writing_set_footer (DovWriting    *self,
                        lxw_worksheet *sheet,
                        double         scale)
{
  g_autofree char *footer = make_footer (self->paper, scale);
  lxw_header_footer_options options = { .margin = INCHES (10) };

  worksheet_set_footer_opt (sheet, footer, &options);
}

/**
 * dov_writing_add_sheet:
 *
 * Returns: (transfer none): a sheet with the page that every sheet has
 */
lxw_worksheet *
dov_writing_add_sheet (DovWriting *self,
                       const char *name,
                       gboolean    is_landscape)
{
  g_autofree char *wanted = dov_sheet_name_make (name);
  lxw_worksheet *sheet;

  if (workbook_validate_sheet_name (self->workbook, wanted) != LXW_NO_ERROR)
    {
      g_free (wanted);
      wanted = g_strdup_printf ("Лист %u", self->sheets->len + 1);
    }
  sheet = workbook_add_worksheet (self->workbook, wanted);
  worksheet_set_paper (sheet, 9);
  worksheet_set_margins (sheet, INCHES (self->paper->is_archived ? 30 : 20), INCHES (10), INCHES (20), INCHES (20));
  if (is_landscape)
    worksheet_set_landscape (sheet);
  dov_writing_set_footer (self, sheet, 1);

  return sheet;
}

void
dov_writing_end_sheet (DovWriting *self,
                       guint       n_rows)
{
  g_ptr_array_add (self->sheets, GUINT_TO_POINTER (n_rows));
}

/* The tables that the definition declares “data”: of one that was laid out crosswise the rows as they were. */
static GPtrArray *
list_data_tables (DovResult *result)
{
  GPtrArray *tables = g_ptr_array_new ();
  const DovTable *table;

  for (guint i = 0; (table = dov_result_get_table (result, i)) != NULL; i++)
    {
      const DovTable *rows = table->source != NULL ? table->source : table;

      if (rows->data != NULL)
        g_ptr_array_add (tables, (gpointer) rows);
    }

  return tables;
}

static guint
count_cells (DovResult *result,
             GPtrArray *data)
{
  const DovTable *table;
  guint n_cells = 0;

  for (guint i = 0; (table = dov_result_get_table (result, i)) != NULL; i++)
    n_cells += table->rows->len * table->columns->len;
  for (guint i = 0; i < data->len; i++)
    {
      table = g_ptr_array_index (data, i);
      n_cells += table->rows->len * table->columns->len;
    }

  return n_cells;
}

/* The first is «Данные», as in every workbook; others say of what. */
static gboolean
write_data (DovWriting *self)
{
  for (guint i = 0; i < self->data->len; i++)
    {
      const DovTable *table = g_ptr_array_index (self->data, i);
      g_autofree char *further = g_strconcat ("Данные, ", table->data, NULL);

      if (!dov_sheet_write_data (self, table, i, self->paper->is_list ? self->paper->sheet : i == 0 ? "Данные" : further))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_sheets (DovWriting *self)
{
  guint n_rows = dov_result_count_rows (self->result);

  self->total = n_rows * (self->data->len > 0 && !self->paper->is_list ? 2 : 1);
  if ((!self->paper->is_list && !dov_sheet_write_paper (self)) || !write_data (self))
    return FALSE;
  dov_sheet_write_about (self);

  return TRUE;
}

static gboolean
write_part (DovWriting  *self,
            const char  *path,
            const char  *part,
            GError     **error)
{
  lxw_workbook_options options = { .constant_memory = count_cells (self->result, self->data) > CELLS_IN_MEMORY };
  g_autofree char *title = dov_clean (self->paper->title ? self->paper->title : "", FALSE);
  g_autofree char *institution = dov_clean (self->paper->institution ? self->paper->institution : "", FALSE);
  lxw_doc_properties properties = { .title = title, .company = institution, .author = (char *) "«Доверие»" };
  g_autoptr (DovFormats) formats = NULL;
  gboolean is_complete;
  lxw_error failure;
  int number;

  self->workbook = workbook_new_opt (part, &options);
  if (self->workbook == NULL)
    {
      dov_whole_file_set_error (error, path, errno ? errno : ENOMEM);
      return FALSE;
    }
  self->formats = formats = dov_formats_new (self->workbook);
  if (self->paper->made_at != NULL)
    properties.created = (time_t) g_date_time_to_unix (self->paper->made_at);
  workbook_set_properties (self->workbook, &properties);

  is_complete = write_sheets (self);
  errno = 0;
  failure = workbook_close (self->workbook);
  number = errno;
  if (!is_complete || g_cancellable_is_cancelled (self->cancellable))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled"));
      return FALSE;
    }
  if (failure != LXW_NO_ERROR)
    {
      dov_whole_file_set_error (error, path, number ? number : ENOSPC);
      return FALSE;
    }
  if (!dov_workbook_is_whole (part, self->sheets))
    {
      dov_whole_file_set_error (error, path, EBADMSG);
      return FALSE;
    }

  return TRUE;
}

/**
 * dov_workbook_write:
 * @path: of the workbook, ending in .xlsx
 * @replace: whether a file that is there may be replaced; otherwise that is
 *   %DOV_DOCUMENT_ERROR_EXISTS
 * @progress: (nullable): told of rows, in this thread
 *
 * Writes a workbook as design/documents describes it. It is written beside
 * its place, read once more and then renamed, so that there never is half a
 * file. Touches no record and no store, and may run in any thread and under
 * any locale.
 */
gboolean
dov_workbook_write (DovResult     *result,
                    const char    *path,
                    gboolean       replace,
                    DovProgress    progress,
                    gpointer       user_data,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (DovAside) aside = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autoptr (GPtrArray) data = list_data_tables (result);
  DovWriting writing = {
    .result = result, .sheets = sheets, .data = data, .progress = progress, .user_data = user_data, .cancellable = cancellable,
  };
  locale_t plain, before;
  gboolean written;

  g_return_val_if_fail (DOV_IS_RESULT (result), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  writing.paper = dov_result_get_paper (result);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  aside = dov_whole_file_begin (path, replace, writing.paper->is_personal, error);
  if (aside == NULL)
    return FALSE;

  /* The library prints numbers with the locale's separator, which breaks the file. */
  plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  before = uselocale (plain);
  written = write_part (&writing, path, dov_aside_get_part (aside), error);
  uselocale (before);
  freelocale (plain);

  written = written && dov_whole_file_finish (aside, path, replace, error);
  if (written && progress != NULL)
    progress (writing.total, writing.total, user_data);

  return written;
}
