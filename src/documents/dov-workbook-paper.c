/* dov-workbook-paper.c - the sheet for people: the head of the paper, its blocks, its signatures */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-workbook-rows.h"

#include <math.h>
#include <string.h>

#define BLANK_NAME  "_________________________"
#define BLANK_FIELD "______________________"

/* Shares of the width where things begin. */
#define APPROVE_AT   0.62
#define AGREE_TO     0.40
#define SIGN_LINE_AT 0.44

/* Widths in pixels. */
#define SIGN_LINE 110
#define SIGN_NAME 175
#define SIGN_INDENT 16

static guint
get_last (const DovRows *rows)
{
  return rows->grid->n_columns - 1;
}

static void
put_line (DovRows     *rows,
          guint        first,
          guint        last,
          DovLookName  look,
          const char  *text,
          double       least,
          gboolean     keeps)
{
  const DovStyle style = { .name = look };

  dov_rows_begin (rows, least);
  dov_rows_put_text (rows, first, last, &style, text);
  dov_rows_end (rows, keeps);
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
put_beside (DovRows     *rows,
            const char  *left,
            const char  *right,
            double       least)
{
  const DovStyle style = { .name = DOV_LOOK_APPROVE };
  guint last = get_last (rows);
  guint edge = MIN (dov_grid_find_edge (rows->grid, AGREE_TO), last);
  guint first = MIN (dov_grid_find_edge (rows->grid, APPROVE_AT), last);

  dov_rows_begin (rows, least);
  if (left != NULL && edge > 0)
    dov_rows_put_text (rows, 0, MIN (edge - 1, first - 1), &style, left);
  if (right != NULL)
    dov_rows_put_text (rows, first, last, &style, right);
  dov_rows_end (rows, TRUE);
}

/* Whose name nobody has given writes it. */
static char *
dup_name_to_sign (const DovLine *line)
{
  return line != NULL ? g_strconcat ("____________________  ",
                                     *line->name != '\0' ? line->name : "____________________", NULL) : NULL;
}

static gboolean
put_approvals (DovRows   *rows,
               GPtrArray *blocks)
{
  static const char day[] = "«____» ________________ 20____ г.";
  const char *agree_title = NULL, *approve_title = NULL;
  const DovLine *agrees = find_approval (blocks, TRUE, &agree_title);
  const DovLine *approves = find_approval (blocks, FALSE, &approve_title);
  g_autofree char *left = dup_name_to_sign (agrees);
  g_autofree char *right = dup_name_to_sign (approves);

  if (agrees == NULL && approves == NULL)
    return FALSE;

  dov_rows_gap (rows, 8);
  put_beside (rows, agree_title, approve_title, 0);
  if ((agrees != NULL && *agrees->label != '\0') || (approves != NULL && *approves->label != '\0'))
    put_beside (rows, agrees != NULL ? agrees->label : NULL, approves != NULL ? approves->label : NULL, 0);
  put_beside (rows, left, right, 22);
  put_beside (rows, agrees != NULL ? day : NULL, approves != NULL ? day : NULL, 22);

  return TRUE;
}

static void
put_head (DovRows *rows)
{
  const DovPaper *paper = rows->writing->paper;
  g_autofree char *title = g_utf8_strup (paper->title ? paper->title : "", -1);
  gboolean has_approve = FALSE;

  if (paper->institution != NULL && *paper->institution != '\0')
    put_line (rows, 0, get_last (rows), DOV_LOOK_INSTITUTION, paper->institution, 0, TRUE);
  has_approve = put_approvals (rows, dov_result_get_blocks (rows->writing->result));
  if (has_approve || rows->row > 0)
    dov_rows_gap (rows, 10);
  put_line (rows, 0, get_last (rows), DOV_LOOK_TITLE, title, 0, TRUE);
  if (paper->period != NULL && *paper->period != '\0')
    put_line (rows, 0, get_last (rows), DOV_LOOK_PERIOD, paper->period, 0, TRUE);
  dov_rows_gap (rows, 8);
}

/* Fields. */

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

static void
put_field (DovRows       *rows,
           const DovLine *line)
{
  const DovCell *value = &line->value;
  gboolean is_serial;
  gboolean is_typed = (dov_cell_serial (value, &is_serial), is_serial)
                      || (dov_cell_is_number (value->kind) && !value->is_empty);
  const char *format = is_typed ? make_labelled_format (line->label, dov_look_number_format (value, FALSE)) : NULL;
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (format != NULL && *line->label != '\0')
    {
      const DovStyle style = { .name = DOV_LOOK_FIELD, .no_wrap = TRUE, .number = format };

      dov_rows_begin (rows, 0);
      dov_rows_put_cell (rows, 0, get_last (rows), &style, value, NULL);
      dov_rows_end (rows, FALSE);
      return;
    }

  shown = value->kind == DOV_COLUMN_HAND ? g_strdup (BLANK_FIELD) : dov_cell_dup_shown (value);
  text = *line->label != '\0' ? g_strconcat (line->label, *shown ? ": " : ":", shown, NULL) : g_strdup (shown);
  put_line (rows, 0, get_last (rows), DOV_LOOK_FIELD, text, 0, FALSE);
}

static void
put_pair (DovRows       *rows,
          const DovLine *line,
          guint          first,
          guint          value_first,
          guint          last)
{
  DovStyle style = { .name = DOV_LOOK_VALUE, .number = dov_look_number_format (&line->value, FALSE),
                     .align = DOV_ALIGN_LEFT, .no_wrap = line->value.kind != DOV_COLUMN_TEXT };

  if (line->value.is_empty)
    style.number = NULL;
  dov_rows_put_text (rows, first, value_first - 1, &(DovStyle) { .name = DOV_LOOK_LABEL }, line->label);
  if (line->value.kind == DOV_COLUMN_TEXT)
    dov_rows_put_text (rows, value_first, last, &style, line->value.is_empty ? "" : line->value.text);
  else
    dov_rows_put_cell (rows, value_first, last, &style, &line->value, NULL);
}

/* Labels beside underlined values, one or two in a row. */
static void
put_pairs (DovRows        *rows,
           const DovBlock *block)
{
  const double doubled[] = { 0, 0.20, 0.50, 0.71, 1 };
  const double single[] = { 0, 0.32, 0.60 };
  const double *shares = block->is_double ? doubled : single;
  guint n = block->is_double ? 2 : 1;
  guint edges[5];

  for (guint i = 0; i <= 2 * n; i++)
    {
      edges[i] = dov_grid_find_edge (rows->grid, shares[i]);
      edges[i] = MAX (edges[i], i > 0 ? edges[i - 1] + 1 : 0);
    }
  if (edges[2 * n] > rows->grid->n_columns)
    {
      for (guint i = 0; i < block->lines->len; i++)
        put_field (rows, g_ptr_array_index (block->lines, i));
      return;
    }

  for (guint i = 0; i < block->lines->len; i += n)
    {
      dov_rows_begin (rows, 20);
      for (guint j = 0; j < n && i + j < block->lines->len; j++)
        put_pair (rows, g_ptr_array_index (block->lines, i + j), edges[2 * j], edges[2 * j + 1], edges[2 * j + 2] - 1);
      dov_rows_end (rows, FALSE);
    }
}

static void
put_section (DovRows    *rows,
             const char *title)
{
  if (title == NULL || *title == '\0')
    return;
  dov_rows_gap (rows, 6);
  put_line (rows, 0, get_last (rows), DOV_LOOK_SECTION, title, 22.5, TRUE);
}

static void
put_fields (DovRows        *rows,
            const DovBlock *block,
            gboolean        are_results)
{
  put_section (rows, block->title);
  if (are_results)
    {
      dov_rows_gap (rows, 8);
      dov_rows_tie (rows);
    }
  if (block->is_double || rows->grid->n_tables > 1)
    put_pairs (rows, block);
  else
    for (guint i = 0; i < block->lines->len; i++)
      {
        if (are_results && i > 0)
          dov_rows_tie (rows);
        put_field (rows, g_ptr_array_index (block->lines, i));
      }
  dov_rows_gap (rows, 8);
}

/* Text and signatures. */

static void
put_prose (DovRows        *rows,
           const DovBlock *block,
           gboolean        follows_table)
{
  gboolean is_note = block->kind == DOV_BLOCK_NOTE;

  put_section (rows, block->title);
  if (is_note || follows_table)
    dov_rows_gap (rows, 4);
  for (guint i = 0; i < block->lines->len; i++)
    put_line (rows, 0, get_last (rows), is_note ? DOV_LOOK_NOTE : DOV_LOOK_TEXT,
              ((DovLine *) g_ptr_array_index (block->lines, i))->label, 0, FALSE);
}

static char *
join_what_and_post (const DovLine *line)
{
  const char *post = line->value.is_empty ? "" : line->value.text;

  return g_strconcat (line->label, *line->label && *post ? ": " : "", post, NULL);
}

/* A signature in a paper of one or two columns has no columns to stand in. */
static void
put_narrow_signature (DovRows    *rows,
                      const char *text,
                      const char *name)
{
  g_autofree char *line = g_strconcat (text, "  ____________________  ", name, NULL);

  put_line (rows, 0, get_last (rows), DOV_LOOK_POST, line, 24, FALSE);
}

static void
put_signature (DovRows       *rows,
               const DovLine *line)
{
  const DovStyle post = { .name = DOV_LOOK_POST };
  const DovStyle rule = { .name = DOV_LOOK_SIGN_LINE };
  const DovStyle person = { .name = DOV_LOOK_SIGN_NAME };
  const DovStyle caption = { .name = DOV_LOOK_CAPTION };
  g_autofree char *text = join_what_and_post (line);
  const char *name = *line->name ? line->name : BLANK_NAME;
  guint first = MAX (dov_grid_find_edge (rows->grid, SIGN_LINE_AT), 1);
  guint rule_last = first < rows->grid->n_columns ? dov_grid_reach (rows->grid, first, SIGN_LINE) : first;
  guint name_last;

  dov_rows_tie (rows);
  if (g_str_equal (text, "М.П."))
    {
      put_line (rows, 0, MIN (first, get_last (rows)), DOV_LOOK_POST, text, 18.5, FALSE);
      return;
    }
  name_last = rule_last + 1 <= get_last (rows) ? dov_grid_reach (rows->grid, rule_last + 1, SIGN_NAME) : 0;
  if (name_last == 0 || dov_grid_measure (rows->grid, rule_last + 1, name_last)
                        < dov_text_measure (dov_look_get_font (DOV_LOOK_SIGN_NAME), line->name) + SIGN_INDENT)
    {
      put_narrow_signature (rows, text, name);
      return;
    }

  dov_rows_begin (rows, 24);
  dov_rows_put_text (rows, 0, first - 1, &post, text);
  dov_rows_put_text (rows, first, rule_last, &rule, "");
  dov_rows_put_text (rows, rule_last + 1, name_last, &person, name);
  dov_rows_end (rows, TRUE);

  dov_rows_begin (rows, 12);
  dov_rows_put_text (rows, first, rule_last, &caption, "(подпись)");
  dov_rows_put_text (rows, rule_last + 1, name_last, &caption, "(расшифровка подписи)");
  dov_rows_end (rows, FALSE);
}

static void
put_signatures (DovRows        *rows,
                const DovBlock *block)
{
  if (block->lines->len == 0)
    return;
  dov_rows_gap (rows, 10);
  for (guint i = 0; i < block->lines->len; i++)
    put_signature (rows, g_ptr_array_index (block->lines, i));
}

/* The whole paper, in one pass. */
static void
put_paper (DovRows *rows)
{
  GPtrArray *blocks = dov_result_get_blocks (rows->writing->result);
  gboolean had_table = FALSE;
  guint n_tables = 0;

  rows->row = 0;
  put_head (rows);
  for (guint i = 0; i < blocks->len; i++)
    {
      const DovBlock *block = g_ptr_array_index (blocks, i);

      switch (block->kind)
        {
        case DOV_BLOCK_FIELDS:
          put_fields (rows, block, had_table && block->title == NULL);
          break;
        case DOV_BLOCK_TABLE:
        case DOV_BLOCK_PIVOT:
          put_section (rows, block->table->title);
          dov_rows_put_table (rows, block->table, n_tables++);
          had_table = TRUE;
          break;
        case DOV_BLOCK_TEXT:
        case DOV_BLOCK_NOTE:
          put_prose (rows, block, i > 0 && ((DovBlock *) g_ptr_array_index (blocks, i - 1))->table != NULL);
          break;
        case DOV_BLOCK_SIGN:
          put_signatures (rows, block);
          break;
        case DOV_BLOCK_APPROVE:
        case DOV_BLOCK_MEASURE:
        default:
          break;
        }
    }
}

/* Blank rows down to the end of the last page. */
static void
fill_page (DovRows *rows)
{
  DovPages pages;
  guint n_pages;
  guint extra;

  dov_pages_plan (rows, 1, &pages);
  n_pages = pages.n_pages;
  extra = (guint) floor (MAX (pages.left, 0) / rows->blank_height);
  if (rows->most_extra > 0)
    extra = MIN (extra, rows->most_extra);
  g_array_unref (pages.breaks);

  for (rows->extra = extra; rows->extra > 0; rows->extra--)
    {
      g_array_set_size (rows->plan, 0);
      put_paper (rows);
      dov_pages_plan (rows, 1, &pages);
      g_array_unref (pages.breaks);
      if (pages.n_pages <= n_pages)
        return;
    }
  g_array_set_size (rows->plan, 0);
  put_paper (rows);
}

/**
 * dov_sheet_write_paper:
 *
 * Returns: %FALSE when it was cancelled
 */
gboolean
dov_sheet_write_paper (DovWriting *writing)
{
  g_autoptr (DovGrid) grid = dov_grid_new (writing->result);
  g_autoptr (GArray) plan = g_array_new (FALSE, FALSE, sizeof (DovPlannedRow));
  DovRows rows = { .writing = writing, .grid = grid, .plan = plan };

  put_paper (&rows);
  if (rows.blank_height > 0)
    fill_page (&rows);

  rows.sheet = dov_writing_add_sheet (writing, writing->paper->sheet, writing->paper->is_landscape);
  worksheet_gridlines (rows.sheet, LXW_HIDE_ALL_GRIDLINES);
  for (guint i = 0; i < grid->n_columns; i++)
    worksheet_set_column_pixels (rows.sheet, (lxw_col_t) i, (lxw_col_t) i, (uint32_t) grid->widths[i], NULL);
  if (rows.has_head)
    worksheet_repeat_rows (rows.sheet, rows.head_first, rows.head_last);
  worksheet_print_area (rows.sheet, 0, 0, plan->len - 1, (lxw_col_t) (grid->n_columns - 1));
  dov_pages_apply (&rows);

  put_paper (&rows);
  dov_writing_end_sheet (writing, plan->len);

  return !g_cancellable_is_cancelled (writing->cancellable);
}
