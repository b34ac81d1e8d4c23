/* dov-list-columns.c - which columns a list can show, and which of them somebody chose */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-columns.h"

#include <glib/gi18n.h>

#include "dov-config.h"

static gboolean
holds (GArray     *columns,
       const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_strcmp0 (g_array_index (columns, DovTableColumn, i).name, name) == 0)
      return TRUE;

  return FALSE;
}

/**
 * dov_list_columns_list_all:
 * @view: (nullable): what the list looks like
 *
 * Lists what the list can show: first the columns of its view, then every
 * other field. Health and the like never stand in a list.
 *
 * Returns: (transfer full) (element-type DovTableColumn): the columns
 */
GArray *
dov_list_columns_list_all (GType              type,
                           const DovListView *view)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (DovTableColumn));

  if (view != NULL)
    g_array_append_vals (columns, view->columns, view->n_columns);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      /* What the list does not show by itself somebody ticked: that stays, and others make room. */
      gboolean is_usual = view == NULL && (klass->fields[i].flags & DOV_LISTED) != 0;
      DovTableColumn column = { klass->fields[i].name, .leaves = is_usual ? 1 : 0 };

      if ((klass->fields[i].flags & DOV_SPECIAL) == 0 && !holds (columns, column.name))
        g_array_append_val (columns, column);
    }

  return columns;
}

/**
 * dov_list_columns_dup_heading:
 *
 * Returns: what stands over the column of a list, on the screen and in what is copied of it
 */
char *
dov_list_columns_dup_heading (GType                 type,
                              const DovTableColumn *column)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  const DovField *field = dov_record_class_find_field (klass, column->name);

  if (column->title != NULL)
    return g_strdup (_(column->title));

  return g_strdup (field != NULL ? _(field->label) : column->name);
}

/**
 * dov_list_columns_dup_usual:
 *
 * Returns: the columns that the list has while nobody chose others: their
 *   names with commas between
 */
char *
dov_list_columns_dup_usual (GType              type,
                            const DovListView *view)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; view != NULL && i < view->n_columns; i++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", view->columns[i].name);
  for (guint i = 0; view == NULL && i < klass->n_fields; i++)
    if ((klass->fields[i].flags & DOV_LISTED) != 0 && (klass->fields[i].flags & DOV_SPECIAL) == 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", klass->fields[i].name);

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
config_name (GType type)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (type);

  return g_strdup_printf ("columns-%s", klass->table);
}

/**
 * dov_list_columns_dup_chosen:
 *
 * Returns: the columns chosen on this computer, else the usual ones
 */
char *
dov_list_columns_dup_chosen (GType              type,
                             const DovListView *view)
{
  g_autofree char *name = config_name (type);
  char *chosen = dov_config_dup_text (name);

  if (chosen != NULL && *chosen != '\0')
    return chosen;
  g_free (chosen);

  return dov_list_columns_dup_usual (type, view);
}

/**
 * dov_list_columns_remember:
 * @names: the columns with commas between
 *
 * Keeps the choice for the next time on this computer. The usual columns are
 * kept as no choice, so that they follow a newer version of the program.
 */
void
dov_list_columns_remember (GType              type,
                           const DovListView *view,
                           const char        *names)
{
  g_autofree char *name = config_name (type);
  g_autofree char *usual = dov_list_columns_dup_usual (type, view);
  g_autoptr (GError) error = NULL;

  if (!dov_config_set_text (name, g_str_equal (names, usual) ? "" : names, &error))
    g_warning ("The columns of a list are not remembered: %s", error->message);
}

/**
 * dov_list_columns_pick:
 * @all: from dov_list_columns_list_all()
 * @names: with commas between; those nobody knows any more are passed over
 *
 * Returns: (transfer full) (element-type DovTableColumn): the named columns in
 *   their order, the first of which tells the rows apart; all where no name fits
 */
GArray *
dov_list_columns_pick (GArray     *all,
                       const char *names)
{
  g_auto (GStrv) wanted = g_strsplit (names, ",", -1);
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (DovTableColumn));
  gboolean is_told = FALSE, grows = FALSE;

  for (guint i = 0; wanted[i] != NULL; i++)
    for (guint c = 0; c < all->len; c++)
      {
        DovTableColumn column = g_array_index (all, DovTableColumn, c);

        if (g_strcmp0 (column.name, wanted[i]) == 0 && !holds (columns, column.name))
          {
            g_array_append_val (columns, column);
            is_told = is_told || column.is_bold;
            grows = grows || column.expands;
          }
      }
  if (columns->len == 0)
    {
      g_array_append_vals (columns, all->data, all->len);
      return columns;
    }

  g_array_index (columns, DovTableColumn, 0).is_bold |= !is_told;
  g_array_index (columns, DovTableColumn, 0).expands |= !grows;
  g_array_index (columns, DovTableColumn, 0).leaves = 0;

  return columns;
}
