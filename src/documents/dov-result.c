/* dov-result.c - what one run of a definition gave: cells, rows, blocks */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-result.h"

#include "dov-calendar.h"
#include "dov-clean.h"
#include "dov-number.h"

#include <math.h>
#include <string.h>

/* Minutes. */
#define DAY (24 * 60)

/* Parts of a decimal: thousandths, minutes of an hour and shares of up to
 * sixteen are whole, so that 36 h 45 min are found again as 36.75 and not a
 * little less, however many were added up. */
#define DECIMAL_PARTS 18018000

/* The largest number of parts: what may be added up a thousand times yet. */
#define MOST (G_MAXINT64 / 1024)

struct _DovResult
{
  GObject    parent_instance;

  DovPaper   paper;
  GPtrArray *blocks;
};

G_DEFINE_FINAL_TYPE (DovResult, dov_result, G_TYPE_OBJECT)
G_DEFINE_QUARK (dov-document-error-quark, dov_document_error)

/* Cells. */

/**
 * dov_column_kind_is_figure:
 *
 * Returns: whether cells of this kind are figures, unknown ones «—»
 */
gboolean
dov_column_kind_is_figure (DovColumnKind kind)
{
  return kind == DOV_COLUMN_COUNT || kind == DOV_COLUMN_QUANTITY || kind == DOV_COLUMN_DECIMAL
         || kind == DOV_COLUMN_MONEY || kind == DOV_COLUMN_PERCENT || kind == DOV_COLUMN_YEAR;
}

/**
 * dov_column_kind_get_parts:
 *
 * Returns: how many of what cells of this kind count make one: 100 kopecks a
 *   rouble; a date, a time and a flag count ones
 */
gint64
dov_column_kind_get_parts (DovColumnKind kind)
{
  return kind == DOV_COLUMN_MONEY ? 100 : kind == DOV_COLUMN_QUANTITY ? 1000
         : kind == DOV_COLUMN_DECIMAL || kind == DOV_COLUMN_PERCENT ? DECIMAL_PARTS : 1;
}

void
dov_cell_clear (DovCell *cell)
{
  g_free (cell->text);
  g_clear_pointer (&cell->ids, g_array_unref);
  *cell = (DovCell) { .is_empty = TRUE };
}

void
dov_cell_copy (DovCell       *self,
               const DovCell *other)
{
  *self = *other;
  self->text = g_strdup (other->text);
  self->ids = other->ids ? g_array_ref (other->ids) : NULL;
}

/* "2027-03-05…" and "18:30…" */
static gboolean
read_day_and_time (DovColumnKind  kind,
                   const char    *text,
                   gint64        *number)
{
  gboolean has_day = kind != DOV_COLUMN_TIME, has_time = kind != DOV_COLUMN_DATE;
  char day[11], clock[6];
  g_autoptr (GDate) date = NULL;
  DovTime time = 0;

  if (has_day && has_time && strlen (text) < strlen ("2027-03-05T18:30"))
    return FALSE;
  g_strlcpy (day, text, sizeof day);
  g_strlcpy (clock, has_day && has_time ? text + strlen ("2027-03-05T") : text, sizeof clock);
  if ((has_day && (!dov_date_from_iso (day, &date) || date == NULL))
      || (has_time && (!dov_time_from_iso (clock, &time) || time == DOV_NO_TIME)))
    return FALSE;
  *number = !has_day ? time : (gint64) g_date_get_julian (date) * (has_time ? DAY : 1) + time;

  return TRUE;
}

/**
 * dov_cell_set_text:
 * @kind: text, date, time or moment
 * @text: (nullable): the latter as files hold them
 *
 * Fills an empty cell. A moment of which only the day is known is a day; what
 * should be a date and is none stays a text.
 */
void
dov_cell_set_text (DovCell       *self,
                   DovColumnKind  kind,
                   const char    *text)
{
  *self = (DovCell) { .kind = kind, .is_empty = text == NULL || *text == '\0' };
  if (kind == DOV_COLUMN_MOMENT && !self->is_empty && strlen (text) == strlen ("2027-03-05"))
    self->kind = kind = DOV_COLUMN_DATE;
  if (!self->is_empty && (kind == DOV_COLUMN_TEXT || !read_day_and_time (kind, text, &self->number)))
    {
      /* Files of older versions, and own definitions, give what has no place in a workbook or on a page. */
      self->text = dov_clean (text, TRUE);
      self->is_empty = *self->text == '\0';
    }
}

void
dov_cell_set_date (DovCell     *self,
                   const GDate *date)
{
  *self = (DovCell) { .kind = DOV_COLUMN_DATE, .number = g_date_get_julian (date) };
}

/**
 * dov_cell_set_integer:
 * @number: so many ones, not parts
 *
 * Fills an empty cell with a figure; one that no paper could hold leaves it empty.
 */
void
dov_cell_set_integer (DovCell       *self,
                      DovColumnKind  kind,
                      gint64         number)
{
  gint64 parts = dov_column_kind_get_parts (kind);

  *self = (DovCell) { .kind = kind, .is_empty = number > MOST / parts || number < -MOST / parts };
  self->number = self->is_empty ? 0 : number * parts;
}

/* The same for what a question to the database gives with a fraction. */
void
dov_cell_set_real (DovCell       *self,
                   DovColumnKind  kind,
                   double         number)
{
  double parts = dov_column_kind_get_parts (kind);

  *self = (DovCell) { .kind = kind, .is_empty = !isfinite (number) || fabs (number) > MOST / parts };
  self->number = self->is_empty ? 0 : llround (number * parts);
}

/* The figure for those who do not count in parts: for a cell of a workbook. */
double
dov_cell_get_real (const DovCell *self)
{
  return (double) self->number / dov_column_kind_get_parts (self->kind);
}

/* Whether it holds a date, a time or a moment, and no text in place of it. */
gboolean
dov_cell_is_day (const DovCell *self)
{
  return !self->is_empty && self->text == NULL
         && (self->kind == DOV_COLUMN_DATE || self->kind == DOV_COLUMN_TIME || self->kind == DOV_COLUMN_MOMENT);
}

static char *
show_day_and_time (const DovCell *cell)
{
  gint64 minutes = cell->kind == DOV_COLUMN_DATE ? 0 : cell->number % DAY;
  g_autofree char *clock = g_strdup_printf ("%02d:%02d", (int) minutes / 60, (int) minutes % 60);
  g_autofree char *day = NULL;
  GDate date;

  if (cell->is_empty || cell->text != NULL)
    return g_strdup (cell->is_empty ? "" : cell->text);
  if (cell->kind == DOV_COLUMN_TIME)
    return g_steal_pointer (&clock);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (cell->kind == DOV_COLUMN_DATE ? cell->number : cell->number / DAY));
  day = dov_date_to_shown (&date);

  return cell->kind == DOV_COLUMN_DATE ? g_steal_pointer (&day) : g_strconcat (day, " ", clock, NULL);
}

/**
 * dov_cell_dup_shown:
 *
 * Returns: (transfer full): the cell as people read it: «1 398», «95,0 %»,
 *   05.03.2027; an unknown number is «—», an unknown text nothing
 */
char *
dov_cell_dup_shown (const DovCell *cell)
{
  g_autofree char *number = NULL;

  if (cell->is_empty && dov_column_kind_is_figure (cell->kind))
    return g_strdup ("—");

  switch (cell->kind)
    {
    case DOV_COLUMN_TEXT:
      return g_strdup (cell->is_empty ? "" : cell->text);

    case DOV_COLUMN_DATE:
    case DOV_COLUMN_TIME:
    case DOV_COLUMN_MOMENT:
      return show_day_and_time (cell);

    case DOV_COLUMN_FLAG:
      return g_strdup (cell->is_empty ? "" : cell->number != 0 ? "да" : "нет");

    case DOV_COLUMN_HAND:
      return g_strdup ("");

    case DOV_COLUMN_YEAR:
      return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);

    case DOV_COLUMN_ROW:
      return cell->is_empty ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);

    case DOV_COLUMN_COUNT:
      number = dov_number_to_shown (cell->number);
      return g_strconcat (number, cell->is_unique ? "*" : "", NULL);

    case DOV_COLUMN_QUANTITY:
      return dov_quantity_to_shown (cell->number);

    case DOV_COLUMN_DECIMAL:
      return dov_decimal_to_shown (dov_cell_get_real (cell), 1);

    case DOV_COLUMN_MONEY:
      return dov_money_to_shown (cell->number);

    case DOV_COLUMN_PERCENT:
      return dov_percent_to_shown (dov_cell_get_real (cell));

    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/* Columns, rows, tables. */

DovColumn *
dov_column_copy (const DovColumn *self)
{
  DovColumn *copy = g_new (DovColumn, 1);

  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->group = g_strdup (self->group);
  copy->heading = g_strdup (self->heading);
  copy->word = g_strdup (self->word);

  return copy;
}

void
dov_column_free (DovColumn *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->group);
  g_free (self->heading);
  g_free (self->word);
  g_free (self);
}

DovTable *
dov_result_table_new (void)
{
  DovTable *self = g_new0 (DovTable, 1);

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_column_free);
  self->rows = g_ptr_array_new ();

  return self;
}

static void
free_table (DovTable *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      DovRow *row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j < self->columns->len; j++)
        dov_cell_clear (&row->cells[j]);
      g_free (row->cells);
      g_free (row->label);
      g_free (row);
    }
  g_clear_pointer (&self->source, free_table);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->columns);
  g_free (self->title);
  g_free (self->data);
  g_free (self->empty);
  g_free (self);
}

/**
 * dov_result_table_add_row:
 *
 * Adds a row whose cells are empty and of their columns' kinds; the columns
 * must be all there.
 */
DovRow *
dov_result_table_add_row (DovTable   *self,
                          DovRowRole  role)
{
  DovRow *row = g_new0 (DovRow, 1);

  row->role = role;
  row->cells = g_new0 (DovCell, self->columns->len);
  for (guint i = 0; i < self->columns->len; i++)
    {
      row->cells[i].kind = ((DovColumn *) g_ptr_array_index (self->columns, i))->kind;
      row->cells[i].is_empty = TRUE;
    }
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Blocks. */

static void
free_line (DovLine *self)
{
  g_free (self->label);
  g_free (self->name);
  dov_cell_clear (&self->value);
  g_free (self);
}

static guint
count_body (const DovTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    n += ((const DovRow *) g_ptr_array_index (self->rows, i))->role == DOV_ROW_BODY;

  return n;
}

/**
 * dov_result_table_number:
 * @row: (nullable): %NULL for a blank row down to the end of the page
 * @column: the column that numbers rows
 * @nth: the position among the rows that are numbered, from 1
 * @text: (out caller-allocates): what the cell may point to
 *
 * Returns: the number of a row: its position, or its own; an empty row of a
 *   table whose rows have their own is +1, +2…, so that it is taken for none of them
 */
DovCell
dov_result_table_number (const DovTable *self,
                         const DovRow   *row,
                         guint           column,
                         guint           nth,
                         char            text[16])
{
  if (self->has_own_numbers && row != NULL && row->role == DOV_ROW_BODY && !row->cells[column].is_empty)
    return (DovCell) { .kind = DOV_COLUMN_ROW, .number = row->cells[column].number };
  if (self->has_own_numbers)
    {
      guint n_body = count_body (self);

      g_snprintf (text, 16, "+%u", nth > n_body ? nth - n_body : nth);
      return (DovCell) { .kind = DOV_COLUMN_TEXT, .text = text };
    }

  return (DovCell) { .kind = DOV_COLUMN_ROW, .number = nth };
}

DovBlock *
dov_block_new (DovBlockKind  kind,
               const char   *title)
{
  DovBlock *self = g_new0 (DovBlock, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) free_line);

  return self;
}

/**
 * dov_block_add_line:
 * @label: (nullable): what it is, or a paragraph
 * @value: (nullable): a field's value or a post, as text
 * @name: (nullable): who signs
 */
DovLine *
dov_block_add_line (DovBlock   *self,
                    const char *label,
                    const char *value,
                    const char *name)
{
  DovLine *line = g_new0 (DovLine, 1);

  line->label = g_strdup (label ? label : "");
  line->name = g_strdup (name ? name : "");
  dov_cell_set_text (&line->value, DOV_COLUMN_TEXT, value);
  g_ptr_array_add (self->lines, line);

  return line;
}

void
dov_block_free (DovBlock *self)
{
  g_clear_pointer (&self->table, free_table);
  g_ptr_array_unref (self->lines);
  g_free (self->title);
  g_free (self);
}

/* The result. */

DovResult *
dov_result_new (void)
{
  return g_object_new (DOV_TYPE_RESULT, NULL);
}

DovPaper *
dov_result_get_paper (DovResult *self)
{
  g_return_val_if_fail (DOV_IS_RESULT (self), NULL);

  return &self->paper;
}

/**
 * dov_result_get_blocks:
 *
 * Returns: (transfer none): the blocks, in the order of the paper
 */
GPtrArray *
dov_result_get_blocks (DovResult *self)
{
  g_return_val_if_fail (DOV_IS_RESULT (self), NULL);

  return self->blocks;
}

/**
 * dov_result_get_table:
 * @index: among the tables, pivots among them
 *
 * Returns: (nullable) (transfer none): the table
 */
const DovTable *
dov_result_get_table (DovResult *self,
                      guint      index)
{
  g_return_val_if_fail (DOV_IS_RESULT (self), NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      DovBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->table != NULL && index-- == 0)
        return block->table;
    }

  return NULL;
}

guint
dov_result_count_tables (DovResult *self)
{
  guint n_tables = 0;

  while (dov_result_get_table (self, n_tables) != NULL)
    n_tables++;

  return n_tables;
}

/**
 * dov_result_count_rows:
 *
 * Returns: how many rows of all tables hold something
 */
guint
dov_result_count_rows (DovResult *self)
{
  const DovTable *table;
  guint n_rows = 0;

  for (guint i = 0; (table = dov_result_get_table (self, i)) != NULL; i++)
    for (guint j = 0; j < table->rows->len; j++)
      n_rows += ((DovRow *) g_ptr_array_index (table->rows, j))->role == DOV_ROW_BODY;

  return n_rows;
}

static void
free_checksum (DovChecksum *self)
{
  g_free (self->label);
  dov_cell_clear (&self->value);
  g_free (self);
}

/* Of a sum that has a row for each unit: “Количество, кг”. */
static char *
dup_sum_label (const DovTable  *table,
               const DovRow    *row,
               const DovColumn *column)
{
  const DovCell *unit = NULL;

  for (guint i = 0; i < table->columns->len && column->total == DOV_TOTAL_BY_UNIT; i++)
    if (g_str_equal (((DovColumn *) g_ptr_array_index (table->columns, i))->name, column->word))
      unit = &row->cells[i];

  return g_strconcat (column->group != NULL ? column->group : "", column->group != NULL ? ", " : "", column->heading,
                      unit != NULL && !unit->is_empty ? ", " : "", unit != NULL && !unit->is_empty ? unit->text : "", NULL);
}

/**
 * dov_result_list_checksums:
 *
 * Returns: (transfer full) (element-type DovChecksum): the totals, one a
 *   column, by which a file can be compared with its paper
 */
GPtrArray *
dov_result_list_checksums (DovResult *self)
{
  GPtrArray *sums = g_ptr_array_new_with_free_func ((GDestroyNotify) free_checksum);
  const DovTable *table;

  for (guint i = 0; (table = dov_result_get_table (self, i)) != NULL; i++)
    for (guint j = 0; j < table->rows->len; j++)
      {
        const DovRow *row = g_ptr_array_index (table->rows, j);

        for (guint k = 0; k < table->columns->len && row->role == DOV_ROW_TOTAL; k++)
          {
            const DovColumn *column = g_ptr_array_index (table->columns, k);
            DovChecksum *sum;

            if (column->total == DOV_TOTAL_NONE || row->cells[k].is_empty)
              continue;
            sum = g_new0 (DovChecksum, 1);
            sum->label = column->total == DOV_TOTAL_COUNT ? g_strdup (column->word) : dup_sum_label (table, row, column);
            dov_cell_copy (&sum->value, &row->cells[k]);
            g_ptr_array_add (sums, sum);
          }
      }

  return sums;
}

/**
 * dov_result_dup_file_name:
 *
 * Returns: (transfer full): «Журнал мероприятий, Слудка, 2027-03.xlsx»
 */
char *
dov_result_dup_file_name (DovResult *self)
{
  g_return_val_if_fail (DOV_IS_RESULT (self), NULL);

  return g_strdup (self->paper.file_name);
}

static void
dov_result_finalize (GObject *object)
{
  DovResult *self = DOV_RESULT (object);

  g_free (self->paper.code);
  g_free (self->paper.institution);
  g_free (self->paper.title);
  g_free (self->paper.period);
  g_free (self->paper.sheet);
  g_free (self->paper.file_name);
  g_free (self->paper.footer);
  g_free (self->paper.lounge);
  g_free (self->paper.place);
  g_free (self->paper.record_label);
  g_free (self->paper.record);
  g_free (self->paper.filter);
  g_free (self->paper.state);
  g_free (self->paper.made_by);
  g_clear_pointer (&self->paper.made_at, g_date_time_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (dov_result_parent_class)->finalize (object);
}

static void
dov_result_class_init (DovResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_result_finalize;
}

static void
dov_result_init (DovResult *self)
{
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_block_free);
}
