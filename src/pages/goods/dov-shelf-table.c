/* dov-shelf-table.c - the columns of things in a drive or in the stock, and what is shown for Excel and for paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-shelf-table.h"

#include <glib/gi18n.h>

#include "dov-number.h"

/* ---- columns ---- */

static char *
name_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  DovShelf *shelf = row;

  /* Translators: a thing and the unit it is counted in: “Potatoes, kg” */
  return g_strdup_printf (C_("thing and unit", "%s, %s"), shelf->name, shelf->unit);
}

static char *
mark_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  return dov_shelf_dup_mark (row);
}

static const DovSign *
mark_sign (gpointer              row,
           const DovTableColumn *column)
{
  static const DovSign over = { "dialog-error-symbolic", "error" };
  static const DovSign soon = { "alarm-symbolic", "warning" };
  static const DovSign kept = { "changes-prevent-symbolic", "warning" };
  static const DovSign gone = { NULL, "plain" };
  DovExpiry expiry = dov_shelf_judge (row);

  return expiry == DOV_EXPIRY_OVER ? &over : expiry == DOV_EXPIRY_SOON ? &soon : DOV_SHELF (row)->balance <= 0 ? &gone : &kept;
}

static char *
figure_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  gint64 figure = dov_shelf_get_figure (row, column->name);

  return figure == 0 && !g_str_equal (column->name, "free") ? g_strdup ("—") : dov_quantity_to_shown (figure);
}

/* Every figure opens the movements behind it. */
static const char *
figure_look (gpointer              row,
             const DovTableColumn *column)
{
  return dov_shelf_get_figure (row, column->name) != 0 && !g_str_equal (column->name, "elsewhere") ? "opens" : NULL;
}

#define NAME \
  { "name", .title = N_("Thing"), .width = 26, .expands = TRUE, .words = name_words, .badge = mark_words, \
    .sign = mark_sign, .order = "name" }
#define FIGURE(column, heading, ...) \
  { column, .title = heading, .width = 5, .is_number = TRUE, .words = figure_words, .look = figure_look, \
    .order = column, .heading_wraps = TRUE, __VA_ARGS__ }

const DovTableColumn dov_shelf_columns_of_drive[] = {
  NAME,
  FIGURE ("received", N_("Received"), .leaves = 2),
  FIGURE ("issued", N_("Handed out"), .leaves = 3),
  FIGURE ("balance", N_("In stock")),
  FIGURE ("reserved", N_("Kept back"), .leaves = 4),
  FIGURE ("free", N_("Free"), .is_bold = TRUE),
  { NULL },
};

const DovTableColumn dov_shelf_columns_of_stock[] = {
  NAME,
  FIGURE ("balance", N_("In stock")),
  FIGURE ("reserved", N_("Kept back"), .leaves = 2),
  FIGURE ("free", N_("Free"), .is_bold = TRUE),
  FIGURE ("elsewhere", N_("Other lounges"), .leaves = 1),
  { NULL },
};

/* ---- for Excel and for paper ---- */

struct _DovShelfSheet
{
  char                 *path;
  char                 *user;
  DovShelfWish          wish;
  char                 *order;
  const DovTableColumn *columns;
  char                 *title;
};

/**
 * dov_shelf_sheet_new:
 * @store: only its path is kept
 * @wish: what is shown, in its order; without words
 * @columns: those of above, which outlive the table
 * @title: what the list is called
 *
 * Returns: (transfer full): for dov_shelf_sheet_make()
 */
DovShelfSheet *
dov_shelf_sheet_new (DovStore             *store,
                     const DovShelfWish   *wish,
                     const DovTableColumn *columns,
                     const char           *title)
{
  DovShelfSheet *self = g_new0 (DovShelfSheet, 1);

  self->path = g_strdup (dov_store_get_path (store));
  self->user = g_strdup (dov_store_get_user (store));
  self->wish = *wish;
  self->wish.order = self->order = g_strdup (wish->order);
  self->columns = columns;
  self->title = g_strdup (title);

  return self;
}

void
dov_shelf_sheet_free (DovShelfSheet *self)
{
  g_free (self->path);
  g_free (self->user);
  g_free (self->order);
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
add_columns (DovShelfSheet *self,
             DovTable      *table)
{
  for (const DovTableColumn *column = self->columns; column->name != NULL; column++)
    {
      gboolean is_name = g_str_equal (column->name, "name");

      add_column (table, column->name, _(column->title), is_name ? DOV_COLUMN_TEXT : DOV_COLUMN_QUANTITY,
                  is_name ? column->width : 11);
      if (is_name)
        add_column (table, "unit", _("Unit"), DOV_COLUMN_TEXT, 8);
    }
  add_column (table, "mark", _("Note"), DOV_COLUMN_TEXT, 20);
}

static void
add_row (DovTable *table,
         DovShelf *shelf)
{
  DovRow *row = dov_result_table_add_row (table, DOV_ROW_BODY);

  row->id = shelf->item;
  row->opens = "item";
  for (guint i = 0; i < table->columns->len; i++)
    {
      const DovColumn *column = g_ptr_array_index (table->columns, i);

      g_autofree char *mark = dov_shelf_dup_mark (shelf);

      if (column->kind == DOV_COLUMN_QUANTITY)
        row->cells[i] = (DovCell) { .kind = column->kind, .number = dov_shelf_get_figure (shelf, column->name) };
      else
        dov_cell_set_text (&row->cells[i], column->kind, g_str_equal (column->name, "mark") ? mark
                           : g_str_equal (column->name, "unit") ? shelf->unit : shelf->name);
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

  result = dov_list_result_new (store, self->title, NULL, &table);
  add_columns (self, table);
  for (guint i = 0; i < g_list_model_get_n_items (shelves); i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (shelves, i);

      add_row (table, shelf);
    }
  g_clear_object (&shelves);
  if (!dov_store_close (store, error))
    return NULL;

  return g_steal_pointer (&result);
}
