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
