/* dov-print-paper.c - the paper from top to bottom: head, fields, tables, text, signatures */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-print-private.h"

#include "dov-number.h"

#include <string.h>

#define BLANK_NAME "_________________________"

/* Shares of the width where things begin. */
#define APPROVE_AT   0.62
#define SIGN_LINE_AT 0.44

#define SIGN_LINE 95.0
#define SIGN_NAME 150.0

/* A field that nobody has filled, among others that are. */
#define PEN_FIELD 150.0

/* The share of the width that labels take at most. */
#define MOST_LABEL 0.45

/* What stands between a label and its value. */
#define WORD_SPACE 4.0

static DovPiece *
put_line (DovPrint   *self,
          double      x,
          double      width,
          DovInk      ink,
          DovSide     side,
          const char *text,
          double      least,
          gboolean    keeps)
{
  DovPiece *piece;

  dov_print_begin (self, least);
  piece = dov_print_put (self, x, width, ink, text);
  piece->setting.side = (guint8) side;
  piece->stand = DOV_STAND_BOTTOM;
  dov_print_end (self, keeps);

  return piece;
}

/* The head of the paper. */

/* Who approves stands at the right; who agrees, a block with a title of its
 * own, beside it at the left. */
static const DovLine *
find_approval (GPtrArray   *blocks,
               gboolean     agrees,
               const char **title)
{
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
put_piece (DovPrint    *self,
           double       x,
           double       width,
           const char  *text)
{
  DovPiece *piece = NULL;

  if (text == NULL)
    return;
  piece = dov_print_put (self, x, width, DOV_INK_PLAIN, text);
  piece->setting.side = (guint8) DOV_SIDE_LEFT;
  piece->stand = DOV_STAND_BOTTOM;
}

static void
put_beside (DovPrint    *self,
            const char  *left,
            const char  *right,
            double       least)
{
  double x = self->width * APPROVE_AT;

  dov_print_begin (self, least);
  put_piece (self, 0, self->width - x, left);
  put_piece (self, x, self->width - x, right);
  dov_print_end (self, TRUE);
}

/* Whose name nobody has given writes it. */
static char *
dup_name_to_sign (const DovLine *line)
{
  return line != NULL ? g_strconcat ("______________  ", *line->name != '\0' ? line->name : "______________", NULL) : NULL;
}

static gboolean
put_approvals (DovPrint  *self,
               GPtrArray *blocks)
{
  static const char day[] = "«____» ______________ 20____ г.";
  const char *agree_title = NULL, *approve_title = NULL;
  const DovLine *agrees = find_approval (blocks, TRUE, &agree_title);
  const DovLine *approves = find_approval (blocks, FALSE, &approve_title);
  g_autofree char *left = dup_name_to_sign (agrees);
  g_autofree char *right = dup_name_to_sign (approves);

  if (agrees == NULL && approves == NULL)
    return FALSE;

  dov_print_gap (self, 10);
  put_beside (self, agree_title, approve_title, 0);
  if ((agrees != NULL && *agrees->label != '\0') || (approves != NULL && *approves->label != '\0'))
    put_beside (self, agrees != NULL ? agrees->label : NULL, approves != NULL ? approves->label : NULL, 0);
  put_beside (self, left, right, 22);
  put_beside (self, agrees != NULL ? day : NULL, approves != NULL ? day : NULL, 22);

  return TRUE;
}

static void
put_head (DovPrint *self)
{
  const DovPaper *paper = self->paper;
  g_autofree char *title = g_utf8_strup (paper->title != NULL ? paper->title : "", -1);
  gboolean is_first = TRUE;

  if (paper->institution != NULL && *paper->institution != '\0')
    {
      put_line (self, 0, self->width, DOV_INK_PLAIN, DOV_SIDE_CENTER, paper->institution, 0, TRUE);
      is_first = FALSE;
    }
  if (put_approvals (self, dov_result_get_blocks (self->result)))
    is_first = FALSE;
  if (!is_first)
    dov_print_gap (self, 12);
  put_line (self, 0, self->width, DOV_INK_TITLE, DOV_SIDE_CENTER, title, 0, TRUE);
  if (paper->period != NULL && *paper->period != '\0')
    put_line (self, 0, self->width, DOV_INK_PLAIN, DOV_SIDE_CENTER, paper->period, 18, TRUE);
  dov_print_gap (self, 10);
  dov_print_tie (self);
}

/* Fields. */

static double
measure (DovPrint   *self,
         DovInk      ink,
         const char *text)
{
  const DovSetting setting = { .text = dov_print_intern (self, text), .ink = (guint8) ink, .scale = 1 };
  double width;

  dov_print_measure (self, &setting, &width);

  return width;
}

/* «Семей: 12», or a line for a pen behind the label. */
static void
put_field (DovPrint      *self,
           const DovLine *line)
{
  const DovCell *value = &line->value;
  gboolean is_pen = value->kind == DOV_COLUMN_HAND || (value->is_empty && self->paper->is_blank);
  g_autofree char *shown = is_pen ? g_strdup ("") : dov_cell_dup_shown (value);
  g_autofree char *text = *line->label != '\0' ? g_strconcat (line->label, *shown ? ": " : ":", shown, NULL)
                                               : g_strdup (shown);
  double label = is_pen ? measure (self, DOV_INK_PLAIN, text) + WORD_SPACE : 0;
  double room = self->width - label;
  DovPiece *rule;

  if (!is_pen || room < 60)
    {
      put_line (self, 0, self->width, DOV_INK_PLAIN, DOV_SIDE_LEFT, text, 17, FALSE);
      return;
    }

  dov_print_begin (self, self->paper->is_blank ? 22 : 20);
  dov_print_put (self, 0, label, DOV_INK_PLAIN, text)->stand = DOV_STAND_BOTTOM;
  rule = dov_print_put (self, label, self->paper->is_blank ? room : MIN (room, PEN_FIELD), DOV_INK_PLAIN, NULL);
  rule->has_rule = TRUE;
  dov_print_end (self, FALSE);
}

static void
put_pair (DovPrint      *self,
          const DovLine *line,
          double         x,
          double         value_x,
          double         end)
{
  gboolean is_pen = line->value.is_empty;
  g_autofree char *shown = is_pen ? g_strdup ("") : dov_cell_dup_shown (&line->value);
  DovPiece *piece = dov_print_put (self, x, value_x - x - WORD_SPACE, DOV_INK_PLAIN, line->label);

  piece->stand = DOV_STAND_BOTTOM;
  piece = dov_print_put (self, value_x, end - value_x, DOV_INK_PLAIN, shown);
  piece->stand = DOV_STAND_BOTTOM;
  piece->has_rule = TRUE;
}

/* Labels beside underlined values, one or two in a row. */
static void
put_pairs (DovPrint       *self,
           const DovBlock *block)
{
  const double doubled[] = { 0, 0.20, 0.51, 0.71, 1 };
  double single[] = { 0, 0, 1 };
  const double *shares = block->is_double ? doubled : single;
  guint n = block->is_double ? 2 : 1;

  for (guint i = 0; i < block->lines->len; i++)
    single[1] = MAX (single[1], measure (self, DOV_INK_PLAIN, ((DovLine *) g_ptr_array_index (block->lines, i))->label));
  single[1] = MIN ((single[1] + 3 * WORD_SPACE) / self->width, MOST_LABEL);

  for (guint i = 0; i < block->lines->len; i += n)
    {
      dov_print_begin (self, 20);
      for (guint j = 0; j < n && i + j < block->lines->len; j++)
        put_pair (self, g_ptr_array_index (block->lines, i + j), shares[2 * j] * self->width,
                  shares[2 * j + 1] * self->width,
                  (shares[2 * j + 2] - (2 * j + 2 < 2 * n ? 0.01 : 0)) * self->width);
      dov_print_end (self, FALSE);
    }
}

static void
put_section (DovPrint   *self,
             const char *title)
{
  if (title == NULL || *title == '\0')
    return;
  dov_print_gap (self, 6);
  put_line (self, 0, self->width, DOV_INK_STRONG, DOV_SIDE_LEFT, title, 18, TRUE);
  dov_print_gap (self, 3);
  dov_print_tie (self);
}

static void
put_fields (DovPrint       *self,
            const DovBlock *block,
            gboolean        in_pairs,
            gboolean        are_results)
{
  put_section (self, block->title);
  if (are_results)
    {
      dov_print_gap (self, 6);
      dov_print_tie (self);
    }
  if (in_pairs)
    put_pairs (self, block);
  else
    for (guint i = 0; i < block->lines->len; i++)
      {
        if (are_results && i > 0)
          dov_print_tie (self);
        put_field (self, g_ptr_array_index (block->lines, i));
      }
  dov_print_gap (self, 8);
}

/* Text. */

/* A paragraph may go over from page to page, never with one line alone. */
static void
put_paragraph (DovPrint   *self,
               DovInk      ink,
               const char *text)
{
  DovSetting setting = {
    .text = dov_print_intern (self, text), .ink = (guint8) ink, .scale = 1, .width = (float) self->width,
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

      dov_print_begin (self, heights[i]);
      piece = dov_print_put (self, 0, self->width, ink, text);
      piece->setting.width = setting.width;
      piece->line = (gint16) MIN (i, G_MAXINT16);
      piece->height = (float) heights[i];
      dov_print_end (self, n_lines > 1 && (i == 0 || i == n_lines - 2));
    }
}

static void
put_prose (DovPrint       *self,
           const DovBlock *block,
           gboolean        follows_table)
{
  gboolean is_note = block->kind == DOV_BLOCK_NOTE;

  put_section (self, block->title);
  if ((is_note || follows_table) && block->lines->len > 0)
    dov_print_gap (self, 6);
  for (guint i = 0; i < block->lines->len; i++)
    {
      put_paragraph (self, is_note ? DOV_INK_NOTE : DOV_INK_PLAIN,
                     ((DovLine *) g_ptr_array_index (block->lines, i))->label);
      if (!is_note)
        dov_print_gap (self, 3);
    }
}

/* Signatures. */

static char *
join_what_and_post (const DovLine *line)
{
  const char *post = line->value.is_empty ? "" : line->value.text;

  return g_strconcat (line->label, *line->label && *post ? ": " : "", post, NULL);
}

static void
put_signature (DovPrint      *self,
               const DovLine *line)
{
  g_autofree char *text = join_what_and_post (line);
  const char *name = *line->name != '\0' ? line->name : NULL;
  double x = self->width * SIGN_LINE_AT;
  double name_x = x + SIGN_LINE + 10;
  double name_width = self->width - name_x;
  DovPiece *piece;

  if (name == NULL)
    name_width = MIN (name_width, SIGN_NAME);
  dov_print_tie (self);
  if (g_str_equal (text, "М.П."))
    {
      put_line (self, 0, x, DOV_INK_PLAIN, DOV_SIDE_LEFT, text, 18.5, FALSE);
      return;
    }

  dov_print_begin (self, 26);
  dov_print_put (self, 0, x - 8, DOV_INK_PLAIN, text)->stand = DOV_STAND_BOTTOM;
  dov_print_put (self, x, SIGN_LINE, DOV_INK_PLAIN, NULL)->has_rule = TRUE;
  piece = dov_print_put (self, name_x, name_width, DOV_INK_PLAIN, name);
  piece->stand = DOV_STAND_BOTTOM;
  piece->has_rule = name == NULL;
  dov_print_end (self, TRUE);

  dov_print_begin (self, 10);
  dov_print_put (self, x, SIGN_LINE, DOV_INK_CAPTION, "(подпись)")->setting.side = DOV_SIDE_CENTER;
  dov_print_put (self, name_x, MIN (name_width, SIGN_NAME), DOV_INK_CAPTION, "(расшифровка подписи)")->setting.side =
    name == NULL ? DOV_SIDE_CENTER : DOV_SIDE_LEFT;
  dov_print_end (self, FALSE);
}

static void
put_signatures (DovPrint       *self,
                const DovBlock *block)
{
  if (block->lines->len == 0)
    return;
  dov_print_gap (self, 10);
  for (guint i = 0; i < block->lines->len; i++)
    put_signature (self, g_ptr_array_index (block->lines, i));
}

/* A list from the screen says what was searched, and how many there are. */
static void
put_list_head (DovPrint *self)
{
  g_autofree char *number = dov_number_to_shown (dov_result_count_rows (self->result));
  g_autofree char *count = g_strconcat ("Всего: ", number, NULL);

  if (self->paper->filter != NULL && *self->paper->filter != '\0')
    {
      g_autofree char *filter = g_strconcat ("Отбор: ", self->paper->filter, NULL);

      put_line (self, 0, self->width, DOV_INK_PLAIN, DOV_SIDE_LEFT, filter, 17, TRUE);
    }
  put_line (self, 0, self->width, DOV_INK_PLAIN, DOV_SIDE_LEFT, count, 17, TRUE);
  dov_print_gap (self, 6);
  dov_print_tie (self);
}

/**
 * dov_print_put_paper:
 *
 * Makes the strips of the whole paper.
 */
void
dov_print_put_paper (DovPrint *self)
{
  GPtrArray *blocks = dov_result_get_blocks (self->result);
  gboolean has_many = dov_result_count_tables (self->result) > 1;
  gboolean had_table = FALSE;

  put_head (self);
  if (self->paper->is_list)
    put_list_head (self);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DovBlock *block = g_ptr_array_index (blocks, i);

      switch (block->kind)
        {
        case DOV_BLOCK_FIELDS:
          put_fields (self, block, block->is_double || (has_many && !had_table) || (has_many && block->title != NULL),
                      had_table && block->title == NULL);
          break;
        case DOV_BLOCK_TABLE:
        case DOV_BLOCK_PIVOT:
          put_section (self, block->table->title);
          dov_print_put_table (self, block->table, has_many);
          had_table = TRUE;
          break;
        case DOV_BLOCK_TEXT:
        case DOV_BLOCK_NOTE:
          put_prose (self, block, i > 0 && ((DovBlock *) g_ptr_array_index (blocks, i - 1))->table != NULL);
          break;
        case DOV_BLOCK_SIGN:
          put_signatures (self, block);
          break;
        case DOV_BLOCK_APPROVE:
        case DOV_BLOCK_MEASURE:
        default:
          break;
        }
    }
}
