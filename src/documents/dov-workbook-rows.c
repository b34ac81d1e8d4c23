/* dov-workbook-rows.c - the rows of a paper, laid out twice: once to measure, once to write */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-rows.h"

/* What Excel allows a row, in points. */
#define HIGHEST 409

/* How much of the width of cells text cannot use. */
#define PADDING        7
#define PADDING_HEAD   6
#define PADDING_MERGED 10

/* Rows that stand freer than their text asks for. */
static double
find_air (DovLookName look)
{
  return look == DOV_LOOK_INSTITUTION || look == DOV_LOOK_TITLE || look == DOV_LOOK_PERIOD ? 2 : 0;
}

static double
find_usable (const DovRows *self,
             guint          first,
             guint          last,
             DovLookName    look)
{
  int padding = look == DOV_LOOK_HEAD ? PADDING_HEAD : first == last ? PADDING : PADDING_MERGED;

  return dov_grid_measure (self->grid, first, last) - padding;
}

/**
 * dov_rows_measure:
 *
 * Returns: the height a text needs in these columns, in points
 */
double
dov_rows_measure (DovRows     *self,
                  guint        first,
                  guint        last,
                  DovLookName  look,
                  const char  *text)
{
  const DovFont *font = dov_look_get_font (look);

  return dov_text_height (font, dov_text_count_lines (font, text, find_usable (self, first, last, look)))
         + find_air (look);
}

/**
 * dov_rows_begin:
 * @least: the height of the row at least, in points
 */
void
dov_rows_begin (DovRows *self,
                double   least)
{
  self->height = least;
  if (self->sheet != NULL)
    worksheet_set_row (self->sheet, self->row, g_array_index (self->plan, DovPlannedRow, self->row).height, NULL);
}

static void
write_blanks (DovRows    *self,
              guint       first,
              guint       last,
              lxw_format *format)
{
  for (guint i = first + 1; i <= last; i++)
    worksheet_write_blank (self->sheet, self->row, (lxw_col_t) i, format);
}

/**
 * dov_rows_put_cell:
 * @first: column of the sheet
 * @last: up to which the cell is merged
 * @formula: (nullable): that gives a number
 */
void
dov_rows_put_cell (DovRows        *self,
                   guint           first,
                   guint           last,
                   const DovStyle *style,
                   const DovCell  *cell,
                   const char     *formula)
{
  lxw_format *format;

  if (self->sheet == NULL)
    {
      gboolean is_text = cell->kind == DOV_COLUMN_TEXT && !cell->is_empty;

      self->height = MAX (self->height, dov_rows_measure (self, first, last, style->name, is_text ? cell->text : ""));
      return;
    }

  format = dov_look_get (self->writing->look, style);
  dov_sheet_merge (self->sheet, self->row, (lxw_col_t) first, self->row, (lxw_col_t) last);
  dov_cell_write (self->sheet, self->row, (lxw_col_t) first, cell, format, FALSE, formula);
  write_blanks (self, first, last, format);
}

/**
 * dov_rows_put_text:
 *
 * A text that no row can hold whole is cut at a word.
 */
void
dov_rows_put_text (DovRows        *self,
                   guint           first,
                   guint           last,
                   const DovStyle *style,
                   const char     *text)
{
  DovCell cell = { .kind = DOV_COLUMN_TEXT, .is_empty = *text == '\0', .text = (char *) text };
  g_autofree char *cut = NULL;

  if (self->sheet != NULL && g_array_index (self->plan, DovPlannedRow, self->row).height >= HIGHEST)
    {
      const DovFont *font = dov_look_get_font (style->name);

      cell.text = cut = dov_text_cut_to_lines (font, text, find_usable (self, first, last, style->name),
                                               (guint) ((HIGHEST - 4) / (font->points * 1.2)));
    }
  dov_rows_put_cell (self, first, last, style, &cell, NULL);
}

/**
 * dov_rows_end:
 * @keeps: the row stays on one page with the next
 */
void
dov_rows_end (DovRows  *self,
              gboolean  keeps)
{
  if (self->sheet == NULL)
    {
      DovPlannedRow planned = { (float) MIN (self->height, HIGHEST), (guint8) keeps, FALSE };

      g_array_append_val (self->plan, planned);
    }
  self->row++;
}

void
dov_rows_gap (DovRows *self,
              double   height)
{
  dov_rows_begin (self, height);
  dov_rows_end (self, FALSE);
  if (self->sheet == NULL)
    g_array_index (self->plan, DovPlannedRow, self->plan->len - 1).is_gap = TRUE;
}

/**
 * dov_rows_tie:
 *
 * What comes next stays on one page with the last row that holds something.
 */
void
dov_rows_tie (DovRows *self)
{
  if (self->sheet != NULL)
    return;

  for (guint i = self->plan->len; i > 0; i--)
    {
      DovPlannedRow *planned = &g_array_index (self->plan, DovPlannedRow, i - 1);

      planned->keeps = TRUE;
      if (!planned->is_gap)
        return;
    }
}
