/* dov-workbook-pen.c - the pen of the sheet for people: every line of the paper a row, every text a cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-private.h"

#include <math.h>

#define BLANK_FIELD "______________________"
#define FIELD_HEIGHT 20

/* Shares of the width where things begin. */
#define APPROVE_AT   0.62
#define AGREE_TO     0.40
#define SIGN_LINE_AT 0.44

/* What Excel allows a row, in points. */
#define HIGHEST 409

/* How much of the width of cells text cannot use. */
#define PADDING        7
#define PADDING_HEAD   6
#define PADDING_MERGED 10

/* How much smaller a page may be printed to save a whole sheet. */
#define SHRINK_TO_SAVE 0.92

/* How much of a page is counted on: each office scales a sheet to the width of a page in its own way. */
#define SURE 0.965

/* Widths in pixels. */
#define SIGN_LINE 110
#define SIGN_NAME 175
#define SIGN_INDENT 16

/* Columns of the sheet, the last one included. */
typedef struct
{
  guint first, last;
} Span;

/* With where the rows of a table came to lie, for the formulas of its totals. */
typedef struct
{
  DovPen          pen;
  DovWriting     *writing;
  lxw_worksheet  *sheet;          /* NULL while measuring */
  const DovGrid  *grid;
  double          height;         /* of the current row, while measuring */
  Span            spots[DOV_N_SPOTS];
  guint           pairs[2][3];    /* the columns where label, value and the next begin */

  const DovTable *table;          /* that was begun */
  GArray         *places;         /* DovPlace */
  guint           first_body;     /* 0: none yet */
  guint           last_body;
  guint           group_first;    /* of the rows since the last heading */
  gboolean        has_subtotals;
  gboolean        has_headings;
  GArray         *totals;         /* guint: rows of the sheet */
  GArray         *carried;
  guint           n_growing;
} SheetPen;

static SheetPen *
get (DovPen *pen)
{
  return (SheetPen *) pen;
}

/* Rows. */

static double
find_usable (const SheetPen *self,
             guint           first,
             guint           last,
             DovLookName     look)
{
  int padding = look == DOV_LOOK_HEAD ? PADDING_HEAD : first == last ? PADDING : PADDING_MERGED;

  return dov_grid_measure (self->grid, first, last) - padding;
}

/* The height a text needs in these columns; some rows stand freer than that. */
static double
measure (const SheetPen *self,
         guint           first,
         guint           last,
         DovLookName     look,
         const char     *text)
{
  const DovFont *font = &dov_letters_get (look)->font;
  double air = look == DOV_LOOK_INSTITUTION || look == DOV_LOOK_TITLE || look == DOV_LOOK_PERIOD ? 2 : 0;

  return dov_text_height (font, dov_text_count_lines (font, text, find_usable (self, first, last, look))) + air;
}

static void
begin (DovPen *pen)
{
  SheetPen *self = get (pen);

  self->height = pen->least;
  if (self->sheet != NULL)
    {
      worksheet_set_row (self->sheet, pen->at, g_array_index (pen->strips, DovStrip, pen->at).height, NULL);
      if (pen->table > 0)
        dov_writing_step (self->writing);
    }

  if (pen->role == DOV_ROW_HEADING)
    self->group_first = pen->at + 1;
  else if (pen->role == DOV_ROW_BODY)
    {
      self->first_body = self->first_body > 0 ? self->first_body : pen->at;
      self->last_body = pen->at;
    }
  else if (pen->role == DOV_ROW_TOTAL)
    g_array_append_val (self->totals, pen->at);
  else if (pen->role == DOV_ROW_CARRIED)
    g_array_append_val (self->carried, pen->at);
  else if (pen->role == DOV_ROW_GROWING)
    self->n_growing++;
}

static double
end (DovPen *pen)
{
  return MIN (get (pen)->height, HIGHEST);
}

/* From column @first of the sheet to @last. A text that no row can hold whole
 * is cut at a word. */
static void
put_value (SheetPen       *self,
           guint           first,
           guint           last,
           const DovStyle *style,
           const DovCell  *cell,
           const char     *formula)
{
  const DovFont *font = &dov_letters_get (style->name)->font;
  gboolean is_text = cell->kind == DOV_COLUMN_TEXT && !cell->is_empty;
  DovCell shorter = *cell;
  g_autofree char *cut = NULL;
  lxw_format *format;

  if (self->sheet == NULL)
    {
      self->height = MAX (self->height, measure (self, first, last, style->name, is_text ? cell->text : ""));
      return;
    }

  if (is_text && g_array_index (self->pen.strips, DovStrip, self->pen.at).height >= HIGHEST)
    shorter.text = cut = dov_text_cut_to_lines (font, cell->text, find_usable (self, first, last, style->name),
                                                (guint) ((HIGHEST - 4) / (font->points * 1.2)));
  format = dov_formats_get (self->writing->formats, style);
  dov_sheet_merge (self->sheet, self->pen.at, (lxw_col_t) first, self->pen.at, (lxw_col_t) last);
  dov_cell_write (self->sheet, self->pen.at, (lxw_col_t) first, &shorter, format, FALSE, formula);
  for (guint i = first + 1; i <= last; i++)
    worksheet_write_blank (self->sheet, self->pen.at, (lxw_col_t) i, format);
}

static void
put_text (SheetPen    *self,
          guint        first,
          guint        last,
          DovLookName  look,
          const char  *text)
{
  const DovCell cell = { .kind = DOV_COLUMN_TEXT, .is_empty = *text == '\0', .text = (char *) text };

  put_value (self, first, last, &(DovStyle) { .name = look }, &cell, NULL);
}

/* Lines. */

static void
set_spots (SheetPen *self)
{
  const DovGrid *grid = self->grid;
  guint last = grid->n_columns - 1;
  guint approves = MIN (dov_grid_find_edge (grid, APPROVE_AT), last);
  guint agrees = MIN (MIN (dov_grid_find_edge (grid, AGREE_TO), last), approves);
  guint rule = MAX (dov_grid_find_edge (grid, SIGN_LINE_AT), 1);
  guint rule_last = rule < grid->n_columns ? dov_grid_reach (grid, rule, SIGN_LINE) : rule;

  self->spots[DOV_SPOT_WHOLE] = (Span) { 0, last };
  self->spots[DOV_SPOT_AGREES] = (Span) { 0, agrees > 0 ? agrees - 1 : G_MAXUINT };
  self->spots[DOV_SPOT_APPROVES] = (Span) { approves, last };
  self->spots[DOV_SPOT_STAMP] = (Span) { 0, MIN (rule, last) };
  self->spots[DOV_SPOT_POST] = (Span) { 0, rule - 1 };
  self->spots[DOV_SPOT_RULE] = (Span) { rule, rule_last };
  self->spots[DOV_SPOT_NAME] = (Span) {
    rule_last + 1, rule_last < last ? dov_grid_reach (grid, rule_last + 1, SIGN_NAME) : 0,
  };
  self->spots[DOV_SPOT_PEN_NAME] = self->spots[DOV_SPOT_NAME];
}

static void
put (DovPen      *pen,
     DovSpot      spot,
     DovLookName  look,
     const char  *text)
{
  const Span *span = &get (pen)->spots[spot];

  if (span->last != G_MAXUINT)
    put_text (get (pen), span->first, span->last, look, text);
}

static void
put_paragraph (DovPen      *pen,
               DovLookName  look,
               const char  *text)
{
  dov_pen_begin (pen, 0);
  put (pen, DOV_SPOT_WHOLE, look, text);
  dov_pen_end (pen, FALSE);
}

/* A number format that says what the number is: "Семей: "#,##0. %NULL when
 * the library, which keeps 127 bytes of a format, would cut it. */
static const char *
make_labelled_format (const char *label,
                      const char *format)
{
  g_auto (GStrv) sections = g_strsplit (format, ";", 2);
  g_autofree char *quoted = g_strdelimit (g_strdup (label), "\"", '\'');
  g_autofree char *labelled = g_strdup_printf ("\"%s: \"%s", quoted, sections[0]);

  return strlen (labelled) < LXW_FORMAT_FIELD_LEN ? g_intern_string (labelled) : NULL;
}

static gboolean
has_room_for_field (const SheetPen *self,
                    const DovLine  *line)
{
  const DovFont *font = &dov_letters_get (DOV_LOOK_FIELD)->font;
  g_autofree char *shown = dov_cell_dup_shown (&line->value);
  g_autofree char *text = g_strconcat (line->label, ": ", shown, NULL);

  return dov_text_measure (font, text) <= find_usable (self, 0, self->grid->n_columns - 1, DOV_LOOK_FIELD);
}

/* Where a field is to be written: to the end of its line, or a short place among others that are filled. */
static char *
dup_field_line (const SheetPen *self,
                const DovLine  *line)
{
  const DovFont *font = &dov_letters_get (DOV_LOOK_FIELD)->font;
  double taken = dov_text_measure (font, line->label) + dov_text_measure (font, ": ");
  double room = find_usable (self, 0, self->grid->n_columns - 1, DOV_LOOK_FIELD) - taken;
  int n = line->room > 0 ? (int) (room / dov_text_measure (font, "_")) - 1 : 0;

  return n <= (int) strlen (BLANK_FIELD) ? g_strdup (BLANK_FIELD) : g_strnfill ((gsize) n, '_');
}

static void
put_field (DovPen        *pen,
           const DovLine *line)
{
  const DovCell *value = &line->value;
  gboolean is_serial;
  gboolean is_typed = (dov_cell_serial (value, &is_serial), is_serial)
                      || (dov_column_kind_is_figure (value->kind) && !value->is_empty);
  const char *format = is_typed && *line->label != '\0'
                       ? make_labelled_format (line->label, dov_look_number_format (value, FALSE)) : NULL;

  if (format != NULL && has_room_for_field (get (pen), line))
    {
      const DovStyle style = { .name = DOV_LOOK_FIELD, .no_wrap = TRUE, .number = format };

      dov_pen_begin (pen, 0);
      put_value (get (pen), 0, get (pen)->grid->n_columns - 1, &style, value, NULL);
      dov_pen_end (pen, FALSE);
    }
  else
    {
      g_autofree char *shown = value->kind == DOV_COLUMN_HAND ? dup_field_line (get (pen), line) : dov_cell_dup_shown (value);
      g_autofree char *text = *line->label != '\0' ? g_strconcat (line->label, *shown ? ": " : ":", shown, NULL)
                                                   : g_strdup (shown);

      put_paragraph (pen, DOV_LOOK_FIELD, text);
      for (guint i = 1; i < line->room && value->is_empty; i++)
        {
          dov_pen_begin (pen, FIELD_HEIGHT);
          put (pen, DOV_SPOT_WHOLE, DOV_LOOK_VALUE, "");
          dov_pen_end (pen, FALSE);
        }
    }
}

/* Words, and what a pen writes, need the whole width; figures stand near their labels. */
static gboolean
has_words (const DovBlock *block)
{
  for (guint i = 0; i < block->lines->len; i++)
    {
      const DovCell *value = &((const DovLine *) g_ptr_array_index (block->lines, i))->value;

      if (value->kind == DOV_COLUMN_TEXT || value->kind == DOV_COLUMN_HAND)
        return TRUE;
    }

  return FALSE;
}

static gboolean
begin_pairs (DovPen         *pen,
             const DovBlock *block)
{
  static const double doubled[] = { 0, 0.20, 0.50, 0.71, 1 };
  const double single[] = { 0, 0.32, has_words (block) ? 1 : 0.60 };
  const DovGrid *grid = get (pen)->grid;
  guint n = block->is_double ? 2 : 1;
  guint edge = 0;

  for (guint i = 0; i <= 2 * n; i++)
    {
      edge = MAX (dov_grid_find_edge (grid, block->is_double ? doubled[i] : single[i]), i > 0 ? edge + 1 : 0);
      if (i < 2 * n)
        get (pen)->pairs[i / 2][i % 2] = edge;
      if (i > 0 && i % 2 == 0)
        get (pen)->pairs[i / 2 - 1][2] = edge;
    }

  return edge <= grid->n_columns;
}

static void
put_pair (DovPen        *pen,
          guint          nth,
          const DovLine *line)
{
  const guint *edges = get (pen)->pairs[nth];
  const DovCell *value = &line->value;
  const DovStyle style = { .name = DOV_LOOK_VALUE, .align = DOV_ALIGN_LEFT, .no_wrap = value->kind != DOV_COLUMN_TEXT,
                           .number = value->is_empty ? NULL : dov_look_number_format (value, FALSE) };

  put_text (get (pen), edges[0], edges[1] - 1, DOV_LOOK_LABEL, line->label);
  put_value (get (pen), edges[1], edges[2] - 1, &style, value, NULL);
}

static gboolean
has_room (DovPen     *pen,
          const char *name)
{
  const Span *span = &get (pen)->spots[DOV_SPOT_NAME];
  double width = dov_text_measure (&dov_letters_get (DOV_LOOK_SIGN_NAME)->font, name != NULL ? name : "");

  return span->last > 0 && dov_grid_measure (get (pen)->grid, span->first, span->last) >= width + SIGN_INDENT;
}

/* Tables. */

static const DovPlace *
get_place (const SheetPen *self,
           guint           place)
{
  return &g_array_index (self->places, DovPlace, place);
}

static const DovColumn *
get_column (const SheetPen *self,
            guint           place)
{
  return g_ptr_array_index (self->table->columns, get_place (self, place)->column);
}

static void
begin_table (DovPen         *pen,
             const DovTable *table,
             guint           index)
{
  SheetPen *self = get (pen);

  self->table = table;
  self->places = g_ptr_array_index (self->grid->places, index);
  self->first_body = self->last_body = self->group_first = self->n_growing = 0;
  self->has_subtotals = self->has_headings = FALSE;
  g_array_set_size (self->totals, 0);
  g_array_set_size (self->carried, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      self->has_subtotals = self->has_subtotals || row->role == DOV_ROW_SUBTOTAL;
      self->has_headings = self->has_headings || row->role == DOV_ROW_HEADING;
    }
}

static double
measure_heading (DovPen     *pen,
                 guint       first,
                 guint       last,
                 const char *text)
{
  SheetPen *self = get (pen);

  return measure (self, get_place (self, first)->first, get_place (self, last)->last, DOV_LOOK_HEAD, text);
}

/* What goes over two rows is merged, and its lower half blank. */
static void
put_across (DovPen      *pen,
            guint        first,
            guint        last,
            DovLookName  look,
            const char  *text,
            double       height,
            DovPart      part)
{
  SheetPen *self = get (pen);
  guint from = get_place (self, first)->first, to = get_place (self, last)->last;
  lxw_format *format;

  if (part == DOV_PART_WHOLE)
    {
      put_text (self, from, to, look, text);
      return;
    }
  if (self->sheet == NULL)
    return;

  format = dov_formats_get (self->writing->formats, &(DovStyle) { .name = look });
  if (part == DOV_PART_UPPER)
    dov_sheet_merge (self->sheet, pen->at, (lxw_col_t) from, pen->at + 1, (lxw_col_t) to);
  for (guint i = from; i <= to; i++)
    if (part == DOV_PART_UPPER && i == from)
      dov_sheet_write_text (self->sheet, pen->at, (lxw_col_t) i, text, format);
    else
      worksheet_write_blank (self->sheet, pen->at, (lxw_col_t) i, format);
}

/* Formulas. */

static char *
name_range (guint first_row,
            guint last_row,
            guint first_column,
            guint last_column)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range (range, first_row, (lxw_col_t) first_column, last_row, (lxw_col_t) last_column);

  return g_strdup (range);
}

static char *
name_cell (guint row,
           guint column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row, (lxw_col_t) column);

  return g_strdup (cell);
}

static char *
make_sum_by_unit (const SheetPen  *self,
                  const DovColumn *column,
                  const char      *range,
                  guint            first_row)
{
  for (guint i = 0; i < self->places->len && !self->has_subtotals; i++)
    if (g_strcmp0 (get_column (self, i)->name, column->word) == 0)
      {
        guint first = get_place (self, i)->first;
        g_autofree char *units = name_range (first_row, self->last_body, first, first);
        g_autofree char *unit = name_cell (self->pen.at, first);

        return g_strdup_printf ("=SUMIF(%s,%s,%s)", units, unit, range);
      }

  return NULL;
}

static char *
make_sum (const SheetPen *self,
          guint           place,
          guint           first_row)
{
  static const char *const plain[] = { "", "SUM(", "", "AVERAGE(", "COUNTA(" };
  static const char *const nested[] = { "", "SUBTOTAL(9,", "", "SUBTOTAL(1,", "SUBTOTAL(3,", };
  const DovColumn *column = get_column (self, place);
  guint first = get_place (self, place)->first;
  g_autofree char *range = name_range (first_row, self->last_body, first, first);

  if (column->total == DOV_TOTAL_BY_UNIT)
    return make_sum_by_unit (self, column, range, first_row);
  /* A heading across begins in the first column and would be counted there. */
  if (column->total == DOV_TOTAL_COUNT && first == 0 && self->has_headings)
    return NULL;

  return g_strconcat ("=", self->has_subtotals ? nested[column->total] : plain[column->total], range, ")", NULL);
}

/* The year so far: what was carried and the total above. */
static char *
make_growing (const SheetPen *self,
              guint           place)
{
  guint column = get_place (self, place)->first;
  g_autofree char *total = name_cell (g_array_index (self->totals, guint, self->n_growing - 1), column);
  g_autofree char *carried = NULL;

  if (self->carried->len == 0)
    return g_strconcat ("=", total, NULL);
  carried = name_cell (g_array_index (self->carried, guint, self->n_growing - 1), column);

  return g_strconcat ("=", total, "+", carried, NULL);
}

/* «Всего» of a pivot: its columns added up, where they may be. */
static char *
make_sum_across (const SheetPen *self,
                 const DovRow   *row)
{
  guint n = self->places->len;
  guint first = n;
  gint64 sum = 0;
  const DovCell *total = &row->cells[get_place (self, n - 1)->column];
  g_autofree char *range = NULL;

  for (guint i = 0; i + 1 < n; i++)
    if (dov_column_kind_is_figure (get_column (self, i)->kind))
      {
        const DovCell *cell = &row->cells[get_place (self, i)->column];

        first = MIN (first, i);
        sum += cell->is_empty ? 0 : cell->number;
      }
  if (first >= n - 1 || total->is_empty || total->is_unique || sum != total->number)
    return NULL;
  range = name_range (self->pen.at, self->pen.at, get_place (self, first)->first, get_place (self, n - 2)->last);

  return g_strconcat ("=SUM(", range, ")", NULL);
}

/* The formula of a cell, %NULL when it is a plain number. */
static char *
make_formula (const SheetPen *self,
              const DovRow   *row,
              guint           place)
{
  const DovColumn *column = get_column (self, place);

  if (row->role == DOV_ROW_BODY || row->role == DOV_ROW_BLANK)
    return self->table->is_pivot && place + 1 == self->places->len ? make_sum_across (self, row) : NULL;
  if (column->total == DOV_TOTAL_NONE)
    return NULL;
  if (row->role == DOV_ROW_GROWING && column->total != DOV_TOTAL_MEAN && self->n_growing <= self->totals->len)
    return make_growing (self, place);
  if (self->first_body > 0 && (row->role == DOV_ROW_TOTAL || row->role == DOV_ROW_SUBTOTAL))
    return make_sum (self, place, row->role == DOV_ROW_SUBTOTAL ? self->group_first : self->first_body);

  return NULL;
}

static void
put_cell (DovPen        *pen,
          guint          place,
          DovLookName    look,
          const DovCell *cell,
          const DovRow  *row,
          const char    *word)
{
  SheetPen *self = get (pen);
  const DovColumn *column = get_column (self, place);
  g_autofree char *formula = self->sheet != NULL && row != NULL && !cell->is_empty
                             ? make_formula (self, row, place) : NULL;
  DovStyle style = dov_look_style_of (look, cell, column->centers && look != DOV_LOOK_NUMBERS, FALSE);

  style.joins = pen->joins;
  if (dov_cell_is_part (cell))
    style.indent = 2;
  if (word != NULL)
    {
      const char *format = make_labelled_format (word, "#,##0");

      style = (DovStyle) { .name = look, .no_wrap = TRUE,
                           .number = format != NULL ? format : dov_look_number_format (cell, FALSE) };
    }
  put_value (self, get_place (self, place)->first, get_place (self, place)->last, &style, cell, formula);
}

/* Where pages end, known because the heights of rows are. */

typedef struct
{
  guint   n_pages;
  double  left;      /* of the last page, in points of the sheet */
  GArray *breaks;    /* guint: rows before which a page is broken by hand */
  gboolean is_forced; /* the definition says where a page begins */
} Pages;

static double
find_height (const DovPen *pen)
{
  return ((pen->paper->is_landscape ? 210 : 297) - 20 - 20) / 25.4 * 72 * SURE;
}

static double
find_scale (const DovGrid *grid)
{
  return MIN (1, floor (100.0 * grid->printable / grid->width) / 100);
}

/* Walks over the chains of rows that stay together. Every page is broken by
 * hand, before an office would: where one ended a row later, what follows
 * would be parted elsewhere. The header of the only table of a paper is
 * repeated on every page. @shrunk is 1, or how much smaller to try it. */
static void
plan_pages (const DovPen  *pen,
            const DovGrid *grid,
            double         shrunk,
            Pages         *pages)
{
  const DovTableHead *repeated = pen->n_tables == 1 && pen->heads->len > 0 ? (DovTableHead *) pen->heads->data : NULL;
  double head = repeated != NULL ? dov_strips_measure (pen->strips, repeated->first, repeated->last) : 0;
  double room = find_height (pen) / (find_scale (grid) * shrunk);
  double used = 0;
  double start = 0;
  guint next;

  *pages = (Pages) { 1, 0, g_array_new (TRUE, TRUE, sizeof (guint)), FALSE };
  for (guint row = 0; row < pen->strips->len; row = next)
    {
      double height;

      next = dov_strips_find_chain (pen->strips, row, &height);
      if (g_array_index (pen->strips, DovStrip, row).begins_page && used > 0)
        {
          g_array_append_val (pages->breaks, row);
          pages->is_forced = TRUE;
          pages->n_pages++;
          used = start = 0;
        }
      else if (used + height > room && used > start)
        {
          g_array_append_val (pages->breaks, row);
          pages->n_pages++;
          start = repeated != NULL && row >= repeated->last ? head : 0;
          used = start;
        }
      /* A chain longer than a page flows on as it can. */
      for (used += height; used > room; used -= room - head)
        pages->n_pages++;
    }
  pages->left = room - used;
}

/* How many pages it has when it is printed so much smaller. */
static guint
count_shrunk (const DovPen  *pen,
              const DovGrid *grid,
              double         shrunk)
{
  Pages pages;

  plan_pages (pen, grid, shrunk, &pages);
  g_array_unref (pages.breaks);

  return pages.n_pages;
}

/* On how many pages the office is to fit it: as small as may be when all is on one page then, a little smaller when that
 * saves a page. Returns 0 when its size stays. */
static guint
find_fitted (const DovPen  *pen,
             const DovGrid *grid,
             const Pages   *pages)
{
  double least = DOV_LEAST_SCALE / DOV_OFFICE_SCALE / find_scale (grid);
  guint n_pages = pages->n_pages;

  if (pen->blank_height > 0 || pages->is_forced || n_pages == 1 || least > 1)
    return 0;
  if (count_shrunk (pen, grid, least) == 1)
    return 1;
  if (least < SHRINK_TO_SAVE)
    n_pages = count_shrunk (pen, grid, SHRINK_TO_SAVE);

  return n_pages < pages->n_pages ? n_pages : 0;
}

/* Else with breaks where rows that belong together would be parted. */
static void
fit_to_pages (const DovPen  *pen,
              const DovGrid *grid,
              lxw_worksheet *sheet)
{
  Pages pages;
  guint fitted;

  plan_pages (pen, grid, 1, &pages);
  fitted = find_fitted (pen, grid, &pages);
  if (fitted > 0)
    {
      worksheet_fit_to_pages (sheet, 1, (uint16_t) MIN (fitted, G_MAXUINT16));
      dov_writing_set_footer (get ((DovPen *) pen)->writing, sheet, DOV_LEAST_SCALE / DOV_OFFICE_SCALE);
    }
  else
    {
      worksheet_fit_to_pages (sheet, 1, 0);
      if (pages.breaks->len > 0 && pages.breaks->len < LXW_BREAKS_MAX)
        worksheet_set_h_pagebreaks (sheet, (lxw_row_t *) pages.breaks->data);
    }
  g_array_unref (pages.breaks);
}

/* The whole. */

static guint
lay_out (DovPen *pen,
         double *left)
{
  Pages pages;

  dov_pen_write (pen);
  plan_pages (pen, get (pen)->grid, 1, &pages);
  g_array_unref (pages.breaks);
  *left = pages.left;

  return pages.n_pages;
}

static const DovPenClass sheet_pen_class = {
  .spaces = {
    [DOV_SPACE_BEFORE_APPROVAL] = { 8 },       [DOV_SPACE_BEFORE_TITLE] = { 10 },
    [DOV_SPACE_AFTER_HEAD] = { 8 },            [DOV_SPACE_BEFORE_SECTION] = { 6 },
    [DOV_SPACE_BEFORE_RESULTS] = { 8, TRUE },  [DOV_SPACE_AFTER_FIELDS] = { 8 },
    [DOV_SPACE_BEFORE_TEXT] = { 4 },           [DOV_SPACE_BEFORE_SIGNATURES] = { 10 },
  },
  .heights = { [DOV_LOOK_SECTION] = 22.5, [DOV_LOOK_NUMBERS] = 15, [DOV_LOOK_POST] = 24, [DOV_LOOK_CAPTION] = 12 },
  .fill_row = 17.25,
  .name_line = "____________________",
  .day_line = "«____» __________ 20____ г.",
  .pen_name = "_________________________",
  .pairs_results = TRUE,
  .begin = begin,
  .end = end,
  .put = put,
  .put_paragraph = put_paragraph,
  .put_field = put_field,
  .begin_pairs = begin_pairs,
  .put_pair = put_pair,
  .has_room = has_room,
  .begin_table = begin_table,
  .measure_heading = measure_heading,
  .put_across = put_across,
  .put_cell = put_cell,
  .lay_out = lay_out,
};

/**
 * dov_sheet_write_paper:
 *
 * Writes the paper twice: first to learn how high its rows are and where its
 * pages end, then into the sheet.
 *
 * Returns: %FALSE when it was cancelled
 */
gboolean
dov_sheet_write_paper (DovWriting *writing)
{
  g_autoptr (DovGrid) grid = dov_grid_new (writing->result);
  g_autoptr (GArray) strips = g_array_new (FALSE, FALSE, sizeof (DovStrip));
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (DovTableHead));
  g_autoptr (GArray) totals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) carried = g_array_new (FALSE, FALSE, sizeof (guint));
  SheetPen self = {
    .pen = dov_pen_make (&sheet_pen_class, writing->result, strips, heads, writing->cancellable),
    .writing = writing, .grid = grid, .totals = totals, .carried = carried,
  };
  DovPen *pen = &self.pen;
  double left;
  guint n_pages;

  set_spots (&self);
  n_pages = lay_out (pen, &left);
  if (pen->blank_height > 0)
    dov_pen_fill (pen, n_pages, (guint) floor (MAX (left, 0) / pen->blank_height));

  self.sheet = dov_writing_add_sheet (writing, writing->paper->sheet, writing->paper->is_landscape);
  dov_writing_set_footer (writing, self.sheet, find_scale (grid));
  worksheet_gridlines (self.sheet, LXW_HIDE_ALL_GRIDLINES);
  for (guint i = 0; i < grid->n_columns; i++)
    worksheet_set_column_pixels (self.sheet, (lxw_col_t) i, (lxw_col_t) i, (uint32_t) grid->widths[i], NULL);
  if (pen->n_tables == 1 && heads->len > 0)
    worksheet_repeat_rows (self.sheet, g_array_index (heads, DovTableHead, 0).first,
                           g_array_index (heads, DovTableHead, 0).last - 1);
  worksheet_print_area (self.sheet, 0, 0, strips->len - 1, (lxw_col_t) (grid->n_columns - 1));
  fit_to_pages (pen, grid, self.sheet);

  pen->is_planned = TRUE;
  dov_pen_write (pen);
  dov_writing_end_sheet (writing, strips->len);

  return !g_cancellable_is_cancelled (writing->cancellable);
}
