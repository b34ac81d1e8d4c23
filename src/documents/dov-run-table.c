/* dov-run-table.c - a table of a run: rows, headings, subtotals, totals, what was carried from the year's start */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

#include "dov-calendar.h"

#include <math.h>
#include <string.h>

/* What a column has come to. */
typedef struct
{
  gint64      sum;    /* in parts of the column */
  guint       n;
  GHashTable *units;  /* unit → gint64 *, of a sum by unit */
  GPtrArray  *order;  /* units as they were met */
  GArray     *ids;    /* gint64: the records behind it */
} Sum;

typedef struct
{
  Sum   *sums;
  guint  n_sums;
  guint  n_rows;
} Sums;

static Sums *
sums_new (guint n)
{
  Sums *self = g_new0 (Sums, 1);

  self->n_sums = n;
  self->sums = g_new0 (Sum, n);
  for (guint i = 0; i < n; i++)
    {
      self->sums[i].units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      self->sums[i].order = g_ptr_array_new_with_free_func (g_free);
      self->sums[i].ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    }

  return self;
}

static void
sums_free (Sums *self)
{
  for (guint i = 0; i < self->n_sums; i++)
    {
      g_hash_table_unref (self->sums[i].units);
      g_ptr_array_unref (self->sums[i].order);
      g_array_unref (self->sums[i].ids);
    }
  g_free (self->sums);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sums, sums_free)

typedef struct
{
  DovRun                *run;
  const DovDefinedBlock *block;
  DovTable              *table;
  int                   *indexes;  /* column of the table → column of the SELECT, -1: none */
  int                   *behind;   /* … → the column «name_ids» with the records its number counts */
  int                    ids;      /* the records that all numbers of a row count */
  int                    id;
  int                    heading;
  char                  *under;    /* the heading the rows stand under */
} Reading;

static int
find_column (DovStatement *statement,
             const char   *name)
{
  for (int i = 0; name != NULL && i < dov_statement_count_columns (statement); i++)
    if (g_str_equal (dov_statement_column_name (statement, i), name))
      return i;

  return -1;
}

static void
find_columns (Reading      *self,
              DovStatement *statement)
{
  const GPtrArray *columns = self->block->columns;

  for (guint i = 0; i < columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (columns, i);
      gboolean is_filled = column->kind != DOV_COLUMN_HAND;

      g_autofree char *behind = g_strconcat (column->name, "_ids", NULL);

      self->indexes[i] = is_filled ? find_column (statement, column->name) : -1;
      self->behind[i] = is_filled ? find_column (statement, behind) : -1;
      self->table->has_own_numbers |= column->kind == DOV_COLUMN_ROW && self->indexes[i] >= 0;
    }
  self->ids = find_column (statement, "ids");
  self->id = find_column (statement, "id");
  self->heading = find_column (statement, self->block->heading);
}

/* Ids with commas between, as group_concat() gives them; each once. */
static GArray *
split_ids (const char *text)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (text != NULL && *text != '\0')
    {
      char *end = NULL;
      gint64 id = g_ascii_strtoll (text, &end, 10);

      if (end == text)
        break;
      if (g_hash_table_add (known, g_memdup2 (&id, sizeof id)))
        g_array_append_val (ids, id);
      text = *end == ',' ? end + 1 : end;
    }

  return ids;
}

/* The values of the current row of the SELECT, and the records behind its numbers. */
static void
take_row (const Reading *self,
          DovStatement  *statement,
          DovCell       *cells)
{
  for (guint i = 0; i < self->block->columns->len; i++)
    if (self->indexes[i] >= 0)
      {
        const DovColumn *column = g_ptr_array_index (self->table->columns, i);
        DovValue value = dov_statement_column (statement, self->indexes[i]);
        int behind = self->behind[i] >= 0 ? self->behind[i] : self->ids;

        dov_run_take_value (&cells[i], column->kind, &value);
        if (behind >= 0 && dov_column_kind_is_figure (column->kind) && !cells[i].is_empty)
          cells[i].ids = split_ids (dov_statement_column_text (statement, behind));
      }
}

/* Sums. */

static int
find_unit (const DovDefinedBlock *block,
           const char            *name)
{
  for (guint i = 0; i < block->columns->len; i++)
    if (g_str_equal (((DovColumn *) g_ptr_array_index (block->columns, i))->name, name))
      return (int) i;

  return -1;
}

static void
add_to_unit (Sum        *sum,
             const char *unit,
             gint64      number)
{
  gint64 *total = g_hash_table_lookup (sum->units, unit);

  if (total == NULL)
    {
      total = g_new0 (gint64, 1);
      g_hash_table_insert (sum->units, g_strdup (unit), total);
      g_ptr_array_add (sum->order, g_strdup (unit));
    }
  *total += number;
}

static void
add_ids (Sum           *sum,
         const DovCell *cell,
         gint64         id)
{
  if (cell->ids != NULL)
    g_array_append_vals (sum->ids, cell->ids->data, cell->ids->len);
  else if (id != 0)
    g_array_append_val (sum->ids, id);
}

static void
add_row (Sums                  *self,
         const DovDefinedBlock *block,
         const DovCell         *cells,
         gint64                 id)
{
  self->n_rows++;
  for (guint i = 0; i < self->n_sums; i++)
    {
      const DovColumn *column = g_ptr_array_index (block->columns, i);

      if (column->total == DOV_TOTAL_NONE || cells[i].is_empty)
        continue;
      self->sums[i].n++;
      self->sums[i].sum += cells[i].number;
      add_ids (&self->sums[i], &cells[i], id);
      if (column->total == DOV_TOTAL_BY_UNIT)
        {
          int unit = find_unit (block, column->word);

          add_to_unit (&self->sums[i], unit >= 0 && !cells[unit].is_empty ? cells[unit].text : "", cells[i].number);
        }
    }
}

/* @sum divided by @n, from parts of one kind to parts of another. */
static gint64
divide (gint64        sum,
        guint         n,
        DovColumnKind from,
        DovColumnKind to)
{
  gint64 times = dov_column_kind_get_parts (to) / dov_column_kind_get_parts (from);

  return sum / n * times + llround ((double) (sum % n * times) / n);
}

static void
fill_total (DovCell         *cell,
            const DovColumn *column,
            const Sum       *sum,
            const Sums      *sums,
            DovRowRole       role)
{
  switch (column->total)
    {
    case DOV_TOTAL_SUM:
      /* What nobody priced did not cost nothing. */
      cell->is_empty = column->kind == DOV_COLUMN_MONEY && sum->n == 0 && sums->n_rows > 0;
      cell->number = sum->sum;
      break;
    case DOV_TOTAL_COUNT:
      cell->kind = DOV_COLUMN_COUNT;
      cell->is_empty = role == DOV_ROW_SUBTOTAL && sum->n == 0;
      cell->number = sum->n;
      break;
    case DOV_TOTAL_MEAN:
      cell->kind = column->kind == DOV_COLUMN_MONEY ? DOV_COLUMN_MONEY : DOV_COLUMN_DECIMAL;
      cell->is_empty = sum->n == 0;
      cell->number = sum->n > 0 ? divide (sum->sum, sum->n, column->kind, cell->kind) : 0;
      break;
    case DOV_TOTAL_BY_UNIT:
    case DOV_TOTAL_NONE:
    default:
      return;
    }
  if (sum->ids->len > 0)
    cell->ids = g_array_ref (sum->ids);
}

static const DovColumn *
find_by_unit (const DovDefinedBlock *block,
              guint                 *index)
{
  for (guint i = 0; i < block->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (block->columns, i);

      *index = i;
      if (column->total == DOV_TOTAL_BY_UNIT)
        return column;
    }

  return NULL;
}

/* «Всего (без цены: 2)» where lines of the sum have no price. */
static char *
dup_total_label (const DovDefinedBlock *block,
                 const char            *label,
                 const Sums            *sums)
{
  for (guint i = 0; i < block->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (block->columns, i);

      if (column->kind == DOV_COLUMN_MONEY && column->total == DOV_TOTAL_SUM && sums->sums[i].n < sums->n_rows)
        return g_strdup_printf ("%s (без цены: %u)", label, sums->n_rows - sums->sums[i].n);
    }

  return g_strdup (label);
}

static gboolean
has_other_sums (const DovDefinedBlock *block)
{
  for (guint i = 0; i < block->columns->len; i++)
    {
      DovTotal total = ((DovColumn *) g_ptr_array_index (block->columns, i))->total;

      if (total != DOV_TOTAL_NONE && total != DOV_TOTAL_BY_UNIT)
        return TRUE;
    }

  return FALSE;
}

/* One row, or one for each unit: the money of all of them is in a row of its own, with the label. */
static void
add_total_rows (Reading    *self,
                DovRowRole  role,
                const char *label,
                const Sums *sums,
                GPtrArray  *units)
{
  const DovDefinedBlock *block = self->block;
  guint by_unit = 0;
  const DovColumn *quantity = find_by_unit (block, &by_unit);
  guint n_units = quantity != NULL ? units->len : 0;
  guint first_unit = n_units > 1 && has_other_sums (block) ? 1 : 0;
  guint n_rows = MAX (first_unit + n_units, 1);

  for (guint i = 0; i < n_rows; i++)
    {
      DovRow *row = dov_result_table_add_row (self->table, role);
      int unit = quantity ? find_unit (block, quantity->word) : -1;

      row->label = i == 0 ? dup_total_label (block, label, sums) : g_strdup ("");
      for (guint j = 0; j < block->columns->len && i == 0; j++)
        fill_total (&row->cells[j], g_ptr_array_index (block->columns, j), &sums->sums[j], sums, role);
      if (unit >= 0 && i >= first_unit && i - first_unit < n_units)
        {
          const char *name = g_ptr_array_index (units, i - first_unit);
          const gint64 *total = g_hash_table_lookup (sums->sums[by_unit].units, name);

          dov_cell_set_text (&row->cells[unit], DOV_COLUMN_TEXT, name);
          row->cells[by_unit].is_empty = FALSE;
          row->cells[by_unit].number = total ? *total : 0;
        }
    }
}

/* A section of other things than those that are counted has no row for it. */
static gboolean
has_summed (const DovDefinedBlock *block,
            const Sums            *sums)
{
  for (guint i = 0; i < sums->n_sums; i++)
    {
      DovTotal total = ((DovColumn *) g_ptr_array_index (block->columns, i))->total;

      if (total == DOV_TOTAL_COUNT ? sums->sums[i].n > 0 : total != DOV_TOTAL_NONE)
        return TRUE;
    }

  return FALSE;
}

/* Rows. */

static void
end_group (Reading *self,
           Sums    *group)
{
  g_autofree char *label = NULL;
  guint by_unit = 0;

  if (self->under == NULL || self->block->subtotal.text == NULL || !has_summed (self->block, group))
    return;
  label = dov_run_expand (self->run, self->block->subtotal.text);
  (void) find_by_unit (self->block, &by_unit);
  add_total_rows (self, DOV_ROW_SUBTOTAL, label, group, group->sums[by_unit].order);
}

static void
begin_group (Reading    *self,
             const char *heading)
{
  DovRow *row = dov_result_table_add_row (self->table, DOV_ROW_HEADING);

  g_free (self->under);
  self->under = g_strdup (heading);
  row->label = g_strdup (heading);
}

static gboolean
read_rows (Reading  *self,
           Sums     *sums,
           GError  **error)
{
  DovRun *run = self->run;
  g_autoptr (DovStatement) statement = NULL;
  g_autoptr (Sums) group = sums_new (self->block->columns->len);

  statement = dov_run_select (run, self->block, error);
  if (statement == NULL)
    return FALSE;
  find_columns (self, statement);

  while (dov_run_step (run, statement))
    {
      const char *heading = self->heading >= 0 ? dov_statement_column_text (statement, self->heading) : NULL;
      DovRow *row;

      if (self->heading >= 0 && (self->under == NULL || !g_str_equal (self->under, heading ? heading : "")))
        {
          end_group (self, group);
          sums_free (g_steal_pointer (&group));
          group = sums_new (self->block->columns->len);
          begin_group (self, heading ? heading : "");
        }
      row = dov_result_table_add_row (self->table, DOV_ROW_BODY);
      row->id = self->id >= 0 ? dov_statement_column_integer (statement, self->id) : 0;
      take_row (self, statement, row->cells);
      add_row (sums, self->block, row->cells, row->id);
      add_row (group, self->block, row->cells, row->id);
    }
  if (!dov_run_ended (run, error))
    return FALSE;
  end_group (self, group);

  return TRUE;
}

/* The same SELECT from 1 January to the day before, of which only the sums are kept. */
static gboolean
read_carried (Reading      *self,
              const GDate  *from,
              const GDate  *to,
              Sums         *sums,
              GError      **error)
{
  g_autoptr (DovStatement) statement = dov_run_prepare (self->run, self->block, self->run->definition, from, to, error);
  g_autofree DovCell *cells = g_new0 (DovCell, self->block->columns->len);

  if (statement == NULL)
    return FALSE;
  while (dov_run_step (self->run, statement))
    {
      take_row (self, statement, cells);
      add_row (sums, self->block, cells, self->id >= 0 ? dov_statement_column_integer (statement, self->id) : 0);
      for (guint i = 0; i < self->block->columns->len; i++)
        dov_cell_clear (&cells[i]);
    }

  return dov_run_ended (self->run, error);
}

static void
merge_sums (Sums       *self,
            const Sums *other)
{
  self->n_rows += other->n_rows;
  for (guint i = 0; i < self->n_sums; i++)
    {
      self->sums[i].sum += other->sums[i].sum;
      self->sums[i].n += other->sums[i].n;
      g_array_append_vals (self->sums[i].ids, other->sums[i].ids->data, other->sums[i].ids->len);
      for (guint j = 0; j < other->sums[i].order->len; j++)
        {
          const char *unit = g_ptr_array_index (other->sums[i].order, j);

          add_to_unit (&self->sums[i], unit, *(gint64 *) g_hash_table_lookup (other->sums[i].units, unit));
        }
    }
}

/* «За январь – февраль», or the days when they are no whole months. */
static char *
name_carried (const GDate *from,
              const GDate *to)
{
  DovPeriod first = dov_period_around (DOV_PERIOD_MONTH, from);
  DovPeriod last = dov_period_around (DOV_PERIOD_MONTH, to);
  g_autofree char *first_name = dov_period_to_plain (&first);
  g_autofree char *last_name = dov_period_to_plain (&last);
  g_autofree char *from_shown = dov_date_to_shown (from);
  g_autofree char *to_shown = dov_date_to_shown (to);

  if (g_date_compare (to, &last.to) != 0)
    return g_strdup_printf ("За %s – %s", from_shown, to_shown);
  first_name[strcspn (first_name, " ")] = '\0';
  last_name[strcspn (last_name, " ")] = '\0';
  if (g_str_equal (first_name, last_name))
    return g_strdup_printf ("За %s", first_name);

  return g_strdup_printf ("За %s – %s", first_name, last_name);
}

/* The rows of totals of a paper that grows. Every unit has a row in each of
 * them, so that the third is the sum of the first two. */
static gboolean
add_growing_totals (Reading     *self,
                    const char  *label,
                    Sums        *sums,
                    GError     **error)
{
  const DovPeriod *period = self->run->period;
  g_autoptr (Sums) before = sums_new (self->block->columns->len);
  g_autoptr (Sums) all = sums_new (self->block->columns->len);
  g_autofree char *growing = dov_run_expand (self->run, self->block->growing.text);
  g_autofree char *carried = NULL;
  GDate from = period->from;
  GDate to = period->from;
  guint by_unit = 0;

  g_date_set_day (&from, 1);
  g_date_set_month (&from, G_DATE_JANUARY);
  (void) find_by_unit (self->block, &by_unit);
  if (g_date_compare (&from, &period->from) < 0)
    {
      g_date_subtract_days (&to, 1);
      if (!read_carried (self, &from, &to, before, error))
        return FALSE;
      carried = name_carried (&from, &to);
    }
  merge_sums (all, sums);
  merge_sums (all, before);

  add_total_rows (self, DOV_ROW_TOTAL, label, sums, all->sums[by_unit].order);
  if (carried != NULL)
    add_total_rows (self, DOV_ROW_CARRIED, carried, before, all->sums[by_unit].order);
  add_total_rows (self, DOV_ROW_GROWING, growing, all, all->sums[by_unit].order);

  return TRUE;
}

static void
add_blank_rows (Reading *self)
{
  gboolean is_form = self->run->is_blank;
  guint n = (guint) (is_form ? MAX (self->block->form, 1) : self->block->blank);

  for (guint i = 0; i < n; i++)
    dov_result_table_add_row (self->table, DOV_ROW_BLANK);
  self->table->fills = is_form ? self->block->form == 0 : self->block->fills;
  if (!is_form && self->block->most_blank > 0)
    self->table->at_most = (guint) (self->block->most_blank - self->block->blank);
  if (is_form && self->table->height == 0)
    self->table->height = 24;
}

static gboolean
add_totals (Reading  *self,
            Sums     *sums,
            GError  **error)
{
  const DovPeriod *period = self->run->period;
  g_autofree char *label = NULL;
  guint by_unit = 0;

  if (self->block->total.text == NULL)
    return TRUE;
  label = dov_run_expand (self->run, self->block->total.text);
  if (self->block->growing.text != NULL && g_date_get_year (&period->from) == g_date_get_year (&period->to))
    return add_growing_totals (self, label, sums, error);

  (void) find_by_unit (self->block, &by_unit);
  add_total_rows (self, DOV_ROW_TOTAL, label, sums, sums->sums[by_unit].order);

  return TRUE;
}

/* Of rows that every such paper has the figures are written by hand. */
static void
leave_to_pen (DovTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      DovRow *row = g_ptr_array_index (table->rows, i);

      row->id = 0;
      for (guint j = 0; j < table->columns->len; j++)
        if (dov_column_kind_is_figure (row->cells[j].kind))
          {
            dov_cell_clear (&row->cells[j]);
            row->cells[j].kind = DOV_COLUMN_HAND;
          }
    }
}

static void
set_empty (Reading *self)
{
  g_autofree char *text = dov_run_expand (self->run, self->block->empty.text);

  self->table->empty = g_strdup (*text ? text : "За этот период записей нет");
}

/**
 * dov_run_table:
 *
 * Runs a table of the definition and adds it to the result.
 */
gboolean
dov_run_table (DovRun                 *self,
               const DovDefinedBlock  *block,
               GError                **error)
{
  DovBlock *done = dov_block_new (DOV_BLOCK_TABLE, NULL);
  DovTable *table = done->table = dov_result_table_new ();
  g_autofree int *indexes = g_new (int, block->columns->len);
  g_autofree int *behind = g_new (int, block->columns->len);
  g_autoptr (Sums) sums = sums_new (block->columns->len);
  Reading reading = { .run = self, .block = block, .table = table, .indexes = indexes, .behind = behind };
  gboolean succeeded;

  g_ptr_array_add (dov_result_get_blocks (self->result), done);
  done->begins_page = block->begins_page;
  table->opens = block->opens;
  table->title = dov_run_expand (self, block->title.text);
  table->data = g_strdup (block->data);
  table->has_numbers = block->has_numbers;
  table->height = block->height;
  for (guint i = 0; i < block->columns->len; i++)
    {
      DovColumn *column = dov_column_copy (g_ptr_array_index (block->columns, i));

      /* What tables and columns are told apart by is a word. */
      if (block->spread != NULL
          && (g_str_equal (column->name, block->spread[0]) || g_str_equal (column->name, block->spread[1])))
        column->kind = DOV_COLUMN_TEXT;
      column->on_paper = column->on_paper && (!column->for_all || (self->lounge == 0 && !self->is_blank));
      g_ptr_array_add (table->columns, column);
    }

  if (self->is_blank && block->is_fixed)
    {
      succeeded = read_rows (&reading, sums, error);
      leave_to_pen (table);
      g_free (reading.under);
      return succeeded;
    }
  if (self->is_blank)
    {
      add_blank_rows (&reading);
      if (block->spread != NULL)
        dov_run_spread (self, block);
      return TRUE;
    }

  succeeded = block->select == NULL || read_rows (&reading, sums, error);
  if (succeeded && block->blank > 0)
    add_blank_rows (&reading);
  else if (succeeded && table->rows->len == 0)
    set_empty (&reading);
  succeeded = succeeded && add_totals (&reading, sums, error);
  g_free (reading.under);
  if (succeeded && block->spread != NULL)
    dov_run_spread (self, block);

  return succeeded;
}
