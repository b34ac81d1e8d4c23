/* dov-things-box.c - the stock of a lounge thing by thing: search, kinds, what goes off soon, other lounges */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-things-box.h"

#include <glib/gi18n.h>

#include "dov-chips.h"
#include "dov-fold.h"
#include "dov-go.h"
#include "dov-goods-words.h"
#include "dov-label.h"
#include "dov-lounge.h"
#include "dov-own-lounge.h"
#include "dov-ref-item.h"
#include "dov-related-table.h"
#include "dov-shelf-table.h"
#include "dov-stock.h"
#include "dov-thing-page.h"
#include "dov-widgets.h"

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
  GtkWidget  *card;         /* instead of an empty table */
  GtkLabel   *empty;
  GtkLabel   *slip;
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
  g_autoptr (GArray) order = dov_store_see_ids (self->store, "SELECT id FROM live_ref_item WHERE list_code = 'item_category'"
                                                " ORDER BY position, id", NULL);
  guint n = g_list_model_get_n_items (all), n_soon = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (all, i);
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &shelf->category));

      g_hash_table_insert (counts, g_memdup2 (&shelf->category, sizeof shelf->category), GUINT_TO_POINTER (count + 1));
      n_soon += dov_shelf_judge (shelf) != DOV_EXPIRY_FAR;
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

static GListModel *
list_things (gpointer     box,
             const char  *order,
             gboolean     descending,
             GError     **error)
{
  DovThingsBox *self = box;
  const char *chip = dov_chips_get_selected (self->chips);
  DovShelfWish wish = {
    .drive = DOV_STOCK_ALL, .lounge = get_lounge (self), .soon = g_strcmp0 (chip, "soon") == 0,
    .order = order, .descending = descending,
    .words = gtk_editable_get_text (GTK_EDITABLE (self->search)),
    .category = chip != NULL && g_ascii_isdigit (*chip) ? g_ascii_strtoll (chip, NULL, 10) : 0,
  };
  g_autofree char *other = dov_fold_from_latin_keys (wish.words);
  g_autoptr (GListModel) found = dov_shelf_list (self->store, &wish, error);
  gboolean is_slip = FALSE;

  /* The keyboard may have been left in Latin letters. */
  if (found != NULL && g_list_model_get_n_items (found) == 0 && other != NULL && *other != '\0')
    {
      wish.words = other;
      g_clear_object (&found);
      found = dov_shelf_list (self->store, &wish, error);
      is_slip = found != NULL && g_list_model_get_n_items (found) > 0;
    }
  dov_label_show_slip (self->slip, is_slip ? other : NULL);

  return g_steal_pointer (&found);
}

static void
open_thing (gpointer box,
            gpointer shelf)
{
  DovThingsBox *self = box;

  dov_go_to (self, dov_thing_page_new (self->store, DOV_SHELF (shelf)->item, get_lounge (self), 0));
}

static const DovRelatedTable things = {
  N_("Things in the stock"), .columns = dov_shelf_columns_of_stock, .rows = list_things, .open = open_thing,
};

static void
show_rows (DovThingsBox *self)
{
  gboolean is_searching = *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0';

  gtk_label_set_label (self->empty, is_searching ?
                       _("There is no such thing in the stock. Look in another lounge, or with fewer letters.") :
                       _("The stock is empty. What is brought is entered with “Receive” (F3)."));
  dov_related_table_fill (self->table, 0);
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
  if (!self->is_filling)
    dov_things_box_show (self);
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

  self->store = g_object_ref (store);
  self->table = dov_related_table_new (store, &things, self);
  adw_bin_set_child (ADW_BIN (self->place), self->table);
  g_object_bind_property (self->table, "visible", self->card, "visible", G_BINDING_INVERT_BOOLEAN | G_BINDING_SYNC_CREATE);
  self->is_filling = TRUE;
  fill_lounges (self);
  self->is_filling = FALSE;

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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dov_things_box_finalize;

  g_type_ensure (DOV_TYPE_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class, DOV_RESOURCES "/ui/dov-things-box.ui");
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, search);
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, lounges);
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, chips);
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, place);
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, card);
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, empty);
  gtk_widget_class_bind_template_child (widget_class, DovThingsBox, slip);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_bind_template_callback (widget_class, chip_cb);
  gtk_widget_class_bind_template_callback (widget_class, lounge_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
dov_things_box_init (DovThingsBox *self)
{
  self->lounge_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  dov_name_widget (self->lounges, _("Lounge"));
}
