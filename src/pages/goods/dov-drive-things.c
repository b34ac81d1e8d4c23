/* dov-drive-things.c - the things of a drive: the table, its sheet for Excel, its paper */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-drive-page-private.h"

#include <glib/gi18n.h>

#include "dov-go.h"
#include "dov-history.h"
#include "dov-paper-page.h"
#include "dov-saving.h"
#include "dov-shelf-sheet.h"
#include "dov-thing-page.h"

static void
fill_wish (DovDrivePage *self,
           DovShelfWish *wish)
{
  gboolean descending;
  const char *order = dov_table_view_get_order (DOV_TABLE_VIEW (self->table), &descending);

  *wish = (DovShelfWish) { .drive = dov_drive_page_get_id (self), .order = order, .descending = descending, .all = TRUE };
}

void
dov_drive_page_show_things (DovDrivePage *self)
{
  DovShelfWish wish;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) shelves = NULL;
  guint n;

  fill_wish (self, &wish);
  shelves = dov_shelf_list (self->store, &wish, &error);
  n = shelves != NULL ? g_list_model_get_n_items (shelves) : 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.excel", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "drive.print", n > 0);
  if (shelves == NULL)
    {
      dov_drive_page_refuse (self, error);
      return;
    }
  dov_table_view_set_model (DOV_TABLE_VIEW (self->table), shelves);
  gtk_stack_set_visible_child_name (GTK_STACK (self->things_place), n > 0 ? "table" : "empty");
}

static void
open_thing (DovDrivePage *self,
            guint         position)
{
  g_autoptr (DovShelf) shelf = g_list_model_get_item (dov_table_view_get_model (DOV_TABLE_VIEW (self->table)), position);

  if (shelf != NULL)
    dov_go_to (self, dov_thing_page_new (self->store, dov_shelf_get_item (shelf), self->drive->lounge_id,
                                                   dov_drive_page_get_id (self)));
}

static void
opened_cb (DovDrivePage *self,
           guint         position)
{
  open_thing (self, position);
}

static void
pressed_cb (DovDrivePage *self,
            guint         position,
            guint         column)
{
  open_thing (self, position);
}

/* What makes the list as it stands on the screen. */
static DovShelfSheet *
sheet_new (DovDrivePage *self,
           const char   *title)
{
  const DovTableColumn *columns[16];
  guint n_columns = dov_table_view_list_shown (DOV_TABLE_VIEW (self->table), columns, G_N_ELEMENTS (columns));
  DovShelfWish wish;

  fill_wish (self, &wish);

  return dov_shelf_sheet_new (self->store, &wish, columns, n_columns, title);
}

static char *
dup_title (DovDrivePage *self)
{
  /* Translators: the title of a list: Things: Share the harvest */
  return g_strdup_printf (_("Things: %s"), self->drive->name);
}

void
dov_drive_page_save_things (DovDrivePage *self)
{
  g_autofree char *title = dup_title (self);

  dov_saving_make (DOV_SAVING (self->saving), title, dov_shelf_sheet_make, sheet_new (self, title),
                   (GDestroyNotify) dov_shelf_sheet_free);
}

void
dov_drive_page_print_things (DovDrivePage *self)
{
  g_autofree char *title = dup_title (self);

  dov_go_to (self, dov_paper_page_new_made (self->store, title, dov_shelf_sheet_make, sheet_new (self, title),
                                                      (GDestroyNotify) dov_shelf_sheet_free));
}

/* A word that acts, as at the right of every section. */
static GtkWidget *
link_new (const char *label,
          const char *hint,
          const char *action)
{
  GtkWidget *link = g_object_new (GTK_TYPE_BUTTON, "label", label, "tooltip-text", hint, "valign", GTK_ALIGN_CENTER,
                                  "action-name", action, NULL);

  gtk_widget_add_css_class (link, "flat");
  gtk_widget_add_css_class (link, "more");

  return link;
}

/**
 * dov_drive_page_add_things:
 *
 * Returns: (transfer none): the table with its heading, and the history below
 */
GtkWidget *
dov_drive_page_add_things (DovDrivePage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "hexpand", TRUE, NULL);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 8, "margin-start", 3, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Things"), "xalign", 0.0, NULL);
  GtkWidget *note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "hexpand", TRUE, "ellipsize", PANGO_ELLIPSIZE_END,
                                  "label", _("only like things are added up: never kilograms and pieces"), NULL);
  GtkWidget *empty = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "margin-start", 15, "margin-end", 15,
                                   "margin-top", 14, "margin-bottom", 14, "label",
                                   _("Nothing has been received yet. What is brought is entered with “Receive” (F3)."), NULL);
  GtkWidget *card = adw_bin_new ();
  GtkWidget *history = gtk_expander_new (_("History"));
  guint n_columns;
  const DovTableColumn *columns = dov_shelf_columns_of_drive (&n_columns);

  gtk_expander_set_child (GTK_EXPANDER (history), dov_history_new (self->store, DOV_TYPE_DRIVE, dov_drive_page_get_id (self)));
  gtk_widget_set_margin_top (history, 6);

  gtk_widget_add_css_class (title, "section-title");
  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (empty, "dim-label");
  gtk_widget_add_css_class (card, "card");
  adw_bin_set_child (ADW_BIN (card), empty);
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  self->table = dov_table_view_new (self->store, _("Things of the drive"));
  dov_table_view_set_many (DOV_TABLE_VIEW (self->table), FALSE);
  dov_table_view_set_whole (DOV_TABLE_VIEW (self->table));
  dov_table_view_set_columns (DOV_TABLE_VIEW (self->table), G_TYPE_NONE, columns, n_columns);
  g_signal_connect_swapped (self->table, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->table, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->table, "order-changed", G_CALLBACK (dov_drive_page_show_things), self);
  self->saving = dov_saving_new ();
  self->things_place = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (self->things_place), self->table, "table");
  gtk_stack_add_named (GTK_STACK (self->things_place), card, "empty");
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), note);
  gtk_box_append (GTK_BOX (line), link_new (_("To Excel"), _("Save these things for Excel (Ctrl+E)"), "drive.excel"));
  gtk_box_append (GTK_BOX (line), link_new (_("Print"), _("See these things on paper (Ctrl+P)"), "drive.print"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->things_place);
  gtk_box_append (GTK_BOX (box), self->saving);
  gtk_box_append (GTK_BOX (box), history);

  return box;
}
