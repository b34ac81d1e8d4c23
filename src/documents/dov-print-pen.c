/* dov-print-pen.c - the pen of the printed page: every line of the paper a strip, every text a piece */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

/* Shares of the width where things begin. */
#define APPROVE_AT   0.62
#define SIGN_LINE_AT 0.44

/* Above and below the text of a cell. */
#define CELL_AIR 2.0

/* Between a text of several lines on a rule and the rule of the row above it. */
#define RULE_AIR 3.0

/* No piece is higher than this share of a page, so that a header has room above it. */
#define HIGHEST 0.8

#define SIGN_LINE 95.0
#define SIGN_NAME 150.0

/* A field that nobody has filled, among others that are. */
#define PEN_FIELD 150.0

/* Of a line of its own for a pen. */
#define FIELD_HEIGHT 21.0

/* … and in an empty form, when there is at least that much room behind the label. */
#define LEAST_FIELD 60.0

/* The share of the width that labels take at most. */
#define MOST_LABEL 0.45

/* What stands between a label and its value. */
#define WORD_SPACE 4.0

/* Between a text and the lines around it. */
#define PAD      3.0
#define HEAD_PAD 1.5

/* «из них …» */
#define PART_INDENT 12.0

/* Figures stand a little off the line on the right. */
#define FIGURE_INDENT 3.0

/* Pieces. */

static DovPrint *
get (DovPen *pen)
{
  return ((DovPagePen *) pen)->print;
}

/* A box with a text, to be finished; valid until the next one. */
static DovPiece *
put_piece (DovPen      *pen,
           double       x,
           double       width,
           DovLookName  look,
           const char  *text)
{
  DovPrint *self = get (pen);
  DovPiece piece = {
    .x = (float) x, .width = (float) width, .line = -1,
    .setting = { .look = (guint8) look, .side = (guint8) dov_letters_get (look)->side, .scale = 1 },
  };

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
  double air = piece->has_frame ? 2 * CELL_AIR : piece->has_rule ? RULE_AIR : 0;
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

/* The strip is as high as its highest piece needs. Pieces that were given a
 * height of their own keep it. */
static double
end (DovPen *pen)
{
  DovPrint *self = get (pen);
  DovStrip *strip = &g_array_index (pen->strips, DovStrip, pen->at);
  const DovStrip *above = pen->at > 0 ? strip - 1 : NULL;
  double height = pen->least;

  strip->first = above != NULL ? above->first + above->n_pieces : 0;
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

  return height;
}

/* Lines. */

static DovPiece *
add (DovPen      *pen,
     double       x,
     double       width,
     DovLookName  look,
     const char  *text)
{
  DovPiece *piece = put_piece (pen, x, width, look, text);

  piece->stand = look == DOV_LOOK_CAPTION ? DOV_STAND_TOP : DOV_STAND_BOTTOM;
  piece->has_rule = dov_letters_get (look)->rule == DOV_BORDER_BELOW;

  return piece;
}

static void
put (DovPen      *pen,
     DovSpot      spot,
     DovLookName  look,
     const char  *text)
{
  double whole = get (pen)->width;
  double approve = whole * APPROVE_AT, rule = whole * SIGN_LINE_AT, name = rule + SIGN_LINE + 10;
  const struct { double x, width; } spots[DOV_N_SPOTS] = {
    [DOV_SPOT_WHOLE] = { 0, whole },
    [DOV_SPOT_AGREES] = { 0, whole - approve },
    [DOV_SPOT_APPROVES] = { approve, whole - approve },
    [DOV_SPOT_STAMP] = { 0, rule },
    [DOV_SPOT_POST] = { 0, rule - 8 },
    [DOV_SPOT_RULE] = { rule, SIGN_LINE },
    [DOV_SPOT_NAME] = { name, whole - name },
    [DOV_SPOT_PEN_NAME] = { name, MIN (whole - name, SIGN_NAME) },
  };
  DovPiece *piece = add (pen, spots[spot].x, spots[spot].width, look, text);

  if (spot == DOV_SPOT_NAME)
    piece->setting.side = DOV_SIDE_LEFT;
  else if (spot == DOV_SPOT_PEN_NAME && text == NULL)
    piece->has_rule = TRUE;
}

/* A paragraph may go over from page to page, never with one line alone. */
static void
put_paragraph (DovPen      *pen,
               DovLookName  look,
               const char  *text)
{
  DovPrint *self = get (pen);
  DovSetting setting = {
    .text = dov_print_intern (self, text), .look = (guint8) look, .scale = 1, .width = (float) self->width,
  };
  PangoLayout *layout = dov_print_lay (self, &setting);
  int n_lines = pango_layout_get_line_count (layout);
  g_autofree double *heights = g_new0 (double, n_lines);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int at = 0;

  do
    {
      PangoRectangle logical;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      heights[at++] = (double) logical.height / PANGO_SCALE;
    }
  while (at < n_lines && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  for (int i = 0; i < n_lines; i++)
    {
      DovPiece *piece;

      dov_pen_begin (pen, heights[i]);
      piece = put_piece (pen, 0, self->width, look, text);
      piece->setting.width = setting.width;
      piece->line = (gint16) MIN (i, G_MAXINT16);
      piece->height = (float) heights[i];
      dov_pen_end (pen, n_lines > 1 && (i == 0 || i == n_lines - 2));
    }
}

static double
measure (DovPen     *pen,
         const char *text)
{
  DovPrint *self = get (pen);
  const DovSetting setting = { .text = dov_print_intern (self, text), .look = DOV_LOOK_FIELD, .scale = 1 };
  double width;

  dov_print_measure (self, &setting, &width);

  return width;
}

/* «Семей: 12», or a line for a pen behind the label. */
static void
put_field (DovPen        *pen,
           const DovLine *line)
{
  const DovCell *value = &line->value;
  double whole = get (pen)->width;
  gboolean is_pen = value->kind == DOV_COLUMN_HAND || (value->is_empty && pen->paper->is_blank);
  g_autofree char *shown = is_pen ? g_strdup ("") : dov_cell_dup_shown (value);
  g_autofree char *text = *line->label != '\0' ? g_strconcat (line->label, *shown ? ": " : ":", shown, NULL)
                                               : g_strdup (shown);
  double label = is_pen ? measure (pen, text) + WORD_SPACE : 0;

  if (!is_pen || whole - label < LEAST_FIELD)
    {
      dov_pen_begin (pen, pen->klass->heights[DOV_LOOK_FIELD]);
      put (pen, DOV_SPOT_WHOLE, DOV_LOOK_FIELD, text);
    }
  else
    {
      dov_pen_begin (pen, line->room > 0 ? FIELD_HEIGHT : 20);
      add (pen, 0, label, DOV_LOOK_FIELD, text);
      add (pen, label, line->room > 0 ? whole - label : MIN (whole - label, PEN_FIELD), DOV_LOOK_VALUE, NULL);
    }
  dov_pen_end (pen, FALSE);
  for (guint i = 1; i < line->room && value->is_empty; i++)
    {
      dov_pen_begin (pen, FIELD_HEIGHT);
      put (pen, DOV_SPOT_WHOLE, DOV_LOOK_VALUE, NULL);
      dov_pen_end (pen, FALSE);
    }
}

static gboolean
begin_pairs (DovPen         *pen,
             const DovBlock *block)
{
  static const double doubled[][3] = { { 0, 0.20, 0.51 - 0.01 }, { 0.51, 0.71, 1 } };
  DovPagePen *self = (DovPagePen *) pen;
  double label = 0;

  for (guint i = 0; i < block->lines->len; i++)
    label = MAX (label, measure (pen, ((DovLine *) g_ptr_array_index (block->lines, i))->label));
  memcpy (self->pairs, doubled, sizeof doubled);
  if (!block->is_double)
    {
      self->pairs[0][1] = MIN ((label + 3 * WORD_SPACE) / self->print->width, MOST_LABEL);
      self->pairs[0][2] = 1;
    }

  return TRUE;
}

static void
put_pair (DovPen        *pen,
          guint          nth,
          const DovLine *line)
{
  const double *shares = ((DovPagePen *) pen)->pairs[nth];
  double whole = get (pen)->width;
  double x = shares[0] * whole, value_x = shares[1] * whole;
  g_autofree char *shown = line->value.is_empty ? g_strdup ("") : dov_cell_dup_shown (&line->value);

  add (pen, x, value_x - x - WORD_SPACE, DOV_LOOK_LABEL, line->label);
  add (pen, value_x, shares[2] * whole - value_x, DOV_LOOK_VALUE, shown);
}

/* Tables. */

static void
begin_table (DovPen         *pen,
             const DovTable *table,
             guint           index)
{
  DovPagePen *self = (DovPagePen *) pen;

  dov_page_pen_clear (self);
  self->table = table;
  self->fit = dov_print_fit (self->print, table, pen->n_tables > 1);
  self->edges = g_new0 (double, self->fit->n + 1);
  for (guint i = 0; i < self->fit->n; i++)
    self->edges[i + 1] = self->edges[i] + self->fit->widths[i];
}

/* A cell over places @first to @last. */
static DovPiece *
add_cell (DovPen      *pen,
          guint        first,
          guint        last,
          DovLookName  look,
          const char  *text)
{
  DovPagePen *self = (DovPagePen *) pen;
  DovPiece *piece = put_piece (pen, self->edges[first], self->edges[last + 1] - self->edges[first], look, text);

  piece->setting.scale = (float) self->fit->scale;
  piece->pad = look == DOV_LOOK_HEAD ? HEAD_PAD : (float) MIN (PAD * self->fit->scale, piece->width * 0.1);
  piece->has_frame = TRUE;
  piece->is_filled = dov_letters_get (look)->is_filled;
  piece->stand = DOV_STAND_MIDDLE;
  piece->joins = (guint8) pen->joins;

  return piece;
}

static double
measure_heading (DovPen     *pen,
                 guint       first,
                 guint       last,
                 const char *text)
{
  DovPagePen *self = (DovPagePen *) pen;
  const DovSetting setting = {
    .text = dov_print_intern (self->print, text), .look = DOV_LOOK_HEAD, .side = DOV_SIDE_CENTER,
    .scale = (float) self->fit->scale,
    .width = (float) MAX (self->edges[last + 1] - self->edges[first] - 2 * HEAD_PAD, 4),
  };

  return dov_print_measure (self->print, &setting, NULL) + 4;
}

static void
put_across (DovPen      *pen,
            guint        first,
            guint        last,
            DovLookName  look,
            const char  *text,
            double       height,
            DovPart      part)
{
  /* The lower strip has room for what was put into the upper. */
  if (part != DOV_PART_LOWER)
    add_cell (pen, first, last, look, text)->height = (float) height;
}

static void
put_cell (DovPen        *pen,
          guint          place,
          DovLookName    look,
          const DovCell *cell,
          const DovRow  *row,
          const char    *word)
{
  DovPagePen *self = (DovPagePen *) pen;
  const DovColumn *column = g_ptr_array_index (self->table->columns, self->fit->columns[place]);
  g_autofree char *shown = cell->is_empty && pen->paper->is_blank ? g_strdup ("") : dov_cell_dup_shown (cell);
  DovPiece *piece;

  if (word != NULL && !cell->is_empty)
    {
      g_autofree char *words = g_strdup_printf ("%s: %s", word, shown);

      add_cell (pen, place, place, look, words);
      return;
    }

  piece = add_cell (pen, place, place, look, shown);
  if (dov_column_kind_is_figure (cell->kind))
    {
      piece->setting.side = column->centers ? DOV_SIDE_CENTER : DOV_SIDE_RIGHT;
      piece->indent = column->centers ? 0 : (float) FIGURE_INDENT;
    }
  else if (column->centers || cell->kind == DOV_COLUMN_ROW || cell->kind == DOV_COLUMN_DATE
           || cell->kind == DOV_COLUMN_TIME || cell->kind == DOV_COLUMN_MOMENT)
    piece->setting.side = DOV_SIDE_CENTER;
  if (dov_cell_is_part (cell))
    piece->indent = (float) PART_INDENT;
}

static guint
lay_out (DovPen *pen,
         double *left)
{
  g_array_set_size (get (pen)->pieces, 0);
  dov_pen_write (pen);
  *left = dov_print_divide (get (pen));

  return get (pen)->sheets->len;
}

void
dov_page_pen_clear (DovPagePen *self)
{
  g_clear_pointer (&self->fit, dov_fit_free);
  g_clear_pointer (&self->edges, g_free);
}

const DovPenClass dov_page_pen_class = {
  .spaces = {
    [DOV_SPACE_BEFORE_APPROVAL] = { 10 },      [DOV_SPACE_BEFORE_TITLE] = { 12 },
    [DOV_SPACE_AFTER_HEAD] = { 10, TRUE },     [DOV_SPACE_BEFORE_SECTION] = { 6 },
    [DOV_SPACE_AFTER_SECTION] = { 3, TRUE },   [DOV_SPACE_BEFORE_RESULTS] = { 6, TRUE },
    [DOV_SPACE_AFTER_FIELDS] = { 8 },          [DOV_SPACE_BEFORE_TEXT] = { 6 },
    [DOV_SPACE_AFTER_TEXT] = { 3 },            [DOV_SPACE_BEFORE_SIGNATURES] = { 10 },
  },
  .heights = {
    [DOV_LOOK_PERIOD] = 18, [DOV_LOOK_FIELD] = 17, [DOV_LOOK_SECTION] = 18, [DOV_LOOK_POST] = 26,
    [DOV_LOOK_CAPTION] = 10,
  },
  .pen_row = 24,
  .fill_row = 24,
  .name_line = "______________",
  .day_line = "«____» ______________ 20____ г.",
  .end = end,
  .put = put,
  .put_paragraph = put_paragraph,
  .put_field = put_field,
  .begin_pairs = begin_pairs,
  .put_pair = put_pair,
  .begin_table = begin_table,
  .measure_heading = measure_heading,
  .put_across = put_across,
  .put_cell = put_cell,
  .lay_out = lay_out,
};
