/* dov-list-export.c - a list as it is shown, made into a workbook in another thread */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-export.h"

#include <glib/gi18n.h>

#include "dov-record-list.h"

struct _DovListExport
{
  char                  *path;
  char                  *user;
  GType                  type;
  DovListAsked           asked;
  char                  *order;
  DovTableColumn        *columns;     /* of its own: the list may take others meanwhile */
  guint                  n_columns;
  char                  *title;
  char                  *filter;
};

/* A cell that the table computes, as the workbook keeps it. */
static void
fill_cell (DovCell              *cell,
           DovStore             *store,
           gpointer              record,
           const DovTableColumn *column)
{
  g_autofree char *words = column->words (store, record, column);
  char *end = NULL;
  gint64 number = g_ascii_strtoll (words, &end, 10);

  /* «около 40», «—» */
  if (column->is_number && (*words == '\0' || (end != words && *end == '\0')))
    {
      dov_cell_set_integer (cell, DOV_COLUMN_COUNT, number);
      cell->is_empty = *words == '\0';
    }
  else
    dov_cell_set_text (cell, DOV_COLUMN_TEXT, words);
}

static const char *
column_label (GType                 type,
              const DovTableColumn *column)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  const DovField *field = dov_record_class_find_field (klass, column->name);

  return field != NULL ? field->label : column->name;
}

/* The workbook says what the screen says over a column. */
static void
take_title (DovColumn            *heading,
            const DovTableColumn *column)
{
  if (column->title != NULL)
    {
      g_free (heading->heading);
      heading->heading = g_strdup (_(column->title));
    }
}

/* The columns that are no fields stand in the workbook where they stand on
 * screen. */
static void
add_computed (DovListExport *self,
              DovStore      *store,
              GListModel    *rows,
              DovTable      *table)
{
  for (guint at = 0; at < self->n_columns; at++)
    {
      const DovTableColumn *column = &self->columns[at];
      DovColumn *heading;

      if (column->words == NULL)
        {
          take_title (g_ptr_array_index (table->columns, at), column);
          continue;
        }

      heading = g_new0 (DovColumn, 1);
      heading->name = g_strdup (column->name);
      heading->heading = g_strdup (column->title != NULL ? _(column->title) : _(column_label (self->type, column)));
      heading->kind = column->is_number ? DOV_COLUMN_COUNT : DOV_COLUMN_TEXT;
      heading->width = column->width;
      heading->grows = column->expands || column->width > 20;
      heading->on_paper = TRUE;
      heading->on_data = TRUE;
      g_ptr_array_insert (table->columns, (int) at, heading);
      for (guint i = 0; i < table->rows->len; i++)
        {
          DovRow *row = g_ptr_array_index (table->rows, i);
          g_autoptr (DovRecord) record = g_list_model_get_item (rows, i);

          row->cells = g_renew (DovCell, row->cells, table->columns->len);
          memmove (&row->cells[at + 1], &row->cells[at], (table->columns->len - 1 - at) * sizeof (DovCell));
          memset (&row->cells[at], 0, sizeof (DovCell));
          fill_cell (&row->cells[at], store, record, column);
        }
    }
}

/**
 * dov_list_export_make:
 * @export: made by dov_list_export_new()
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads the rows once more through a connection of its own and puts them into
 * a result. Runs in another thread.
 *
 * Returns: (transfer full): the result
 */
DovResult *
dov_list_export_make (gpointer       export,
                      GCancellable  *cancellable,
                      GError       **error)
{
  DovListExport *self = export;
  g_autoptr (DovStore) store = dov_store_open (self->path, DOV_STORE_READ_ONLY, error);
  g_autoptr (DovRecordList) rows = NULL;
  g_autoptr (DovResult) result = NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  DovQuery query = dov_list_asked_query (&self->asked);

  if (store == NULL)
    return NULL;

  dov_store_set_user (store, self->user);
  rows = dov_record_list_new (store, self->type);
  if (!dov_record_list_set_query (rows, &query, error))
    return NULL;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].words == NULL)
      g_ptr_array_add (fields, (gpointer) dov_record_class_find_field (g_type_class_peek (self->type),
                                                                       self->columns[i].name));
  result = dov_list_to_result (store, G_LIST_MODEL (rows), (const DovField **) fields->pdata, fields->len,
                               self->title, self->filter, error);
  if (result == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  for (guint i = 0; i < dov_result_get_blocks (result)->len; i++)
    {
      DovBlock *block = g_ptr_array_index (dov_result_get_blocks (result), i);

      if (block->table != NULL)
        add_computed (self, store, G_LIST_MODEL (rows), block->table);
    }
  g_clear_object (&rows);
  if (!dov_store_close (store, error))
    return NULL;

  return g_steal_pointer (&result);
}

/**
 * dov_list_export_new:
 * @store: the store; only its path is kept
 * @type: what is listed
 * @asked: (transfer full): what the list asks; its contents are taken
 * @columns: the columns as shown
 * @n_columns: how many
 * @title: the title of the list
 * @filter: chip and search in words, for «О файле»
 */
DovListExport *
dov_list_export_new (DovStore              *store,
                     GType                  type,
                     DovListAsked          *asked,
                     const DovTableColumn **columns,
                     guint                  n_columns,
                     const char            *title,
                     const char            *filter)
{
  DovListExport *self = g_new0 (DovListExport, 1);

  self->path = g_strdup (dov_store_get_path (store));
  self->user = g_strdup (dov_store_get_user (store));
  self->type = type;
  self->asked = *asked;
  self->order = g_strdup (asked->order);
  self->asked.order = self->order;
  self->columns = g_new (DovTableColumn, n_columns);
  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = *columns[i];
  self->n_columns = n_columns;
  self->title = g_strdup (title);
  self->filter = g_strdup (filter);

  return self;
}

void
dov_list_export_free (DovListExport *self)
{
  dov_list_asked_clear (&self->asked);
  g_free (self->path);
  g_free (self->user);
  g_free (self->order);
  g_free (self->columns);
  g_free (self->title);
  g_free (self->filter);
  g_free (self);
}
