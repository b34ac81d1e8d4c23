/* dov-things-box.c - the stock of a lounge thing by thing: search, kinds, what goes off soon, other lounges */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-things-box.h"

#include <glib/gi18n.h>

#include "dov-chips.h"
#include "dov-errors.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-lounge.h"
#include "dov-own-lounge.h"
#include "dov-ref-item.h"
#include "dov-shelf.h"
#include "dov-stock.h"
#include "dov-thing-page.h"

struct _DovThingsBox
{
  GtkBox      parent_instance;

  DovStore   *store;
  GtkWidget  *search;
  GtkWidget  *lounges;
  GArray     *lounge_ids;   /* gint64, as in the list of lounges; 0: all */
  DovChips   *chips;
  GtkWidget  *table;
  GtkWidget  *place;
  GtkLabel   *empty;
  gboolean    is_filling;
};

G_DEFINE_FINAL_TYPE (DovThingsBox, dov_things_box, GTK_TYPE_BOX)

static gint64
get_lounge (DovThingsBox *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->lounges));

  return selected < self->lounge_ids->len ? g_array_index (self->lounge_ids, gint64, selected) : 0;
}

/* A chip for every kind that is there, with the number of its things. */
static void
show_chips (DovThingsBox *self,
            GListModel   *all)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autofree char *selected = g_strdup (dov_chips_get_selected (self->chips));
  g_autoptr (GArray) order = dov_goods_list_ids (self->store,
    "SELECT id FROM ref_item WHERE list_code = 'item_category' AND removed IS NULL ORDER BY position, id", NULL);
  guint n = g_list_model_get_n_items (all), n_soon = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (all, i);
      gint64 category = dov_shelf_get_category (shelf);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &category));

      g_hash_table_insert (counts, g_memdup2 (&category, sizeof category), GUINT_TO_POINTER (count + 1));
      n_soon += dov_shelf_goes_off (shelf) ? 1 : 0;
    }

  self->is_filling = TRUE;
  dov_chips_clear (self->chips);
  dov_chips_add (self->chips, "all", _("All"));
  dov_chips_set_count (self->chips, "all", n);
  if (n_soon > 0)
    {
      dov_chips_add (self->chips, "soon", _("Goes off soon"));
      dov_chips_set_count (self->chips, "soon", n_soon);
    }
  for (guint i = 0; i < order->len; i++)
    {
      gint64 id = g_array_index (order, gint64, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id));
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
      g_autofree char *label = count > 0 ? dov_store_describe_id (self->store, DOV_TYPE_REF_ITEM, id) : NULL;

      if (label == NULL)
        continue;
      dov_chips_add (self->chips, name, label);
      dov_chips_set_count (self->chips, name, count);
    }
  dov_chips_set_selected (self->chips,
                          selected != NULL && dov_chips_get_label (self->chips, selected) != NULL ? selected : "all");
  self->is_filling = FALSE;
}

static void
show_rows (DovThingsBox *self)
{
  gboolean descending;
  const char *order = dov_table_view_get_order (DOV_TABLE_VIEW (self->table), &descending);
  const char *chip = dov_chips_get_selected (self->chips);
  DovShelfWish wish = {
    .drive = DOV_STOCK_ALL, .lounge = get_lounge (self), .soon = g_strcmp0 (chip, "soon") == 0,
    .order = order, .descending = descending,
    .words = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .category = chip != NULL && g_ascii_isdigit (*chip) ? g_ascii_strtoll (chip, NULL, 10) : 0,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) shelves = dov_shelf_list (self->store, &wish, &error);

  if (shelves == NULL)
    {
      dov_errors_show (GTK_WIDGET (self), error);
      return;
    }
  dov_table_view_set_model (DOV_TABLE_VIEW (self->table), shelves);
  gtk_label_set_label (self->empty, *wish.words != '\0' ?
                       _("There is no such thing in the stock. Look in another lounge, or with fewer letters.") :
                       _("The stock is empty. What is brought is entered with “Receive” (F3)."));
  gtk_stack_set_visible_child_name (GTK_STACK (self->place), g_list_model_get_n_items (shelves) > 0 ? "table" : "empty");
}

static void
fill_lounges (DovThingsBox *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr (GArray) ids = dov_store_list (self->store, DOV_TYPE_LOUNGE, NULL, NULL);
  gint64 own = dov_own_lounge_find (self->store), all = 0;
  guint selected = 0;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autofree char *place = dov_goods_place_words (self->store, id);

      if (id == own)
        selected = self->lounge_ids->len;
      gtk_string_list_append (words, place);
      g_array_append_val (self->lounge_ids, id);
    }
  gtk_string_list_append (words, _("All lounges"));
  g_array_append_val (self->lounge_ids, all);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->lounges), G_LIST_MODEL (words));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->lounges), selected);
  gtk_widget_set_visible (self->lounges, self->lounge_ids->len > 2);
}

/**
 * dov_things_box_show:
 *
 * Asks the store anew.
 *
 * Returns: how many things there are in the lounge
 */
guint
dov_things_box_show (DovThingsBox *self)
{
  DovShelfWish wish = { .drive = DOV_STOCK_ALL, .lounge = get_lounge (self) };
  g_autoptr (GListModel) all = dov_shelf_list (self->store, &wish, NULL);

  if (all == NULL)
    return 0;
  show_chips (self, all);
  show_rows (self);

  return g_list_model_get_n_items (all);
}

void
dov_things_box_search (DovThingsBox *self)
{
  gtk_widget_grab_focus (self->search);
}

static void
chip_cb (DovThingsBox *self)
{
  if (!self->is_filling)
    show_rows (self);
}

static void
lounge_cb (DovThingsBox *self)
{
  dov_things_box_show (self);
}

static void
open_thing (DovThingsBox *self,
            guint         position)
{
  g_autoptr (DovShelf) shelf = g_list_model_get_item (dov_table_view_get_model (DOV_TABLE_VIEW (self->table)), position);

  if (shelf != NULL)
    dov_go_to (self, dov_thing_page_new (self->store, dov_shelf_get_item (shelf), get_lounge (self), 0));
}

static void
pressed_cb (DovThingsBox *self,
            guint         position,
            guint         column)
{
  open_thing (self, position);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                DovThingsBox          *self)
{
  return key == GDK_KEY_Down && dov_table_view_focus_rows (DOV_TABLE_VIEW (self->table));
}

GtkWidget *
dov_things_box_new (DovStore *store)
{
  DovThingsBox *self = g_object_new (DOV_TYPE_THINGS_BOX, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *card = adw_bin_new ();
  guint n_columns;
  const DovTableColumn *columns = dov_shelf_columns_of_stock (&n_columns);

  self->store = g_object_ref (store);
  self->search = g_object_new (GTK_TYPE_SEARCH_ENTRY, "hexpand", TRUE, "search-delay", 60, "enable-undo", FALSE,
                               "placeholder-text", _("Name of a thing   (Ctrl+F)"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a thing"), -1);
  self->lounges = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lounges), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lounge"), -1);
  fill_lounges (self);
  self->chips = DOV_CHIPS (dov_chips_new (_("Kinds of things")));
  self->table = dov_table_view_new (store, _("Things in the stock"));
  dov_table_view_set_many (DOV_TABLE_VIEW (self->table), FALSE);
  dov_table_view_set_whole (DOV_TABLE_VIEW (self->table));
  dov_table_view_set_columns (DOV_TABLE_VIEW (self->table), G_TYPE_NONE, columns, n_columns);
  self->empty = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "margin-start", 15, "margin-end", 15,
                              "margin-top", 14, "margin-bottom", 14, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "dim-label");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (card), GTK_WIDGET (self->empty));
  self->place = g_object_new (GTK_TYPE_STACK, "vhomogeneous", FALSE, NULL);
  gtk_stack_add_named (GTK_STACK (self->place), self->table, "table");
  gtk_stack_add_named (GTK_STACK (self->place), card, "empty");

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->search, keys);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (show_rows), self);
  g_signal_connect_swapped (self->lounges, "notify::selected", G_CALLBACK (lounge_cb), self);
  g_signal_connect_swapped (self->chips, "notify::selected", G_CALLBACK (chip_cb), self);
  g_signal_connect_swapped (self->table, "opened", G_CALLBACK (open_thing), self);
  g_signal_connect_swapped (self->table, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (self->table, "order-changed", G_CALLBACK (show_rows), self);
  gtk_box_append (GTK_BOX (line), self->search);
  gtk_box_append (GTK_BOX (line), self->lounges);
  gtk_box_append (GTK_BOX (self), line);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (self), self->place);

  return GTK_WIDGET (self);
}

static void
dov_things_box_finalize (GObject *object)
{
  DovThingsBox *self = DOV_THINGS_BOX (object);

  g_clear_object (&self->store);
  g_array_unref (self->lounge_ids);

  G_OBJECT_CLASS (dov_things_box_parent_class)->finalize (object);
}

static void
dov_things_box_class_init (DovThingsBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dov_things_box_finalize;
}

static void
dov_things_box_init (DovThingsBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->lounge_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}
