/* dov-pen.c - a paper from top to bottom, once for every pen that writes it: workbook and printed page */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-pen.h"

#include "dov-number.h"

#include <string.h>

/* Heights that both papers have, in points. */
#define SIGN_HEIGHT  22
#define PAIR_HEIGHT  20
#define STAMP_HEIGHT 18.5

/* Of what stands between a table and the signatures, so that it stays with them. */
#define MOST_TIED 180

/* A row that may stand alone. */
#define HIGH_ROW 90

/* Strips. */

static void
begin_row (DovPen     *self,
           DovRowRole  role,
           double      least)
{
  const DovStrip strip = { .table = (guint16) self->table, .begins_page = self->begins_page };

  self->begins_page = FALSE;
  self->role = role;
  self->least = least;
  if (!self->is_planned)
    g_array_append_val (self->strips, strip);
  if (self->klass->begin != NULL)
    self->klass->begin (self);
}

/**
 * dov_pen_begin:
 * @least: its height at least
 *
 * Begins a strip, into which things are put.
 */
void
dov_pen_begin (DovPen *self,
               double  least)
{
  begin_row (self, DOV_ROW_BLANK, least);
}

/**
 * dov_pen_end:
 * @keeps: the strip stays on one page with the next
 *
 * Ends the strip; it is as high as the highest of what was put into it.
 */
void
dov_pen_end (DovPen   *self,
             gboolean  keeps)
{
  if (!self->is_planned)
    {
      DovStrip *strip = &g_array_index (self->strips, DovStrip, self->at);

      strip->height = (float) self->klass->end (self);
      strip->keeps = keeps != FALSE;
      strip->is_body = self->role == DOV_ROW_BODY;
    }
  self->at++;
}

/* What comes next stays on one page with the last strip that holds something. */
static void
tie (DovPen *self)
{
  for (guint i = self->at; i > 0; i--)
    {
      DovStrip *strip = &g_array_index (self->strips, DovStrip, i - 1);

      strip->keeps = TRUE;
      if (!strip->is_gap)
        return;
    }
}

/**
 * dov_strips_find_chain:
 * @height: (out): of all of them
 *
 * Returns: the strip after the last of the chain that begins at @first
 */
guint
dov_strips_find_chain (GArray *strips,
                       guint   first,
                       double *height)
{
  guint next = first;

  while (g_array_index (strips, DovStrip, next++).keeps && next < strips->len
         && !g_array_index (strips, DovStrip, next).begins_page)
    continue;
  *height = dov_strips_measure (strips, first, next);

  return next;
}

/* The height of strips, the last one excluded. */
double
dov_strips_measure (GArray *strips,
                    guint   first,
                    guint   last)
{
  double height = 0;

  for (guint i = first; i < last; i++)
    height += g_array_index (strips, DovStrip, i).height;

  return height;
}

/* Lines. */

static void
put_space (DovPen       *self,
           DovSpaceName  name)
{
  const DovSpace *space = &self->klass->spaces[name];

  if (space->height > 0)
    {
      dov_pen_begin (self, space->height);
      dov_pen_end (self, FALSE);
      g_array_index (self->strips, DovStrip, self->at - 1).is_gap = TRUE;
    }
  if (space->ties)
    tie (self);
}

static void
put_line (DovPen      *self,
          DovSpot      spot,
          DovLookName  look,
          const char  *text,
          gboolean     keeps)
{
  dov_pen_begin (self, spot == DOV_SPOT_STAMP ? STAMP_HEIGHT : self->klass->heights[look]);
  self->klass->put (self, spot, look, text);
  dov_pen_end (self, keeps);
}

/* The head of the paper. */

/* Who approves stands at the right; who agrees, a block with a title of its
 * own, beside it at the left. */
static const DovLine *
find_approval (DovPen      *self,
               gboolean     agrees,
               const char **title)
{
  GPtrArray *blocks = dov_result_get_blocks (self->result);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DovBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == DOV_BLOCK_APPROVE && (block->title != NULL) == agrees && block->lines->len > 0)
        {
          *title = agrees ? block->title : "УТВЕРЖДАЮ";
          return g_ptr_array_index (block->lines, 0);
        }
    }

  return NULL;
}

static void
put_beside (DovPen     *self,
            const char *left,
            const char *right,
            double      least)
{
  dov_pen_begin (self, least);
  if (left != NULL)
    self->klass->put (self, DOV_SPOT_AGREES, DOV_LOOK_APPROVE, left);
  if (right != NULL)
    self->klass->put (self, DOV_SPOT_APPROVES, DOV_LOOK_APPROVE, right);
  dov_pen_end (self, TRUE);
}

/* Whose name nobody has given writes it. */
static char *
dup_name_to_sign (DovPen        *self,
                  const DovLine *line)
{
  const char *place = self->klass->name_line;

  return line != NULL ? g_strconcat (place, "  ", *line->name != '\0' ? line->name : place, NULL) : NULL;
}

static gboolean
put_approvals (DovPen *self)
{
  const char *agree_title = NULL, *approve_title = NULL;
  const DovLine *agrees = find_approval (self, TRUE, &agree_title);
  const DovLine *approves = find_approval (self, FALSE, &approve_title);
  const char *day = self->klass->day_line;
  g_autofree char *left = dup_name_to_sign (self, agrees);
  g_autofree char *right = dup_name_to_sign (self, approves);

  if (agrees == NULL && approves == NULL)
    return FALSE;

  put_space (self, DOV_SPACE_BEFORE_APPROVAL);
  put_beside (self, agree_title, approve_title, 0);
  if ((agrees != NULL && *agrees->label != '\0') || (approves != NULL && *approves->label != '\0'))
    put_beside (self, agrees != NULL ? agrees->label : NULL, approves != NULL ? approves->label : NULL, 0);
  put_beside (self, left, right, SIGN_HEIGHT);
  put_beside (self, agrees != NULL ? day : NULL, approves != NULL ? day : NULL, SIGN_HEIGHT);

  return TRUE;
}

/* Of a letter: its number at the left, to whom it goes at the right. */
static void
put_addressee (DovPen *self)
{
  GPtrArray *blocks = dov_result_get_blocks (self->result);

  for (guint i = 0; i < blocks->len; i++)
    {
      const DovBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind != DOV_BLOCK_TO)
        continue;
      put_space (self, DOV_SPACE_BEFORE_APPROVAL);
      for (guint j = 0; j < block->lines->len; j++)
        {
          const DovLine *line = g_ptr_array_index (block->lines, j);

          put_beside (self, line->label, line->name, 0);
        }
    }
}

static void
put_head (DovPen *self)
{
  const DovPaper *paper = self->paper;
  g_autofree char *title = g_utf8_strup (paper->title != NULL ? paper->title : "", -1);
  gboolean has_institution = paper->institution != NULL && *paper->institution != '\0';

  if (has_institution)
    put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_INSTITUTION, paper->institution, TRUE);
  put_addressee (self);
  if (put_approvals (self) || has_institution)
    put_space (self, DOV_SPACE_BEFORE_TITLE);
  put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_TITLE, title, TRUE);
  if (paper->period != NULL && *paper->period != '\0')
    put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_PERIOD, paper->period, TRUE);
  if (paper->state != NULL)
    {
      g_autofree char *state = g_strconcat ("(", paper->state, ")", NULL);

      put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_PERIOD, state, TRUE);
    }
  put_space (self, DOV_SPACE_AFTER_HEAD);
}

/* A list from the screen says what was searched, and how many there are. */
static void
put_list_head (DovPen *self)
{
  g_autofree char *number = dov_number_to_shown (dov_result_count_rows (self->result));
  g_autofree char *count = g_strconcat ("Всего: ", number, NULL);

  if (self->paper->filter != NULL && *self->paper->filter != '\0')
    {
      g_autofree char *filter = g_strconcat ("Отбор: ", self->paper->filter, NULL);

      put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_FIELD, filter, TRUE);
    }
  put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_FIELD, count, TRUE);
  put_space (self, DOV_SPACE_BEFORE_RESULTS);
}

/* Fields, text and signatures. */

static void
put_section (DovPen     *self,
             const char *title)
{
  if (title == NULL || *title == '\0')
    return;
  put_space (self, DOV_SPACE_BEFORE_SECTION);
  put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_SECTION, title, TRUE);
  put_space (self, DOV_SPACE_AFTER_SECTION);
}

/* The lines for a pen below the first of a value. */
static void
put_more_lines (DovPen        *self,
                const DovLine *line)
{
  const DovLine below = { .label = (char *) "", .name = (char *) "", .room = 1,
                          .value = { .kind = DOV_COLUMN_HAND, .is_empty = TRUE } };

  for (guint i = 1; i < line->room && line->value.is_empty; i++)
    {
      dov_pen_begin (self, PAIR_HEIGHT);
      self->klass->put_pair (self, 0, &below);
      dov_pen_end (self, FALSE);
    }
}

/* Labels beside underlined values, one or two in a row. */
static void
put_pairs (DovPen         *self,
           const DovBlock *block)
{
  guint n = block->is_double ? 2 : 1;

  for (guint i = 0; i < block->lines->len; i += n)
    {
      dov_pen_begin (self, PAIR_HEIGHT);
      for (guint j = 0; j < n && i + j < block->lines->len; j++)
        self->klass->put_pair (self, j, g_ptr_array_index (block->lines, i + j));
      dov_pen_end (self, FALSE);
      if (n == 1)
        put_more_lines (self, g_ptr_array_index (block->lines, i));
    }
}

static void
put_fields (DovPen         *self,
            const DovBlock *block,
            gboolean        follows_table)
{
  gboolean are_results = follows_table && block->title == NULL;
  gboolean in_pairs = block->is_double || (self->n_tables > 1 && (!are_results || self->klass->pairs_results));

  put_section (self, block->title);
  if (are_results)
    put_space (self, DOV_SPACE_BEFORE_RESULTS);
  if (in_pairs && self->klass->begin_pairs (self, block))
    put_pairs (self, block);
  else
    for (guint i = 0; i < block->lines->len; i++)
      {
        if (are_results && i > 0)
          tie (self);
        self->klass->put_field (self, g_ptr_array_index (block->lines, i));
      }
  put_space (self, DOV_SPACE_AFTER_FIELDS);
}

static void
put_prose (DovPen         *self,
           const DovBlock *block,
           gboolean        follows_table)
{
  gboolean is_note = block->kind == DOV_BLOCK_NOTE;

  put_section (self, block->title);
  if ((is_note || follows_table) && block->lines->len > 0)
    put_space (self, DOV_SPACE_BEFORE_TEXT);
  for (guint i = 0; i < block->lines->len; i++)
    {
      const DovLine *line = g_ptr_array_index (block->lines, i);

      self->klass->put_paragraph (self, is_note ? DOV_LOOK_NOTE : DOV_LOOK_TEXT, line->label);
      if (!is_note)
        put_space (self, DOV_SPACE_AFTER_TEXT);
    }
}

static void
put_signature (DovPen        *self,
               const DovLine *line)
{
  const DovPenClass *klass = self->klass;
  const char *post = line->value.is_empty ? "" : line->value.text;
  const char *name = *line->name != '\0' ? line->name : NULL;
  DovSpot spot = name != NULL ? DOV_SPOT_NAME : DOV_SPOT_PEN_NAME;
  g_autofree char *text = g_strconcat (line->label, *line->label && *post ? ": " : "", post, NULL);

  tie (self);
  if (g_str_has_prefix (text, "М.П."))
    {
      put_line (self, DOV_SPOT_STAMP, DOV_LOOK_POST, text, FALSE);
      return;
    }
  if (klass->has_room != NULL && !klass->has_room (self, name))
    {
      /* A paper of one or two columns has none for it to stand in. */
      g_autofree char *one = g_strconcat (text, "  ", klass->name_line, "  ", name != NULL ? name : klass->pen_name, NULL);

      put_line (self, DOV_SPOT_WHOLE, DOV_LOOK_POST, one, FALSE);
      return;
    }

  dov_pen_begin (self, klass->heights[DOV_LOOK_POST]);
  klass->put (self, DOV_SPOT_POST, DOV_LOOK_POST, text);
  klass->put (self, DOV_SPOT_RULE, DOV_LOOK_SIGN_LINE, "");
  klass->put (self, spot, DOV_LOOK_SIGN_NAME, name != NULL ? name : klass->pen_name);
  dov_pen_end (self, TRUE);

  dov_pen_begin (self, klass->heights[DOV_LOOK_CAPTION]);
  klass->put (self, DOV_SPOT_RULE, DOV_LOOK_CAPTION, "(подпись)");
  klass->put (self, spot, DOV_LOOK_CAPTION, "(расшифровка подписи)");
  dov_pen_end (self, FALSE);
}

/* What is signed stays on the page of its signatures, back to the last rows of the table, unless it is a page's worth. */
static void
tie_to_table (DovPen *self)
{
  guint first = self->at;
  double height = 0;

  while (first > 0 && !g_array_index (self->strips, DovStrip, first - 1).begins_page && height <= MOST_TIED)
    {
      const DovStrip *strip = &g_array_index (self->strips, DovStrip, --first);

      if (strip->is_body)
        break;
      height += strip->height;
    }
  for (guint i = first; i < self->at && height <= MOST_TIED; i++)
    g_array_index (self->strips, DovStrip, i).keeps = TRUE;
}

static void
put_signatures (DovPen         *self,
                const DovBlock *block)
{
  if (block->lines->len == 0)
    return;
  put_space (self, DOV_SPACE_BEFORE_SIGNATURES);
  if (!self->is_planned)
    tie_to_table (self);
  for (guint i = 0; i < block->lines->len; i++)
    put_signature (self, g_ptr_array_index (block->lines, i));
}

/* Tables. */

typedef struct
{
  DovPen         *pen;
  const DovTable *table;
  GArray         *places;  /* guint: its columns that stand on paper */
  guint           n_rows;  /* numbered so far */
} Walk;

/**
 * dov_table_list_places:
 *
 * Returns: (transfer full) (element-type guint): the columns that stand on paper
 */
static GArray *
dov_table_list_places (const DovTable *table)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < table->columns->len; i++)
    if (((DovColumn *) g_ptr_array_index (table->columns, i))->on_paper)
      g_array_append_val (places, i);

  return places;
}

static const DovColumn *
get_column (const Walk *self,
            guint       place)
{
  return g_ptr_array_index (self->table->columns, g_array_index (self->places, guint, place));
}

static gboolean
has_groups (const Walk *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (get_column (self, i)->group != NULL)
      return TRUE;

  return FALSE;
}

/* The last place that shares the group of the one at @first. */
static guint
find_group_end (const Walk *self,
                guint       first)
{
  const char *group = get_column (self, first)->group;
  guint last = first;

  while (group != NULL && last + 1 < self->places->len && g_strcmp0 (get_column (self, last + 1)->group, group) == 0)
    last++;

  return last;
}

static void
measure_groups (const Walk *self,
                double     *upper,
                double     *lower)
{
  DovPen *pen = self->pen;

  *upper = *lower = 0;
  for (guint i = 0; i < self->places->len; i++)
    if (get_column (self, i)->group != NULL)
      {
        guint last = find_group_end (self, i);

        *upper = MAX (*upper, pen->klass->measure_heading (pen, i, last, get_column (self, i)->group));
        i = last;
      }
  for (guint i = 0; i < self->places->len; i++)
    {
      double needed = pen->klass->measure_heading (pen, i, i, get_column (self, i)->heading);

      *lower = MAX (*lower, get_column (self, i)->group != NULL ? needed : needed - *upper);
    }
}

static void
put_heading (Walk       *self,
             guint       first,
             guint       last,
             const char *text,
             double      height,
             DovPart     part)
{
  self->pen->klass->put_across (self->pen, first, last, DOV_LOOK_HEAD, text, height, part);
}

/* Two lines: groups above, their columns below; what has no group goes over both. */
static void
put_groups (Walk *self)
{
  double upper, lower;

  measure_groups (self, &upper, &lower);
  dov_pen_begin (self->pen, upper);
  for (guint i = 0; i < self->places->len; i++)
    {
      const DovColumn *column = get_column (self, i);
      guint last = find_group_end (self, i);

      if (column->group != NULL)
        put_heading (self, i, last, column->group, upper, DOV_PART_WHOLE);
      else
        put_heading (self, i, last, column->heading, upper + lower, DOV_PART_UPPER);
      i = last;
    }
  dov_pen_end (self->pen, TRUE);

  dov_pen_begin (self->pen, lower);
  for (guint i = 0; i < self->places->len; i++)
    put_heading (self, i, i, get_column (self, i)->heading, lower,
                 get_column (self, i)->group != NULL ? DOV_PART_WHOLE : DOV_PART_LOWER);
  dov_pen_end (self->pen, TRUE);
}

static void
put_table_head (Walk *self)
{
  DovPen *pen = self->pen;

  if (has_groups (self))
    put_groups (self);
  else
    {
      dov_pen_begin (pen, 0);
      for (guint i = 0; i < self->places->len; i++)
        put_heading (self, i, i, get_column (self, i)->heading, 0, DOV_PART_WHOLE);
      dov_pen_end (pen, TRUE);
    }

  if (self->table->has_numbers)
    {
      dov_pen_begin (pen, pen->klass->heights[DOV_LOOK_NUMBERS]);
      for (guint i = 0; i < self->places->len; i++)
        pen->klass->put_cell (pen, i, DOV_LOOK_NUMBERS, &(DovCell) { .kind = DOV_COLUMN_ROW, .number = i + 1 }, NULL, NULL);
      dov_pen_end (pen, TRUE);
    }
}

static void
put_across (Walk        *self,
            DovLookName  look,
            const char  *text)
{
  DovPen *pen = self->pen;
  gboolean is_heading = look == DOV_LOOK_HEADING;

  begin_row (pen, is_heading ? DOV_ROW_HEADING : DOV_ROW_BLANK, 0);
  pen->klass->put_across (pen, 0, self->places->len - 1, look, text, 0, DOV_PART_WHOLE);
  dov_pen_end (pen, is_heading);
}

/* Also a blank row that fills the page, which the table does not have: @row is %NULL then. */
/* Whether a row goes on with what the other is about: they share the cells that stand once. */
static gboolean
is_same (const Walk   *self,
         const DovRow *row,
         gint          other)
{
  const DovRow *beside = other >= 0 && (guint) other < self->table->rows->len
                         ? g_ptr_array_index (self->table->rows, (guint) other) : NULL;

  return row != NULL && row->id != 0 && beside != NULL && beside->role == DOV_ROW_BODY && beside->id == row->id;
}

static gboolean
has_once (const Walk *self)
{
  for (guint i = 0; i < self->places->len; i++)
    if (get_column (self, i)->is_once)
      return TRUE;

  return FALSE;
}

static void
put_body (Walk         *self,
          const DovRow *row,
          gint          index)
{
  static const DovCell by_hand = { .kind = DOV_COLUMN_HAND, .is_empty = TRUE };
  DovPen *pen = self->pen;
  gboolean is_filled = row != NULL && row->role != DOV_ROW_BLANK;
  gboolean goes_on = has_once (self) && is_same (self, row, index - 1);
  gboolean will_go_on = has_once (self) && is_same (self, row, index + 1);

  self->n_rows++;
  /* Rows that share the place for a signature need its height together. */
  begin_row (pen, DOV_ROW_BODY, self->table->height > 0 ? self->table->height / (goes_on || will_go_on ? 2.0 : 1.0)
                                            : is_filled ? 0 : pen->klass->pen_row);
  for (guint i = 0; i < self->places->len; i++)
    {
      guint column = g_array_index (self->places, guint, i);
      char text[16];
      const DovCell number = dov_result_table_number (self->table, row, column, self->n_rows, text);
      gboolean is_sum = self->table->is_pivot && i + 1 == self->places->len;

      pen->joins = !get_column (self, i)->is_once ? DOV_JOINS_NONE
                   : (goes_on ? DOV_JOINS_ABOVE : 0) | (will_go_on ? DOV_JOINS_BELOW : 0);
      pen->klass->put_cell (pen, i, is_sum ? DOV_LOOK_TOTAL : DOV_LOOK_BODY,
                            pen->joins & DOV_JOINS_ABOVE ? &by_hand : get_column (self, i)->kind == DOV_COLUMN_ROW ? &number
                            : is_filled ? &row->cells[column] : &by_hand, row, NULL);
    }
  pen->joins = DOV_JOINS_NONE;
  dov_pen_end (pen, will_go_on);
}

/* How many columns the label of a row of totals takes. */
static guint
count_label_places (const Walk *self)
{
  for (guint i = 0; i < self->places->len; i++)
    {
      if (get_column (self, i)->total != DOV_TOTAL_NONE)
        return i;
      for (guint j = 0; j < self->places->len; j++)
        if (get_column (self, j)->total == DOV_TOTAL_BY_UNIT
            && g_strcmp0 (get_column (self, j)->word, get_column (self, i)->name) == 0)
          return i;
    }

  return self->places->len;
}

static void
put_total_cell (Walk         *self,
                const DovRow *row,
                guint         place,
                DovLookName   look)
{
  DovPen *pen = self->pen;
  const DovColumn *column = get_column (self, place);
  const DovCell *cell = &row->cells[g_array_index (self->places, guint, place)];
  gboolean is_text = cell->kind == DOV_COLUMN_TEXT && !cell->is_empty;
  gboolean is_first = row->label != NULL && *row->label != '\0';

  if ((column->total == DOV_TOTAL_NONE && !is_text) || (cell->is_empty && !is_first && column->total != DOV_TOTAL_NONE)
      || (cell->is_empty && (column->total == DOV_TOTAL_BY_UNIT || column->total == DOV_TOTAL_COUNT)))
    pen->klass->put_across (pen, place, place, look, "", 0, DOV_PART_WHOLE);
  else
    pen->klass->put_cell (pen, place, look, cell, row, column->total == DOV_TOTAL_COUNT ? column->word : NULL);
}

static void
put_total (Walk         *self,
           const DovRow *row)
{
  DovPen *pen = self->pen;
  DovLookName look = row->role == DOV_ROW_CARRIED ? DOV_LOOK_CARRIED : DOV_LOOK_TOTAL;
  guint labelled = count_label_places (self);

  tie (pen);
  begin_row (pen, row->role, 0);
  if (labelled > 0)
    pen->klass->put_across (pen, 0, labelled - 1, look, row->label != NULL ? row->label : "", 0, DOV_PART_WHOLE);
  for (guint i = labelled; i < self->places->len; i++)
    put_total_cell (self, row, i, look);
  dov_pen_end (pen, row->role != DOV_ROW_SUBTOTAL);
}

static void
put_blanks (Walk *self)
{
  for (guint i = 0; self->table->fills && i < self->pen->extra; i++)
    put_body (self, NULL, -1);
}

static void
put_rows (Walk *self)
{
  const DovTable *table = self->table;
  gboolean filled = FALSE;

  if (table->empty != NULL)
    put_across (self, DOV_LOOK_BODY, table->empty);
  for (guint i = 0; i < table->rows->len && !g_cancellable_is_cancelled (self->pen->cancellable); i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (!filled && (row->role == DOV_ROW_TOTAL || row->role == DOV_ROW_CARRIED || row->role == DOV_ROW_GROWING))
        {
          put_blanks (self);
          filled = TRUE;
        }
      if (row->role == DOV_ROW_HEADING)
        put_across (self, DOV_LOOK_HEADING, row->label);
      else if (row->role == DOV_ROW_BODY || row->role == DOV_ROW_BLANK)
        put_body (self, row, (gint) i);
      else
        put_total (self, row);
    }
  if (!filled)
    put_blanks (self);
}

/* Neither the first row of a table nor its last stands on a page alone, unless it takes a good part of it. */
static void
keep_ends (DovPen *self,
           guint   first)
{
  guint n_rows = 0;

  for (guint i = self->at; i > first && n_rows < 2; i--)
    {
      DovStrip *strip = &g_array_index (self->strips, DovStrip, i - 1);

      if (strip->is_body && ++n_rows == 2)
        strip->keeps = strip->keeps || strip->height < HIGH_ROW;
    }
  for (guint i = first; i < self->at && n_rows == 2; i++)
    if (g_array_index (self->strips, DovStrip, i).is_body)
      {
        g_array_index (self->strips, DovStrip, i).keeps |= g_array_index (self->strips, DovStrip, i).height < HIGH_ROW;
        break;
      }
}

static void
put_table (DovPen         *self,
           const DovTable *table,
           guint           index)
{
  g_autoptr (GArray) places = dov_table_list_places (table);
  Walk walk = { .pen = self, .table = table, .places = places };
  DovTableHead head;

  put_section (self, table->title);
  if (places->len == 0)
    return;
  self->klass->begin_table (self, table, index);
  head.first = self->at;
  put_table_head (&walk);
  head.last = self->at;
  if (!self->is_planned)
    g_array_append_val (self->heads, head);
  if (table->fills)
    {
      self->blank_height = table->height > 0 ? table->height : self->klass->fill_row;
      self->most_extra = table->at_most;
    }
  self->table = self->heads->len;
  put_rows (&walk);
  if (!self->is_planned)
    keep_ends (self, head.last);
  self->table = 0;
}

/* The whole. */

DovPen
dov_pen_make (const DovPenClass *klass,
              DovResult         *result,
              GArray            *strips,
              GArray            *heads,
              GCancellable      *cancellable)
{
  return (DovPen) {
    .klass = klass, .result = result, .paper = dov_result_get_paper (result), .strips = strips, .heads = heads,
    .cancellable = cancellable, .n_tables = dov_result_count_tables (result),
  };
}

/**
 * dov_pen_write:
 *
 * Writes the whole paper, from its head to its signatures.
 */
void
dov_pen_write (DovPen *self)
{
  GPtrArray *blocks = dov_result_get_blocks (self->result);
  const DovBlock *above = NULL;
  guint n_tables = 0;

  self->at = 0;
  self->blank_height = 0;
  if (!self->is_planned)
    {
      g_array_set_size (self->strips, 0);
      g_array_set_size (self->heads, 0);
    }
  put_head (self);
  if (self->paper->is_list)
    put_list_head (self);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DovBlock *block = g_ptr_array_index (blocks, i);

      self->begins_page = block->begins_page != FALSE;
      switch (block->kind)
        {
        case DOV_BLOCK_FIELDS:
          put_fields (self, block, n_tables > 0);
          break;
        case DOV_BLOCK_TABLE:
        case DOV_BLOCK_PIVOT:
          put_table (self, block->table, n_tables++);
          break;
        case DOV_BLOCK_TEXT:
        case DOV_BLOCK_NOTE:
          /* No page holds nothing but what is said below the signatures. */
          if (above != NULL && above->kind == DOV_BLOCK_SIGN)
            tie (self);
          put_prose (self, block, above != NULL && above->table != NULL);
          break;
        case DOV_BLOCK_SIGN:
          put_signatures (self, block);
          break;
        case DOV_BLOCK_APPROVE:
        case DOV_BLOCK_TO:
        case DOV_BLOCK_MEASURE:
        default:
          break;
        }
      above = block;
    }
}

/**
 * dov_pen_fill:
 * @n_pages: how many pages there may be
 * @n_extra: how many blank rows there may be room for
 *
 * Writes the paper once more with as many blank rows as its pages hold.
 */
void
dov_pen_fill (DovPen *self,
              guint   n_pages,
              guint   n_extra)
{
  double left;

  self->extra = self->most_extra > 0 ? MIN (n_extra, self->most_extra) : n_extra;
  while (self->klass->lay_out (self, &left) > n_pages && self->extra > 0)
    self->extra--;
}

/**
 * dov_cell_is_part:
 *
 * Returns: whether a text says what is in the row above: «из них …»
 */
gboolean
dov_cell_is_part (const DovCell *cell)
{
  return cell->kind == DOV_COLUMN_TEXT && !cell->is_empty
         && (g_str_has_prefix (cell->text, "из них ") || g_str_has_prefix (cell->text, "в них "));
}
