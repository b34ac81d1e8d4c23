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
fill_cell (DovCell       *cell,
           DovStore      *store,
           DovRecord     *record,
           gconstpointer  data)
{
  const DovTableColumn *column = data;
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

/* The workbook says what the screen says over a column, and has what the table
 * computes where it stands there. */
static DovListColumn
describe (DovRecordClass       *klass,
          const DovTableColumn *column)
{
  DovListColumn shown = {
    .field = dov_record_class_find_field (klass, column->name),
    .heading = column->title != NULL ? _(column->title) : NULL,
  };

  if (column->words != NULL)
    {
      shown.fill = fill_cell;
      shown.data = column;
      shown.kind = column->is_number ? DOV_COLUMN_COUNT : DOV_COLUMN_TEXT;
      shown.width = column->width;
      shown.grows = column->expands || column->width > 20;
      if (shown.field == NULL && shown.heading == NULL)
        shown.heading = column->name;
    }

  return shown;
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
  g_autofree DovListColumn *columns = g_new0 (DovListColumn, self->n_columns);
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  DovQuery query = dov_list_asked_query (&self->asked);

  if (store == NULL)
    return NULL;

  dov_store_set_user (store, self->user);
  rows = dov_record_list_new (store, self->type);
  if (!dov_record_list_set_query (rows, &query, error))
    return NULL;

  for (guint i = 0; i < self->n_columns; i++)
    columns[i] = describe (klass, &self->columns[i]);
  result = dov_list_to_result (store, G_LIST_MODEL (rows), columns, self->n_columns, self->title, self->filter, error);
  if (result == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

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
