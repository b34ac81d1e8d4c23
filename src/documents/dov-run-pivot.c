/* dov-run-pivot.c - measures across lounges, quarters or months: a number is the list of its records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-run.h"

#include "dov-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

/* The number, the name and the unit of a measure, and the total. */
#define N_FIXED 4

/* One column of the pivot: a lounge, or a part of the period. A blank form
 * has no period, and so the lounges but no parts. */
typedef struct
{
  char      *heading;
  char      *name;       /* of a lounge: as «Данные» spells it */
  gint64     lounge;
  DovPeriod  period;
  gboolean   is_closed;  /* a lounge that did not work in the period: «—», not 0 */
} Across;

/* What the facts of one cell come to. */
typedef struct
{
  gint64      sum;     /* in parts of what is measured */
  GHashTable *who;
  GArray     *ids;
  GHashTable *known;   /* ids already in the list */
  guint       n_valued;
  guint       n_unknown; /* facts of which nobody knows how much they are */
} Count;

static void
clear_across (gpointer across)
{
  g_free (((Across *) across)->heading);
  g_free (((Across *) across)->name);
}

static Count *
count_new (void)
{
  Count *self = g_new0 (Count, 1);

  self->who = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

static void
count_free (Count *self)
{
  g_hash_table_unref (self->who);
  g_hash_table_unref (self->known);
  g_array_unref (self->ids);
  g_free (self);
}

static void
add_fact (Count         *self,
          gint64         id,
          const DovCell *much,
          const char    *who)
{
  self->sum += much->number;
  self->n_valued += much->is_empty ? 0 : 1;
  self->n_unknown += much->is_empty ? 1 : 0;
  if (who != NULL)
    g_hash_table_add (self->who, g_strdup (who));
  if (g_hash_table_add (self->known, g_memdup2 (&id, sizeof id)))
    g_array_append_val (self->ids, id);
}

/* Columns. */

static GArray *
list_lounges (DovRun *run)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Across));
  g_autoptr (DovStatement) statement =
    dov_database_prepare (dov_reader_get_database (run->reader),
                          "SELECT l.id, s.type, s.name, l.opened_on, l.closed_on"
                          "  FROM lounge l JOIN settlement s ON s.id = l.settlement_id"
                          " WHERE ?1 = 0 OR l.id = ?1"
                          " ORDER BY l.id", NULL);
  g_autofree char *from = run->period ? dov_date_to_iso (&run->period->from) : g_strdup ("");
  g_autofree char *to = run->period ? dov_date_to_iso (&run->period->to) : g_strdup ("9999");

  g_array_set_clear_func (list, clear_across);
  g_return_val_if_fail (statement != NULL, list);

  /* The empty form of the district has all of them. */
  dov_statement_bind_integer (statement, 1, run->is_blank ? 0 : run->lounge);
  while (dov_statement_step (statement, NULL))
    {
      const char *type = dov_statement_column_text (statement, 1);
      const char *opened = dov_statement_column_text (statement, 3);
      const char *closed = dov_statement_column_text (statement, 4);
      Across across = { .lounge = dov_statement_column_integer (statement, 0) };

      across.is_closed = (opened && strcmp (opened, to) > 0) || (closed && strcmp (closed, from) < 0);
      across.heading = g_strdup_printf ("%s%s\xc2\xa0%s", type ? type : "", type ? "." : "",
                                        dov_statement_column_text (statement, 2));
      across.name = g_strdup (dov_statement_column_text (statement, 2));
      if (run->period != NULL)
        across.period = *run->period;
      g_array_append_val (list, across);
    }

  return list;
}

static GArray *
list_parts (DovRun        *run,
            DovPeriodKind  kind)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Across));
  DovPeriod part;

  g_array_set_clear_func (list, clear_across);
  if (run->period == NULL)
    return list;

  part = dov_period_around (kind, &run->period->from);
  for (; g_date_compare (&part.from, &run->period->to) <= 0; part = dov_period_step (&part, 1))
    {
      Across across = { .lounge = run->lounge, .period = part };
      g_autofree char *name = dov_period_to_plain (&part);

      if (g_date_compare (&across.period.from, &run->period->from) < 0)
        across.period.from = run->period->from;
      if (g_date_compare (&across.period.to, &run->period->to) > 0)
        across.period.to = run->period->to;
      name[strcspn (name, " ")] = '\0';
      across.heading = kind == DOV_PERIOD_QUARTER ? g_strconcat (name, "\xc2\xa0кв.", NULL) : g_strdup (name);
      g_array_append_val (list, across);
    }

  return list;
}

/* The period itself; the total is then of the year so far. */
static GArray *
list_growing (DovRun *run)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Across));
  g_autofree char *name = run->period != NULL ? dov_run_name_period (run->period) : NULL;
  Across across = { .lounge = run->lounge, .heading = g_strconcat ("за ", name != NULL ? name : "период", NULL) };

  g_array_set_clear_func (list, clear_across);
  if (run->period != NULL)
    across.period = *run->period;
  g_array_append_val (list, across);

  return list;
}

static GArray *
list_across (DovRun    *run,
             DovAcross  across)
{
  switch (across)
    {
    case DOV_ACROSS_QUARTER:
      return list_parts (run, DOV_PERIOD_QUARTER);
    case DOV_ACROSS_MONTH:
      return list_parts (run, DOV_PERIOD_MONTH);
    case DOV_ACROSS_GROWING:
      return list_growing (run);
    case DOV_ACROSS_LOUNGE:
    default:
      return list_lounges (run);
    }
}

/* What the last column is counted over. */
static DovPeriod
find_whole (DovRun    *run,
            DovAcross  across)
{
  DovPeriod whole = *run->period;

  if (across == DOV_ACROSS_GROWING)
    {
      g_date_set_day (&whole.from, 1);
      g_date_set_month (&whole.from, G_DATE_JANUARY);
      g_date_set_year (&whole.from, g_date_get_year (&whole.to));
    }

  return whole;
}

static const char *
find_group (DovAcross across)
{
  return across == DOV_ACROSS_LOUNGE ? "Площадки" : across == DOV_ACROSS_QUARTER ? "Кварталы"
         : across == DOV_ACROSS_MONTH ? "Месяцы" : NULL;
}

static DovColumn *
add_column (DovTable              *table,
            const DovDefinedBlock *block,
            guint                  width,
            const char            *group,
            const char            *heading,
            DovColumnKind          kind,
            gboolean               centers)
{
  DovColumn *column = g_new0 (DovColumn, 1);

  *column = (DovColumn) {
    .name = g_strdup (""), .group = g_strdup (group), .heading = g_strdup (heading), .kind = kind,
    .width = block->widths[width], .grows = block->grows[width], .centers = centers,
    .on_paper = TRUE, .on_data = kind != DOV_COLUMN_ROW,
  };
  g_ptr_array_add (table->columns, column);

  return column;
}

static void
set_facts (DovColumn       *column,
           const char      *name,
           const DovPeriod *period)
{
  g_free (column->name);
  column->name = g_strdup (name != NULL ? name : "");
  column->since = period->from;
  column->until = period->to;
}

static void
add_columns (DovRun                *run,
             const DovDefinedBlock *block,
             DovTable              *table,
             GArray                *list)
{
  const char *group = find_group (block->across);
  DovColumn *total;
  g_autofree char *all = dov_run_expand (run, block->all.text ? block->all.text : "Всего");

  add_column (table, block, 0, NULL, "№ п/п", DOV_COLUMN_ROW, FALSE);
  add_column (table, block, 1, NULL, "Показатель", DOV_COLUMN_TEXT, FALSE);
  add_column (table, block, 2, NULL, "Ед. изм.", DOV_COLUMN_TEXT, TRUE);
  for (guint i = 0; i < list->len; i++)
    {
      const Across *across = &g_array_index (list, Across, i);

      set_facts (add_column (table, block, 3, group, across->heading, DOV_COLUMN_COUNT, FALSE), across->name,
                 &across->period);
    }
  total = add_column (table, block, 4, NULL, all, DOV_COLUMN_COUNT, FALSE);
  /* The year so far is counted anew; any other total is what stands beside it. */
  if (block->across == DOV_ACROSS_GROWING && run->period != NULL)
    {
      const DovPeriod whole = find_whole (run, block->across);

      set_facts (total, NULL, &whole);
    }
}

/* Counting. */

static char *
write_who (DovStatement *statement,
           int           column)
{
  DovValue value = { .type = DOV_VALUE_NULL };

  if (column >= 0)
    value = dov_statement_column (statement, column);
  if (value.type == DOV_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);

  return value.type == DOV_VALUE_TEXT ? g_strdup (value.text) : NULL;
}

/* Runs the measure once over a period; facts go to the lounges they are of,
 * or to the one part of the period, and to the total when there is one. What
 * only goes from one lounge to another is inside of what has all of them. */
static gboolean
count_facts (DovRun                 *run,
             const DovDefinedBlock  *measure,
             const DovPeriod        *period,
             GArray                 *list,
             GPtrArray              *counts,
             Count                  *total,
             DovAdds                *adds,
             GError                **error)
{
  g_autoptr (DovStatement) statement =
    dov_run_prepare (run, measure, run->measures, &period->from, &period->to, error);
  int lounge = -1, id = -1, value = -1, who = -1, inside = -1;

  if (statement == NULL)
    return FALSE;
  for (int i = 0; i < dov_statement_count_columns (statement); i++)
    {
      const char *name = dov_statement_column_name (statement, i);

      lounge = g_str_equal (name, "lounge") ? i : lounge;
      id = g_str_equal (name, "id") ? i : id;
      value = g_str_equal (name, "value") ? i : value;
      who = g_str_equal (name, "who") ? i : who;
      inside = g_str_equal (name, "inside") ? i : inside;
    }
  *adds = measure->is_mean ? DOV_ADDS_MEAN : measure->is_unique ? DOV_ADDS_NOT : measure->is_standing ? DOV_ADDS_PLACES
          : inside >= 0 ? DOV_ADDS_PERIODS : DOV_ADDS;

  while (dov_run_step (run, statement))
    {
      gint64 where = dov_statement_column_integer (statement, lounge);
      gint64 record = dov_statement_column_integer (statement, id);
      DovCell much;
      g_autofree char *subject = write_who (statement, who);

      if (run->lounge != 0 && where != run->lounge)
        continue;
      dov_cell_set_real (&much, measure->measured, value >= 0 ? dov_statement_column_real (statement, value) : 1);
      much.is_empty = value >= 0 && dov_statement_column (statement, value).type == DOV_VALUE_NULL;
      if (total != NULL && (run->lounge != 0 || inside < 0 || dov_statement_column_integer (statement, inside) == 0))
        add_fact (total, record, &much, subject);
      for (guint i = 0; counts != NULL && i < list->len; i++)
        if (g_array_index (list, Across, i).lounge == where)
          add_fact (g_ptr_array_index (counts, i), record, &much, subject);
    }

  return dov_run_ended (run, error);
}

static void
fill_cell (DovCell               *cell,
           const DovDefinedBlock *measure,
           const Count           *count)
{
  dov_cell_set_integer (cell, measure->measured, g_hash_table_size (count->who));
  if (!measure->is_unique)
    cell->number = count->sum;
  if (measure->is_mean && count->n_valued > 0)
    cell->number = (2 * count->sum + count->n_valued) / (2 * (gint64) count->n_valued);
  /* What nobody priced did not cost nothing, and of nothing there is no mean. */
  cell->is_empty = (measure->is_mean || count->n_unknown > 0) && count->n_valued == 0;
  cell->ids = g_array_ref (count->ids);
}

static gboolean
count_measure (DovRun                 *run,
               const DovDefinedBlock  *block,
               const DovDefinedBlock  *measure,
               GArray                 *list,
               DovRow                 *row,
               GError                **error)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  Count *total = count_new ();
  DovCell *all = &row->cells[3 + list->len];
  const DovPeriod whole = find_whole (run, block->across);
  gint64 sum = 0;

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (counts, count_new ());
  g_ptr_array_add (counts, total);

  /* The total is counted over the whole period, also across quarters: who
   * came in two of them is one. */
  if (!count_facts (run, measure, &whole, list, block->across == DOV_ACROSS_LOUNGE ? counts : NULL, total,
                    &row->adds, error))
    return FALSE;
  for (guint i = 0; block->across != DOV_ACROSS_LOUNGE && i < list->len; i++)
    if (!count_facts (run, measure, &g_array_index (list, Across, i).period, list, NULL,
                      g_ptr_array_index (counts, i), &row->adds, error))
      return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      DovCell *cell = &row->cells[3 + i];

      fill_cell (cell, measure, g_ptr_array_index (counts, i));
      cell->is_empty |= g_array_index (list, Across, i).is_closed && cell->number == 0;
      sum += cell->number;
    }
  fill_cell (all, measure, total);
  all->is_unique = block->across != DOV_ACROSS_GROWING && !measure->is_mean && sum > all->number;
  row->opens = measure->opens;

  return TRUE;
}

/**
 * dov_run_pivot:
 *
 * Runs the measures of a pivot and adds it to the result.
 */
gboolean
dov_run_pivot (DovRun                 *self,
               const DovDefinedBlock  *block,
               GError                **error)
{
  DovBlock *done = dov_block_new (DOV_BLOCK_PIVOT, NULL);
  DovTable *table = done->table = dov_result_table_new ();
  g_autoptr (GArray) list = list_across (self, block->across);

  g_ptr_array_add (dov_result_get_blocks (self->result), done);
  if (list->len + N_FIXED > DOV_MOST_COLUMNS)
    {
      g_set_error (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                   _("The document “%s” would have more than %d columns. Choose a shorter period."),
                   dov_run_get_title (self), DOV_MOST_COLUMNS);
      return FALSE;
    }
  table->title = dov_run_expand (self, block->title.text);
  table->data = g_strdup (block->data);
  table->has_numbers = block->has_numbers;
  table->is_pivot = TRUE;
  add_columns (self, block, table, list);

  for (guint i = 0; i < block->items->len; i++)
    {
      const DovItem *item = g_ptr_array_index (block->items, i);
      gboolean is_heading = *item->cells[0] == '\0';
      DovRow *row = dov_result_table_add_row (table, is_heading ? DOV_ROW_HEADING : DOV_ROW_BODY);
      g_autofree char *text = dov_run_expand (self, item->n_cells > 1 ? item->cells[1] : "");
      g_autofree char *unit = dov_run_expand (self, item->n_cells > 2 ? item->cells[2] : "");

      if (is_heading)
        {
          row->label = g_steal_pointer (&text);
          continue;
        }
      dov_cell_set_text (&row->cells[1], DOV_COLUMN_TEXT, text);
      dov_cell_set_text (&row->cells[2], DOV_COLUMN_TEXT, unit);
      for (guint j = 3; self->is_blank && j < table->columns->len; j++)
        row->cells[j].kind = DOV_COLUMN_HAND;
      if (!self->is_blank && !g_str_equal (item->cells[0], DOV_NO_MEASURE)
          && !count_measure (self, block, dov_definition_find_measure (self->measures, item->cells[0]), list, row, error))
        return FALSE;
    }

  return TRUE;
}
