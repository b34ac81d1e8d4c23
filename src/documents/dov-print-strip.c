/* dov-print-strip.c - the paper as strips one below the other, each with its pieces */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

/* Above and below the text of a cell. */
#define CELL_AIR 2.0

/* No piece is higher than this share of a page, so that a header has room above it. */
#define HIGHEST 0.8

/**
 * dov_print_begin:
 * @least: its height at least
 */
void
dov_print_begin (DovPrint *self,
                 double    least)
{
  DovStrip strip = { .first = self->pieces->len, .table = (guint16) self->table };

  self->least = least;
  g_array_append_val (self->strips, strip);
}

/**
 * dov_print_put:
 * @text: (nullable): already in the order of the paper
 *
 * Puts a piece into the strip that is being made.
 *
 * Returns: (transfer none): it, to be finished; valid until the next one
 */
DovPiece *
dov_print_put (DovPrint   *self,
               double      x,
               double      width,
               DovInk      ink,
               const char *text)
{
  DovPiece piece = { .x = (float) x, .width = (float) width, .line = -1 };

  piece.setting.ink = (guint8) ink;
  piece.setting.scale = 1;
  if (text != NULL && *text != '\0')
    piece.setting.text = dov_print_intern (self, text);
  g_array_append_val (self->pieces, piece);

  return &g_array_index (self->pieces, DovPiece, self->pieces->len - 1);
}

/* Finds how wide the text of a piece may be, and how high it comes. */
static double
measure_piece (DovPrint *self,
               DovPiece *piece)
{
  double air = piece->has_frame ? 2 * CELL_AIR : 0;
  double height;

  if (piece->setting.text == NULL || piece->line >= 0)
    return piece->height;

  piece->setting.width = MAX (piece->width - 2 * piece->pad - piece->indent, 4);
  height = dov_print_measure (self, &piece->setting, NULL);
  if (height + air > self->room * HIGHEST)
    {
      piece->setting.text = dov_print_cut (self, &piece->setting, self->room * HIGHEST - air);
      height = dov_print_measure (self, &piece->setting, NULL);
    }

  return height + air;
}

/**
 * dov_print_end:
 * @keeps: the strip stays on one page with the next
 *
 * Finds the height of the strip: what its highest piece needs. Pieces that
 * were given a height of their own keep it.
 */
void
dov_print_end (DovPrint *self,
               gboolean  keeps)
{
  DovStrip *strip = &g_array_index (self->strips, DovStrip, self->strips->len - 1);
  double height = self->least;

  strip->n_pieces = self->pieces->len - strip->first;
  for (guint i = 0; i < strip->n_pieces; i++)
    {
      DovPiece *piece = &g_array_index (self->pieces, DovPiece, strip->first + i);
      double needed = measure_piece (self, piece);

      if (piece->height <= 0)
        height = MAX (height, needed);
    }
  for (guint i = 0; i < strip->n_pieces; i++)
    {
      DovPiece *piece = &g_array_index (self->pieces, DovPiece, strip->first + i);

      if (piece->height <= 0)
        piece->height = (float) height;
    }
  strip->height = (float) height;
  strip->keeps = (guint8) (keeps != FALSE);
}

void
dov_print_gap (DovPrint *self,
               double    height)
{
  dov_print_begin (self, height);
  dov_print_end (self, FALSE);
  g_array_index (self->strips, DovStrip, self->strips->len - 1).is_gap = TRUE;
}

/**
 * dov_print_tie:
 *
 * What comes next stays on one page with the last strip that holds something.
 */
void
dov_print_tie (DovPrint *self)
{
  for (guint i = self->strips->len; i > 0; i--)
    {
      DovStrip *strip = &g_array_index (self->strips, DovStrip, i - 1);

      strip->keeps = TRUE;
      if (!strip->is_gap)
        return;
    }
}
