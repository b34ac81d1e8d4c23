/* dov-bin-page.c - what was removed and can be taken back, by kind */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-bin-page.h"

#include <glib/gi18n.h>

#include "dov-column-page.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-history.h"
#include "dov-label.h"
#include "dov-parts.h"
#include "dov-registry.h"
#include "dov-section-box.h"

/* Of each kind; more of them are found by the journal. */
#define MOST_OF_A_KIND 200

typedef struct
{
  DovPage *page;
  GType    type;
  gint64   id;
} Removed;

static gboolean
restore (DovStore  *store,
         gpointer   record,
         GError   **error)
{
  return dov_parts_restore (store, record, error);
}

static void
restore_cb (GtkButton *button,
            Removed   *removed)
{
  DovPage *page = removed->page;
  DovStore *store = dov_page_get_store (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (DovRecord) record = dov_store_find (store, removed->type, removed->id, &error);
  g_autofree char *name = record != NULL ? dov_store_describe (store, record) : NULL;
  g_autofree char *words = name != NULL ? g_strdup_printf (C_("toast", "Restored: %s"), name) : NULL;

  if (record != NULL)
    dov_deed_do (page, store, &(DovDeed) {
      .words = words, .act = restore, .data = g_object_ref (record), .free_data = g_object_unref });
  else
    dov_errors_show (GTK_WIDGET (page), error);
}

/* When it was removed and by whom. */
static char *
dup_circumstances (DovStore *store,
                   GType     type,
                   gint64    id)
{
  g_autoptr (GPtrArray) changes = dov_store_list_history (store, type, id, NULL);

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      DovChange *change = changes->pdata[i];

      if (g_strcmp0 (change->what, "removed") == 0)
        {
          g_autofree char *at = dov_history_dup_moment (change->at);

          return change->who != NULL && *change->who != '\0' ? g_strdup_printf ("%s, %s", at, change->who)
                                                             : g_steal_pointer (&at);
        }
    }

  return g_strdup ("");
}

static GtkWidget *
line_new (DovPage *page,
          GType    type,
          gint64   id)
{
  DovStore *store = dov_page_get_store (page);
  g_autoptr (DovRecord) record = dov_store_find (store, type, id, NULL);
  g_autofree char *title = record != NULL ? dov_store_describe (store, record) : g_strdup ("");
  g_autofree char *circumstances = dup_circumstances (store, type, id);
  GtkWidget *row = dov_row_line_new ("", title, circumstances);
  GtkWidget *button = gtk_button_new_with_label (_("Restore"));
  g_autofree char *words = g_strdup_printf (_("Restore: %s"), title);
  Removed *removed = g_new0 (Removed, 1);

  removed->page = page;
  removed->type = type;
  removed->id = id;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !dov_store_is_read_only (store));
  dov_name_widget (button, words);
  g_signal_connect_data (button, "clicked", G_CALLBACK (restore_cb), removed, (GClosureNotify) G_CALLBACK (g_free), 0);
  dov_row_line_append (DOV_ROW_LINE (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
fill (DovPage  *page,
      DovStore *store,
      GtkBox   *column)
{
  const DovQuery in_bin = { .in_bin = TRUE };
  guint n_types;
  const GType *types = dov_registry_list (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      g_autoptr (GArray) ids = dov_store_list (store, types[t], &in_bin, NULL);
      g_autofree char *count = NULL;
      GtkWidget *section;

      if (ids == NULL || ids->len == 0)
        continue;

      count = g_strdup_printf ("%u", ids->len);
      section = dov_section_box_new (_(dov_registry_class (types[t])->labels));
      dov_section_box_set_count (DOV_SECTION_BOX (section), count);
      for (guint i = 0; i < MIN (ids->len, MOST_OF_A_KIND); i++)
        dov_section_box_append (DOV_SECTION_BOX (section), line_new (page, types[t], g_array_index (ids, gint64, i)));
      gtk_box_append (column, section);
    }

  if (gtk_widget_get_first_child (GTK_WIDGET (column)) == NULL)
    {
      GtkWidget *empty = g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "user-trash-symbolic", "vexpand", TRUE,
                                       "title", _("The bin is empty"),
                                       "description", _("What you remove lies here until you need it again. "
                                                        "Nothing disappears by itself."), NULL);

      /* The pane inside is no stop for Tab. */
      gtk_widget_set_focusable (gtk_widget_get_first_child (empty), FALSE);
      gtk_box_append (column, empty);
    }
}

/**
 * dov_bin_page_new:
 *
 * Returns: (transfer floating): the bin
 */
DovPage *
dov_bin_page_new (DovStore *store)
{
  return dov_column_page_new (store, 900, fill);
}
