/* dov-related-table.c - the rows that belong to a record, or to none, as a table that is declared */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-related-table.h"

#include "dov-errors.h"
#include "dov-go.h"
#include "dov-record-list.h"

#include <glib/gi18n.h>

typedef struct
{
  const DovRelatedTable *declared;
  DovStore              *store;
  gint64                 subject;
  gpointer               user_data;
} Filling;

static GQuark filling_quark (void);
G_DEFINE_QUARK (dov-related-table-filling, filling)

static void
free_filling (gpointer data)
{
  g_object_unref (((Filling *) data)->store);
  g_free (data);
}

static Filling *
get_filling (GtkWidget *table)
{
  return g_object_get_qdata (G_OBJECT (table), filling_quark ());
}

static void
open_cb (GtkWidget *table,
         guint      position)
{
  Filling *filling = get_filling (table);
  g_autoptr (GObject) row = g_list_model_get_item (dov_table_view_get_model (DOV_TABLE_VIEW (table)), position);

  if (row != NULL && filling->declared->open != NULL)
    filling->declared->open (filling->user_data != NULL ? filling->user_data : table, row);
  else if (row != NULL)
    dov_go_record (table, filling->declared->type (), dov_record_get_id (DOV_RECORD (row)));
}

static void
pressed_cb (GtkWidget *table,
            guint      position,
            guint      column)
{
  open_cb (table, position);
}

static GListModel *
list_rows (Filling     *filling,
           const char  *order,
           gboolean     descending,
           GError     **error)
{
  const DovRelatedTable *declared = filling->declared;
  g_autoptr (DovRecordList) records = NULL;
  DovQuery query = { .where = declared->where, .order = order, .descending = descending };

  if (declared->rows != NULL)
    return declared->rows (filling->user_data, order, descending, error);
  if (declared->where != NULL)
    query.params = g_variant_new ("(x)", filling->subject);
  records = dov_record_list_new (filling->store, declared->type ());

  return dov_record_list_set_query (records, &query, error) ? G_LIST_MODEL (g_steal_pointer (&records)) : NULL;
}

static guint
fill (GtkWidget *table)
{
  Filling *filling = get_filling (table);
  gboolean descending = FALSE;
  const char *order = dov_table_view_get_order (DOV_TABLE_VIEW (table), &descending);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) rows = order != NULL ? list_rows (filling, order, descending, &error) :
    list_rows (filling, filling->declared->order, filling->declared->descending, &error);

  if (rows == NULL)
    {
      dov_errors_show (table, error);
      return 0;
    }
  dov_table_view_set_model (DOV_TABLE_VIEW (table), rows);
  gtk_widget_set_visible (table, g_list_model_get_n_items (rows) > 0);

  return g_list_model_get_n_items (rows);
}

/**
 * dov_related_table_fill:
 * @table: from dov_related_table_new(); hidden while it has no rows
 * @subject: the id of the record that the rows belong to, 0 where they belong to none
 *
 * Asks the store anew.
 *
 * Returns: how many rows there are
 */
guint
dov_related_table_fill (GtkWidget *table,
                        gint64     subject)
{
  get_filling (table)->subject = subject;

  return fill (table);
}

/**
 * dov_related_table_new:
 * @declared: static
 * @user_data: (nullable): for its functions; outlives the table; %NULL: they get the table
 *
 * Returns: (transfer floating): an empty table, which fills itself again when a heading is pressed
 */
GtkWidget *
dov_related_table_new (DovStore              *store,
                       const DovRelatedTable *declared,
                       gpointer               user_data)
{
  GtkWidget *table = dov_table_view_new (store, _(declared->title));
  Filling filling = { declared, g_object_ref (store), 0, user_data };
  guint n = 0;

  while (declared->columns[n].name != NULL)
    n++;
  g_object_set_qdata_full (G_OBJECT (table), filling_quark (), g_memdup2 (&filling, sizeof filling), free_filling);
  dov_table_view_set_many (DOV_TABLE_VIEW (table), FALSE);
  dov_table_view_set_whole (DOV_TABLE_VIEW (table));
  dov_table_view_set_columns (DOV_TABLE_VIEW (table), declared->type != NULL ? declared->type () : G_TYPE_NONE,
                              declared->columns, n);
  g_signal_connect (table, "opened", G_CALLBACK (open_cb), NULL);
  g_signal_connect (table, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect (table, "order-changed", G_CALLBACK (fill), NULL);

  return table;
}

/**
 * dov_related_table_or:
 * @table: (transfer floating): from dov_related_table_new()
 * @icon: of the empty place
 * @title: what will be there
 * @words: how it comes there
 * @begin: (transfer floating): the button that begins it
 *
 * Returns: (transfer floating): the table, or the empty place
 */
GtkWidget *
dov_related_table_or (GtkWidget  *table,
                      const char *icon,
                      const char *title,
                      const char *words,
                      GtkWidget  *begin)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon, "title", title, "description", words,
                                   "child", begin, NULL);

  /* The pane inside is no stop for Tab. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (empty), FALSE);
  gtk_widget_set_halign (begin, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (begin, "suggested-action");
  gtk_widget_add_css_class (begin, "pill");
  g_object_bind_property (table, "visible", empty, "visible", G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), table);
  gtk_box_append (GTK_BOX (box), empty);

  return box;
}
