/* dov-pasted.c - a table copied from a spreadsheet, read as new records */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-pasted.h"

#include "dov-fold.h"
#include "dov-ref-item.h"

#include <glib/gi18n.h>

/* One cell from *@at on, which is left behind it. A cell in quotes may hold
 * tabs, ends of lines and doubled quotes, as spreadsheets copy them. */
static char *
take_cell (const char **at)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *p = *at;

  if (*p == '"')
    {
      for (p++; *p != '\0' && !(*p == '"' && p[1] != '"'); p++)
        {
          g_string_append_c (cell, *p);
          if (*p == '"')
            p++;
        }
      if (*p == '"')
        p++;
    }
  for (; *p != '\0' && *p != '\t' && *p != '\n' && *p != '\r'; p++)
    g_string_append_c (cell, *p);
  *at = p;

  return g_strstrip (g_string_free (g_steal_pointer (&cell), FALSE));
}

static gboolean
is_empty_row (GPtrArray *row)
{
  for (guint i = 0; i < row->len; i++)
    if (*(const char *) g_ptr_array_index (row, i) != '\0')
      return FALSE;

  return TRUE;
}

/**
 * dov_pasted_split:
 * @text: what a spreadsheet puts on the clipboard: tabs between cells, a line for a row
 *
 * Returns: (transfer full) (element-type GPtrArray): the rows, each an array of
 *   its cells; rows in which nothing stands are left out
 */
GPtrArray *
dov_pasted_split (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (g_free);
  const char *at = text;

  while (*at != '\0')
    {
      g_ptr_array_add (row, take_cell (&at));
      if (*at == '\t')
        {
          at++;
          if (*at != '\0')
            continue;
          g_ptr_array_add (row, g_strdup (""));
        }
      if (*at == '\r')
        at++;
      if (*at == '\n')
        at++;
      if (!is_empty_row (row))
        g_ptr_array_add (rows, g_steal_pointer (&row));
      else
        g_ptr_array_unref (g_steal_pointer (&row));
      row = g_ptr_array_new_with_free_func (g_free);
    }

  return rows;
}

/* The cell, "" where the row is shorter than the table. */
const char *
dov_pasted_get_cell (GPtrArray *table,
                     guint      row,
                     guint      column)
{
  GPtrArray *cells = g_ptr_array_index (table, row);

  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

guint
dov_pasted_get_width (GPtrArray *table)
{
  guint width = 0;

  for (guint i = 0; i < table->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (table, i))->len);

  return width;
}

/* Whether a pasted column may go into the field. Health and the like come one
 * at a time, with the consent beside them. */
gboolean
dov_pasted_is_field (const DovField *field)
{
  return (field->flags & DOV_SPECIAL) == 0;
}

/**
 * dov_pasted_find_field:
 * @heading: what stands over a column: the label of a field in either
 *   language, or its own name
 *
 * Returns: (nullable): the field; %NULL for a heading that nobody knows, which
 *   is to be asked about
 */
const DovField *
dov_pasted_find_field (GType       type,
                       const char *heading)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  g_autofree char *folded = dov_fold (heading);

  for (guint i = 0; i < klass->n_fields && *folded != '\0'; i++)
    {
      const DovField *field = &klass->fields[i];
      g_autofree char *shown = dov_fold (_(field->label));
      g_autofree char *own = dov_fold (field->label);

      if (dov_pasted_is_field (field) &&
          (g_str_equal (folded, shown) || g_str_equal (folded, own) || g_strcmp0 (heading, field->name) == 0))
        return field;
    }

  return NULL;
}

/* The ids of the linked kind whose description is @text, ё as е and in any case. */
static gint64
find_described (DovStore       *store,
                const DovField *field,
                const char     *text,
                guint          *n_found)
{
  g_autofree char *wanted = dov_fold (text);
  DovQuery query = { .words = field->list == NULL ? text : NULL,
                     .where = field->list != NULL ? "list_code = ?1 AND is_active" : NULL };
  g_autoptr (GArray) ids = NULL;
  gint64 found = 0;

  if (field->list != NULL)
    query.params = g_variant_new ("(s)", field->list);
  ids = dov_store_list (store, field->target (), &query, NULL);
  *n_found = 0;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *words = dov_store_describe_id (store, field->target (), id);
      g_autofree char *folded = dov_fold (words);

      if (g_str_equal (folded, wanted))
        {
          found = id;
          (*n_found)++;
        }
    }
  if (*n_found == 0 && ids != NULL && ids->len == 1 && field->list == NULL)
    {
      *n_found = 1;
      found = g_array_index (ids, gint64, 0);
    }

  return found;
}

/**
 * dov_pasted_read_cell:
 * @draft: takes the value
 * @text: as it stands in the spreadsheet; an empty cell leaves the field as it is
 *
 * Reads one cell. A link is found by the words that describe its record; where
 * there is none or more than one, nothing is guessed.
 *
 * Returns: %FALSE with words on what to do when the cell cannot be this field
 */
gboolean
dov_pasted_read_cell (DovStore        *store,
                      DovRecord       *draft,
                      const DovField  *field,
                      const char      *text,
                      GError         **error)
{
  guint n_found = 0;
  gint64 id;

  if (*text == '\0')
    return TRUE;
  if (field->kind != DOV_KIND_LINK)
    return dov_record_set_typed (draft, field, text, error);

  id = find_described (store, field, text, &n_found);
  if (n_found == 1)
    {
      dov_record_set_number (draft, field->name, id);
      return TRUE;
    }
  if (n_found == 0)
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                 _("There is no “%s” here. Add it first, or write it as in the list."), text);
  else
    g_set_error (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_MALFORMED,
                 _("There are several “%s”. Write the one you mean in full."), text);

  return FALSE;
}
