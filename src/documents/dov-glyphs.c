/* dov-glyphs.c - how wide and how high a text is on paper, without a display */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-glyphs.h"

#include <math.h>
#include <string.h>

/* Widths in hundredths of an em, those of Liberation Serif, which has the
 * same ones as Times New Roman. */
static const guint8 latin[] = {
  25, 33, 41, 50, 50, 83, 78, 18, 33, 33, 50, 56, 25, 33, 25, 28,
  50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 28, 28, 56, 56, 56, 44,
  92, 72, 67, 67, 72, 61, 56, 72, 72, 33, 39, 72, 61, 89, 72, 72,
  56, 72, 67, 56, 61, 72, 72, 94, 72, 72, 61, 33, 28, 33, 47, 50,
  33, 44, 50, 44, 50, 44, 33, 50, 50, 28, 28, 50, 28, 78, 50, 50,
  50, 50, 33, 39, 28, 50, 50, 72, 50, 50, 44, 48, 20, 48, 54,
};

static const guint8 cyrillic[] = {
  72, 57, 67, 58, 68, 61, 90, 50, 72, 72, 67, 68, 89, 72, 72, 72,
  56, 67, 61, 71, 79, 72, 72, 65, 101, 101, 71, 87, 57, 66, 103, 67,
  44, 51, 47, 41, 51, 44, 69, 40, 54, 54, 49, 50, 63, 54, 50, 54,
  50, 44, 44, 50, 65, 50, 54, 50, 77, 77, 52, 67, 46, 43, 75, 46,
};

#define CUT_MARK "… (полностью — в карточке)"

static guint
glyph_width (gunichar c)
{
  if (c >= 0x20 && c <= 0x7e)
    return latin[c - 0x20];
  if (c >= 0x410 && c <= 0x44f)
    return cyrillic[c - 0x410];

  switch (c)
    {
    case 0x401: /* Ё */
      return 61;
    case 0x451: /* ё */
      return 44;
    case 0xa0:
      return 25;
    case 0x2014: /* — */
    case 0x2610: /* ☐ */
    case 0x2611: /* ☑ */
    case 0x2026: /* … */
    case 0x2116: /* № */
      return 100;
    default:
      return 50;
    }
}

/* Pixels of one hundredth of an em. */
static double
unit_width (const DovFont *font)
{
  return font->points * 96 / 72 / 100 * (font->is_arial ? 1.12 : 1.02) * (font->is_bold ? 1.08 : 1);
}

static guint
measure (const char *text,
         const char *end)
{
  guint width = 0;

  for (; text < end; text = g_utf8_next_char (text))
    width += glyph_width (g_utf8_get_char (text));

  return width;
}

/* The end of the piece that begins here and may not be broken. A hyphen and
 * a dash belong to the piece before the break, a space to neither. */
static const char *
find_piece_end (const char *at)
{
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == ' ' || c == '\n')
        return at;
      if (c == '-' || c == 0x2013)
        return g_utf8_next_char (at);
    }

  return at;
}

/**
 * dov_text_measure:
 *
 * Returns: the width of a text on one line, in pixels at 96 dpi
 */
double
dov_text_measure (const DovFont *font,
                  const char    *text)
{
  return measure (text, text + strlen (text)) * unit_width (font);
}

/**
 * dov_text_measure_piece:
 *
 * Returns: the width of its longest piece that may not be broken, in pixels
 */
double
dov_text_measure_piece (const DovFont *font,
                        const char    *text)
{
  guint widest = 0;

  while (*text != '\0')
    {
      const char *end = find_piece_end (text);

      widest = MAX (widest, measure (text, end));
      text = end;
      while (*text == ' ' || *text == '\n')
        text++;
    }

  return widest * unit_width (font);
}

/* Calls itself done after most lines and says where. */
static guint
wrap (const DovFont  *font,
      const char     *text,
      double          pixels,
      guint           most,
      const char    **rest)
{
  double limit = MAX (pixels / unit_width (font), 100);
  double used = 0;
  double space = 0;
  guint lines = 1;

  while (*text != '\0')
    {
      const char *end = find_piece_end (text);
      double width = measure (text, end);
      gboolean breaks = used > 0 && used + space + width > limit;

      if (breaks && lines == most)
        break;
      if (breaks)
        {
          lines++;
          used = 0;
        }
      used += width + (used > 0 ? space : 0);
      for (; used > limit && lines < most; used -= limit)
        lines++;
      if (used > limit)
        break;

      text = end;
      for (space = 0; *text == ' '; text++)
        space += glyph_width (' ');
      if (*text == '\n')
        {
          if (lines == most && text[1] != '\0')
            break;
          lines += text[1] != '\0';
          used = space = 0;
          text++;
        }
    }
  *rest = text;

  return lines;
}

/**
 * dov_text_count_lines:
 * @pixels: how wide a line may be
 *
 * Wraps as offices do: at spaces, after «-» and «–», never at U+00A0; a word
 * longer than the line breaks anywhere. Errs to a line too many.
 */
guint
dov_text_count_lines (const DovFont *font,
                      const char    *text,
                      double         pixels)
{
  const char *rest;

  return wrap (font, text, pixels, G_MAXUINT, &rest);
}

/**
 * dov_text_height:
 *
 * Returns: the height of a row with so many lines, in points, at most 409
 */
double
dov_text_height (const DovFont *font,
                 guint          lines)
{
  return MIN (ceil ((lines * font->points * 1.2 + 4) * 4 - 1e-6) / 4, 409);
}

static char *
cut_at_word (const char *text,
             const char *end)
{
  const char *space = g_strrstr_len (text, end - text, " ");
  g_autofree char *kept = g_strndup (text, (gsize) ((space && space > text ? space : end) - text));

  return g_strconcat (g_strchomp (kept), CUT_MARK, NULL);
}

/**
 * dov_text_cut:
 * @most: UTF-16 units; an Excel cell holds 32,767
 *
 * Returns: (transfer full): the text, cut at a word if it is longer
 */
char *
dov_text_cut (const char *text,
              gsize       most)
{
  const char *end = text;
  gsize room = most - g_utf8_strlen (CUT_MARK, -1);
  gsize used = 0;

  if (strlen (text) <= most)
    return g_strdup (text);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      used += g_utf8_get_char (at) > 0xffff ? 2 : 1;
      if (used <= room)
        end = g_utf8_next_char (at);
    }

  return used <= most ? g_strdup (text) : cut_at_word (text, end);
}

/**
 * dov_text_cut_to_lines:
 * @most: how many lines the row can hold
 *
 * Returns: (transfer full): the text, cut at a word if it needs more lines
 */
char *
dov_text_cut_to_lines (const DovFont *font,
                       const char    *text,
                       double         pixels,
                       guint          most)
{
  const char *rest;
  guint room = MAX (most, 2) - dov_text_count_lines (font, CUT_MARK, pixels);

  if (dov_text_count_lines (font, text, pixels) <= most)
    return g_strdup (text);
  wrap (font, text, pixels, MAX (room, 1), &rest);

  return cut_at_word (text, rest);
}
