/* dov-print-page.c - where pages end: nothing that belongs together is parted, no row is divided */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

static const DovStrip *
get_strip (const DovPrint *self,
           guint           index)
{
  return &g_array_index (self->strips, DovStrip, index);
}

static double
measure_head (const DovPrint *self,
              guint           table)
{
  const DovTableHead *head = table > 0 ? &g_array_index (self->heads, DovTableHead, table - 1) : NULL;

  return head != NULL ? dov_strips_measure (self->strips, head->first, head->last) : 0;
}

/* Begins a page at @first; gaps at its top are left out. */
static guint
begin_sheet (DovPrint *self,
             guint     first,
             double   *used)
{
  DovSheet sheet;

  while (first < self->strips->len && get_strip (self, first)->is_gap)
    first++;
  sheet = (DovSheet) { .first = first, .last = first };
  if (first < self->strips->len)
    sheet.table = get_strip (self, first)->table;
  *used = measure_head (self, sheet.table);
  g_array_append_val (self->sheets, sheet);

  return first;
}

static DovSheet *
get_last (DovPrint *self)
{
  return &g_array_index (self->sheets, DovSheet, self->sheets->len - 1);
}

/* Puts the strips of a chain; where they are more than the page holds, each
 * by itself. Returns the next strip. */
static guint
put_chain (DovPrint *self,
           guint     first,
           guint     next,
           double   *used)
{
  for (guint i = first; i < next; i++)
    {
      const DovStrip *strip = get_strip (self, i);

      if (*used + strip->height > self->room + 0.01 && get_last (self)->last > get_last (self)->first)
        {
          if (strip->is_gap)
            continue;
          begin_sheet (self, i, used);
        }
      *used += strip->height;
      get_last (self)->last = i + 1;
    }

  return next;
}

static double
measure_top_gaps (const DovPrint *self,
                  guint           first,
                  guint           next)
{
  guint last = first;

  while (last < next && get_strip (self, last)->is_gap)
    last++;

  return dov_strips_measure (self->strips, first, last);
}

/**
 * dov_print_divide:
 *
 * Divides the strips into pages.
 *
 * Returns: how much of the last page is left
 */
double
dov_print_divide (DovPrint *self)
{
  double used = 0;
  guint next;

  g_array_set_size (self->sheets, 0);
  begin_sheet (self, 0, &used);
  for (guint strip = get_last (self)->first; strip < self->strips->len; strip = next)
    {
      double height;
      gboolean has_begun = get_last (self)->last > get_last (self)->first;

      next = dov_strips_find_chain (self->strips, strip, &height);
      if (has_begun && used + height > self->room + 0.01)
        {
          double alone = height - measure_top_gaps (self, strip, next);

          /* A gap at the foot of a page needs no new one. */
          if (alone <= 0.01)
            continue;
          /* A chain that no page can hold begins where it stands. */
          if (alone + measure_head (self, get_strip (self, strip)->table) <= self->room
              || used > self->room * 0.7)
            strip = begin_sheet (self, strip, &used);
        }
      put_chain (self, strip, next, &used);
    }

  return self->room - used;
}
