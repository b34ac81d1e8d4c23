/* dov-workbook-look.c - the formats of a workbook: each variant of a look made once */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#define TIMES "Times New Roman"
#define ARIAL "Arial"
#define GREY  0xF2F2F2
#define LINES 0xBFBFBF

struct _DovFormats
{
  lxw_workbook *workbook;
  GHashTable   *formats;  /* DovStyle → lxw_format, which the workbook owns */
};

static guint
hash_style (gconstpointer key)
{
  const DovStyle *style = key;

  return g_direct_hash (style->number) ^ (style->name << 10 | style->align << 8 | (guint) style->indent << 4
                                          | (guint) style->no_wrap);
}

static gboolean
is_same_style (gconstpointer a,
               gconstpointer b)
{
  const DovStyle *one = a;
  const DovStyle *other = b;

  return one->name == other->name && one->number == other->number && one->align == other->align
         && one->indent == other->indent && one->no_wrap == other->no_wrap;
}

DovFormats *
dov_formats_new (lxw_workbook *workbook)
{
  DovFormats *self = g_new0 (DovFormats, 1);
  lxw_format *first = STAILQ_FIRST (workbook->formats);

  self->workbook = workbook;
  self->formats = g_hash_table_new_full (hash_style, is_same_style, g_free, NULL);

  /* Widths of columns are counted in digits of the default font. */
  format_set_font_name (first, ARIAL);
  format_set_font_size (first, 10);

  return self;
}

void
dov_formats_free (DovFormats *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->formats);
  g_free (self);
}

static void
set_border (lxw_format *format,
            DovBorder   rule)
{
  if (rule == DOV_BORDER_AROUND)
    format_set_border (format, LXW_BORDER_THIN);
  else if (rule != DOV_BORDER_NONE)
    format_set_bottom (format, rule == DOV_BORDER_BELOW_THICK ? LXW_BORDER_MEDIUM : LXW_BORDER_THIN);
  if (rule == DOV_BORDER_BELOW_GREY)
    format_set_bottom_color (format, LINES);
}

static lxw_format *
make_format (DovFormats     *self,
             const DovStyle *style)
{
  static const guint8 sides[] = {
    [DOV_SIDE_LEFT] = LXW_ALIGN_LEFT, [DOV_SIDE_CENTER] = LXW_ALIGN_CENTER, [DOV_SIDE_RIGHT] = LXW_ALIGN_RIGHT,
  };
  static const guint8 stands[] = {
    [DOV_STAND_TOP] = LXW_ALIGN_VERTICAL_TOP, [DOV_STAND_MIDDLE] = LXW_ALIGN_VERTICAL_CENTER,
    [DOV_STAND_BOTTOM] = LXW_ALIGN_VERTICAL_BOTTOM,
  };
  const DovLetters *look = dov_letters_get (style->name);
  const guint8 aligns[] = { sides[look->side], LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (self->workbook);
  int indent = style->indent ? style->indent : look->indent;

  format_set_font_name (format, look->font.is_arial ? ARIAL : TIMES);
  format_set_font_size (format, look->font.points);
  if (look->font.is_bold)
    format_set_bold (format);
  format_set_align (format, aligns[style->align]);
  format_set_align (format, stands[look->stand]);
  set_border (format, look->rule);
  if (look->wraps && !style->no_wrap)
    format_set_text_wrap (format);
  if (look->is_filled)
    format_set_bg_color (format, GREY);
  if (indent > 0)
    format_set_indent (format, (uint8_t) indent);
  if (style->number != NULL)
    format_set_num_format (format, style->number);

  return format;
}

/**
 * dov_formats_get:
 *
 * Returns: (transfer none): the format of this variant, made when it is asked
 *   for the first time
 */
lxw_format *
dov_formats_get (DovFormats     *self,
                 const DovStyle *style)
{
  lxw_format *format = g_hash_table_lookup (self->formats, style);

  if (format == NULL)
    {
      format = make_format (self, style);
      g_hash_table_insert (self->formats, g_memdup2 (style, sizeof *style), format);
    }

  return format;
}

/**
 * dov_look_number_format:
 *
 * Returns: (nullable): the number format of a cell of this kind, interned; a
 *   quantity has as many decimals as the value itself, up to three
 */
const char *
dov_look_number_format (const DovCell *cell,
                        gboolean       on_data)
{
  static const char *const decimals[][2] = {
    { "#,##0;\"−\"#,##0", "#,##0" }, { "#,##0.0;\"−\"#,##0.0", "#,##0.0" },
    { "#,##0.00;\"−\"#,##0.00", "#,##0.00" }, { "#,##0.000;\"−\"#,##0.000", "#,##0.000" },
  };
  static const char *const others[] = {
    [DOV_COLUMN_ROW] = "0", [DOV_COLUMN_PERCENT] = "0.0\"\xc2\xa0\"%", [DOV_COLUMN_DATE] = "dd\\.mm\\.yyyy",
    [DOV_COLUMN_TIME] = "hh:mm", [DOV_COLUMN_MOMENT] = "dd\\.mm\\.yyyy hh:mm", [DOV_COLUMN_HAND] = NULL,
  };
  guint n = cell->kind == DOV_COLUMN_COUNT ? 0 : cell->kind == DOV_COLUMN_DECIMAL ? 1 : 2;

  if (cell->kind == DOV_COLUMN_QUANTITY)
    n = cell->number % 1000 == 0 ? 0 : cell->number % 100 == 0 ? 1 : cell->number % 10 == 0 ? 2 : 3;
  if (cell->is_unique && cell->kind == DOV_COLUMN_COUNT)
    return g_intern_static_string ("#,##0\"*\"");
  if (dov_column_kind_is_figure (cell->kind) && cell->kind != DOV_COLUMN_PERCENT)
    return g_intern_static_string (decimals[n][on_data != FALSE]);

  return g_intern_static_string (others[cell->kind]);
}

/**
 * dov_look_style_of:
 * @name: how the row looks
 * @centers: the definition wants it in the middle
 *
 * Returns: the variant of the format for a cell of this kind
 */
DovStyle
dov_look_style_of (DovLookName    name,
                   const DovCell *cell,
                   gboolean       centers,
                   gboolean       on_data)
{
  DovStyle style = { .name = name };

  if (!dov_column_kind_is_figure (cell->kind) || !cell->is_empty)
    style.number = dov_look_number_format (cell, on_data);
  if (dov_column_kind_is_figure (cell->kind))
    {
      style.align = centers ? DOV_ALIGN_CENTER : DOV_ALIGN_RIGHT;
      style.indent = centers ? 0 : 1;
      style.no_wrap = TRUE;
    }
  else if (cell->kind == DOV_COLUMN_ROW || (!on_data && (cell->kind == DOV_COLUMN_DATE || cell->kind == DOV_COLUMN_TIME
                                                         || cell->kind == DOV_COLUMN_MOMENT)))
    {
      style.align = DOV_ALIGN_CENTER;
      style.no_wrap = TRUE;
    }
  else if (centers && !on_data)
    style.align = DOV_ALIGN_CENTER;

  return style;
}
