/* dov-workbook-page.c - where pages end, known because the heights of rows are */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include <math.h>

/* How much smaller a page may be printed to save a whole sheet. */
#define SHRINK_TO_SAVE 0.92

/* A paper that is smaller than this can hardly be read. */
#define LEAST_SCALE 0.75

/* Rounding of printers and offices, in points. */
#define SAFETY 6

static double
find_height (const DovPen *pen)
{
  return ((pen->paper->is_landscape ? 210 : 297) - 20 - 20) / 25.4 * 72 - SAFETY;
}

static double
find_scale (const DovGrid *grid)
{
  return MIN (1, floor (100.0 * grid->printable / grid->width) / 100);
}

/**
 * dov_pages_plan:
 * @shrunk: 1, or how much smaller to try it
 * @pages: (out): to be cleared by the caller
 *
 * Walks over the chains of rows that stay together. Where a chain of several
 * rows does not fit, a page must be broken by hand before it. The header of
 * the only table of a paper is repeated on every page.
 */
void
dov_pages_plan (const DovPen  *pen,
                const DovGrid *grid,
                double         shrunk,
                DovPages      *pages)
{
  const DovTableHead *repeated = pen->n_tables == 1 && pen->heads->len > 0 ? (DovTableHead *) pen->heads->data : NULL;
  double head = repeated != NULL ? dov_strips_measure (pen->strips, repeated->first, repeated->last) : 0;
  double room = find_height (pen) / (find_scale (grid) * shrunk);
  double used = 0;
  double start = 0;
  guint next;

  *pages = (DovPages) { 1, 0, g_array_new (TRUE, TRUE, sizeof (guint)) };
  for (guint row = 0; row < pen->strips->len; row = next)
    {
      double height;

      next = dov_strips_find_chain (pen->strips, row, &height);
      if (used + height > room && used > start)
        {
          if (next > row + 1 && height <= room - head)
            g_array_append_val (pages->breaks, row);
          pages->n_pages++;
          start = repeated != NULL && row >= repeated->last ? head : 0;
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
dov_pages_apply (const DovPen  *pen,
                 const DovGrid *grid,
                 lxw_worksheet *sheet)
{
  DovPages pages, smaller;

  dov_pages_plan (pen, grid, 1, &pages);
  dov_pages_plan (pen, grid, SHRINK_TO_SAVE, &smaller);

  if (pen->blank_height <= 0 && smaller.n_pages < pages.n_pages && find_scale (grid) * SHRINK_TO_SAVE > LEAST_SCALE)
    worksheet_fit_to_pages (sheet, 1, (uint16_t) MIN (smaller.n_pages, G_MAXUINT16));
  else
    {
      worksheet_fit_to_pages (sheet, 1, 0);
      if (pages.breaks->len > 0 && pages.breaks->len < LXW_BREAKS_MAX)
        worksheet_set_h_pagebreaks (sheet, (lxw_row_t *) pages.breaks->data);
    }
  g_array_unref (pages.breaks);
  g_array_unref (smaller.breaks);
}
