/* dov-workbook-look.c - the look of a workbook: every format by its name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include <math.h>

#define TIMES "Times New Roman"
#define ARIAL "Arial"
#define GREY  0xF2F2F2
#define LINES 0xBFBFBF

typedef enum { BORDER_NONE, BORDER_THIN, BORDER_BOTTOM, BORDER_BOTTOM_MEDIUM, BORDER_BOTTOM_GREY } Border;

static const struct
{
  DovFont  font;
  guint8   align;
  guint8   vertical;
  Border   border;
  gboolean wraps;
  gboolean is_filled;
  guint8   indent;
} looks[] = {
  [DOV_LOOK_INSTITUTION] = { { 12 }, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, BORDER_NONE, TRUE },
  [DOV_LOOK_APPROVE] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_NONE, TRUE },
  [DOV_LOOK_TITLE] = { { 14, TRUE }, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, BORDER_NONE, TRUE },
  [DOV_LOOK_PERIOD] = { { 12 }, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, BORDER_NONE, TRUE },
  [DOV_LOOK_FIELD] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_NONE, TRUE },
  [DOV_LOOK_LABEL] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_NONE, TRUE },
  [DOV_LOOK_VALUE] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_BOTTOM, TRUE },
  [DOV_LOOK_SECTION] = { { 12, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_NONE, TRUE },
  [DOV_LOOK_HEAD] = { { 10, TRUE }, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, BORDER_THIN, TRUE },
  [DOV_LOOK_NUMBERS] = { { 9 }, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_CENTER, BORDER_THIN, FALSE },
  [DOV_LOOK_HEADING] = { { 11, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, BORDER_THIN, TRUE, TRUE },
  [DOV_LOOK_BODY] = { { 11 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, BORDER_THIN, TRUE },
  [DOV_LOOK_TOTAL] = { { 11, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, BORDER_THIN, TRUE },
  [DOV_LOOK_CARRIED] = { { 11 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, BORDER_THIN, TRUE },
  [DOV_LOOK_POST] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_NONE, TRUE },
  [DOV_LOOK_SIGN_NAME] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_NONE, FALSE, FALSE, 1 },
  [DOV_LOOK_SIGN_LINE] = { { 11 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_BOTTOM, BORDER_BOTTOM, FALSE },
  [DOV_LOOK_CAPTION] = { { 8 }, LXW_ALIGN_CENTER, LXW_ALIGN_VERTICAL_TOP, BORDER_NONE, FALSE },
  [DOV_LOOK_TEXT] = { { 12 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, BORDER_NONE, TRUE },
  [DOV_LOOK_NOTE] = { { 10 }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, BORDER_NONE, TRUE },
  [DOV_LOOK_DATA_HEAD] = { { 10, TRUE, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, BORDER_BOTTOM_MEDIUM, TRUE, TRUE },
  [DOV_LOOK_DATA] = { { 10, FALSE, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, BORDER_BOTTOM_GREY, TRUE },
  [DOV_LOOK_ABOUT_TITLE] = { { 14, TRUE, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_CENTER, BORDER_NONE, FALSE },
  [DOV_LOOK_ABOUT_LABEL] = { { 10, TRUE, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, BORDER_NONE, TRUE },
  [DOV_LOOK_ABOUT] = { { 10, FALSE, TRUE }, LXW_ALIGN_LEFT, LXW_ALIGN_VERTICAL_TOP, BORDER_NONE, TRUE },
};

struct _DovLook
{
  lxw_workbook *workbook;
  GHashTable   *formats;  /* DovStyle → lxw_format, which the workbook owns */
};

static guint
hash_style (gconstpointer key)
{
  const DovStyle *style = key;

  return g_direct_hash (style->number) ^ (style->name << 10 | style->align << 8 | (guint) style->indent << 4
                                          | (guint) style->is_bold << 1 | (guint) style->no_wrap);
}

static gboolean
is_same_style (gconstpointer a,
               gconstpointer b)
{
  const DovStyle *one = a;
  const DovStyle *other = b;

  return one->name == other->name && one->number == other->number && one->align == other->align
         && one->indent == other->indent && one->is_bold == other->is_bold && one->no_wrap == other->no_wrap;
}

DovLook *
dov_look_new (lxw_workbook *workbook)
{
  DovLook *self = g_new0 (DovLook, 1);
  lxw_format *first = STAILQ_FIRST (workbook->formats);

  self->workbook = workbook;
  self->formats = g_hash_table_new_full (hash_style, is_same_style, g_free, NULL);

  /* Widths of columns are counted in digits of the default font. */
  format_set_font_name (first, ARIAL);
  format_set_font_size (first, 10);

  return self;
}

void
dov_look_free (DovLook *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->formats);
  g_free (self);
}

const DovFont *
dov_look_get_font (DovLookName name)
{
  return &looks[name].font;
}

static void
set_border (lxw_format *format,
            Border      border)
{
  switch (border)
    {
    case BORDER_THIN:
      format_set_border (format, LXW_BORDER_THIN);
      break;
    case BORDER_BOTTOM:
      format_set_bottom (format, LXW_BORDER_THIN);
      break;
    case BORDER_BOTTOM_MEDIUM:
      format_set_bottom (format, LXW_BORDER_MEDIUM);
      break;
    case BORDER_BOTTOM_GREY:
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, LINES);
      break;
    case BORDER_NONE:
    default:
      break;
    }
}

static lxw_format *
make_format (DovLook        *self,
             const DovStyle *style)
{
  const guint8 aligns[] = { looks[style->name].align, LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT };
  lxw_format *format = workbook_add_format (self->workbook);
  int indent = style->indent ? style->indent : looks[style->name].indent;

  format_set_font_name (format, looks[style->name].font.is_arial ? ARIAL : TIMES);
  format_set_font_size (format, looks[style->name].font.points);
  if (looks[style->name].font.is_bold || style->is_bold)
    format_set_bold (format);
  format_set_align (format, aligns[style->align]);
  format_set_align (format, looks[style->name].vertical);
  set_border (format, looks[style->name].border);
  if (looks[style->name].wraps && !style->no_wrap)
    format_set_text_wrap (format);
  if (looks[style->name].is_filled)
    format_set_bg_color (format, GREY);
  if (indent > 0)
    format_set_indent (format, (uint8_t) indent);
  if (style->number != NULL)
    format_set_num_format (format, style->number);

  return format;
}

/**
 * dov_look_get:
 *
 * Returns: (transfer none): the format of this variant, made when it is asked
 *   for the first time
 */
lxw_format *
dov_look_get (DovLook        *self,
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

/* As many decimals as the value itself has, up to three. */
static const char *
find_quantity_format (double   number,
                      gboolean on_data)
{
  static const char *const papers[] = {
    "#,##0;\"−\"#,##0", "#,##0.0;\"−\"#,##0.0", "#,##0.00;\"−\"#,##0.00", "#,##0.000;\"−\"#,##0.000",
  };
  static const char *const bare[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };
  gint64 thousandths = llround (number * 1000);
  int decimals = thousandths % 1000 == 0 ? 0 : thousandths % 100 == 0 ? 1 : thousandths % 10 == 0 ? 2 : 3;

  return on_data ? bare[decimals] : papers[decimals];
}

/**
 * dov_look_number_format:
 *
 * Returns: (nullable): the number format of a cell of this kind, interned
 */
const char *
dov_look_number_format (const DovCell *cell,
                        gboolean       on_data)
{
  const char *format = NULL;

  switch (cell->kind)
    {
    case DOV_COLUMN_ROW:
      format = "0";
      break;
    case DOV_COLUMN_COUNT:
      format = cell->is_unique ? "#,##0\"*\"" : on_data ? "#,##0" : "#,##0;\"−\"#,##0";
      break;
    case DOV_COLUMN_QUANTITY:
      format = find_quantity_format (cell->is_empty ? 0 : cell->number, on_data);
      break;
    case DOV_COLUMN_DECIMAL:
      format = on_data ? "#,##0.0" : "#,##0.0;\"−\"#,##0.0";
      break;
    case DOV_COLUMN_MONEY:
      format = on_data ? "#,##0.00" : "#,##0.00;\"−\"#,##0.00";
      break;
    case DOV_COLUMN_PERCENT:
      format = "0.0\"\xc2\xa0\"%";
      break;
    case DOV_COLUMN_DATE:
      format = "dd\\.mm\\.yyyy";
      break;
    case DOV_COLUMN_TIME:
      format = "hh:mm";
      break;
    case DOV_COLUMN_MOMENT:
      format = "dd\\.mm\\.yyyy hh:mm";
      break;
    case DOV_COLUMN_TEXT:
    case DOV_COLUMN_FLAG:
    case DOV_COLUMN_HAND:
    default:
      break;
    }

  return g_intern_static_string (format);
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

  if (!dov_cell_is_number (cell->kind) || !cell->is_empty)
    style.number = dov_look_number_format (cell, on_data);
  if (dov_cell_is_number (cell->kind))
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
