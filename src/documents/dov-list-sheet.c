/* dov-list-sheet.c - any list on screen as a workbook: its columns, its order, its filter */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-document.h"

#include "dov-author.h"
#include "dov-family.h"
#include "dov-person.h"
#include "dov-registry.h"

#include <glib/gi18n.h>

#define MEMBER(self, field, CType) G_STRUCT_MEMBER (CType, self, (field)->offset)

static DovColumnKind
find_kind (const DovField *field)
{
  static const DovColumnKind kinds[] = {
    [DOV_KIND_TEXT] = DOV_COLUMN_TEXT, [DOV_KIND_NOTE] = DOV_COLUMN_TEXT, [DOV_KIND_CHOICE] = DOV_COLUMN_TEXT,
    [DOV_KIND_CHOICES] = DOV_COLUMN_TEXT, [DOV_KIND_LINK] = DOV_COLUMN_TEXT, [DOV_KIND_NUMBER] = DOV_COLUMN_COUNT,
    [DOV_KIND_QUANTITY] = DOV_COLUMN_QUANTITY, [DOV_KIND_MONEY] = DOV_COLUMN_MONEY, [DOV_KIND_FLAG] = DOV_COLUMN_FLAG,
    [DOV_KIND_DATE] = DOV_COLUMN_DATE, [DOV_KIND_TIME] = DOV_COLUMN_TIME, [DOV_KIND_MOMENT] = DOV_COLUMN_MOMENT,
  };

  return field->kind == DOV_KIND_NUMBER && (field->flags & DOV_YEAR) ? DOV_COLUMN_YEAR : kinds[field->kind];
}

static void
fill_cell (DovStore       *store,
           DovRecord      *record,
           const DovField *field,
           DovCell        *cell)
{
  DovColumnKind kind = find_kind (field);
  g_autofree char *text = NULL;

  if (kind == DOV_COLUMN_FLAG)
    dov_cell_set_integer (cell, kind, MEMBER (record, field, gboolean));
  else if (dov_column_kind_is_figure (kind))
    {
      /* The record counts in the same parts. */
      cell->number = MEMBER (record, field, gint64);
      cell->is_empty = cell->number == DOV_UNKNOWN;
    }
  else
    {
      text = kind != DOV_COLUMN_TEXT ? dov_record_dup_text (record, field)
             : field->kind == DOV_KIND_LINK ? dov_store_dup_shown (store, record, field)
                                            : dov_record_dup_shown (record, field);
      dov_cell_set_text (cell, kind, text);
    }
}

static void
add_columns (DovTable            *table,
             const DovListColumn *columns,
             guint                n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const DovListColumn *shown = &columns[i];
      DovColumn *column = g_new0 (DovColumn, 1);

      *column = (DovColumn) {
        .name = g_strdup (shown->field != NULL ? shown->field->name : ""),
        .heading = g_strdup (shown->heading != NULL ? shown->heading : shown->field != NULL ? _(shown->field->label) : ""),
        .kind = shown->fill != NULL ? shown->kind : find_kind (shown->field),
        .width = shown->fill != NULL ? shown->width : 12, .grows = shown->grows, .on_paper = TRUE, .on_data = TRUE,
      };
      g_ptr_array_add (table->columns, column);
    }
}

static void
set_paper (DovPaper   *paper,
           DovStore   *store,
           const char *title,
           const char *filter)
{
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);
  g_autoptr (DovReader) reader = dov_reader_new (dov_store_get_path (store), NULL);
  g_autofree char *phone = NULL;

  paper->title = g_strdup (title);
  paper->sheet = dov_sheet_name_make (title);
  paper->file_name = dov_file_name_make (title, NULL, day);
  paper->filter = g_strdup (filter);
  paper->made_by = reader != NULL ? dov_author_find (reader, dov_store_get_user (store), &phone) : g_strdup ("");
  paper->made_at = dov_clock_dup_now ();
  paper->footer = dov_author_dup_footer (paper->made_by, phone, paper->made_at);
  paper->is_landscape = TRUE;
  paper->is_list = TRUE;
}

/**
 * dov_list_result_new:
 * @title: what the list is called
 * @filter: (nullable): what was searched and filtered, for «О файле»
 * @table: (out) (transfer none): its one table, with no columns yet
 *
 * Begins a list whose rows are no records; the caller puts in what is shown.
 *
 * Returns: (transfer full): a result with one table
 */
DovResult *
dov_list_result_new (DovStore    *store,
                     const char  *title,
                     const char  *filter,
                     DovTable   **table)
{
  DovResult *result = dov_result_new ();
  DovBlock *block = dov_block_new (DOV_BLOCK_TABLE, NULL);

  block->table = *table = dov_result_table_new ();
  (*table)->data = g_strdup (title);
  g_ptr_array_add (dov_result_get_blocks (result), block);
  set_paper (dov_result_get_paper (result), store, title, filter);

  return result;
}

static gboolean
tells_of_people (const DovField *field)
{
  return (field->flags & (DOV_PERSONAL | DOV_SPECIAL)) != 0
         || (field->kind == DOV_KIND_LINK
             && (field->target () == DOV_TYPE_FAMILY || field->target () == DOV_TYPE_PERSON));
}

/* The title may be what was searched for, «Семьи: Ивановы»; a name of a file is seen by many, so there
 * stands only what is listed. */
static void
name_by_kind (DovPaper   *paper,
              GListModel *records)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (g_list_model_get_item_type (records));
  GDate today = dov_today ();
  g_autofree char *day = dov_date_to_iso (&today);

  g_free (paper->file_name);
  paper->file_name = dov_file_name_make (_(klass->labels), NULL, day);
}

/**
 * dov_list_to_result:
 * @records: of one kind, in the order of the screen
 * @columns: (array length=n_columns): the columns of the screen, in their order
 * @title: what the list is called
 * @filter: (nullable): what was searched and filtered, for «О файле»
 *
 * Takes a list exactly as it is shown. It reads the store, so it belongs to
 * its thread; dov_workbook_write() then does not.
 *
 * Returns: (transfer full): a result with one table
 */
DovResult *
dov_list_to_result (DovStore             *store,
                    GListModel           *records,
                    const DovListColumn  *columns,
                    guint                 n_columns,
                    const char           *title,
                    const char           *filter,
                    GError              **error)
{
  DovTable *table;
  g_autoptr (DovResult) result = dov_list_result_new (store, title, filter, &table);
  DovPaper *paper = dov_result_get_paper (result);
  guint n_records = g_list_model_get_n_items (records);

  for (guint i = 0; i < n_columns; i++)
    paper->is_personal = paper->is_personal || (columns[i].field != NULL && tells_of_people (columns[i].field));
  if (paper->is_personal)
    name_by_kind (paper, records);
  add_columns (table, columns, n_columns);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (DovRecord) record = g_list_model_get_item (records, i);
      DovRow *row;

      if (record == NULL)
        {
          g_set_error_literal (error, DOV_DOCUMENT_ERROR, DOV_DOCUMENT_ERROR_ASKED,
                               _("A row of the list could not be read. Open the list again and repeat."));
          return NULL;
        }
      row = dov_result_table_add_row (table, DOV_ROW_BODY);
      row->id = dov_record_get_id (record);
      row->opens = DOV_RECORD_GET_CLASS (record)->table;
      for (guint j = 0; j < n_columns; j++)
        if (columns[j].fill != NULL)
          columns[j].fill (&row->cells[j], store, record, columns[j].data);
        else
          fill_cell (store, record, columns[j].field, &row->cells[j]);
    }

  return g_steal_pointer (&result);
}
