/* dov-list-copy.c - rows of a list as a table for the clipboard */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-copy.h"

#include "dov-list-columns.h"

/* A cell with tabs, lines or quotes in it stands in quotes, as spreadsheets read it. A text that begins
 * like a formula is text still: the space before it keeps a spreadsheet from reckoning. */
static void
append_cell (GString    *table,
             const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (strchr ("=+-@", *text) != NULL && *text != '\0' && !g_ascii_isdigit (text[1]))
    g_string_append_c (table, ' ');
  if (strpbrk (text, "\t\n\r\"") == NULL)
    {
      g_string_append (table, text);
      return;
    }
  parts = g_strsplit (text, "\"", -1);
  g_string_append_c (table, '"');
  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_printf (table, "%s%s", i > 0 ? "\"\"" : "", parts[i]);
  g_string_append_c (table, '"');
}

static char *
dup_cell (DovStore             *store,
          DovRecord            *record,
          const DovTableColumn *column)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), column->name);

  if (column->words != NULL)
    return column->words (store, record, column);

  return field != NULL ? dov_store_dup_shown (store, record, field) : g_strdup ("");
}

/**
 * dov_list_copy_rows:
 * @chosen: the positions of the rows; when it is empty, all rows
 *
 * Returns: headings and rows as they are shown, tabs between the cells
 */
char *
dov_list_copy_rows (DovStore              *store,
                    DovRecordList         *rows,
                    GtkBitset             *chosen,
                    const DovTableColumn **columns,
                    guint                  n_columns)
{
  g_autoptr (GString) table = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (rows));

  for (guint c = 0; c < n_columns; c++)
    {
      g_autofree char *heading = dov_list_columns_dup_heading (dov_record_list_get_record_type (rows), columns[c]);

      g_string_append (table, c > 0 ? "\t" : "");
      append_cell (table, heading);
    }
  g_string_append_c (table, '\n');
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (DovRecord) record = NULL;

      if (!gtk_bitset_is_empty (chosen) && !gtk_bitset_contains (chosen, i))
        continue;
      record = g_list_model_get_item (G_LIST_MODEL (rows), i);
      for (guint c = 0; c < n_columns; c++)
        {
          g_autofree char *cell = dup_cell (store, record, columns[c]);

          g_string_append (table, c > 0 ? "\t" : "");
          append_cell (table, cell);
        }
      g_string_append_c (table, '\n');
    }

  return g_string_free (g_steal_pointer (&table), FALSE);
}
