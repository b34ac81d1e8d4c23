/* dov-report-rows.c - the rows of a document as they stand in the file, for a table on screen */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-report-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dov-number.h"
#include "dov-registry.h"

/* Columns wider than that go on in the next line instead, in digits. */
#define WIDEST 34
/* Room for the figures of a column that is narrow on paper. */
#define NARROWEST 6
#define WIDEST_FIGURE 8

struct _DovReportRow
{
  GObject         parent_instance;

  DovResult      *result;   /* keeps the table alive */
  const DovTable *table;
  const DovRow   *row;
  guint           number;   /* of the line, for columns that count lines */
};

G_DEFINE_FINAL_TYPE (DovReportRow, dov_report_row, G_TYPE_OBJECT)

static const DovColumn *
get_column (const DovTable *table,
            guint           index)
{
  return g_ptr_array_index (table->columns, index);
}

static gboolean
is_sum (const DovRow *row)
{
  return row->role == DOV_ROW_SUBTOTAL || row->role == DOV_ROW_TOTAL || row->role == DOV_ROW_CARRIED ||
         row->role == DOV_ROW_GROWING;
}

/* The label of a total stands in the widest column of words, which never leaves. */
static guint
find_label_column (const DovTable *table)
{
  guint best = 0;

  for (guint i = 0; i < table->columns->len; i++)
    if (get_column (table, i)->on_paper && get_column (table, i)->kind == DOV_COLUMN_TEXT &&
        (get_column (table, best)->kind != DOV_COLUMN_TEXT || get_column (table, i)->width > get_column (table, best)->width))
      best = i;

  return best;
}

/* “Total for March, events: 12”: a label and what its column counts. */
static char *
dup_label (DovReportRow *self,
           guint         index)
{
  const DovColumn *column = get_column (self->table, index);
  const DovCell *cell = &self->row->cells[index];
  g_autofree char *number = NULL;

  if (!is_sum (self->row) || cell->is_empty)
    return g_strdup (self->row->label);

  number = dov_cell_dup_shown (cell);

  return g_strdup_printf ("%s, %s %s", self->row->label, column->word != NULL ? column->word : "", number);
}

static char *
dup_words (DovStore             *store,
           gpointer              row,
           const DovTableColumn *column)
{
  DovReportRow *self = DOV_REPORT_ROW (row);
  const DovCell *cell = &self->row->cells[column->index];

  if (self->row->label != NULL && column->index == find_label_column (self->table))
    return dup_label (self, column->index);
  if (self->row->role == DOV_ROW_HEADING)
    return g_strdup ("");
  if (get_column (self->table, column->index)->kind == DOV_COLUMN_ROW && self->row->role == DOV_ROW_BODY && cell->is_empty)
    return dov_number_to_shown (self->number);

  return dov_cell_dup_shown (cell);
}

static gboolean
is_door (DovReportRow *self,
         guint         index)
{
  const DovCell *cell = &self->row->cells[index];

  if (!dov_column_kind_is_figure (get_column (self->table, index)->kind) || cell->is_empty || cell->number == 0)
    return FALSE;

  return cell->ids != NULL ? cell->ids->len > 0 : self->row->id != 0;
}

static const char *
choose_look (gpointer              row,
             const DovTableColumn *column)
{
  DovReportRow *self = DOV_REPORT_ROW (row);
  gboolean opens = is_door (self, column->index);

  if (is_sum (self->row) || self->row->role == DOV_ROW_HEADING)
    return opens ? "sum-opens" : "sum";

  return opens ? "opens" : NULL;
}

/* The first column under a group's name, which says the group for its neighbours. */
static gboolean
begins_group (const DovTable  *table,
              const DovColumn *column)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *other = get_column (table, i);

      if (other->on_paper && g_strcmp0 (other->group, column->group) == 0)
        return other == column;
    }

  return FALSE;
}

/* “Date, time, place: place” would say nothing that “place” does not. */
static gboolean
is_in_group (const DovColumn *column)
{
  g_autofree char *group = g_utf8_casefold (column->group, -1);
  g_autofree char *heading = g_utf8_casefold (column->heading, -1);

  return strstr (group, heading) != NULL;
}

/* A heading of two levels is joined where the lower alone would not be
 * understood: at the first column of its group, and where another column has
 * the same. The strings live as long as the program. */
static const char *
intern_heading (const DovTable  *table,
                const DovColumn *column)
{
  g_autofree char *both = NULL;
  guint same = 0;

  for (guint i = 0; i < table->columns->len; i++)
    same += get_column (table, i)->on_paper && g_strcmp0 (get_column (table, i)->heading, column->heading) == 0;
  if (column->group == NULL || *column->group == '\0' ||
      (same < 2 && (is_in_group (column) || !begins_group (table, column))))
    return g_intern_string (column->heading);
  both = g_strdup_printf ("%s: %s", column->group, column->heading);

  return g_intern_string (both);
}

/**
 * dov_report_rows_new:
 * @result: what a run gave
 * @table: one of its tables
 *
 * Returns: (transfer full): its rows, in order
 */
GListModel *
dov_report_rows_new (DovResult      *result,
                     const DovTable *table)
{
  GListStore *rows = g_list_store_new (DOV_TYPE_REPORT_ROW);
  guint number = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autoptr (DovReportRow) row = g_object_new (DOV_TYPE_REPORT_ROW, NULL);

      row->result = g_object_ref (result);
      row->table = table;
      row->row = g_ptr_array_index (table->rows, i);
      if (row->row->role == DOV_ROW_BODY)
        row->number = ++number;
      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

/**
 * dov_report_rows_show:
 * @view: a table on screen
 * @table: the table of the document
 * @rows: made by dov_report_rows_new()
 *
 * Shows the rows under the headings of the paper.
 */
void
dov_report_rows_show (DovTableView   *view,
                      const DovTable *table,
                      GListModel     *rows)
{
  g_autofree DovTableColumn *columns = g_new0 (DovTableColumn, table->columns->len);
  guint n = 0, label = find_label_column (table);
  int leaves = 0;

  dov_table_view_set_model (view, NULL);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *column = get_column (table, i);

      if (!column->on_paper || column->kind == DOV_COLUMN_HAND)
        continue;
      columns[n].name = column->name;
      columns[n].title = intern_heading (table, column);
      columns[n].width = CLAMP (column->width, column->kind == DOV_COLUMN_ROW ? 3 : NARROWEST,
                                dov_column_kind_is_figure (column->kind) ? WIDEST_FIGURE : WIDEST);
      columns[n].expands = column->grows;
      columns[n].wraps = column->kind == DOV_COLUMN_TEXT;
      columns[n].heading_wraps = TRUE;
      columns[n].is_number = dov_column_kind_is_figure (column->kind) || column->kind == DOV_COLUMN_ROW;
      columns[n].order = "";
      columns[n].words = dup_words;
      columns[n].look = choose_look;
      columns[n].index = i;
      n++;
    }
  /* Where it is narrow the figures stay: words leave, the last ones first. */
  for (guint i = n; i > 0; i--)
    if (columns[i - 1].wraps && columns[i - 1].index != label)
      columns[i - 1].leaves = ++leaves;
  dov_table_view_set_columns (view, G_TYPE_NONE, columns, n);
  dov_table_view_set_model (view, rows);
}

/**
 * dov_report_row_find_behind:
 * @self: a row
 * @cell: which figure, -1: the row as a whole
 * @ids: (out) (transfer full) (nullable): the records behind it
 *
 * Finds the records that a figure counts.
 *
 * Returns: their type; %G_TYPE_INVALID when there are none
 */
GType
dov_report_row_find_behind (DovReportRow  *self,
                            int            cell,
                            GArray       **ids)
{
  const char *opens = self->row->opens != NULL ? self->row->opens : self->table->opens;
  GType type = opens != NULL ? dov_registry_find (opens) : G_TYPE_INVALID;

  *ids = NULL;
  if (type == G_TYPE_INVALID || type == G_TYPE_NONE)
    return G_TYPE_INVALID;

  for (guint i = 0; i < self->table->columns->len && *ids == NULL; i++)
    if ((cell < 0 || (guint) cell == i) && self->row->cells[i].ids != NULL && self->row->cells[i].ids->len > 0)
      *ids = g_array_copy (self->row->cells[i].ids);
  if (*ids == NULL && self->row->id != 0)
    {
      *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_val (*ids, self->row->id);
    }

  return *ids != NULL ? type : G_TYPE_INVALID;
}

/* What the list of the records behind a figure is called: “Cinema: 12”. */
char *
dov_report_row_dup_title (DovReportRow *self,
                          int           cell)
{
  guint label = find_label_column (self->table);
  g_autofree char *words = self->row->label != NULL ? g_strdup (self->row->label) :
                                                      dov_cell_dup_shown (&self->row->cells[label]);

  if (cell >= 0 && (guint) cell < self->table->columns->len && (guint) cell != label)
    return g_strdup_printf ("%s: %s", words, get_column (self->table, (guint) cell)->heading);

  return g_steal_pointer (&words);
}

static void
dov_report_row_finalize (GObject *object)
{
  g_clear_object (&DOV_REPORT_ROW (object)->result);

  G_OBJECT_CLASS (dov_report_row_parent_class)->finalize (object);
}

static void
dov_report_row_class_init (DovReportRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_report_row_finalize;
}

static void
dov_report_row_init (DovReportRow *self)
{
}
