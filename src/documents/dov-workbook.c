/* dov-workbook.c - a result as an Excel workbook: written beside, checked, then put in its place */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include "dov-whole-file.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <locale.h>

/* More cells than this are written row by row, in constant memory. */
#define CELLS_IN_MEMORY 50000

/* How often the progress is told. */
#define ROWS_AT_ONCE 256

#define INCHES(millimetres) ((millimetres) / 25.4)

#define MOST_FOOTER 255

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

/* Doubles what would be a code, and stays within what a footer can hold. */
static char *
make_footer (const DovPaper *paper)
{
  const char *const right = "&R&\"Times New Roman,Regular\"&9 Стр. &P из &N";
  g_auto (GStrv) parts = g_strsplit (paper->footer ? paper->footer : "", "&", -1);
  g_autofree char *safe = g_strjoinv ("&&", parts);
  g_autoptr (GString) left = g_string_new ("&L&\"Times New Roman,Regular\"&8 ");
  glong room = MOST_FOOTER - g_utf8_strlen (right, -1) - g_utf8_strlen (left->str, -1);

  if (g_utf8_strlen (safe, -1) > room)
    *g_utf8_offset_to_pointer (safe, room) = '\0';
  g_string_append (left, safe);

  return g_strconcat (left->str, right, NULL);
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
  g_autofree char *footer = make_footer (self->paper);
  lxw_header_footer_options options = { .margin = INCHES (10) };
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
  worksheet_set_footer_opt (sheet, footer, &options);

  return sheet;
}

void
dov_writing_end_sheet (DovWriting *self,
                       guint       n_rows)
{
  g_ptr_array_add (self->sheets, GUINT_TO_POINTER (n_rows));
}

static const DovTable *
find_data_table (DovResult *result)
{
  const DovTable *table;

  for (guint i = 0; (table = dov_result_get_table (result, i)) != NULL; i++)
    if (table->data != NULL)
      return table;

  return NULL;
}

static guint
count_cells (DovResult *result)
{
  const DovTable *table;
  guint n_cells = 0;

  for (guint i = 0; (table = dov_result_get_table (result, i)) != NULL; i++)
    n_cells += table->rows->len * table->columns->len * (table->data != NULL ? 2 : 1);

  return n_cells;
}

static gboolean
write_sheets (DovWriting *self)
{
  const DovTable *data = find_data_table (self->result);
  guint n_rows = dov_result_count_rows (self->result);

  self->total = n_rows * (data != NULL && !self->paper->is_list ? 2 : 1);
  if (!self->paper->is_list && !dov_sheet_write_paper (self))
    return FALSE;
  if (data != NULL && !dov_sheet_write_data (self, data, self->paper->is_list ? self->paper->sheet : "Данные"))
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
  lxw_workbook_options options = { .constant_memory = count_cells (self->result) > CELLS_IN_MEMORY };
  lxw_doc_properties properties = {
    .title = self->paper->title, .company = self->paper->institution, .author = (char *) "«Доверие»",
  };
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
      dov_whole_file_set_error (error, path, ENOSPC);
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
  g_autofree char *part = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  DovWriting writing = {
    .result = result, .sheets = sheets, .progress = progress, .user_data = user_data, .cancellable = cancellable,
  };
  locale_t plain, before;
  gboolean written;

  g_return_val_if_fail (DOV_IS_RESULT (result), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  writing.paper = dov_result_get_paper (result);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  part = dov_whole_file_begin (path, replace, writing.paper->is_personal, error);
  if (part == NULL)
    return FALSE;

  /* The library prints numbers with the locale's separator, which breaks the file. */
  plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  before = uselocale (plain);
  written = write_part (&writing, path, part, error);
  uselocale (before);
  freelocale (plain);

  if (!written)
    dov_whole_file_drop (part);
  else
    written = dov_whole_file_finish (part, path, replace, error);
  if (written && progress != NULL)
    progress (writing.total, writing.total, user_data);

  return written;
}
