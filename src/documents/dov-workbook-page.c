/* dov-workbook-page.c - where pages end, known because the heights of rows are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-rows.h"

#include <math.h>

/* How much smaller a page may be printed to save a whole sheet. */
#define SHRINK_TO_SAVE 0.92

/* A paper that is smaller than this can hardly be read. */
#define LEAST_SCALE 0.75

/* Rounding of printers and offices, in points. */
#define SAFETY 6

static double
find_height (const DovRows *rows)
{
  return ((rows->writing->paper->is_landscape ? 210 : 297) - 20 - 20) / 25.4 * 72 - SAFETY;
}

static double
find_scale (const DovRows *rows)
{
  return MIN (1, floor (100.0 * rows->grid->printable / rows->grid->width) / 100);
}

/* The row after the last that belongs to the chain beginning at @first, and its height. */
static guint
find_chain (const DovRows *rows,
            guint          first,
            double        *height)
{
  guint next = first;
  const DovPlannedRow *row;

  *height = 0;
  do
    {
      row = &g_array_index (rows->plan, DovPlannedRow, next++);
      *height += row->height;
    }
  while (row->keeps && next < rows->plan->len);

  return next;
}

/**
 * dov_pages_plan:
 * @shrunk: 1, or how much smaller to try it
 * @pages: (out): to be cleared by the caller
 *
 * Walks over the chains of rows that stay together. Where a chain of several
 * rows does not fit, a page must be broken by hand before it.
 */
void
dov_pages_plan (const DovRows *rows,
                double         shrunk,
                DovPages      *pages)
{
  double room = find_height (rows) / (find_scale (rows) * shrunk);
  double head = 0;
  double used = 0;
  double start = 0;
  guint next;

  *pages = (DovPages) { 1, 0, g_array_new (TRUE, TRUE, sizeof (guint)) };
  for (guint i = rows->head_first; rows->has_head && i <= rows->head_last; i++)
    head += g_array_index (rows->plan, DovPlannedRow, i).height;

  for (guint row = 0; row < rows->plan->len; row = next)
    {
      double height;

      next = find_chain (rows, row, &height);
      if (used + height > room && used > start)
        {
          if (next > row + 1 && height <= room - head)
            g_array_append_val (pages->breaks, row);
          pages->n_pages++;
          start = rows->has_head && row > rows->head_last ? head : 0;
          used = start;
        }
      /* A chain longer than a page flows on as it can. */
      for (used += height; used > room; used -= room - head)
        pages->n_pages++;
    }
  pages->left = room - used;
}

/**
 * dov_pages_apply:
 *
 * Sets how the sheet is fitted to pages: a little smaller when that saves a
 * page, else with breaks where rows that belong together would be parted.
 */
void
dov_pages_apply (DovRows *rows)
{
  DovPages pages, smaller;

  dov_pages_plan (rows, 1, &pages);
  dov_pages_plan (rows, SHRINK_TO_SAVE, &smaller);

  if (rows->blank_height <= 0 && smaller.n_pages < pages.n_pages && find_scale (rows) * SHRINK_TO_SAVE > LEAST_SCALE)
    worksheet_fit_to_pages (rows->sheet, 1, (uint16_t) MIN (smaller.n_pages, G_MAXUINT16));
  else
    {
      worksheet_fit_to_pages (rows->sheet, 1, 0);
      if (pages.breaks->len > 0 && pages.breaks->len < LXW_BREAKS_MAX)
        worksheet_set_h_pagebreaks (rows->sheet, (lxw_row_t *) pages.breaks->data);
    }
  g_array_unref (pages.breaks);
  g_array_unref (smaller.breaks);
}
