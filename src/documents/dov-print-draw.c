/* dov-print-draw.c - one page on a cairo context, whatever it draws on */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

#define LINE_WIDTH 0.5

/* From the edges of the page. */
#define NUMBER_AT DOV_POINTS (10)
#define FOOT_AT   DOV_POINTS (10)

/* The line a value stands on is a little below its letters. */
#define BELOW 1.5

typedef struct
{
  DovPrint *print;
  cairo_t  *cr;
} Drawing;

typedef void (*DrawPiece) (const Drawing  *drawing,
                           const DovPiece *piece,
                           double          x,
                           double          y);

static void
add_frame (const Drawing  *drawing,
           const DovPiece *piece,
           double          x,
           double          y)
{
  if (piece->has_frame)
    cairo_rectangle (drawing->cr, x, y, piece->width, piece->height);
  if (piece->has_rule)
    {
      cairo_move_to (drawing->cr, x, y + piece->height);
      cairo_rel_line_to (drawing->cr, piece->width, 0);
    }
}

static void
add_fill (const Drawing  *drawing,
          const DovPiece *piece,
          double          x,
          double          y)
{
  if (piece->is_filled)
    cairo_rectangle (drawing->cr, x, y, piece->width, piece->height);
}

static void
draw_one_line (const Drawing  *drawing,
               const DovPiece *piece,
               PangoLayout    *layout,
               double          x,
               double          y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  PangoRectangle logical;
  int baseline;

  for (int i = 0; i < piece->line; i++)
    pango_layout_iter_next_line (iter);
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  baseline = pango_layout_iter_get_baseline (iter);
  cairo_move_to (drawing->cr, x + (double) logical.x / PANGO_SCALE, y + (double) (baseline - logical.y) / PANGO_SCALE);
  pango_cairo_show_layout_line (drawing->cr, pango_layout_iter_get_line_readonly (iter));
  pango_layout_iter_free (iter);
}

static void
draw_text (const Drawing  *drawing,
           const DovPiece *piece,
           double          x,
           double          y)
{
  PangoLayout *layout;
  double height;

  if (piece->setting.text == NULL)
    return;

  layout = dov_print_lay (drawing->print, &piece->setting);
  if (piece->line >= 0)
    {
      draw_one_line (drawing, piece, layout, x, y);
      return;
    }

  height = dov_print_measure (drawing->print, &piece->setting, NULL);
  x += piece->pad + (piece->setting.side == DOV_SIDE_RIGHT ? 0 : piece->indent);
  if (piece->stand == DOV_STAND_MIDDLE)
    y += (piece->height - height) / 2;
  else if (piece->stand == DOV_STAND_BOTTOM)
    y += piece->height - height - (piece->has_rule ? BELOW - 1 : 0);
  cairo_move_to (drawing->cr, x, y);
  pango_cairo_show_layout (drawing->cr, layout);
}

static double
draw_strips (const Drawing *drawing,
             guint          first,
             guint          last,
             double         y,
             DrawPiece      draw)
{
  DovPrint *print = drawing->print;

  for (guint i = first; i < last; i++)
    {
      const DovStrip *strip = &g_array_index (print->strips, DovStrip, i);

      for (guint j = 0; j < strip->n_pieces; j++)
        {
          const DovPiece *piece = &g_array_index (print->pieces, DovPiece, strip->first + j);

          draw (drawing, piece, print->left + piece->x, y + piece->y);
        }
      y += strip->height;
    }

  return y;
}

static void
draw_all (const Drawing  *drawing,
          const DovSheet *sheet,
          DrawPiece       draw)
{
  double y = drawing->print->top;

  if (sheet->table != 0)
    {
      const DovTableHead *head = &g_array_index (drawing->print->heads, DovTableHead, sheet->table - 1);

      y = draw_strips (drawing, head->first, head->last, y, draw);
    }
  draw_strips (drawing, sheet->first, sheet->last, y, draw);
}

/* What stands in the margins. */
static void
draw_margin_text (const Drawing *drawing,
                  DovLookName    look,
                  const char    *text,
                  double         y)
{
  DovPrint *print = drawing->print;
  const DovSetting setting = {
    .text = dov_print_intern (print, text), .look = (guint8) look, .side = (guint8) dov_letters_get (look)->side,
    .scale = 1, .width = (float) print->width,
  };

  cairo_move_to (drawing->cr, print->left, y);
  pango_cairo_show_layout (drawing->cr, dov_print_lay (print, &setting));
}

static void
draw_margins (const Drawing *drawing,
              guint          page)
{
  DovPrint *print = drawing->print;

  if (page > 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", page + 1);

      draw_margin_text (drawing, DOV_LOOK_PAGE, number, NUMBER_AT);
    }
  if (print->paper->footer != NULL && *print->paper->footer != '\0')
    draw_margin_text (drawing, DOV_LOOK_FOOT, print->paper->footer,
                      print->page_height - FOOT_AT - dov_print_line (DOV_LOOK_FOOT));
}

/**
 * dov_print_draw_page:
 * @cr: in points, its origin at the corner of the sheet of paper
 * @page: from 0
 *
 * The one way in which a document comes to the screen, to the printer and
 * into a PDF.
 */
void
dov_print_draw_page (DovPrint *self,
                     cairo_t  *cr,
                     guint     page)
{
  Drawing drawing = { self, cr };
  const DovSheet *sheet;

  g_return_if_fail (DOV_IS_PRINT (self));
  g_return_if_fail (page < self->sheets->len);

  sheet = &g_array_index (self->sheets, DovSheet, page);
  cairo_save (cr);

  cairo_set_source_rgb (cr, 0.949, 0.949, 0.949);
  draw_all (&drawing, sheet, add_fill);
  cairo_fill (cr);

  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, LINE_WIDTH);
  draw_all (&drawing, sheet, add_frame);
  cairo_stroke (cr);

  draw_all (&drawing, sheet, draw_text);
  draw_margins (&drawing, page);

  cairo_restore (cr);
}
