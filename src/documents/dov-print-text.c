/* dov-print-text.c - texts for paper: fonts, lines, heights, the same on every surface */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

#include <string.h>

/* The twins of Times New Roman first: the same widths everywhere. */
#define FAMILIES "Times New Roman,Liberation Serif,Tinos,PT Astra Serif,XO Thames,FreeSerif,DejaVu Serif,Serif"

/* Laid out texts that are kept. Words of registers repeat themselves. */
#define MOST_KEPT 6000

/* Bytes of a word with a stroke in it that is kept in one. */
#define LONGEST_KEPT 24

#define CUT_MARK "… (полностью — в карточке)"

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

/* Without the lines between it and what it is one with. */
static void
add_open_frame (cairo_t        *cr,
                const DovPiece *piece,
                double          x,
                double          y)
{
  for (int i = 0; i < 2; i++)
    {
      cairo_move_to (cr, x + i * piece->width, y);
      cairo_rel_line_to (cr, 0, piece->height);
      if (piece->joins & (i == 0 ? DOV_JOINS_ABOVE : DOV_JOINS_BELOW))
        continue;
      cairo_move_to (cr, x, y + i * piece->height);
      cairo_rel_line_to (cr, piece->width, 0);
    }
}

static void
add_frame (const Drawing  *drawing,
           const DovPiece *piece,
           double          x,
           double          y)
{
  if (piece->has_frame && piece->joins == DOV_JOINS_NONE)
    cairo_rectangle (drawing->cr, x, y, piece->width, piece->height);
  else if (piece->has_frame)
    add_open_frame (drawing->cr, piece, x, y);
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

static guint
hash_setting (gconstpointer key)
{
  const DovSetting *setting = key;

  return g_direct_hash (setting->text) ^ ((guint) (setting->width * 16) << 8)
         ^ (guint) (setting->look << 4 | setting->side) ^ (guint) (setting->scale * 1024);
}

static gboolean
is_same_setting (gconstpointer a,
                 gconstpointer b)
{
  const DovSetting *one = a;
  const DovSetting *other = b;

  return one->text == other->text && one->width == other->width && one->scale == other->scale
         && one->look == other->look && one->side == other->side;
}

/**
 * dov_print_open_fonts:
 *
 * Fonts of its own, not fitted to the pixels of any screen: a line breaks at
 * the same word in the preview, in the PDF and on the printer.
 */
void
dov_print_open_fonts (DovPrint *self)
{
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->map = pango_cairo_font_map_new ();
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  self->context = pango_font_map_create_context (self->map);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("ru"));
  cairo_font_options_destroy (options);

  self->texts = g_string_chunk_new (4096);
  self->fonts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) pango_font_description_free);
  self->layouts = g_hash_table_new_full (hash_setting, is_same_setting, g_free, g_object_unref);
}

/**
 * dov_print_intern:
 * @text: (nullable): a text
 *
 * Returns: the same text, one pointer for all that are equal
 */
const char *
dov_print_intern (DovPrint   *self,
                  const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return "";
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  return g_string_chunk_insert_const (self->texts, text);
}

static const PangoFontDescription *
find_font (DovPrint    *self,
           DovLookName  look,
           double       scale)
{
  gpointer key = GUINT_TO_POINTER ((guint) (scale * 1000) << 8 | (guint) look);
  PangoFontDescription *font = g_hash_table_lookup (self->fonts, key);

  if (font == NULL)
    {
      font = pango_font_description_new ();
      pango_font_description_set_family_static (font, FAMILIES);
      pango_font_description_set_size (font, (int) (dov_letters_get (look)->font.points * scale * PANGO_SCALE));
      if (dov_letters_get (look)->font.is_bold)
        pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
      g_hash_table_insert (self->fonts, key, font);
    }

  return font;
}

/* «№ п/п», «1-2026/001» and «и/или» are not broken at their stroke. */
static void
keep_strokes (PangoLayout *layout,
              const char  *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  for (const char *stroke = strchr (text, '/'); stroke != NULL; stroke = strchr (stroke + 1, '/'))
    {
      PangoAttribute *attribute;
      const char *first = stroke;
      const char *end = stroke;

      while (first > text && first[-1] != ' ' && first[-1] != '\n')
        first--;
      while (*end != '\0' && *end != ' ' && *end != '\n')
        end++;
      if (end - first > LONGEST_KEPT)
        continue;
      if (attributes == NULL)
        attributes = pango_attr_list_new ();
      attribute = pango_attr_allow_breaks_new (FALSE);
      attribute->start_index = (guint) (first - text);
      attribute->end_index = (guint) (end - text);
      pango_attr_list_change (attributes, attribute);
    }
  if (attributes != NULL)
    pango_layout_set_attributes (layout, attributes);
}

/**
 * dov_print_lay:
 *
 * Returns: (transfer none): the text broken into lines; valid until the next one
 */
PangoLayout *
dov_print_lay (DovPrint         *self,
               const DovSetting *setting)
{
  static const PangoAlignment sides[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, setting);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->layouts) >= MOST_KEPT)
    g_hash_table_remove_all (self->layouts);
  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, find_font (self, setting->look, setting->scale));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, sides[setting->side]);
  pango_layout_set_auto_dir (layout, FALSE);
  if (setting->width > 0)
    pango_layout_set_width (layout, (int) (setting->width * PANGO_SCALE));
  pango_layout_set_text (layout, setting->text, -1);
  keep_strokes (layout, setting->text);
  g_hash_table_insert (self->layouts, g_memdup2 (setting, sizeof *setting), layout);

  return layout;
}

/**
 * dov_print_measure:
 * @width: (out) (optional): of its longest line
 *
 * Returns: the height of a text
 */
double
dov_print_measure (DovPrint         *self,
                   const DovSetting *setting,
                   double           *width)
{
  int across, down;

  pango_layout_get_size (dov_print_lay (self, setting), &across, &down);
  if (width != NULL)
    *width = (double) across / PANGO_SCALE;

  return (double) down / PANGO_SCALE;
}

/* About how high a line of it is. */
double
dov_print_line (DovLookName look)
{
  return dov_letters_get (look)->font.points * 1.15;
}

/**
 * dov_print_cut:
 * @height: what there is for it
 *
 * Returns: (transfer none): the text, cut at a word with a mark when it is higher
 */
const char *
dov_print_cut (DovPrint         *self,
               const DovSetting *setting,
               double            height)
{
  gsize fits = 0;
  gsize too_much = strlen (setting->text);
  const char *cut = setting->text;

  if (dov_print_measure (self, setting, NULL) <= height)
    return setting->text;

  while (too_much - fits > 16)
    {
      gsize middle = fits + (too_much - fits) / 2;
      g_autofree char *kept = NULL;
      g_autofree char *marked = NULL;
      const char *space;
      DovSetting tried = *setting;

      while (middle > fits && (setting->text[middle] & 0xc0) == 0x80)
        middle--;
      space = g_strrstr_len (setting->text, (gssize) middle, " ");
      kept = g_strndup (setting->text, space != NULL && space > setting->text + fits
                        ? (gsize) (space - setting->text) : middle);
      marked = g_strconcat (kept, CUT_MARK, NULL);
      tried.text = dov_print_intern (self, marked);
      if (dov_print_measure (self, &tried, NULL) <= height)
        {
          cut = tried.text;
          fits = MAX (middle, fits + 1);
        }
      else
        too_much = middle;
    }

  return cut != setting->text ? cut : CUT_MARK;
}
