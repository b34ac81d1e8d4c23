/* dov-shelf-sheet.c - the things that are shown, as a list for Excel and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shelf-sheet.h"

#include <glib/gi18n.h>

struct _DovShelfSheet
{
  char           *path;
  char           *user;
  DovShelfWish    wish;
  char           *words;
  char           *order;
  DovTableColumn *columns;    /* of its own: the table may go meanwhile */
  guint           n_columns;
  char           *title;
};

/**
 * dov_shelf_sheet_new:
 * @store: only its path is kept
 * @wish: what is shown, in its order
 * @columns: those of the table
 * @title: what the list is called
 *
 * Returns: (transfer full): for dov_shelf_sheet_make()
 */
DovShelfSheet *
dov_shelf_sheet_new (DovStore              *store,
                     const DovShelfWish    *wish,
                     const DovTableColumn **columns,
                     guint                  n_columns,
                     const char            *title)
{
  DovShelfSheet *self = g_new0 (DovShelfSheet, 1);

  self->path = g_strdup (dov_store_get_path (store));
  self->user = g_strdup (dov_store_get_user (store));
  self->wish = *wish;
  self->words = g_strdup (wish->words);
  self->order = g_strdup (wish->order);
  self->wish.words = self->words;
  self->wish.order = self->order;
  self->columns = g_new (DovTableColumn, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = *columns[i];
  self->n_columns = n_columns;
  self->title = g_strdup (title);

  return self;
}

void
dov_shelf_sheet_free (DovShelfSheet *self)
{
  g_free (self->path);
  g_free (self->user);
  g_free (self->words);
  g_free (self->order);
  g_free (self->columns);
  g_free (self->title);
  g_free (self);
}

static void
add_column (DovTable      *table,
            const char    *name,
            const char    *heading,
            DovColumnKind  kind,
            int            width)
{
  DovColumn *column = g_new0 (DovColumn, 1);

  *column = (DovColumn) {
    .name = g_strdup (name), .heading = g_strdup (heading), .kind = kind, .width = width,
    .grows = g_str_equal (name, "name"), .on_paper = TRUE, .on_data = TRUE,
  };
  g_ptr_array_add (table->columns, column);
}

/* The unit has a column of its own here, so that figures can be sorted and added like with like. */
static void
fill (DovShelfSheet *self,
      GListModel    *shelves,
      DovTable      *table)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      gboolean is_name = self->columns[i].index == DOV_SHELF_NAME;

      add_column (table, self->columns[i].name, _(self->columns[i].title),
                  is_name ? DOV_COLUMN_TEXT : DOV_COLUMN_QUANTITY, is_name ? self->columns[i].width : 11);
      if (is_name)
        add_column (table, "unit", _("Unit"), DOV_COLUMN_TEXT, 8);
    }
  add_column (table, "mark", _("Note"), DOV_COLUMN_TEXT, 20);

  for (guint i = 0; i < g_list_model_get_n_items (shelves); i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (shelves, i);
      DovRow *row = dov_result_table_add_row (table, DOV_ROW_BODY);
      g_autofree char *mark = dov_shelf_dup_mark (shelf);

      row->id = dov_shelf_get_item (shelf);
      row->opens = "item";
      for (guint at = 0; at < table->columns->len; at++)
        {
          const DovColumn *column = g_ptr_array_index (table->columns, at);
          DovCell *cell = &row->cells[at];

          if (g_str_equal (column->name, "name"))
            dov_cell_set_text (cell, DOV_COLUMN_TEXT, dov_shelf_get_name (shelf));
          else if (g_str_equal (column->name, "unit"))
            dov_cell_set_text (cell, DOV_COLUMN_TEXT, dov_shelf_get_unit (shelf));
          else if (g_str_equal (column->name, "mark"))
            dov_cell_set_text (cell, DOV_COLUMN_TEXT, mark);
          else
            *cell = (DovCell) { .kind = DOV_COLUMN_QUANTITY,
                                .number = dov_shelf_get_figure (shelf, column->name) };
        }
    }
}

/**
 * dov_shelf_sheet_make:
 * @sheet: a #DovShelfSheet
 *
 * Reads what is shown once more through a connection of its own. Runs in
 * another thread.
 *
 * Returns: (transfer full): a list with one table
 */
DovResult *
dov_shelf_sheet_make (gpointer       sheet,
                      GCancellable  *cancellable,
                      GError       **error)
{
  DovShelfSheet *self = sheet;
  g_autoptr (DovStore) store = dov_store_open (self->path, DOV_STORE_READ_ONLY, error);
  g_autoptr (GListModel) shelves = NULL;
  g_autoptr (DovResult) result = NULL;
  DovTable *table;

  if (store == NULL)
    return NULL;
  dov_store_set_user (store, self->user);
  shelves = dov_shelf_list (store, &self->wish, error);
  if (shelves == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  result = dov_list_result_new (store, self->title, self->words, &table);
  fill (self, shelves, table);
  g_clear_object (&shelves);
  if (!dov_store_close (store, error))
    return NULL;

  return g_steal_pointer (&result);
}
