/* dov-list-page-shape.c - the columns of a list, and its views under a name */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page-private.h"

#include <glib/gi18n.h>

#include "dov-list-columns.h"
#include "dov-saved-view.h"

/**
 * dov_list_page_show_columns:
 * @names: with commas between
 *
 * Shows these columns; the order of the rows stays while its column does.
 */
void
dov_list_page_show_columns (DovListPage *self,
                            const char  *names)
{
  g_autoptr (GArray) columns = dov_list_columns_pick (self->all_columns, names);
  g_autofree char *order = NULL;
  gboolean descending = FALSE;

  if (g_strcmp0 (names, self->shown) == 0)
    return;

  order = g_strdup (dov_table_view_get_order (self->table, &descending));
  g_free (self->shown);
  self->shown = g_strdup (names);
  dov_table_view_set_columns (self->table, self->type, (const DovTableColumn *) columns->data, columns->len);
  if (order != NULL)
    dov_table_view_set_order (self->table, order, descending);
}

/* The columns that somebody chose; they stay on this computer. */
void
dov_list_page_choose_columns (DovListPage *self,
                              const char  *names)
{
  dov_list_columns_remember (self->type, self->view, names);
  dov_list_page_show_columns (self, names);
}

/**
 * dov_list_page_find_view:
 * @chip: (nullable): a chip
 *
 * Returns: (nullable) (transfer full): the saved view that the chip stands for
 */
DovRecord *
dov_list_page_find_view (DovListPage *self,
                         const char  *chip)
{
  if (chip == NULL || !g_str_has_prefix (chip, DOV_LIST_VIEW_CHIP))
    return NULL;

  return dov_store_find (self->store, DOV_TYPE_SAVED_VIEW,
                         g_ascii_strtoll (chip + strlen (DOV_LIST_VIEW_CHIP), NULL, 10), NULL);
}

/* A saved view brings its columns and its order; any other chip those of the list. */
void
dov_list_page_follow_chip (DovListPage *self)
{
  g_autoptr (DovRecord) saved = dov_list_page_find_view (self, dov_chips_get_selected (self->chips));
  g_autofree char *chosen = dov_list_columns_dup_chosen (self->type, self->view);
  DovSavedView *view = (DovSavedView *) saved;

  dov_list_page_show_columns (self, view != NULL && *view->columns != '\0' ? view->columns : chosen);
  if (self->narrowing != NULL && (view != NULL || self->has_view))
    dov_list_filter_take (self->narrowing, view != NULL ? view->filter : "");
  self->has_view = view != NULL;
  if (view != NULL && *view->order_by != '\0')
    dov_table_view_set_order (self->table, view->order_by, view->descending);
}

/**
 * dov_list_page_list_views:
 *
 * Returns: (transfer full) (nullable): the ids of the saved views of this list
 */
GArray *
dov_list_page_list_views (DovListPage *self)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  DovQuery query = { .where = "listed = ?1", .params = g_variant_new ("(s)", klass->table) };

  return dov_store_list (self->store, DOV_TYPE_SAVED_VIEW, &query, NULL);
}

void
dov_list_page_add_view_chips (DovListPage *self)
{
  g_autoptr (GArray) ids = dov_list_page_list_views (self);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *name = g_strdup_printf (DOV_LIST_VIEW_CHIP "%" G_GINT64_FORMAT, id);
      g_autofree char *title = dov_store_describe_id (self->store, DOV_TYPE_SAVED_VIEW, id);

      dov_chips_add (self->chips, name, title);
      dov_chips_set_count (self->chips, name, dov_list_page_count (self, name, NULL));
    }
}

/**
 * dov_list_page_save_view:
 * @title: its name
 *
 * Keeps what the list shows now as a view under a name: chip, search, columns
 * and order. It becomes a chip of its own.
 *
 * Returns: %FALSE when the name is empty or taken
 */
gboolean
dov_list_page_save_view (DovListPage  *self,
                         const char   *title,
                         GError      **error)
{
  g_autoptr (DovRecordClass) klass = g_type_class_ref (self->type);
  g_autoptr (DovSavedView) draft = DOV_SAVED_VIEW (dov_record_new (DOV_TYPE_SAVED_VIEW, 0));
  g_autoptr (DovRecord) below = dov_list_page_find_view (self, dov_chips_get_selected (self->chips));
  g_autofree char *words = NULL;
  DovQuery same = { .where = "listed = ?1 AND title = ?2", .params = g_variant_new ("(ss)", klass->table, title) };
  const char *chip = dov_chips_get_selected (self->chips);
  gboolean descending = FALSE;
  const char *order = dov_table_view_get_order (self->table, &descending);

  if (dov_store_count (self->store, DOV_TYPE_SAVED_VIEW, &same, NULL) > 0)
    return dov_refuse (error, _("There is a view “%s” already. Write another name, or remove that one."), title);
  if (below != NULL)
    {
      chip = DOV_SAVED_VIEW (below)->chip;
      words = g_strconcat (DOV_SAVED_VIEW (below)->words, " ", dov_list_page_get_words (self), NULL);
    }
  else
    {
      words = g_strdup (dov_list_page_get_words (self));
    }
  dov_set (draft, title, title);
  dov_set (draft, listed, klass->table);
  dov_set (draft, chip, chip != NULL ? chip : "");
  dov_set (draft, words, g_strstrip (words));
  if (self->narrowing != NULL)
    {
      g_autofree char *filter = dov_list_filter_dup_kept (self->narrowing);

      dov_set (draft, filter, filter);
    }
  dov_set (draft, columns, self->shown);
  dov_set (draft, order_by, order != NULL ? order : "");
  dov_set (draft, descending, descending);

  return dov_store_save (self->store, DOV_RECORD (draft), error);
}
