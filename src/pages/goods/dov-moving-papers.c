/* dov-moving-papers.c - the quieter papers of the stock: a write-off, a transfer, kits, a count */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "dov-goods-page.h"

#include <glib/gi18n.h>

#include "dov-commission-field.h"
#include "dov-go.h"
#include "dov-inventory-line.h"
#include "dov-item.h"
#include "dov-kit-part.h"
#include "dov-number.h"
#include "dov-section-box.h"
#include "dov-stock-transfer-line.h"
#include "dov-write-off-line.h"

#define ADD N_("Add a thing: its name or kind   (Ctrl+N)")

/* ---- a commission ---- */

static GtkWidget *
commission_new (DovGoodsPage *page)
{
  return dov_commission_field_new (dov_goods_page_get_form (page), _("Find a member by name"));
}

static gboolean
save_commission (DovGoodsPage  *page,
                 gint64         paper,
                 GError       **error)
{
  DovPeopleField *commission = dov_goods_page_get_part (page, "commission");
  const char *link = DOV_IS_WRITE_OFF (dov_goods_page_get_draft (page)) ? "write_off_id" : "count_id";
  const char *words = _("A commission has at least three people. Find them by their names.");

  if (dov_commission_field_count (commission) >= 3)
    return dov_commission_field_save (commission, link, paper, error);
  dov_people_field_set_error (commission, words);
  g_set_error_literal (error, DOV_RECORD_ERROR, DOV_RECORD_ERROR_REFUSED, words);

  return FALSE;
}

#define COMMISSION { .name = "commission", .make = commission_new, .at_end = TRUE }

/* ---- a write-off and a transfer: of what is there ---- */

static const DovGoodsFollow places[] = { { "lounge_id", NULL }, { "drive_id", NULL }, { NULL } };

/* What is kept back can be spoilt too. */
static gint64
have_all (DovGoodsPage         *page,
          const DovStockFigure *figure)
{
  return figure->balance;
}

static const DovGoodsPart write_off_parts[] = {
  { N_("Why"), "reason reason_words drive_id" },
  { .name = "lines" },
  COMMISSION,
  { N_("Paper"), "no date lounge_id made_by_id note", .at_end = TRUE },
  { NULL },
};

const DovGoodsPaper dov_write_off_paper = {
  dov_write_off_get_type, "drives", N_("Write-off"), .save = N_("Write Off"), .dismiss = N_("Do Not Write Off"),
  .print = N_("Save and print"), .document = "D-33c", .words = N_("Written off: No. %s"), .status = "posted",
  .number = "no", .parts = write_off_parts, .follows = places,
  .lines = {
    dov_write_off_line_get_type, "write_off_id", N_("What is written off"), "qty unit_value disposal", ADD,
    .look = dov_goods_page_look, .note = dov_goods_page_note, .check = dov_goods_page_check,
  },
  .have = have_all, .save_more = save_commission,
};

static gint64
have_free (DovGoodsPage         *page,
           const DovStockFigure *figure)
{
  return figure->free;
}

static const DovGoodsPart transfer_parts[] = {
  { N_("From where, to where"), "lounge_id drive_id to_lounge_id to_drive_id" },
  { .name = "lines" },
  { N_("Paper"), "no date sent_by_id received_by_id note", .at_end = TRUE },
  { NULL },
};

const DovGoodsPaper dov_transfer_paper = {
  dov_stock_transfer_get_type, "drives", N_("Transfer"), .save = N_("Move"), .dismiss = N_("Do Not Move"),
  .words = N_("Moved: No. %s"), .status = "posted", .number = "no", .parts = transfer_parts, .follows = places,
  .lines = {
    dov_stock_transfer_line_get_type, "transfer_id", N_("What is moved"), "qty", ADD,
    .look = dov_goods_page_look, .note = dov_goods_page_note, .check = dov_goods_page_check,
  },
  .have = have_free,
};

/* ---- kits: what one is made of, and how many can be ---- */

static void
show_parts (DovGoodsPage *page)
{
  DovKitBuild *build = dov_goods_page_get_draft (page);
  DovStore *store = dov_goods_page_get_store (page);
  DovSectionBox *section = dov_goods_page_get_part (page, "parts");
  g_autoptr (GArray) ids = dov_store_see_ids (store, "SELECT id FROM live_kit_part WHERE kit_id = ?1 ORDER BY key, id", "(x)",
                                              build->kit_id);
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  g_autofree char *count = NULL;
  gint64 scarce = 0;

  dov_section_box_clear (section);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (DovRecord) part = dov_store_find (store, DOV_TYPE_KIT_PART, g_array_index (ids, gint64, i), NULL);
      gint64 item = DOV_KIT_PART (part)->item_id;
      g_autofree char *thing = dov_store_describe_id (store, DOV_TYPE_ITEM, item);
      g_autofree char *amount = dov_stock_dup_quantity (store, item, DOV_KIT_PART (part)->qty);
      g_autofree char *there = dov_goods_page_note (part, page);
      g_autofree char *second = g_strdup_printf (_("%1$s in one kit · %2$s"), amount, there);

      dov_section_box_append (section, dov_row_line_new ("", thing, second));
    }
  if (ids->len > 0)
    shown = dov_number_to_shown (dov_stock_count_kits (store, build->kit_id, build->lounge_id, build->drive_id, &scarce));
  if (scarce != 0)
    name = dov_store_describe_id (store, DOV_TYPE_ITEM, scarce);
  count = shown == NULL ? g_strdup ("") : name == NULL ? g_strdup_printf (_("enough for %s"), shown) :
    g_strdup_printf (_("enough for %1$s; first runs out: %2$s"), shown, name);
  dov_section_box_set_count (section, count);
}

static void
add_part_cb (DovGoodsPage *page)
{
  g_autoptr (DovRecord) part = dov_record_new (DOV_TYPE_KIT_PART, 0);

  dov_set (DOV_KIT_PART (part), kit_id, DOV_KIT_BUILD (dov_goods_page_get_draft (page))->kit_id);
  dov_go_form (page, part);
}

static GtkWidget *
parts_new (DovGoodsPage *page)
{
  GtkWidget *section = dov_section_box_new (_("What one kit is made of"));

  dov_section_box_set_empty (DOV_SECTION_BOX (section), _("Choose the kit. What it is made of is written once, here."));
  dov_section_box_set_more (DOV_SECTION_BOX (section), _("Add"));
  g_signal_connect_object (section, "more-clicked", G_CALLBACK (add_part_cb), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (dov_goods_page_get_store (page), "committed", G_CALLBACK (show_parts), page, G_CONNECT_SWAPPED);

  return section;
}

static const DovGoodsPart kit_parts[] = {
  { N_("Which kits"), "kit_id qty is_unbuild drive_id" },
  { .name = "parts", .make = parts_new },
  { N_("Paper"), "no date lounge_id made_by_id note", .at_end = TRUE },
  { NULL },
};

static const DovGoodsFilter kit_filters[] = {
  { "kit_id", "category_id IN (SELECT id FROM ref_item WHERE list_code = 'item_category' AND code = 'kit')" }, { NULL },
};

static const DovGoodsFollow kit_follows[] = { { "kit_id", NULL }, { "lounge_id", NULL }, { "drive_id", NULL }, { NULL } };

const DovGoodsPaper dov_kit_paper = {
  dov_kit_build_get_type, "drives", N_("Making up of kits"), .save = N_("Make Up"), .dismiss = N_("Do Not Make Up"),
  .words = N_("Kits: No. %s"), .status = "posted", .number = "no", .parts = kit_parts, .filters = kit_filters,
  .follows = kit_follows, .changed = show_parts,
};

/* ---- a count: every thing and batch of the lounge, to be gone down by keyboard ---- */

/* “by the books 36 kg; 2 kg are missing”. */
static char *
count_note (DovRecord *record,
            gpointer   page)
{
  DovStore *store = dov_goods_page_get_store (page);
  DovInventoryLine *line = DOV_INVENTORY_LINE (record);
  g_autofree char *book = dov_stock_dup_quantity (store, line->item_id, line->book_qty);
  gint64 difference = line->actual_qty - line->book_qty;
  g_autofree char *words = NULL;

  if (line->actual_qty == DOV_UNKNOWN)
    return g_strdup_printf (_("by the books %s"), book);
  if (difference == 0)
    return g_strdup_printf (_("by the books %s · it agrees"), book);
  words = dov_stock_dup_quantity (store, line->item_id, ABS (difference));

  return g_strdup_printf (difference > 0 ? _("by the books %1$s · %2$s too many") : _("by the books %1$s · %2$s missing"),
                          book, words);
}

static void
lounge_changed (DovGoodsPage *page,
                gboolean      by_hand)
{
  gint64 lounge = DOV_INVENTORY_COUNT (dov_goods_page_get_draft (page))->lounge_id;
  g_autoptr (GPtrArray) figures = NULL;

  if (!by_hand)
    return;
  figures = dov_stock_list_figures (dov_goods_page_get_store (page), lounge, DOV_STOCK_ALL, DOV_FIGURES_BATCHES, NULL);
  dov_lines_clear (dov_goods_page_get_lines (page));
  for (guint i = 0; figures != NULL && i < figures->len; i++)
    {
      const DovStockFigure *figure = g_ptr_array_index (figures, i);
      g_autoptr (DovRecord) line = dov_record_new (DOV_TYPE_INVENTORY_LINE, 0);

      dov_set (DOV_INVENTORY_LINE (line), item_id, figure->item_id);
      dov_set (DOV_INVENTORY_LINE (line), drive_id, figure->drive_id);
      dov_set (DOV_INVENTORY_LINE (line), expires_on, figure->expires_on);
      dov_set (DOV_INVENTORY_LINE (line), book_qty, figure->balance);
      dov_lines_add_line (dov_goods_page_get_lines (page), line);
    }
}

/* The difference stands under each thing. */
static void
count_changed (DovGoodsPage *page)
{
  dov_lines_refresh (dov_goods_page_get_lines (page));
}

static gboolean
count_focus (DovGoodsPage *page)
{
  return dov_lines_focus_first (dov_goods_page_get_lines (page));
}

static const DovGoodsPart count_parts[] = {
  { N_("Count"), "date lounge_id" },
  { .name = "lines" },
  COMMISSION,
  { N_("Paper"), "no made_by_id note", .at_end = TRUE },
  { NULL },
};

static const DovGoodsFollow count_follows[] = { { "lounge_id", lounge_changed }, { NULL } };

const DovGoodsPaper dov_count_paper = {
  dov_inventory_count_get_type, "drives", N_("Stock count"), .save = N_("Put into the Books"),
  .dismiss = N_("Do Not Save"), .print = N_("Save and print"), .document = "D-33d",
  .words = N_("Counted: No. %s"), .status = "posted", .number = "no",
  .parts = count_parts, .follows = count_follows,
  .lines = { dov_inventory_line_get_type, "count_id", N_("What lies there"), "actual_qty", NULL, .note = count_note },
  .changed = count_changed, .save_more = save_commission, .focus = count_focus,
};
