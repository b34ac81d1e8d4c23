/* dov-print-page.c - where pages end: nothing that belongs together is parted, no row is divided */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

static const DovStrip *
get_strip (const DovPrint *self,
           guint           index)
{
  return &g_array_index (self->strips, DovStrip, index);
}

/* The strip after the last of the chain that begins at @first, and its height. */
static guint
find_chain (const DovPrint *self,
            guint           first,
            double         *height)
{
  guint next = first;
  gboolean keeps;

  *height = 0;
  do
    {
      *height += get_strip (self, next)->height;
      keeps = get_strip (self, next)->keeps;
      next++;
    }
  while (keeps && next < self->strips->len);

  return next;
}

static double
measure_head (const DovPrint *self,
              guint           table)
{
  double height = 0;

  if (table == 0)
    return 0;
  for (guint i = g_array_index (self->heads, DovTableHead, table - 1).first;
       i < g_array_index (self->heads, DovTableHead, table - 1).last; i++)
    height += get_strip (self, i)->height;

  return height;
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
  double height = 0;

  for (; first < next && get_strip (self, first)->is_gap; first++)
    height += get_strip (self, first)->height;

  return height;
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

      next = find_chain (self, strip, &height);
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
