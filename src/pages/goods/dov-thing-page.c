/* dov-thing-page.c - the card of one thing: what there is of it and where, and every movement */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-thing-page.h"

#include <glib/gi18n.h>

#include "dov-drive.h"
#include "dov-figure.h"
#include "dov-fold-columns.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-item.h"
#include "dov-need-row.h"
#include "dov-number.h"
#include "dov-paper-page.h"
#include "dov-record-list.h"
#include "dov-record-page.h"
#include "dov-registry.h"
#include "dov-section-box.h"
#include "dov-shelf.h"
#include "dov-sorting-box.h"
#include "dov-stock.h"
#include "dov-stock-move.h"
#include "dov-table-view.h"

struct _DovThingPage
{
  DovPage        parent_instance;

  DovStore      *store;
  DovItem       *item;
  gint64         lounge;
  gint64         drive;
  guint          refresh;

  GtkWidget     *facts;
  GtkWidget     *flow;
  GtkWidget     *figures[3];
  GtkWidget     *table;
  GtkWidget     *moves_note;
  DovSectionBox *places;
  DovSectionBox *needs;
};

G_DEFINE_FINAL_TYPE (DovThingPage, dov_thing_page, DOV_TYPE_PAGE)

static gint64
get_id (DovThingPage *self)
{
  return dov_record_get_id (DOV_RECORD (self->item));
}

/* ---- movements ---- */

/* What each link of a movement leads to: the table of the lines, their link, the table of the papers. */
static const struct
{
  gsize       link;
  const char *lines;
  const char *owner;
} sources[] = {
  { G_STRUCT_OFFSET (DovStockMove, donation_line_id), "donation_line", "receipt_id" },
  { G_STRUCT_OFFSET (DovStockMove, distribution_line_id), "distribution_line", "distribution_id" },
  { G_STRUCT_OFFSET (DovStockMove, write_off_line_id), "write_off_line", "write_off_id" },
  { G_STRUCT_OFFSET (DovStockMove, transfer_line_id), "stock_transfer_line", "transfer_id" },
  { G_STRUCT_OFFSET (DovStockMove, inventory_line_id), "inventory_line", "count_id" },
  { G_STRUCT_OFFSET (DovStockMove, kit_build_line_id), "kit_build_line", "build_id" },
};

/* The paper a movement follows from, and its kind. */
static gint64
find_paper (DovStore     *store,
            DovStockMove *move,
            GType        *type)
{
  if (move->kit_build_id != 0)
    {
      *type = dov_record_class_find_field (DOV_RECORD_GET_CLASS (move), "kit_build_id")->target ();
      return move->kit_build_id;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      gint64 line = G_STRUCT_MEMBER (gint64, move, sources[i].link);
      g_autofree char *sql = NULL;
      GType line_type;

      if (line == 0)
        continue;
      sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = ?1", sources[i].owner, sources[i].lines);
      line_type = dov_registry_find (sources[i].lines);
      *type = dov_record_class_find_field (dov_registry_class (line_type), sources[i].owner)->target ();
      return dov_goods_count (store, sql, g_variant_new ("(x)", line));
    }
  *type = G_TYPE_INVALID;

  return 0;
}

static char *
day_words (DovStore             *store,
           gpointer              row,
           const DovTableColumn *column)
{
  DovStockMove *move = row;
  GDate day;

  if (move->at == NULL)
    return g_strdup ("");
  day = dov_moment_get_date (move->at);

  return dov_date_to_shown (&day);
}

static char *
paper_words (DovStore             *store,
             gpointer              row,
             const DovTableColumn *column)
{
  GType type;
  gint64 paper = find_paper (store, row, &type);

  return paper != 0 ? dov_store_describe_id (store, type, paper) : g_strdup ("");
}

static char *
amount_words (DovStore             *store,
              gpointer              row,
              const DovTableColumn *column)
{
  DovStockMove *move = row;

  if ((column->index == 0) != (move->qty > 0))
    return g_strdup ("");

  return dov_quantity_to_shown (ABS (move->qty));
}

/* What was left when the movement was done. */
static char *
rest_words (DovStore             *store,
            gpointer              row,
            const DovTableColumn *column)
{
  DovStockMove *move = row;
  g_autofree char *at = dov_moment_to_iso (move->at);
  gint64 rest = dov_goods_count (store,
    "SELECT coalesce(sum(qty), 0) FROM stock_move WHERE item_id = ?1 AND lounge_id = ?2 AND removed IS NULL "
    "AND (at < ?3 OR (at = ?3 AND id <= ?4))",
    g_variant_new ("(xxsx)", move->item_id, move->lounge_id, at, dov_record_get_id (DOV_RECORD (move))));

  return dov_quantity_to_shown (rest);
}

static const char *
opens (gpointer              row,
       const DovTableColumn *column)
{
  return "opens";
}

static const DovTableColumn columns[] = {
  { "at", .title = N_("Date"), .width = 11, .words = day_words, .order = "" },
  { "kind", .width = 20, .order = "", .leaves = 2 },
  { "paper", .title = N_("Paper"), .width = 26, .expands = TRUE, .words = paper_words, .look = opens, .order = "",
    .is_bold = TRUE },
  { "drive_id", .width = 16, .order = "", .leaves = 1 },
  { "in", .title = N_("In"), .width = 7, .is_number = TRUE, .words = amount_words, .index = 0, .order = "" },
  { "out", .title = N_("Out"), .width = 7, .is_number = TRUE, .words = amount_words, .index = 1, .order = "" },
  { "rest", .title = N_("Left"), .width = 7, .is_number = TRUE, .words = rest_words, .order = "" },
};

static void
open_paper (DovThingPage *self,
            guint         position)
{
  g_autoptr (DovStockMove) move = g_list_model_get_item (dov_table_view_get_model (DOV_TABLE_VIEW (self->table)), position);
  GType type;
  gint64 paper = move != NULL ? find_paper (self->store, move, &type) : 0;

  if (paper != 0)
    dov_go_record (self, type, paper);
}

static void
opened_cb (DovThingPage *self,
           guint         position)
{
  open_paper (self, position);
}

static void
pressed_cb (DovThingPage *self,
            guint         position,
            guint         column)
{
  open_paper (self, position);
}

static void
show_moves (DovThingPage *self)
{
  g_autoptr (DovRecordList) moves = dov_record_list_new (self->store, DOV_TYPE_STOCK_MOVE);
  g_autoptr (GError) error = NULL;
  DovQuery query = {
    .where = "item_id = ?1 AND (?2 = 0 OR lounge_id = ?2) AND (?3 = 0 OR drive_id = ?3)",
    .params = g_variant_new ("(xxx)", get_id (self), self->lounge, self->drive), .order = "at", .descending = TRUE,
  };
  guint n;
  g_autofree char *note = NULL;

  if (!dov_record_list_set_query (moves, &query, &error))
    {
      g_warning ("Movements cannot be listed: %s", error->message);
      return;
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (moves));
  note = g_strdup_printf (ngettext ("%u movement", "%u movements", n), n);
  gtk_label_set_label (GTK_LABEL (self->moves_note), note);
  dov_table_view_set_model (DOV_TABLE_VIEW (self->table), G_LIST_MODEL (moves));
  gtk_widget_set_visible (self->table, n > 0);
}

/* ---- what there is ---- */

static void
show_figures (DovThingPage *self)
{
  g_autoptr (DovShelf) shelf = dov_shelf_find (self->store, get_id (self), self->lounge,
                                               self->drive != 0 ? self->drive : DOV_STOCK_ALL);
  const char *const captions[] = { _("in stock"), _("kept back"), _("free") };
  gint64 values[3] = { 0, 0, 0 };

  if (shelf != NULL)
    {
      values[0] = dov_shelf_get_balance (shelf);
      values[1] = dov_shelf_get_reserved (shelf);
      values[2] = dov_shelf_get_free (shelf);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *value = dov_shelf_amount_words (values[i], shelf != NULL ? dov_shelf_get_unit (shelf) : "");

      dov_figure_set (DOV_FIGURE (self->figures[i]), value, captions[i]);
    }
}

static void
add_place (DovThingPage         *self,
           const DovStockFigure *figure,
           const char           *unit)
{
  g_autofree char *place = dov_goods_place_words (self->store, figure->lounge_id);
  g_autofree char *name = figure->drive_id != 0 ? dov_store_describe_id (self->store, DOV_TYPE_DRIVE, figure->drive_id) :
                                                  g_strdup (_("general stock"));
  g_autofree char *amount = dov_shelf_amount_words (figure->balance, unit);
  g_autofree char *day = figure->expires_on != NULL ? dov_goods_day_words (figure->expires_on) : NULL;
  g_autofree char *second = day != NULL ? g_strdup_printf (_("%1$s · good until %2$s"), name, day) : g_strdup (name);
  GtkWidget *row = dov_row_line_new ("", place, second);
  GtkWidget *label = gtk_label_new (amount);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  dov_row_line_append (DOV_ROW_LINE (row), label);
  dov_section_box_append (self->places, row);
}

/* Lounge by lounge, the one that is looked at first; batch by batch. */
static void
show_places (DovThingPage *self)
{
  g_autoptr (GPtrArray) figures = dov_stock_list_item_figures (self->store, get_id (self), DOV_FIGURES_BATCHES, NULL);
  g_autofree char *unit = dov_record_dup_shown (DOV_RECORD (self->item),
    dov_record_class_find_field (DOV_RECORD_GET_CLASS (self->item), "unit"));

  dov_section_box_clear (self->places);
  for (guint pass = 0; figures != NULL && pass < 2; pass++)
    for (guint i = 0; i < figures->len; i++)
      {
        const DovStockFigure *figure = g_ptr_array_index (figures, i);

        if ((figure->lounge_id == self->lounge) == (pass == 0))
          add_place (self, figure, unit);
      }
}

static void
show_needs (DovThingPage *self)
{
  g_autoptr (GArray) ids = dov_goods_list_ids (self->store,
    "SELECT id FROM need WHERE item_id = ?1 AND status IN ('open', 'reserved') AND removed IS NULL "
    "ORDER BY status DESC, date, id",
    g_variant_new ("(x)", get_id (self)));

  dov_section_box_clear (self->needs);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) need = dov_store_find (self->store, DOV_TYPE_NEED, g_array_index (ids, gint64, i), NULL);

      if (need != NULL)
        dov_section_box_append (self->needs, dov_need_row_new (self->store, DOV_NEED (need), TRUE));
    }
}

static char *
dup_facts (DovThingPage *self)
{
  static const char *const shown[] = { "category_id", "season", "sex" };
  DovRecord *item = DOV_RECORD (self->item);
  g_autoptr (GString) facts = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (item), shown[i]);
      g_autofree char *words = dov_store_dup_shown (self->store, item, field);

      if (!dov_record_is_empty (item, field))
        g_string_append_printf (facts, "%s%s", facts->len > 0 ? "  ·  " : "", words);
    }
  if (self->item->perishable)
    g_string_append_printf (facts, "  ·  %s", _("spoils"));

  return g_string_free (g_steal_pointer (&facts), FALSE);
}

static void
show_all (DovThingPage *self)
{
  g_autofree char *facts = dup_facts (self);

  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  show_figures (self);
  show_places (self);
  show_needs (self);
  show_moves (self);
}

static gboolean
refresh_cb (gpointer data)
{
  DovThingPage *self = data;

  self->refresh = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

static void
refresh_soon (DovThingPage *self)
{
  if (self->refresh == 0)
    self->refresh = g_idle_add (refresh_cb, self);
}

/* ---- how it is built ---- */

static void
print_cb (DovThingPage *self)
{
  dov_go_to (self, dov_paper_page_new (self->store, "D-33g", get_id (self)));
}

static void
edit_cb (DovThingPage *self)
{
  dov_go_to (self, dov_record_page_new (self->store, DOV_TYPE_ITEM, get_id (self)));
}

static GtkWidget *
head_new (DovThingPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 4, "hexpand", TRUE, NULL);
  g_autofree char *name = dov_record_describe (DOV_RECORD (self->item));
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  GtkWidget *print = gtk_button_new_with_mnemonic (_("_Stock card"));
  GtkWidget *edit = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_add_css_class (title, "page-title");
  self->facts = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_set_valign (print, GTK_ALIGN_START);
  gtk_widget_set_valign (edit, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (edit, _("Change what is known of the thing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (edit), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Change what is known of the thing"), -1);
  g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect_swapped (edit, "clicked", G_CALLBACK (edit_cb), self);
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (words), self->facts);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), print);
  gtk_box_append (GTK_BOX (head), edit);

  return head;
}

static GtkWidget *
moves_new (DovThingPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "hexpand", TRUE, NULL);
  GtkWidget *line = g_object_new (GTK_TYPE_BOX, "spacing", 8, "margin-start", 3, NULL);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _("Movements"), "xalign", 0.0, NULL);

  gtk_widget_add_css_class (title, "section-title");
  self->moves_note = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, NULL);
  gtk_widget_add_css_class (self->moves_note, "dim-label");
  self->table = dov_table_view_new (self->store, _("Movements"));
  dov_table_view_set_many (DOV_TABLE_VIEW (self->table), FALSE);
  dov_table_view_set_whole (DOV_TABLE_VIEW (self->table));
  dov_table_view_set_columns (DOV_TABLE_VIEW (self->table), DOV_TYPE_STOCK_MOVE, columns, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (self->table, "opened", G_CALLBACK (opened_cb), self);
  g_signal_connect_swapped (self->table, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_box_append (GTK_BOX (line), title);
  gtk_box_append (GTK_BOX (line), self->moves_note);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->table);

  return box;
}

static void
build (DovThingPage *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 12, "margin-top", 14,
                                 "margin-bottom", 18, "margin-start", 24, "margin-end", 24, NULL);
  GtkWidget *clamp = g_object_new (ADW_TYPE_CLAMP, "maximum-size", 1240, "tightening-threshold", 1000, "child", box, NULL);
  GtkWidget *fold = dov_fold_columns_new ();
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);

  self->flow = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, NULL);
  gtk_widget_add_css_class (self->flow, "card");
  for (guint i = 0; i < G_N_ELEMENTS (self->figures); i++)
    {
      self->figures[i] = dov_figure_new ("", "");
      gtk_widget_set_can_target (self->figures[i], FALSE);
      gtk_widget_set_focusable (self->figures[i], FALSE);
      gtk_box_append (GTK_BOX (self->flow), self->figures[i]);
    }
  self->places = DOV_SECTION_BOX (dov_section_box_new (_("Where it is")));
  dov_section_box_set_empty (self->places, _("There is none left anywhere."));
  self->needs = DOV_SECTION_BOX (dov_section_box_new (_("Asked for")));
  dov_section_box_set_empty (self->needs, _("No family asks for it now."));
  gtk_box_append (GTK_BOX (side), self->flow);
  gtk_box_append (GTK_BOX (side), dov_sorting_box_new (self->store, 0, get_id (self)));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->places));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->needs));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (fold), moves_new (self));
  dov_fold_columns_append (DOV_FOLD_COLUMNS (fold), side);
  gtk_box_append (GTK_BOX (box), head_new (self));
  gtk_box_append (GTK_BOX (box), fold);
  adw_bin_set_child (ADW_BIN (self), g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", clamp, "vexpand", TRUE,
                                                   "hscrollbar-policy", GTK_POLICY_NEVER, NULL));
}

/**
 * dov_thing_page_new:
 * @lounge: whose movements are shown, 0: of all
 * @drive: the same
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_thing_page_new (DovStore *store,
                    gint64    item,
                    gint64    lounge,
                    gint64    drive)
{
  DovThingPage *self = g_object_new (DOV_TYPE_THING_PAGE, NULL);
  g_autoptr (DovRecord) found = dov_store_find (store, DOV_TYPE_ITEM, item, NULL);
  g_autofree char *name = NULL;

  self->store = g_object_ref (store);
  self->item = DOV_GOODS (found != NULL ? g_steal_pointer (&found) : dov_record_new (DOV_TYPE_ITEM, 0));
  self->lounge = lounge;
  self->drive = drive;
  name = dov_record_describe (DOV_RECORD (self->item));
  dov_page_set_title (DOV_PAGE (self), name);
  dov_page_set_section (DOV_PAGE (self), "drives");
  build (self);
  show_all (self);
  g_signal_connect_object (store, "committed", G_CALLBACK (refresh_soon), self, G_CONNECT_SWAPPED);

  return DOV_PAGE (self);
}

static void
dov_thing_page_focus (DovPage *page)
{
  dov_table_view_focus_rows (DOV_TABLE_VIEW (DOV_THING_PAGE (page)->table));
}

static void
dov_thing_page_dispose (GObject *object)
{
  DovThingPage *self = DOV_THING_PAGE (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dov_thing_page_parent_class)->dispose (object);
}

static void
dov_thing_page_class_init (DovThingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dov_thing_page_dispose;
  DOV_PAGE_CLASS (klass)->focus = dov_thing_page_focus;
}

static void
dov_thing_page_init (DovThingPage *self)
{
}
