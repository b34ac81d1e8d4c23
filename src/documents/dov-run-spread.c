/* dov-run-spread.c - a table laid out crosswise: a table a month, a column a day, a mark in the cell */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

/* How many columns an empty form has for the pen. */
#define BLANK_COLUMNS 12

/* The columns of the block: one names the table, one the new column, one fills the cell. */
typedef struct
{
  const DovDefinedBlock *block;
  guint                  by;
  guint                  across;
  guint                  cell;
} Spread;

static guint
find_column (const DovDefinedBlock *block,
             const char            *name)
{
  for (guint i = 0; i < block->columns->len; i++)
    if (g_strcmp0 (((DovColumn *) g_ptr_array_index (block->columns, i))->name, name) == 0)
      return i;

  return 0;
}

static const char *
text_of (const DovRow *row,
         guint         column)
{
  return row->cells[column].text != NULL ? row->cells[column].text : "";
}

/* The different words that a column has in the rows of one table, in their order. */
static GPtrArray *
list_words (const DovTable *table,
            const Spread   *spread,
            const char     *by,
            guint           column)
{
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < table->rows->len; i++)
    {
      const DovRow *row = g_ptr_array_index (table->rows, i);

      if (row->role == DOV_ROW_BODY && (by == NULL || g_str_equal (text_of (row, spread->by), by)) &&
          !g_ptr_array_find_with_equal_func (words, text_of (row, column), g_str_equal, NULL))
        g_ptr_array_add (words, (gpointer) text_of (row, column));
    }

  return words;
}

static void
add_day (DovTable        *table,
         const DovColumn *cell,
         const char      *group,
         const char      *heading)
{
  DovColumn *column = dov_column_copy (cell);

  g_free (column->group);
  column->group = g_strdup (group);
  g_free (column->heading);
  column->heading = g_strdup (heading);
  g_ptr_array_add (table->columns, column);
}

/* The columns of one table; @places says where those of the block have gone. */
static void
add_columns (DovTable     *table,
             const Spread *spread,
             const char   *group,
             GPtrArray    *days,
             guint        *places)
{
  for (guint i = 0; i < spread->block->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (spread->block->columns, i);

      places[i] = table->columns->len;
      if (i == spread->cell)
        for (guint n = 0; n < days->len; n++)
          add_day (table, column, group, g_ptr_array_index (days, n));
      else if (i != spread->by && i != spread->across)
        g_ptr_array_add (table->columns, dov_column_copy (column));
    }
}

static void
take_row (DovTable     *table,
          const Spread *spread,
          const DovRow *row,
          GPtrArray    *days,
          const guint  *places,
          GHashTable   *known)
{
  DovRow *line = g_hash_table_lookup (known, &row->id);
  guint day = 0;

  if (line == NULL)
    {
      line = dov_result_table_add_row (table, DOV_ROW_BODY);
      line->id = row->id;
      g_hash_table_insert (known, g_memdup2 (&row->id, sizeof row->id), line);
      for (guint i = 0; i < spread->block->columns->len; i++)
        if (i != spread->by && i != spread->across && i != spread->cell)
          dov_cell_copy (&line->cells[places[i]], &row->cells[i]);
    }
  if (g_ptr_array_find_with_equal_func (days, text_of (row, spread->across), g_str_equal, &day))
    dov_cell_copy (&line->cells[places[spread->cell] + day], &row->cells[spread->cell]);
}

static DovTable *
add_table (DovRun         *run,
           const DovTable *whole,
           const char     *title)
{
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);
  DovTable *table = block->table = dov_result_table_new ();

  table->opens = whole->opens;
  table->title = g_strdup (title);
  table->has_numbers = whole->has_numbers;
  table->height = whole->height;
  table->empty = g_strdup (whole->empty);
  g_ptr_array_add (dov_result_get_blocks (run->result), block);

  return table;
}

static void
add_blank (DovRun         *run,
           const DovTable *whole,
           const Spread   *spread)
{
  DovTable *table = add_table (run, whole, whole->title);
  g_autoptr (GPtrArray) days = g_ptr_array_new ();
  g_autofree guint *places = g_new0 (guint, spread->block->columns->len);

  for (guint i = 0; i < BLANK_COLUMNS; i++)
    g_ptr_array_add (days, (gpointer) " ");
  add_columns (table, spread, "____________________ 20____ г.", days, places);
  dov_result_table_add_row (table, DOV_ROW_BLANK);
  table->fills = whole->fills;
}

/**
 * dov_run_spread:
 *
 * Takes the last table of the result apart: in its place stands a table for
 * each word of the first column that the block names after “across”, with a
 * column for each word of the second, and the third in its cells. Rows are
 * told from each other by what they open.
 */
void
dov_run_spread (DovRun                *self,
                const DovDefinedBlock *block)
{
  GPtrArray *blocks = dov_result_get_blocks (self->result);
  DovBlock *done = g_ptr_array_steal_index (blocks, blocks->len - 1);
  const DovTable *whole = done->table;
  Spread spread = { block, find_column (block, block->spread[0]), find_column (block, block->spread[1]),
                    find_column (block, block->spread[2]) };
  g_autoptr (GPtrArray) tables = list_words (whole, &spread, NULL, spread.by);
  g_autofree guint *places = g_new0 (guint, block->columns->len);

  for (guint i = 0; i < tables->len; i++)
    {
      const char *by = g_ptr_array_index (tables, i);
      DovTable *table = add_table (self, whole, i == 0 ? whole->title : by);
      g_autoptr (GPtrArray) days = list_words (whole, &spread, by, spread.across);
      g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      add_columns (table, &spread, by, days, places);
      for (guint n = 0; n < whole->rows->len; n++)
        if (g_str_equal (text_of (g_ptr_array_index (whole->rows, n), spread.by), by))
          take_row (table, &spread, g_ptr_array_index (whole->rows, n), days, places, known);
    }
  if (tables->len == 0 && self->is_blank)
    add_blank (self, whole, &spread);
  else if (tables->len == 0)
    {
      DovTable *table = add_table (self, whole, whole->title);
      g_autoptr (GPtrArray) days = g_ptr_array_new ();

      add_columns (table, &spread, NULL, days, places);
    }
  dov_block_free (done);
}
