/* dov-moving-page.c - the quieter papers of the stock: a write-off, a transfer, kits, a count */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-moving-page.h"

#include <glib/gi18n.h>

#include "dov-commission-field.h"
#include "dov-go.h"
#include "dov-goods-query.h"
#include "dov-inventory-count.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-build.h"
#include "dov-kit-part.h"
#include "dov-link-row.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-shelf.h"
#include "dov-stock-transfer-line.h"
#include "dov-stock-transfer.h"
#include "dov-stock.h"
#include "dov-write-off-line.h"
#include "dov-write-off.h"

typedef struct
{
  GType     (*type) (void);
  const char *title;
  const char *save;
  const char *dismiss;
  const char *words;       /* what the operation is called, with the number */
  const char *what;        /* the title of the group of fields */
  const char *fields;
  const char *paper;       /* the fields of the paper itself */
  const char *document;    /* that can be printed at once; NULL: none */
  GType     (*line) (void);
  const char *owner;
  const char *lines_title;
  const char *lines;
  const char *commission;  /* the link of its members; NULL: none */
} Spec;

static const Spec specs[] = {
  { dov_write_off_get_type, N_("Write-off"), N_("Write Off"), N_("Do Not Write Off"), N_("Written off: No. %s"),
    N_("Why"), "reason reason_words drive_id", "no date lounge_id made_by_id note", "D-33c",
    dov_write_off_line_get_type, "write_off_id", N_("What is written off"), "qty unit_value disposal", "write_off_id" },
  { dov_stock_transfer_get_type, N_("Transfer"), N_("Move"), N_("Do Not Move"), N_("Moved: No. %s"),
    N_("From where, to where"), "lounge_id drive_id to_lounge_id to_drive_id", "no date sent_by_id received_by_id note", NULL,
    dov_stock_transfer_line_get_type, "transfer_id", N_("What is moved"), "qty", NULL },
  { dov_kit_build_get_type, N_("Kits"), N_("Make Up"), N_("Do Not Make Up"), N_("Kits: No. %s"),
    N_("Which kits"), "kit_id qty is_unbuild drive_id", "no date lounge_id made_by_id note", NULL, NULL, NULL, NULL, NULL, NULL },
  { dov_inventory_count_get_type, N_("Stock count"), N_("Put into the Books"), N_("Do Not Save"), N_("Counted: No. %s"),
    N_("Count"), "date lounge_id", "no made_by_id note", "D-33d",
    dov_inventory_line_get_type, "count_id", N_("What lies there"), "actual_qty", "count_id" },
};

struct _DovMovingPage
{
  DovGoodsPage        parent_instance;

  const Spec         *spec;
  DovCommissionField *commission;
  DovSectionBox      *parts;        /* of a kit */
  gint64              shown_lounge; /* of a count */
};

G_DEFINE_FINAL_TYPE (DovMovingPage, dov_moving_page, DOV_TYPE_GOODS_PAGE)

static const Spec *
find_spec (DovRecord *draft)
{
  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    if (specs[i].type () == G_OBJECT_TYPE (draft))
      return &specs[i];

  return NULL;
}

/**
 * dov_moving_page_makes:
 *
 * Returns: whether this page makes such papers
 */
gboolean
dov_moving_page_makes (DovRecord *draft)
{
  return find_spec (draft) != NULL;
}

static DovForm *
get_form (DovMovingPage *self)
{
  return dov_form_page_get_form (DOV_FORM_PAGE (self));
}

static DovStore *
get_store (DovMovingPage *self)
{
  return dov_form_page_get_store (DOV_FORM_PAGE (self));
}

static DovRecord *
get_draft (DovMovingPage *self)
{
  return dov_goods_page_get_draft (DOV_GOODS_PAGE (self));
}

/* ---- lines of a write-off and a transfer: what is there ---- */

static GPtrArray *
look_cb (const char *words,
         guint       at_most,
         gpointer    user_data)
{
  DovMovingPage *self = user_data;
  DovGoodsPage *page = DOV_GOODS_PAGE (self);
  DovShelfWish wish = { .drive = dov_goods_page_get_number (page, "drive_id"),
                        .lounge = dov_goods_page_get_number (page, "lounge_id"), .words = words };
  g_autoptr (GListModel) shelves = dov_shelf_list (get_store (self), &wish, NULL);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) dov_found_free);

  for (guint i = 0; shelves != NULL && i < g_list_model_get_n_items (shelves) && found->len < at_most; i++)
    {
      g_autoptr (DovShelf) shelf = g_list_model_get_item (shelves, i);
      gint64 item = dov_shelf_get_item (shelf);
      char *note = NULL;

      dov_goods_page_find_free (page, item, &note);
      g_ptr_array_add (found, dov_found_new (item, dov_store_describe_id (get_store (self), DOV_TYPE_ITEM, item), note));
    }

  return found;
}

static gint64
get_qty (DovRecord  *record,
         const char *name)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (record), name);
  g_auto (GValue) value = G_VALUE_INIT;

  if (field == NULL)
    return DOV_UNKNOWN;
  dov_record_get_value (record, field, &value);

  return g_value_get_int64 (&value);
}

/* “by the books 36 kg; 2 kg are missing”. */
static char *
count_note (DovMovingPage    *self,
            DovInventoryLine *line)
{
  g_autofree char *book = dov_stock_dup_quantity (get_store (self), line->item_id, line->book_qty);
  gint64 difference = line->actual_qty == DOV_UNKNOWN ? 0 : line->actual_qty - line->book_qty;
  g_autofree char *words = NULL;

  if (line->actual_qty == DOV_UNKNOWN || difference == 0)
    return g_strdup_printf (line->actual_qty == DOV_UNKNOWN ? _("by the books %s") : _("by the books %s · it agrees"), book);
  words = dov_stock_dup_quantity (get_store (self), line->item_id, ABS (difference));

  return g_strdup_printf (difference > 0 ? _("by the books %1$s · %2$s too many") : _("by the books %1$s · %2$s missing"),
                          book, words);
}

static char *
note_cb (DovLines  *lines,
         DovRecord *record,
         gpointer   user_data)
{
  DovMovingPage *self = user_data;
  char *words = NULL;

  if (DOV_IS_INVENTORY_LINE (record))
    return count_note (self, DOV_INVENTORY_LINE (record));
  dov_goods_page_find_free (DOV_GOODS_PAGE (self), get_qty (record, "item_id"), &words);

  return words;
}

static char *
check_cb (DovLines  *lines,
          DovRecord *record,
          gpointer   user_data)
{
  DovMovingPage *self = user_data;
  gint64 item = get_qty (record, "item_id"), qty = get_qty (record, "qty"), wanted, have;
  g_autoptr (DovShelf) shelf = NULL;

  if (qty == DOV_UNKNOWN)
    return NULL;
  if (qty <= 0)
    return g_strdup (_("Type more than nothing, or take the line out."));

  /* What is kept back can be spoilt too; it cannot be moved away. */
  shelf = dov_shelf_find (get_store (self), item, dov_goods_page_get_number (DOV_GOODS_PAGE (self), "lounge_id"),
                          dov_goods_page_get_number (DOV_GOODS_PAGE (self), "drive_id"));
  have = shelf == NULL ? 0 : DOV_IS_WRITE_OFF_LINE (record) ? dov_shelf_get_balance (shelf) : dov_shelf_get_free (shelf);
  wanted = qty + dov_lines_sum (lines, item, record);

  return wanted > have ? dov_goods_page_dup_shortage (DOV_GOODS_PAGE (self), item, have, wanted) : NULL;
}

/* ---- a count: every thing and batch of the lounge, to be gone down by keyboard ---- */

static void
fill_count (DovMovingPage *self)
{
  DovLines *lines = dov_goods_page_get_lines (DOV_GOODS_PAGE (self));
  gint64 lounge = dov_goods_page_get_number (DOV_GOODS_PAGE (self), "lounge_id");
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GError) error = NULL;

  if (lounge == self->shown_lounge)
    return;
  self->shown_lounge = lounge;
  dov_lines_clear (lines);
  figures = dov_stock_list_figures (get_store (self), lounge, DOV_STOCK_ALL, DOV_FIGURES_BATCHES, &error);
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      DovStockFigure *figure = g_ptr_array_index (figures, i);
      g_autoptr (DovRecord) line = NULL;

      if (figure->lounge_id != lounge)
        continue;
      line = dov_record_new (DOV_TYPE_INVENTORY_LINE, 0);
      dov_set (DOV_INVENTORY_LINE (line), item_id, figure->item_id);
      dov_set (DOV_INVENTORY_LINE (line), drive_id, figure->drive_id);
      dov_set (DOV_INVENTORY_LINE (line), expires_on, figure->expires_on);
      dov_set (DOV_INVENTORY_LINE (line), book_qty, figure->balance);
      dov_lines_add_line (lines, line);
    }
}

/* ---- kits: what one is made of, and how many can be ---- */

static void
show_parts (DovMovingPage *self)
{
  DovKitBuild *build = DOV_KIT_BUILD (get_draft (self));
  DovQuery query = { .where = "kit_id = ?1", .params = g_variant_new ("(x)", build->kit_id) };
  g_autoptr (GArray) ids = dov_store_list (get_store (self), DOV_TYPE_KIT_PART, &query, NULL);
  gint64 scarce = 0, n;
  g_autofree char *count = NULL;

  dov_section_box_clear (self->parts);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (DovRecord) part = dov_store_find (get_store (self), DOV_TYPE_KIT_PART, g_array_index (ids, gint64, i), NULL);
      g_autofree char *name = NULL;
      g_autofree char *amount = NULL;
      g_autofree char *there = NULL;
      g_autofree char *second = NULL;

      if (part == NULL)
        continue;
      name = dov_store_describe_id (get_store (self), DOV_TYPE_ITEM, DOV_KIT_PART (part)->item_id);
      amount = dov_stock_dup_quantity (get_store (self), DOV_KIT_PART (part)->item_id, DOV_KIT_PART (part)->qty);
      dov_goods_page_find_free (DOV_GOODS_PAGE (self), DOV_KIT_PART (part)->item_id, &there);
      second = g_strdup_printf (_("%1$s in one kit · %2$s"), amount, there);
      dov_section_box_append (self->parts, dov_row_line_new ("", name, second));
    }
  n = build->kit_id != 0 ? dov_stock_count_kits (get_store (self), build->kit_id,
                                                 dov_goods_page_get_number (DOV_GOODS_PAGE (self), "lounge_id"),
                                                 build->drive_id, &scarce) : 0;
  if (build->kit_id != 0 && ids != NULL && ids->len > 0)
    {
      g_autofree char *shown = dov_quantity_to_shown (n);
      g_autofree char *name = scarce != 0 ? dov_store_describe_id (get_store (self), DOV_TYPE_ITEM, scarce) : NULL;

      count = name != NULL ? g_strdup_printf (_("enough for %1$s; first runs out: %2$s"), shown, name)
                           : g_strdup_printf (_("enough for %s"), shown);
    }
  dov_section_box_set_count (self->parts, count != NULL ? count : "");
}

static void
add_part_cb (DovMovingPage *self)
{
  g_autoptr (DovRecord) part = dov_record_new (DOV_TYPE_KIT_PART, 0);

  dov_set (DOV_KIT_PART (part), kit_id, DOV_KIT_BUILD (get_draft (self))->kit_id);
  dov_go_form (self, part);
}

/* ---- saving ---- */

static void
show_total (DovMovingPage *self)
{
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (get_draft (self)), "no");
  g_autofree char *no = dov_record_dup_text (get_draft (self), field);
  g_autofree char *total = g_strdup_printf (_("%1$s No. %2$s"), _(self->spec->title), no);

  dov_form_set_total (get_form (self), total);
}

static void
edited_cb (DovMovingPage *self)
{
  if (DOV_IS_INVENTORY_COUNT (get_draft (self)))
    fill_count (self);
  else if (self->parts != NULL)
    show_parts (self);
  if (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)) != NULL)
    dov_lines_refresh (dov_goods_page_get_lines (DOV_GOODS_PAGE (self)));
}

static char *
dov_moving_page_dup_words (DovGoodsPage *page)
{
  DovMovingPage *self = DOV_MOVING_PAGE (page);
  const DovField *field = dov_record_class_find_field (DOV_RECORD_GET_CLASS (get_draft (self)), "no");
  g_autofree char *no = dov_record_dup_text (get_draft (self), field);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return g_strdup_printf (_(self->spec->words), no);
#pragma GCC diagnostic pop
}

static gboolean
dov_moving_page_save_more (DovGoodsPage *page,
                           gint64        paper,
                           GError      **error)
{
  DovMovingPage *self = DOV_MOVING_PAGE (page);

  if (self->commission == NULL)
    return TRUE;
  if (dov_commission_field_count (self->commission) < 3)
    {
      const char *words = _("A commission has at least three people. Find them by their names.");

      dov_commission_field_set_error (self->commission, words);
      g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, words);
      return FALSE;
    }

  return dov_commission_field_save (self->commission, self->spec->commission, paper, error);
}

static void
print_cb (DovMovingPage *self)
{
  dov_goods_page_print_next (DOV_GOODS_PAGE (self), self->spec->document);
}

/* ---- how it is built ---- */

static void
add_lines (DovMovingPage *self)
{
  gboolean is_count = DOV_IS_INVENTORY_COUNT (get_draft (self));
  const DovLinesSpec spec = {
    .line = self->spec->line (), .owner = self->spec->owner, .title = _(self->spec->lines_title),
    .fields = self->spec->lines, .add = is_count ? NULL : _("Add a thing: its name or kind   (Ctrl+N)"),
  };
  DovLines *lines = DOV_LINES (dov_lines_new (get_form (self), &spec));

  if (!is_count)
    {
      dov_lines_set_look (lines, look_cb, self);
      dov_lines_set_check (lines, check_cb, self);
    }
  dov_lines_set_note (lines, note_cb, self);
  dov_goods_page_set_lines (DOV_GOODS_PAGE (self), lines);
  if (is_count)
    g_signal_connect_object (lines, "changed", G_CALLBACK (dov_lines_refresh), lines, G_CONNECT_SWAPPED);
  dov_form_add_widget (get_form (self), GTK_WIDGET (lines), FALSE);
}

static void
build (DovMovingPage *self)
{
  DovForm *form = get_form (self);
  DovFieldRow *kit;

  dov_form_add_group (form, _(self->spec->what), self->spec->fields, FALSE);
  if (self->spec->line != NULL)
    add_lines (self);
  if (DOV_IS_KIT_BUILD (get_draft (self)))
    {
      self->parts = DOV_SECTION_BOX (dov_section_box_new (_("What one kit is made of")));
      dov_section_box_set_empty (self->parts, _("Choose the kit. What it is made of is written once, here."));
      dov_section_box_set_more (self->parts, _("Add"));
      g_signal_connect_swapped (self->parts, "more-clicked", G_CALLBACK (add_part_cb), self);
      dov_form_add_widget (form, GTK_WIDGET (self->parts), FALSE);
      kit = dov_form_find_row (form, "kit_id");
      dov_link_row_set_filter (DOV_LINK_ROW (kit),
                               "category_id IN (SELECT id FROM ref_item WHERE list_code = 'item_category' AND code = 'kit')",
                               NULL);
      g_signal_connect_object (get_store (self), "committed", G_CALLBACK (show_parts), self, G_CONNECT_SWAPPED);
    }
  if (self->spec->commission != NULL)
    {
      self->commission = DOV_COMMISSION_FIELD (dov_commission_field_new (form, _("Find a member by name")));
      dov_form_add_widget (form, GTK_WIDGET (self->commission), TRUE);
    }
  dov_form_add_group (form, _("Paper"), self->spec->paper, TRUE);
  g_signal_connect_object (form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

/**
 * dov_moving_page_new:
 * @draft: a new write-off, transfer, making up of kits or count
 * @kept: the number of the unfinished form that is taken up again, 0 for none
 *
 * Returns: (transfer floating): the page
 */
DovPage *
dov_moving_page_new (DovStore  *store,
                     DovRecord *draft,
                     gint64     kept)
{
  DovMovingPage *self = g_object_new (DOV_TYPE_MOVING_PAGE, NULL);
  DovGoodsPage *page = DOV_GOODS_PAGE (self);

  self->spec = find_spec (draft);
  dov_goods_page_begin (page, store, draft, kept);
  dov_page_set_title (DOV_PAGE (self), _(self->spec->title));
  build (self);
  dov_form_set_verbs (get_form (self), _(self->spec->save), _(self->spec->dismiss));
  if (self->spec->document != NULL)
    {
      GtkWidget *print = dov_form_add_action (get_form (self), "document-print-symbolic", _("Save and print"));

      g_signal_connect_swapped (print, "clicked", G_CALLBACK (print_cb), self);
    }
  if (DOV_IS_INVENTORY_COUNT (draft) && kept == 0)
    fill_count (self);
  else if (DOV_IS_INVENTORY_COUNT (draft))
    self->shown_lounge = dov_goods_page_get_number (page, "lounge_id");
  dov_goods_page_finish (page);
  if (self->parts != NULL)
    show_parts (self);
  show_total (self);

  return DOV_PAGE (self);
}

static void
dov_moving_page_focus (DovPage *page)
{
  DovMovingPage *self = DOV_MOVING_PAGE (page);
  DovLines *lines = dov_goods_page_get_lines (DOV_GOODS_PAGE (self));

  if (DOV_IS_INVENTORY_COUNT (get_draft (self)))
    {
      g_autoptr (GPtrArray) all = dov_lines_list_lines (lines);

      if (all->len > 0)
        dov_lines_focus_line (lines, g_ptr_array_index (all, 0));
      return;
    }
  dov_form_focus (get_form (self));
}

static void
dov_moving_page_class_init (DovMovingPageClass *klass)
{
  DovGoodsPageClass *goods_class = DOV_GOODS_PAGE_CLASS (klass);

  DOV_PAGE_CLASS (klass)->focus = dov_moving_page_focus;
  goods_class->dup_words = dov_moving_page_dup_words;
  goods_class->save_more = dov_moving_page_save_more;
  goods_class->status = "posted";
}

static void
dov_moving_page_init (DovMovingPage *self)
{
}
