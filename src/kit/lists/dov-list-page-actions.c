/* dov-list-page-actions.c - what one can do with the rows of a list: open, remove, save for Excel */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-list-page-private.h"

#include <glib/gi18n.h>

#include "dov-batch-page.h"
#include "dov-deed.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-list-copy.h"
#include "dov-list-export.h"
#include "dov-paper-page.h"
#include "dov-paste-page.h"

static void
open_first (DovListPage *self)
{
  g_autoptr (GtkBitset) selected = dov_table_view_dup_selected (self->table);

  if (!gtk_bitset_is_empty (selected))
    dov_go_record (self, self->type,
                           dov_record_list_get_id (self->rows, gtk_bitset_get_minimum (selected)));
}

/* All together, or none: one operation, one undo. */
static gboolean
remove_all (DovListPage  *self,
            GArray       *ids,
            GError      **error)
{
  g_autofree char *words = NULL;
  DovListNoun noun = self->view != NULL ? self->view->noun : DOV_LIST_NOUN_ROWS;
  g_autofree char *count = dov_list_count (noun, ids->len);

  /* Translators: the line of the history and of undo: Moved to the bin: 2 families */
  words = g_strdup_printf (C_("toast", "Moved to the bin: %s"), count);
  if (!dov_store_begin (self->store, words, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) record = dov_store_find (self->store, self->type, g_array_index (ids, gint64, i), error);

      if (record == NULL || !dov_store_remove (self->store, record, error))
        {
          dov_store_abandon (self->store);
          return FALSE;
        }
    }

  return dov_store_commit (self->store, NULL, error);
}

/* The ids of the chosen rows. */
static GArray *
list_picked (DovListPage *self)
{
  g_autoptr (GtkBitset) selected = dov_table_view_dup_selected (self->table);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = dov_record_list_get_id (self->rows, position);

      g_array_append_val (ids, id);
    }

  return ids;
}

static void
change_picked (DovListPage *self)
{
  g_autoptr (GArray) ids = list_picked (self);
  DovListNoun noun = self->view != NULL ? self->view->noun : DOV_LIST_NOUN_ROWS;
  g_autofree char *count = dov_list_count (noun, ids->len);

  if (ids->len > 0 && !dov_store_is_read_only (self->store))
    dov_go_to (self, dov_batch_page_new (self->store, self->type, ids, count));
}

static void
copy_shown (DovListPage *self)
{
  g_autoptr (GtkBitset) selected = dov_table_view_dup_selected (self->table);
  const DovTableColumn *columns[64];
  guint n_columns = dov_table_view_list_shown (self->table, columns, G_N_ELEMENTS (columns));
  guint64 n = gtk_bitset_get_size (selected);
  DovListNoun noun = self->view != NULL ? self->view->noun : DOV_LIST_NOUN_ROWS;
  g_autofree char *table = dov_list_copy_rows (self->store, self->rows, selected, columns, n_columns);
  g_autofree char *count = dov_list_count (noun, n > 0 ? (gint64) n :
                                                         (gint64) g_list_model_get_n_items (G_LIST_MODEL (self->rows)));
  /* Translators: a toast: Copied as a table: 12 families */
  g_autofree char *words = g_strdup_printf (C_("toast", "Copied as a table: %s"), count);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), table);
  dov_go_tell (self, words, 0);
}

static void
paste (DovListPage *self)
{
  g_autoptr (DovRecord) begun = dov_record_new (self->type, 0);

  if (!dov_store_is_read_only (self->store))
    dov_paste_page_begin (GTK_WIDGET (self), self->store, begun);
}

static gboolean
remove_ids (DovStore  *store,
            gpointer   page,
            GError   **error)
{
  g_autoptr (GArray) ids = list_picked (page);

  return remove_all (page, ids, error);
}

static void
unselect (gpointer from,
          gpointer page)
{
  dov_table_view_unselect_all (DOV_LIST_PAGE (page)->table);
}

static void
remove_picked (DovListPage *self)
{
  g_autoptr (GArray) ids = list_picked (self);

  if (ids->len > 0)
    dov_deed_do (self, self->store, &(DovDeed) {
      .act = remove_ids, .done = unselect, .data = g_object_ref (self), .free_data = g_object_unref });
}

static char *
dup_filter (DovListPage *self)
{
  const char *chip = dov_chips_get_selected (self->chips), *words = dov_list_page_get_words (self);
  const char *label = g_strcmp0 (chip, "all") == 0 ? NULL : dov_chips_get_label (self->chips, chip);
  g_autofree char *narrowed = self->narrowing != NULL ? dov_list_filter_dup_words (self->narrowing) : g_strdup ("");
  g_autofree char *both = NULL;

  if (*narrowed != '\0')
    {
      both = label != NULL ? g_strdup_printf ("%s, %s", label, narrowed) : g_strdup (narrowed);
      label = both;
    }
  if (label != NULL && *words != '\0')
    return g_strdup_printf ("%s, «%s»", label, words);
  if (*words != '\0')
    return g_strdup_printf ("«%s»", words);

  return g_strdup (label != NULL ? label : "");
}

/* What makes the list as it is shown, NULL when nothing is. */
static DovListExport *
export_new (DovListPage *self)
{
  const DovTableColumn *columns[32];
  guint n_columns = dov_table_view_list_shown (self->table, columns, G_N_ELEMENTS (columns));
  g_autofree char *filter = dup_filter (self);
  DovListAsked asked;

  if (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0)
    return NULL;

  dov_list_page_fill_query (self, &asked, dov_chips_get_selected (self->chips), dov_list_page_get_words (self));

  return dov_list_export_new (self->store, self->type, &asked, columns, n_columns,
                              dov_page_get_title (DOV_PAGE (self)), filter);
}

static void
save_for_excel (DovListPage *self)
{
  DovListExport *export = export_new (self);

  if (export != NULL)
    dov_saving_make (self->saving, dov_page_get_title (DOV_PAGE (self)), dov_list_export_make, export,
                     (GDestroyNotify) dov_list_export_free);
}

static void
show_paper (DovListPage *self)
{
  DovListExport *export = export_new (self);

  if (export != NULL)
    dov_go_to (self, dov_paper_page_new_made (self->store, dov_page_get_title (DOV_PAGE (self)),
                                              dov_list_export_make, export,
                                              (GDestroyNotify) dov_list_export_free));
}

static void
act (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  DovListPage *self = DOV_LIST_PAGE (widget);

  if (g_str_equal (name, "list.open"))
    open_first (self);
  else if (g_str_equal (name, "list.remove"))
    remove_picked (self);
  else if (g_str_equal (name, "list.change"))
    change_picked (self);
  else if (g_str_equal (name, "list.copy"))
    copy_shown (self);
  else if (g_str_equal (name, "list.paste"))
    paste (self);
  else if (g_str_equal (name, "list.unpick"))
    dov_table_view_unselect_all (self->table);
  else if (g_str_equal (name, "list.print"))
    show_paper (self);
  else
    save_for_excel (self);
}

/* The actions of the page and their keys; the menu and the bar name them. */
void
dov_list_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "list.open", NULL, act);
  gtk_widget_class_install_action (klass, "list.remove", NULL, act);
  gtk_widget_class_install_action (klass, "list.change", NULL, act);
  gtk_widget_class_install_action (klass, "list.copy", NULL, act);
  gtk_widget_class_install_action (klass, "list.paste", NULL, act);
  gtk_widget_class_install_action (klass, "list.unpick", NULL, act);
  gtk_widget_class_install_action (klass, "list.excel", NULL, act);
  gtk_widget_class_install_action (klass, "list.print", NULL, act);
}

static gboolean
table_key_cb (GtkEventControllerKey *controller,
              guint                  key,
              guint                  code,
              GdkModifierType        state,
              DovListPage           *self)
{
  if (key != GDK_KEY_Delete || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  remove_picked (self);

  return GDK_EVENT_STOP;
}

void
dov_list_page_init_actions (DovListPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Open"), "list.open");
  g_menu_append (menu, _("Change…"), "list.change");
  g_menu_append (menu, _("Copy as a table"), "list.copy");
  g_menu_append (menu, _("Paste a table…"), "list.paste");
  g_menu_append (menu, _("Move to the bin"), "list.remove");
  self->menu = G_MENU_MODEL (menu);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->excel), "list.excel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "list.print");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->open), "list.open");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "list.remove");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->copy), "list.copy");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->change), "list.change");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->unpick), "list.unpick");

  dov_page_add_key (self, "<Control>c", "list.copy", NULL);
  dov_page_add_key (self, "<Control>v", "list.paste", NULL);
  dov_page_add_key (self, "<Control>e", "list.excel", NULL);
  dov_page_add_key (self, "<Control>p", "list.print", NULL);
  self->saving = DOV_SAVING (dov_saving_new ());
  adw_bin_set_child (self->saving_place, GTK_WIDGET (self->saving));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (table_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->place), keys);
}
